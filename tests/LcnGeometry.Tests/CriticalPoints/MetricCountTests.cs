using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

public class MetricCountTests
{
    // Closed forms against elimination for random targets, wherever the elimination reaches.
    [Theory]
    [InlineData("2,2", null)]
    [InlineData("2,2,2", null)]
    [InlineData("3,3", null)]
    [InlineData("2,2,2,2", null)]
    [InlineData("3,3,2", null)]
    [InlineData("1,3,2", "2,1,1")]
    public void The_Bombieri_metric_agrees_with_elimination(string filters, string? strides) => PropertyRun.Trials(1, random =>
    {
        var net = Architecture.Parse(filters, strides);
        foreach (var stratum in CriticalStratum.All(net).Where(ExactStratumCount.Covers))
        {
            var (step, degree) = ((int)stratum.Blocks[0].Step, stratum.Blocks[0].Degree);
            var bombieri = Metric.Bombieri(degree + 1).Matrix;

            // After scaling a variable, and anything where the filter has structural zeros.
            var ratio = new Rational(random.Between(1, 5), random.Between(1, 5));
            var metric = Metric.FromMatrix(new Matrix<Rational>(net.EndToEndSize, net.EndToEndSize, (i, j) =>
                i != j ? 0 : i % step == 0 ? Rational.Pow(ratio, i / step) * bombieri[i / step, i / step] : random.Between(1, 9)));
            var expected = CriticalPointCount.ForMetric(stratum, metric.Matrix)!;
            Assert.NotEmpty(expected.Source);
            Assert.Equal(expected.Count, ExactStratumCount.Of(stratum, random.NextLoss(net.EndToEndSize, metric)).Distinct);
        }
    });

    // F17: white data are not generic for most strided nets; F18 for those whose filters are tensors.
    [Theory]
    [InlineData("2,2", "2,1", 2)]
    [InlineData("2,2", "3,1", 2)]
    [InlineData("3,2", "2,1", 10)]
    [InlineData("3,2", "3,1", 2)]
    [InlineData("2,3", "2,1", 2)]
    [InlineData("4,2", "2,1", 6)]
    [InlineData("4,2", "3,1", 10)]
    [InlineData("5,2", "2,1", 18)]
    [InlineData("5,2", "3,1", 10)]
    [InlineData("6,2", "2,1", 10)]
    [InlineData("7,2", "3,1", 18)]
    [InlineData("5,2", "5,1", 2)]
    [InlineData("1,4,2", "2,3,1", 10)]
    public void White_data_agree_with_elimination(string filters, string strides, int expected) => PropertyRun.Trials(1, random =>
    {
        var net = Architecture.Parse(filters, strides);
        var stratum = Assert.Single(CriticalStratum.All(net), s => s.Patterns.All(p => p[0] == 1));
        var metric = Metric.FromMatrix((Rational)3 * Matrix<Rational>.Identity(net.EndToEndSize));
        Assert.Equal(expected, CriticalPointCount.ForMetric(stratum, metric.Matrix)!.Count);
        var count = ExactStratumCount.Of(stratum, random.NextLoss(net.EndToEndSize, metric));
        Assert.Equal(expected, count.Distinct);
        Assert.Equal(expected, count.Simple);
    });

    [Fact]
    public void A_product_of_metrics_counts_singular_vectors() => PropertyRun.Trials(5, random =>
    {
        var net = random.Pick([Architecture.Parse("2,2", "2,1"), Architecture.Parse("3,2", "4,1"), Architecture.Parse("2,4", "2,1"), Architecture.Parse("2,3", "3,1")]);
        var stratum = Assert.Single(CriticalStratum.All(net));
        var (first, second) = (random.NextMetric(net.Filters[0]).Matrix, random.NextMetric(net.Filters[1]).Matrix);
        var stride = net.Strides[0];
        var metric = Metric.FromMatrix(new Matrix<Rational>(net.EndToEndSize, net.EndToEndSize, (i, j) =>
            i % stride < net.Filters[0] && j % stride < net.Filters[0] ? first[i % stride, j % stride] * second[i / stride, j / stride] : i == j ? 1 : 0));
        Assert.Equal(2, CriticalPointCount.ForMetric(stratum, metric.Matrix)!.Count);
        Assert.Equal(2, ExactStratumCount.Of(stratum, random.NextLoss(net.EndToEndSize, metric)).Distinct);
    });

    // F18: the table of Friedland and Ottaviani.
    [Theory]
    [InlineData("2,2", 2)]
    [InlineData("3,5", 3)]
    [InlineData("2,2,2", 6)]
    [InlineData("2,2,3", 8)]
    [InlineData("2,2,4", 8)]
    [InlineData("2,3,3", 15)]
    [InlineData("2,3,4", 18)]
    [InlineData("3,3,3", 37)]
    [InlineData("3,3,4", 55)]
    [InlineData("2,2,2,2", 24)]
    [InlineData("7", 1)]
    public void Singular_vector_tuples(string sizes, int expected) =>
        Assert.Equal(expected, CriticalPointCount.SingularVectorTuples([.. sizes.Split(',').Select(int.Parse)]));

