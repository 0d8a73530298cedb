using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>White data, Q = I, which are generic for some networks and not for others (F17, F18): solved, eliminated, and by Gröbner bases.</summary>
public class WhiteDataTests
{
    private const int LargestElimination = 20;

    /// <summary>Where the solver is quick.</summary>
    public static TheoryData<string, string, int> Table => new()
    {
        { "2,2", "1,1", 6 },
        { "3,2", "1,1", 10 },
        { "3,3", "1,1", 39 },
        { "4,2", "1,1", 14 },
        { "2,2,2", "1,1,1", 34 },
        { "2,2,2", "1,2,1", 34 },
        { "3,2", "2,1", 10 },
        { "5,2", "2,1", 18 },
        { "2,2", "2,1", 2 },
        { "4,2", "2,1", 6 },
        { "4,2", "3,1", 10 },
    };

    /// <summary>Where most paths have no end, and take their time to show it.</summary>
    public static TheoryData<string, string, int> Slower => new()
    {
        { "3,2", "3,1", 2 },
        { "2,3", "2,1", 2 },
        { "2,2,2", "2,1,1", 10 },
        { "2,2,2", "2,2,1", 6 },
        { "3,3", "3,1", 3 },
        { "2,2,3", "2,2,1", 8 },
    };

    /// <summary>Neither a closed form nor a quick elimination.</summary>
    public static TheoryData<string, string, int> Hard => new()
    {
        { "3,3", "2,1", 23 },
        { "3,2,2", "2,2,1", 64 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Solved(string filters, string strides, int expected) => PropertyRun.Trials(1, random =>
    {
        var net = Architecture.Parse(filters, strides);
        Assert.Equal(expected, LcnGeometry.CriticalPoints.Find(net, random.NextLoss(net.EndToEndSize, Metric.Identity(net.EndToEndSize))).Completeness.Certified);
    });

    // The count of each stratum: by elimination, or in closed form.
    [Theory]
    [MemberData(nameof(Table))]
    [MemberData(nameof(Slower))]
    public void Counted(string filters, string strides, int expected) => PropertyRun.Trials(1, random =>
    {
        var net = Architecture.Parse(filters, strides);
        var loss = random.NextLoss(net.EndToEndSize, Metric.Identity(net.EndToEndSize));
        var total = CriticalStratum.All(net).Aggregate(Integer.Zero, (sum, stratum) => sum + (stratum.Factorizations * CountOn(stratum)));
        Assert.Equal(expected, total);

        Integer CountOn(CriticalStratum stratum) => stratum.IsUnconstrained ? Integer.One
            : ExactStratumCount.Covers(stratum) && stratum.GenericCount <= LargestElimination ? ExactStratumCount.Of(stratum, loss).Distinct
            : CriticalPointCount.ForMetric(stratum, loss.Q)!.Count;
    });

    /// <summary>Every stratum by Singular, nothing eliminated beforehand.</summary>
    [ToolTheory("Singular")]
    [MemberData(nameof(Table))]
    [MemberData(nameof(Slower))]
    [MemberData(nameof(Hard))]
    public void By_Groebner_bases(string filters, string strides, int expected)
    {
        var net = Architecture.Parse(filters, strides);
        var metric = Metric.Identity(net.EndToEndSize).Matrix;
        var total = CriticalStratum.All(net).Aggregate(Integer.Zero, (sum, stratum) =>
            sum + (stratum.Factorizations * (stratum.IsUnconstrained ? 1 : SingularCountTests.Count(stratum, metric, new TestRandom(5)))));
        Assert.Equal(expected, total);
    }

    // The full run has time for these.
    [ToolTheory("Singular")]
    [MemberData(nameof(Hard))]
    public void Solved_by_long_paths(string filters, string strides, int expected) => Solved(filters, strides, expected);

    // Weights that are affine in the index are not generic: a hyperdeterminant vanishes.
    [Fact]
    public void Affine_weights_have_fewer()
    {
        var net = Architecture.Parse("2,2,2", "2,2,1");
        var affine = Metric.FromMatrix(Matrix<Rational>.Diagonal([.. Enumerable.Range(1, 8).Select(i => (Rational)i)]));
        var bent = Metric.FromMatrix(Matrix<Rational>.Diagonal([.. Enumerable.Range(1, 8).Select(i => (Rational)(i * i))]));
        ImmutableArray<Rational> target = [3, -1, 4, 1, -5, 9, 2, -6];
        int few = Certified(affine), more = Certified(bent);
        Assert.True(few < more && more <= 34, $"{few}, {more}");

        int Certified(Metric metric) => LcnGeometry.CriticalPoints.Find(net, QuadraticLoss.FromTarget(target, metric)).Strata.Single().Boxes.Length;
    }

    [ToolFact("Singular")]
    public void Affine_weights_have_fewer_by_Groebner_bases()
    {
        var stratum = Assert.Single(CriticalStratum.All(Architecture.Parse("2,2,2", "2,2,1")));
        int few = Count(i => i), more = Count(i => i * i);
        Assert.True(few < more && more <= 34, $"{few}, {more}");

        int Count(Func<int, int> weight) => (int)SingularCountTests.Count(stratum, Matrix<Rational>.Diagonal([.. Enumerable.Range(1, 8).Select(i => (Rational)weight(i))]), new TestRandom(7));
    }

    // One of the six has its root where the chart w[0] = 1 does not reach.
    [Fact]
    public void A_solution_outside_the_chart_is_found()
    {
        var points = Landscape.Find("2,2", "1,1", "1,0,1", "identity");
        Assert.Equal(6, points.Completeness.Certified);
        Assert.Single(points, point => point.Kind != CriticalPointKind.Zero && point.Function[0].Contains(0) && point.Function[1].Contains(0));
    }
}
