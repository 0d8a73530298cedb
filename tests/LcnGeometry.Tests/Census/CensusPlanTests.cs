using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

public class CensusPlanTests
{
    private static readonly Architecture Net = Architecture.Parse("3,2");
    private static readonly Metric General = Metric.FromMatrix(new Matrix<Rational>(4, 4, (i, j) => i == j ? 3 + i : new Rational(1, 1 + i + j)));

    [Fact]
    public void More_data_sets_and_more_starts_leave_the_others_as_they_are() => PropertyRun.Trials(20, random =>
    {
        var metric = random.Pick([Metric.Identity(4), Metric.Bombieri(4), General]);
        long seed = random.Between(-5, 5);
        var few = CensusPlan.Random(Net, metric, seed, random.Between(1, 9), random.Between(1, 9));
        var many = CensusPlan.Random(Net, metric, seed, few.DataSets + random.Between(0, 1000), few.Inits + random.Between(0, 1000), CensusMethod.Flow);
        for (var d = 0; d < few.DataSets; d++)
        {
            Assert.True(few.Loss(d).Target.SequenceEqual(many.Loss(d).Target));
            for (var i = 0; i < few.Inits; i++) Assert.Equal(Start(few, d, i), Start(many, d, i));
        }
    });

    [Fact]
    public void Streams_of_targets_and_starts_are_independent_and_normal()
    {
        // A row for each data set: its target, then two starts. A fixed seed: the sampled moments are what they are.
        const int Count = 4000;
        var plan = CensusPlan.Random(Net, Metric.Identity(4), 1, Count, 2);
        var rows = Enumerable.Range(0, Count).Select(d => (double[])[.. plan.Loss(d).Target.Select(u => u.ToDouble()), .. Start(plan, d, 0), .. Start(plan, d, 1)]).ToArray();
        var columns = rows[0].Length;
        for (var i = 0; i < columns; i++)
        {
            var x = rows.Select(row => row[i]).ToArray();
            Near(0, x.Average(), 1, Count);
            Near(1, x.Average(v => v * v), 2, Count);
            Near(0, x.Average(v => v * v * v), 15, Count);
            Near(3, x.Average(v => v * v * v * v), 96, Count);
            for (var j = 0; j < i; j++) Near(0, rows.Average(row => row[i] * row[j]), 1, Count);
        }
    }