    // The generating function of Ekhad and Zeilberger: prod x/(1-x) / (1 - sum (i-1) e_i(x)).
    [Fact]
    public void Singular_vector_tuples_have_a_rational_generating_function() => PropertyRun.Trials(40, random =>
    {
        int[] sizes = [.. Enumerable.Range(0, random.Between(1, 4)).Select(_ => random.Between(1, 4))];
        Assert.Equal(Coefficient([.. sizes.Select(k => k - 1)], []), CriticalPointCount.SingularVectorTuples([.. sizes]));

        // The sum over all exponents of at most k - 1 of the coefficients of 1 / (1 - sum (i-1) e_i).
        static Integer Coefficient(int[] limits, int[] chosen)
        {
            if (chosen.Length == limits.Length) return Words(chosen);
            Integer sum = 0;
            for (var exponent = 0; exponent <= limits[chosen.Length]; exponent++) sum += Coefficient(limits, [.. chosen, exponent]);
            return sum;
        }

        static Integer Words(int[] exponents)
        {
            if (exponents.All(e => e == 0)) return 1;
            Integer sum = 0;
            for (var subset = 0; subset < 1 << exponents.Length; subset++)
            {
                var size = int.PopCount(subset);
                if (size < 2 || exponents.Where((e, i) => e == 0 && ((subset >> i) & 1) == 1).Any()) continue;
                sum += (Integer)(size - 1) * Words([.. exponents.Select((e, i) => e - ((subset >> i) & 1))]);
            }

            return sum;
        }
    });

    [Fact]
    public void The_Bombieri_formula_has_the_known_special_cases()
    {
        for (var n = 1; n <= 14; n++)
        {
            Assert.Equal(Integer.One, BombieriCount.Formula([.. Enumerable.Repeat(1, n)]));
            for (var a = 2; a <= n; a++) Assert.Equal((Integer)n, BombieriCount.Formula([a, .. Enumerable.Repeat(1, n - a)]));
            for (var b = 2; b <= n; b++)
            {
                Assert.Equal((Integer)((4 * (n + 1) * b) + (2 * b * b) - (3 * (n + 1)) - b), BombieriCount.Formula([n + 1, b]));
            }

            Assert.Equal((Integer)((3 * n * n) - (3 * n) + 1), BombieriCount.Formula([n, n]));
        }
    }

    // Two roots: the derivation needs that the metric vanishes on different curves p = c q.
    [Fact]
    public void The_Bombieri_metric_of_two_roots_vanishes_on_different_curves()
    {
        for (var a = 1; a <= 7; a++)
        {
            for (var b = 1; b <= a; b++)
            {
                // (z - pw)^a (z - w)^b, paired with itself: z^k w^(n-k) with z^(n-k) w^k and weight 1 / C(n, k).
                var p = new Polynomial<Polynomial<Rational>>(-Polynomial<Rational>.X, Polynomial<Rational>.One);
                var one = new Polynomial<Polynomial<Rational>>(-Polynomial<Rational>.One, Polynomial<Rational>.One);
                var form = Polynomial<Polynomial<Rational>>.Pow(p, a) * Polynomial<Polynomial<Rational>>.Pow(one, b);
                var weights = Metric.Bombieri(a + b + 1).Matrix;
                var square = Polynomial<Rational>.Zero;
                for (var k = 0; k <= a + b; k++) square += weights[k, k] * form[k] * form[a + b - k];
                Assert.Equal(2 * b, square.Degree - (a - b));
                Assert.All(Enumerable.Range(0, a - b), k => Assert.True(square[k].IsZero));
                Assert.True(SquarefreeDecomposition.IsSquarefree(Polynomial<Rational>.DivideExactly(square, Polynomial<Rational>.Monomial(1, a - b))));
            }
        }
    }

    [Fact]
    public void No_closed_form_is_claimed_for_other_metrics() => PropertyRun.Trials(10, random =>
    {
        foreach (var filters in new[] { "2,2", "2,2,2", "3,3" })
        {
            var net = Architecture.Parse(filters);
            foreach (var stratum in CriticalStratum.All(net))
            {
                var count = CriticalPointCount.ForMetric(stratum, random.NextMetric(net.EndToEndSize).Matrix);
                Assert.Equal(stratum.IsUnconstrained, count is not null);
            }
        }

        var strided = Architecture.Parse("3,3", "2,1");
        Assert.Null(CriticalPointCount.ForMetric(Assert.Single(CriticalStratum.All(strided)), Metric.Identity(7).Matrix));
        var large = CriticalStratum.Of(new Architecture([13]), [[3, 3, 3, 3]]);
        Assert.Null(CriticalPointCount.ForMetric(large, Metric.Bombieri(13).Matrix));
        Assert.Throws<ArgumentException>(() => CriticalPointCount.ForMetric(large, Metric.Bombieri(12).Matrix));
    });
}
