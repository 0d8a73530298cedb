using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

public class ExactStratumCountTests
{
    // S2, S3: for generic data the elimination finds the closed-form count, all solutions simple.
    [Theory]
    [InlineData("2,2", null)]
    [InlineData("3,2", null)]
    [InlineData("2,2,2", null)]
    [InlineData("4,2", null)]
    [InlineData("3,3", null)]
    [InlineData("3,2,2", null)]
    [InlineData("2,2,2,2", null)]
    [InlineData("2,2", "2,1")]
    [InlineData("2,2", "3,1")]
    [InlineData("3,2", "2,1")]
    [InlineData("2,3", "2,1")]
    [InlineData("4,2", "3,1")]
    [InlineData("2,2,2", "2,1,1")]
    [InlineData("2,2,2", "1,2,1")]
    [InlineData("1,3,2", "2,1,1")]
    [InlineData("1,3", "2,1")]
    [InlineData("3", "1")]
    [InlineData("1,1", "1,1")]
    public void Generic_data_have_the_generic_count(string filters, string? strides) => PropertyRun.Trials(2, random =>
    {
        var net = Architecture.Parse(filters, strides);
        foreach (var stratum in CriticalStratum.All(net).Where(ExactStratumCount.Covers))
        {
            var loss = random.NextLoss(net.EndToEndSize);
            var count = ExactStratumCount.Of(stratum, loss);
            Assert.Equal(VerdictKind.Holds, count.Complete.Kind);
            Assert.Equal(stratum.GenericCount, count.Distinct);
            Assert.Equal(stratum.GenericCount, count.Simple);
            Assert.Empty(count.Lost);
            CheckReal(net, stratum, loss, count);
        }
    });