    [Theory]
    [InlineData("bombieri")]
    [InlineData("[[3,1/2,1/3,1/4],[1/2,4,1/4,1/5],[1/3,1/4,5,1/6],[1/4,1/5,1/6,6]]")]
    [InlineData("[[2,-1,0,0],[-1,2,-1,0],[0,-1,2,-1],[0,0,-1,1]]")]
    public void The_covariance_of_targets_is_the_inverse_of_the_metric(string text)
    {
        const int Count = 4000;
        var metric = Metric.Parse(text, 4);
        var covariance = LinearSystems.Inverse(metric.Matrix);
        var plan = CensusPlan.Random(Net, metric, 2, Count, 1);
        var targets = Enumerable.Range(0, Count).Select(d => plan.Loss(d).Target.Select(u => u.ToDouble()).ToArray()).ToArray();
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var expected = covariance[i, j].ToDouble();
                var variance = (covariance[i, i].ToDouble() * covariance[j, j].ToDouble()) + (expected * expected);
                Near(expected, targets.Average(u => u[i] * u[j]), variance, Count);
            }
        }
    }

    /// <summary>Without sampling: the images of the unit vectors are the columns of a square root of the inverse.</summary>
    [Fact]
    public void The_spread_is_a_square_root_of_the_inverse() => PropertyRun.Trials(50, random =>
    {
        var size = random.Between(1, 6);
        var matrix = random.NextMetric(size).Matrix;
        var inverse = LinearSystems.Inverse(matrix);
        var lower = NormalSpread.Of(matrix);
        var columns = Enumerable.Range(0, size).Select(k => NormalSpread.Apply(lower, [.. Enumerable.Range(0, size).Select(i => i == k ? 1.0 : 0)])).ToArray();
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var scale = Math.Sqrt(inverse[i, i].ToDouble() * inverse[j, j].ToDouble());
                Assert.InRange((columns.Sum(c => c[i] * c[j]) - inverse[i, j].ToDouble()) / scale, -1e-11, 1e-11);
            }
        }
    });

    [Fact]
    public void An_ill_conditioned_metric_spreads_along_its_flat_direction()
    {
        // The Hilbert matrix of size 10 has condition 1e13: floating-point elimination would lose its last pivots.
        var metric = Metric.FromMatrix(new Matrix<Rational>(10, 10, (i, j) => new Rational(1, i + j + 1)));
        var lower = NormalSpread.Of(metric.Matrix);
        var inverse = LinearSystems.Inverse(metric.Matrix);
        Assert.Equal(1, inverse[9, 9].ToDouble() * lower[9, 9] * lower[9, 9], 1e-12);
    }

    [Fact]
    public void A_fingerprint_tells_every_difference_that_rows_depend_on()
    {
        CensusPlan Plan(string filters = "3,2", string? strides = null, Metric? metric = null, long seed = 1, int dataSets = 3, int inits = 4, CensusMethod method = CensusMethod.Descent) =>
            CensusPlan.Random(Architecture.Parse(filters, strides), metric ?? Metric.Identity(Architecture.Parse(filters, strides).EndToEndSize), seed, dataSets, inits, method);
        CensusPlan[] plans =
        [
            Plan(), Plan("2,3"), Plan("2,2,2"), Plan("2,2", "2,1"), Plan(metric: Metric.Bombieri(4)), Plan(metric: General), Plan(seed: 2), Plan(seed: -1), Plan(dataSets: 4), Plan(inits: 3),
            Plan(method: CensusMethod.Flow), Given("1,2,3,4"), Given("1,2,3,5"), Given("1,2,3,4", "1,2,3,5"), Given("1,2,3,5", "1,2,3,4"),
        ];
        Assert.Equal(plans.Length, plans.Select(plan => plan.Fingerprint).Distinct().Count());
        Assert.Equal(Plan().Fingerprint, Plan().Fingerprint);
        Assert.Equal(Given("1,2,3,4").Fingerprint, Given("1,2,3,4").Fingerprint);
    }

    [Fact]
    public void Wrong_numbers_are_refused_with_the_rule()
    {
        var plan = CensusPlan.Random(Net, Metric.Identity(4), 1, 3, 2);
        Assert.Contains("counted from 0", Assert.Throws<ArgumentOutOfRangeException>(() => plan.Loss(3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Loss(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Start(3, 0, new double[5]));
        Assert.Contains("counted from 0", Assert.Throws<ArgumentOutOfRangeException>(() => plan.Start(0, 2, new double[5])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => plan.Start(0, 0, new double[4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CensusPlan.Random(Net, Metric.Identity(4), 1, 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => CensusPlan.Random(Net, Metric.Identity(4), 1, 1, 0));
        Assert.Throws<ArgumentException>(() => CensusPlan.Random(Net, Metric.Identity(3), 1, 1, 1));
        Assert.Throws<ArgumentException>(() => CensusPlan.Given(Net, [], new DocumentInputs(), 1, 1));
        Assert.Throws<ArgumentException>(() => CensusPlan.Given(Net, [QuadraticLoss.FromTarget([1, 2, 3], Metric.Identity(3))], new DocumentInputs(), 1, 1));
        Assert.Throws<ArgumentException>(() => CensusPlan.Given(
            Net, [QuadraticLoss.FromTarget([1, 2, 3, 4], Metric.Identity(4)), QuadraticLoss.FromTarget([1, 2, 3, 4], General)], new DocumentInputs(), 1, 1));
    }

    [Fact]
    public void Parts_cover_the_data_sets_once_and_in_order() => PropertyRun.Trials(200, random =>
    {
        int dataSets = random.Pick([1, 2, 7, 1000, int.MaxValue]), count = random.Pick([1, 2, 3, 8, 1000, int.MaxValue]);
        Assert.Equal(0, new CensusShard(1, count).First(dataSets));
        Assert.Equal(dataSets, new CensusShard(count, count).End(dataSets));
        var index = random.Between(1, Math.Max(1, count - 1));
        var (here, next) = (new CensusShard(index, count), new CensusShard(Math.Min(index + 1, count), count));
        Assert.InRange(here.End(dataSets) - here.First(dataSets), dataSets / count, (dataSets / count) + 1L);
        if (index < count) Assert.Equal(here.End(dataSets), next.First(dataSets));
        Assert.Equal(here, CensusShard.Parse(here.ToString()));
    });

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1/0")]
    [InlineData("-1/3")]
    [InlineData("1/3/3")]
    [InlineData("a/b")]
    [InlineData("1.0/3")]
    [InlineData("99999999999/3")]
    public void What_is_no_shard_is_refused(string text) => Assert.Contains("such as 3/8", Assert.Throws<FormatException>(() => CensusShard.Parse(text)).Message, StringComparison.Ordinal);

    private static CensusPlan Given(params string[] targets) => CensusPlan.Given(
        Net, [.. targets.Select(t => QuadraticLoss.FromTarget([.. t.Split(',').Select(Rational.Parse)], Metric.Identity(4)))], new DocumentInputs(), 1, 2);

    private static double[] Start(CensusPlan plan, int dataset, int init)
    {
        var weights = new double[plan.Net.Filters.Sum()];
        plan.Start(dataset, init, weights);
        return weights;
    }

    /// <summary>Within five standard errors of the mean of so many numbers of a variance.</summary>
    private static void Near(double expected, double actual, double variance, int count) =>
        Assert.InRange(actual, expected - (5 * Math.Sqrt(variance / count)), expected + (5 * Math.Sqrt(variance / count)));
}