    // Lee and Sturmfels: hooks have n critical points for the Bombieri metric.
    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("2,1")]
    [InlineData("4")]
    [InlineData("3,1")]
    [InlineData("2,1,1")]
    [InlineData("5")]
    [InlineData("3,1,1")]
    [InlineData("2,1,1,1")]
    [InlineData("4,1,1")]
    [InlineData("2,1,1,1,1,1,1")]
    [InlineData("3,1,1,1,1,1")]
    [InlineData("8")]
    public void Hooks_have_as_many_critical_points_as_roots_for_the_Bombieri_metric(string hook) => PropertyRun.Trials(1, random =>
    {
        ImmutableArray<int> pattern = [.. hook.Split(',').Select(int.Parse)];
        var n = pattern.Sum();
        var stratum = CriticalStratum.Of(new Architecture([n + 1]), [pattern]);
        var count = ExactStratumCount.Of(stratum, random.NextLoss(n + 1, Metric.Bombieri(n + 1)));
        Assert.Equal(n, count.Distinct);
        Assert.Equal(n, count.Simple);
        Assert.Equal(stratum.GenericCount - n, Assert.Single(count.Lost).Count);
        Assert.Equal(LostPlace.Infinity, count.Lost[0].Place);
    });

    // S2: the table of the theory, and patterns with two multiple roots: all simple, the others at infinity.
    [Theory]
    [InlineData("2,2", 7)]
    [InlineData("3,2", 21)]
    [InlineData("2,2,1", 16)]
    [InlineData("3,3", 19)]
    [InlineData("4,2", 26)]
    public void Two_multiple_roots_and_the_Bombieri_metric(string text, int expected) => PropertyRun.Trials(1, random =>
    {
        ImmutableArray<int> pattern = [.. text.Split(',').Select(int.Parse)];
        var n = pattern.Sum();
        var stratum = CriticalStratum.Of(new Architecture([n + 1]), [pattern]);
        var loss = random.NextLoss(n + 1, Metric.Bombieri(n + 1));
        var count = ExactStratumCount.Of(stratum, loss);
        Assert.Equal(expected, count.Distinct);
        Assert.Equal(expected, count.Simple);
        Assert.Equal(new LostSolutions(LostPlace.Infinity, stratum.GenericCount - expected), Assert.Single(count.Lost));
        CheckReal(new Architecture([n + 1]), stratum, loss, count);
    });

    // S2: the identity behaves generically up to degree 4, and here.
    [Theory]
    [InlineData("2,2")]
    [InlineData("3,2")]
    [InlineData("3,3")]
    [InlineData("4,2")]
    public void Two_multiple_roots_and_the_identity(string text) => PropertyRun.Trials(1, random =>
    {
        ImmutableArray<int> pattern = [.. text.Split(',').Select(int.Parse)];
        var n = pattern.Sum();
        var stratum = CriticalStratum.Of(new Architecture([n + 1]), [pattern]);
        var loss = random.NextLoss(n + 1, Metric.Identity(n + 1));
        var count = ExactStratumCount.Of(stratum, loss);
        Assert.Equal(stratum.GenericCount, count.Simple);
        CheckReal(new Architecture([n + 1]), stratum, loss, count);
    });

    // A target on the stratum is its own critical point. No solution is forgotten, whatever the symmetry.
    [Theory]
    [InlineData("1,0,2,0,1", true)] // (x^2 + y^2)^2
    [InlineData("1,-2,-1,2,1", true)] // (x^2 - xy - y^2)^2
    [InlineData("0,0,1,0,0", true)] // (xy)^2
    [InlineData("1,4,6,4,1", false)] // (x + y)^4 lies deeper
    [InlineData("1,0,0,0,1", false)]
    public void Targets_in_special_position_are_accounted_for(string target, bool isOnTheStratum)
    {
        var stratum = CriticalStratum.Of(Architecture.Parse("3,3"), [[2, 2]]);
        ImmutableArray<Rational> u = [.. target.Split(',').Select(Rational.Parse)];
        foreach (var metric in new[] { Metric.Identity(5), Metric.FromMatrix(Matrix<Rational>.Diagonal([1, 2, 3, 5, 7])) })
        {
            var count = ExactStratumCount.Of(stratum, QuadraticLoss.FromTarget(u, metric));
            Assert.Equal(VerdictKind.Holds, count.Complete.Kind);
            Assert.Equal(count.Expected, count.Distinct + count.Lost.Aggregate(Integer.Zero, (sum, lost) => sum + lost.Count));
            var self = count.Real.Any(s => s.Filter(Rational.PowerOfTwo(-30)).Select((c, i) => c.Contains(u[i])).All(x => x));
            Assert.Equal(isOnTheStratum, self);
        }
    }

    // F17: the fixed instances of the theory, found by elimination there.
    [Fact]
    public void White_data_on_two_layers_of_size_two()
    {
        var stratum = Assert.Single(CriticalStratum.All(Architecture.Parse("2,2", "2,1")));
        var count = ExactStratumCount.Of(stratum, QuadraticLoss.FromTarget([1, 2, 3, 4], Metric.Identity(4)));
        Assert.Equal(2, count.Distinct);
        Assert.Equal(2, count.Simple);
        Assert.Equal(2, count.Real.Length);
        Assert.Equal(new LostSolutions(LostPlace.Infinity, 4), Assert.Single(count.Lost));
        Assert.True(Divides(new Polynomial<Integer>(-11, -20, 11), count.Eliminant.Reverse(count.Eliminant.Degree)));
    }

    [Fact]
    public void White_data_on_layers_of_sizes_three_and_two()
    {
        var stratum = Assert.Single(CriticalStratum.All(Architecture.Parse("3,2", "2,1")));
        var count = ExactStratumCount.Of(stratum, QuadraticLoss.FromTarget([1, 2, 3, 4, 5], Metric.Identity(5)));
        Assert.Equal(10, count.Simple);
        Assert.Equal(2, count.Real.Length);
        var expected = new Polynomial<Integer>(-23, -18, -32, -84, 31, -156, 101, -108, 56, -30, 11);
        Assert.Equal(expected, PolynomialContent.PrimitivePart(count.Eliminant.Reverse(10)));
    }

    // P = mu (v·x)^2 with the eigenpairs of the symmetric matrix of u.
    [Fact]
    public void Squares_nearest_in_the_Bombieri_metric_are_eigenvectors()
    {
        var loss = QuadraticLoss.FromTarget([2, 6, -3], Metric.Bombieri(3)); // [[2, 3], [3, -3]]: eigenvalues (-1 ± sqrt(61)) / 2
        var count = ExactStratumCount.Of(CriticalStratum.Of(Architecture.Parse("2,2"), [[2]]), loss);
        Assert.Equal(2, count.Real.Length);
        foreach (var solution in count.Real)
        {
            var filter = solution.Filter(Rational.PowerOfTwo(-40));
            var trace = filter[0] + filter[2]; // mu |v|^2 with |v| = 1
            var zero = (trace * trace) + trace - (RationalInterval)(Rational)15;
            Assert.True(zero.ContainsZero && zero.Width < Rational.PowerOfTwo(-30));
        }
    }

    [Fact]
    public void A_target_with_a_repeated_root_is_found_on_the_deeper_stratum()
    {
        // u = (x + y)^2 (x - 2y)
        var loss = QuadraticLoss.FromTarget([-2, -3, 0, 1], Metric.Identity(4));
        var net = Architecture.Parse("3,2");
        var simple = ExactStratumCount.Of(CriticalStratum.Of(net, [[1, 1, 1]]), loss);
        Assert.Equal(0, simple.Distinct);
        Assert.Equal(new LostSolutions(LostPlace.DeeperStratum, 1), Assert.Single(simple.Lost));
        var repeated = ExactStratumCount.Of(CriticalStratum.Of(net, [[2, 1]]), loss);
        Assert.Equal(7, repeated.Distinct);
        Assert.Contains(repeated.Real, solution => solution.Filter(Rational.PowerOfTwo(-20)).Select((c, i) => c.Contains(loss.Target[i])).All(x => x));
    }

    [Fact]
    public void A_cube_counts_below_the_stratum_of_squares()
    {
        var loss = QuadraticLoss.FromTarget([1, 3, 3, 1], Metric.Identity(4));
        var count = ExactStratumCount.Of(CriticalStratum.Of(Architecture.Parse("2,2,2"), [[2, 1]]), loss);
        Assert.Equal(count.Expected, count.Distinct + count.Lost.Aggregate(Integer.Zero, (sum, lost) => sum + lost.Count));
        Assert.Contains(count.Lost, lost => lost.Place == LostPlace.DeeperStratum);
    }

    [Fact]
    public void Roots_at_zero_and_at_infinity_count_like_others()
    {
        // F17: u = (1,0,1) has a solution outside the usual chart.
        var count = ExactStratumCount.Of(CriticalStratum.Of(Architecture.Parse("2,2"), [[2]]), QuadraticLoss.FromTarget([1, 0, 1], Metric.Identity(3)));
        Assert.Equal(count.Expected, count.Distinct + count.Lost.Aggregate(Integer.Zero, (sum, lost) => sum + lost.Count));
        Assert.Contains(count.Real, s => s.Filter(Rational.PowerOfTwo(-9)).Select(c => c.Magnitude < Rational.PowerOfTwo(-8)).SequenceEqual([false, true, true]));
        Assert.Contains(count.Real, s => s.Filter(Rational.PowerOfTwo(-9)).Select(c => c.Magnitude < Rational.PowerOfTwo(-8)).SequenceEqual([true, true, false]));
    }

    [Fact]
    public void Infinitely_many_solutions_are_undecided()
    {
        // Every square of a real linear form of unit norm is as near to x^2 + y^2 as any other.
        var count = ExactStratumCount.Of(
            CriticalStratum.Of(Architecture.Parse("2,2"), [[2]]), QuadraticLoss.FromTarget([1, 0, 1], Metric.Bombieri(3)));
        Assert.Equal(VerdictKind.Undecided, count.Complete.Kind);
        Assert.Contains("infinitely many", count.Complete.Reason);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var stratum = CriticalStratum.Of(Architecture.Parse("7"), [[2, 2, 2]]);
        Assert.False(ExactStratumCount.Covers(stratum));
        Assert.Contains("3 unknowns", Assert.Throws<ArgumentException>(() => ExactStratumCount.Of(stratum, QuadraticLoss.FromTarget([1, 2, 3, 4, 5, 6, 7], Metric.Identity(7)))).Message);
        var small = CriticalStratum.Of(Architecture.Parse("2,2"), [[2]]);
        Assert.Throws<ArgumentException>(() => ExactStratumCount.Of(small, QuadraticLoss.FromTarget([1, 2], Metric.Identity(2))));
        var solution = ExactStratumCount.Of(small, QuadraticLoss.FromTarget([1, 2, 5], Metric.Identity(3))).Real[0];
        Assert.Throws<ArgumentOutOfRangeException>(() => solution.Filter(0));
    }

    /// <summary>Complex solutions come in pairs, and the real ones are critical for their scale.</summary>
    private static void CheckReal(Architecture net, CriticalStratum stratum, QuadraticLoss loss, ExactCount count)
    {
        Assert.True(Integer.DivideWithRemainder(stratum.GenericCount - count.Real.Length, 2).Remainder.IsZero);
        foreach (var solution in count.Real)
        {
            Assert.Equal(net.EndToEndSize, solution.Filter(1).Length);
            CheckScale(loss, solution);
        }
    }

    /// <summary>Scaling the filter is a tangent direction: Q(P, P) = Q(u, P).</summary>
    internal static void CheckScale(QuadraticLoss loss, ExactSolution solution)
    {
        var filter = solution.Filter(Rational.PowerOfTwo(-60));
        var image = loss.Gradient([.. filter.Select(c => c.Midpoint)]);
        var slope = image.Zip(filter, (g, c) => g * c.Midpoint).Aggregate(Rational.Zero, (sum, term) => sum + term);
        Assert.True(Rational.Abs(slope) < Rational.PowerOfTwo(-20), $"{slope.ToDouble()}");
    }

    private static bool Divides(Polynomial<Integer> divisor, Polynomial<Integer> polynomial) =>
        PolynomialGcd.Gcd(divisor, polynomial).Degree == divisor.Degree;
}
