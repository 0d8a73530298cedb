using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>Data that are not generic: special metrics, targets with repeated roots, symmetric targets, no target at all.</summary>
public class SpecialDataTests
{
    // S2, S4, F17: the counts for the Bombieri metric and for white data.
    [Theory]
    [InlineData("2,2", null, "bombieri", "1,2,5", 4, 6)]
    [InlineData("3,2", null, "bombieri", "1,2,5,-3", 6, 10)]
    [InlineData("2,2,2", null, "bombieri", "1,2,5,-3", 18, 34)]
    [InlineData("3,3", null, "bombieri", "1,2,3,4,6", 21, 39)]
    [InlineData("2,2", "2,1", "identity", "1,2,3,4", 2, 6)]
    [InlineData("3,2", "2,1", "identity", "1,2,3,4,5", 10, 10)]
    public void Special_metrics_have_fewer_solutions(string filters, string? strides, string metric, string target, int certified, int expected)
    {
        var points = Landscape.Find(filters, strides, target, metric);
        Assert.Equal(expected, points.Completeness.Expected);
        Assert.Equal(certified, points.Completeness.Certified);
        Assert.Equal(VerdictKind.Holds, points.Completeness.Verdict.Kind);
        Assert.Equal(VerdictKind.Holds, points.AllRealPoints.Kind);
        Assert.Equal(expected - certified, points.Completeness.Lost.Aggregate(0, (sum, l) => sum + (int)l.Count));
        if (metric == "bombieri") Assert.Equal($"{expected - certified} paths have no finite end, because the Bombieri metric is not generic", Assert.Single(points.Completeness.Lost).Sentence);
        Assert.Equal($"{certified} of {expected} certified", points.Completeness.ToString());
    }

    /// <summary>Section 10: for the Bombieri metric the squares are the eigenvectors; the one with the larger eigenvalue is the minimum.</summary>
    [Fact]
    public void Bombieri_squares_are_eigenvectors()
    {
        // [[A, B/2], [B/2, C]] = [[3, 1], [1, 3]] with P = A x^2 + B xy + C y^2: eigenvalues 4 and 2, eigenvectors (1,1) and (1,-1).
        var points = Landscape.Find("2,2", null, "3,2,3", "bombieri");
        var squares = points.Where(p => p.RealPattern?.ToString() == "2|").ToArray();
        Assert.Equal(2, squares.Length);
        Assert.Equal(CriticalPointKind.GlobalMinimum, squares[0].Kind);
        Assert.Equal(CriticalPointKind.StrictSaddle, squares[1].Kind);
        Assert.All(squares[0].Function.Zip([2.0, 4.0, 2.0]), pair => Assert.InRange(pair.First.Midpoint, pair.Second - 1e-12, pair.Second + 1e-12));
        Assert.All(squares[1].Function.Zip([1.0, -2.0, 1.0]), pair => Assert.InRange(pair.First.Midpoint, pair.Second - 1e-12, pair.Second + 1e-12));
        Assert.Equal(CriticalPointKind.NotAttained, Assert.Single(points, p => p.RealPattern?.ToString() == "|1").Kind);
    }

    // F17: the eliminant 11b^2 - 20b - 11 in b = w_2[1] / w_2[0].
    [Fact]
    public void The_fixed_instance_of_two_strided_layers()
    {
        var points = Landscape.Find("2,2", "2,1", "1,2,3,4", "identity").Where(p => p.Kind != CriticalPointKind.Zero).ToArray();
        var roots = points.Select(p => 1 / Assert.Single(p.Factorizations).Filters[1][0].Midpoint).Order().ToArray();
        var discriminant = Math.Sqrt(400 + (4 * 121));
        Assert.Equal(2, roots.Length);
        Assert.Equal((20 - discriminant) / 22, roots[0], 12);
        Assert.Equal((20 + discriminant) / 22, roots[1], 12);
    }

    /// <summary>A target with repeated roots: its row is empty, it lies on its own stratum, and all its real factorizations are global minima.</summary>
    [Theory]
    [InlineData("3,2", "0,0,1,0", "21|", 2, 7)]
    [InlineData("3,2", "-2,5,-4,1", "21|", 2, 7)] // (x-1)^2 (x-2)
    [InlineData("2,2", "1,2,1", "2|", 1, 4)]
    [InlineData("2,2", "0,0,1", "2|", 1, 3)] // one more solution is zero
    [InlineData("2,2", "3,0,0", "2|", 1, 3)]
    [InlineData("3,3", "1,0,2,0,1", "|2", 1, 0)] // (x^2+1)^2
    public void Repeated_roots_of_the_target(string filters, string target, string pattern, int factorizations, int certified)
    {
        var points = Landscape.Find(filters, null, target, "identity");
        var row = points.Strata.Single(s => s.Stratum.IsUnconstrained);
        Assert.Equal(Integer.Zero, row.Completeness.Certified);
        Assert.Equal(VerdictKind.Holds, row.Completeness.Verdict.Kind);
        Assert.Equal(LostPlace.DeeperStratum, Assert.Single(row.Completeness.Lost).Place);
        if (certified > 0) Assert.Equal(certified, points.Completeness.Certified);

        var best = points[0];
        Assert.Equal(pattern, best.RealPattern!.ToString());
        Assert.Equal(CriticalPointKind.GlobalMinimum, best.Kind);
        Assert.Equal(Evidence.Exact, best.Evidence);
        Assert.Equal(factorizations, best.CriticalFactorizationCount);
        Assert.Equal(Interval.FromDouble(0), best.Loss);
        Assert.Equal(ImmutableArray.Create(target.Split(',')), best.ExactFunction!.Value.Select(c => c.ToString()));
        Assert.DoesNotContain(points.Skip(1), p => p.Factorizations.Any(f => f.Kind == CriticalPointKind.GlobalMinimum));

        // Every real factorization is critical, whatever its multiplicities: compare with the exact ones.
        var exact = Architecture.Parse(filters).FunctionSpace().Factor(best.ExactFunction!.Value);
        Assert.Equal(exact.Count, best.CriticalFactorizationCount);
        if (best.Stratum is { } s && best.Box is { } b)
        {
            Assert.True(points.Strata[s].Boxes[b].Product.Zip(best.Function).All(pair => !pair.First.Re.IsDisjoint(pair.Second)));
            Assert.DoesNotContain(points.Skip(1), p => p.Stratum == s && p.Box == b);
        }
    }

    /// <summary>dℓ(u) = 0: u = 31| has no stratum of its own for (4,2), and yet all its real factorizations are critical.</summary>
    [Fact]
    public void A_target_on_a_stratum_without_squarefree_factorizations()
    {
        var points = Landscape.Find("4,2", null, "0,0,0,1,0", "identity");
        Assert.Equal("31|", points[0].RealPattern!.ToString());
        Assert.Null(points[0].Stratum);
        Assert.Equal(2, points[0].CriticalFactorizationCount);
        Assert.Equal(CriticalPointKind.GlobalMinimum, points[0].Kind);
        Assert.Contains(points[0].Factorizations, f => f.ExactFilters is { } filters && filters[1].Coefficients[1].IsZero);
    }

    [Theory]
    [InlineData("2,2", null, "0,0,0")]
    [InlineData("3", null, "0,0,0")]
    [InlineData("1,2", "2,1", "0,5,0")] // only the even places are reached, and Q = I
    [InlineData("2,2", "3,1", "0,0,7,0,0")]
    [InlineData("2,2", "2,1", "0,0,0,0")]
    public void Without_a_target_zero_is_all_there_is(string filters, string? strides, string target)
    {
        var points = Landscape.Find(filters, strides, target, "identity");
        var zero = Assert.Single(points);
        Assert.Equal(CriticalPointKind.Zero, zero.Kind);
        Assert.True(zero.Zero!.IsGlobalMinimum);
        Assert.Equal(Integer.Zero, points.Completeness.Certified);
        Assert.Equal(VerdictKind.Holds, points.Completeness.Verdict.Kind);
        Assert.All(points.Completeness.Lost, l => Assert.Equal(LostPlace.ZeroFunction, l.Place));
    }

    [Fact]
    public void One_layer_has_one_critical_point()
    {
        var points = Landscape.Find("4", null, "1,2,3,4", "identity");
        var point = Assert.Single(points);
        Assert.Equal(CriticalPointKind.GlobalMinimum, point.Kind);
        Assert.Equal(["1", "2", "3", "4"], Assert.Single(point.Factorizations).ExactFilters!.Value[0].Coefficients.Select(c => c.Lower.ToString()));
        Assert.Equal("1 of 1 certified", points.Completeness.ToString());
        Assert.Single(Landscape.Find("1", null, "5", "identity"));
        Assert.Equal(2, Landscape.Find("1,1,1", null, "5", "identity").Count);
    }

    /// <summary>C8: the zero function is always critical for two or more layers; what one zero filter demands of the others.</summary>
    [Theory]
    [InlineData("2,2", new[] { 0, 0 })]
    [InlineData("3,3", new[] { 0, 0 })]
    [InlineData("3,2", new[] { 0, 1 })]
    [InlineData("2,2,2", new[] { 1, 1, 1 })]
    [InlineData("4,2", new[] { 0, 2 })]
    [InlineData("3,2,2", new[] { 0, 2, 2 })]
    public void One_zero_filter(string filters, int[] dimensions)
    {
        var net = Architecture.Parse(filters);
        var loss = new TestRandom(11).NextLoss(net.EndToEndSize);
        var zero = Assert.Single(Landscape.Find(net, loss), p => p.Kind == CriticalPointKind.Zero);
        Assert.Equal(Interval.Enclose(loss.AtZero), zero.Loss);
        Assert.True(zero.Zero!.SeveralZeroFilters);
        Assert.False(zero.Zero.IsGlobalMinimum);
        Assert.Equal(dimensions, zero.Zero.OneZeroFilter.Select(l => l.Dimension));
        Assert.Equal(Enumerable.Range(1, net.Depth), zero.Zero.OneZeroFilter.Select(l => l.Layer));
        foreach (var layer in zero.Zero.OneZeroFilter.Where(l => l.Form is not null))
        {
            // The definition: the gradient at zero annihilates all products of the form with filters of the layer.
            var gradient = loss.Gradient([.. Enumerable.Repeat(Rational.Zero, loss.Size)]);
            for (var i = 0; i < net.Filters[layer.Layer - 1]; i++)
            {
                Assert.Equal(Rational.Zero, layer.Form!.Value.Select((c, j) => c * gradient[i + j]).Aggregate(Rational.Zero, (a, b) => a + b));
            }

            var others = new Architecture(net.Filters.RemoveAt(layer.Layer - 1)).FunctionSpace();
            Assert.Equal(others.Contains(layer.Form!.Value).Verdict.Kind, layer.Exists.Kind);
        }
    }

    /// <summary>An apolar quadric with two real roots makes a critical parameter of (3,2) with second filter zero: the gradient vanishes exactly.</summary>
    [Fact]
    public void The_apolar_form_is_a_critical_parameter()
    {
        var net = Architecture.Parse("3,2");
        var loss = new TestRandom(2).NextLoss(4);
        var form = Landscape.Find(net, loss).Single(p => p.Zero is not null).Zero!.OneZeroFilter[1].Form!.Value;
        var weights = new FilterStack<Rational>(net, [form, [Rational.Zero, Rational.Zero]]);
        var jacobian = ParameterizationMap.Jacobian(weights);
        var gradient = loss.Gradient([0, 0, 0, 0]);
        for (var column = 0; column < jacobian.Columns; column++)
        {
            Assert.Equal(Rational.Zero, Enumerable.Range(0, 4).Aggregate(Rational.Zero, (sum, i) => sum + (jacobian[i, column] * gradient[i])));
        }
    }

    /// <summary>Ill-conditioned data leave wide enclosures in doubles; with more digits every sign is proved.</summary>
    [Fact]
    public void Hilbert_metrics_leave_nothing_open() => PropertyRun.Trials(12, random =>
    {
        var net = Architecture.Parse(random.Pick<string>(["3,3", "2,2,2", "3,2"]));
        var metric = Metric.FromMatrix(new Matrix<Rational>(net.EndToEndSize, net.EndToEndSize, (i, j) => new Rational(1, i + j + 1)));
        var target = Enumerable.Range(0, net.EndToEndSize).Select(_ => new Rational(random.Between(-1000, 1000), random.Pick<int>([1, 10, 1000, 100_000]))).ToImmutableArray();
        var points = Landscape.Find(net, QuadraticLoss.FromTarget(target, metric));
        Assert.Equal(VerdictKind.Holds, points.AllRealPoints.Kind);
        foreach (var point in points.Where(p => p.Stratum is not null && p.Box is not null))
        {
            Assert.NotEqual(CriticalPointKind.Degenerate, point.Kind);
            Assert.NotNull(point.RealPattern);
            Assert.Equal(Integer.Zero, point.UndecidedFactorizations);
            Assert.All(point.Factorizations, f => Assert.NotNull(f.Index));
            Assert.InRange(point.Loss.Radius, 0, (1e-7 * point.Loss.Magnitude) + (1e-12 * points[^1].Loss.Magnitude));
        }
    });

    /// <summary>
    /// Section 10: the target is in the interior of the function space, and yet -3/5 y^2 is a local minimum that is not global. Everything is rational:
    /// the gradient is a multiple of the evaluation at infinity, and the Hessian modulo scalings is checked by its minors.
    /// </summary>
    [Fact]
    public void A_representable_target_with_a_spurious_local_minimum()
    {
        var net = Architecture.Parse("2,2");
        var loss = QuadraticLoss.FromTarget([1, 0, -2], Metric.Parse("[[5,5,4],[5,9,4],[4,4,5]]", 3));
        var points = Landscape.Find(net, loss);
        Assert.Equal("11|", points[0].RealPattern!.ToString());
        Assert.Equal(CriticalPointKind.GlobalMinimum, points[0].Kind);
        var spurious = Assert.Single(points, p => p.Kind == CriticalPointKind.LocalMinimum);
        Assert.Equal("2|", spurious.RealPattern!.ToString());
        Assert.True(spurious.Loss.Contains(7.2));
        Assert.True(spurious.Function[0].Contains(-0.6) && spurious.Function[1].Contains(0) && spurious.Function[2].Contains(0));

        // Exactly: P = -3/5 y^2 = (-3/5 y)(y), gradient g = (0, 0, g2), so it annihilates y times every linear form.
        Rational third = new(-3, 5);
        var gradient = loss.Gradient([third, 0, 0]);
        Assert.Equal([0, 0], gradient.Take(2));

        // Variables a, b, c of the layers (third + a) y + b x and y + c x, a second-order expansion: columns y^2, xy, third xy and the curvature 2 b c g2.
        Rational Q(int i, int j) => (Rational)2 * loss.Q[i, j];
        Rational[,] hessian =
        {
            { Q(0, 0), Q(0, 1), third * Q(0, 1) },
            { Q(0, 1), Q(1, 1), (third * Q(1, 1)) + gradient[2] },
            { third * Q(0, 1), (third * Q(1, 1)) + gradient[2], third * third * Q(1, 1) },
        };
        Assert.Null(PositiveDefinite.FirstBadPivot(new Matrix<Rational>(3, 3, (i, j) => hessian[i, j])));
    }

    /// <summary>Targets over six hundred orders of magnitude: whatever cannot be certified is said, and the counts add up.</summary>
    [Theory]
    [InlineData("2,2", null, "1e300,2e-300,3")]
    [InlineData("2,2", "2,1", "1e300,2e-300,3,4")]
    public void What_is_open_is_said(string filters, string? strides, string target)
    {
        var completeness = Landscape.Find(filters, strides, target, "identity").Completeness;
        if (completeness.Verdict.Reason is not { } reason) return;
        var missing = completeness.Expected - completeness.Certified - completeness.Lost.Aggregate(Integer.Zero, (sum, lost) => sum + lost.Count);
        Assert.True(reason.Split(": ")[1].Length > 0, reason);
        Assert.Equal(missing > 0, reason.Contains("not certified", StringComparison.Ordinal));
    }

    /// <summary>Symmetric data: u reads the same backwards up to sign, so the points come in pairs of equal loss, which share the minimum.</summary>
    [Fact]
    public void Symmetric_targets_have_symmetric_points()
    {
        var points = Landscape.Find("2,2,2", null, "1,3,3,-1", "identity");
        var mirrored = Landscape.Find("2,2,2", null, "-1,3,3,1", "identity");
        Assert.Equal(points.Count, mirrored.Count);
        foreach (var point in points)
        {
            Assert.Contains(mirrored, p => p.Function.Reverse().Zip(point.Function).All(pair => !pair.First.IsDisjoint(pair.Second)) && p.Kind == point.Kind);
        }

        var definite = Landscape.Find("2,2", null, "1,0,1", "identity");
        var minima = definite.Where(p => p.Kind == CriticalPointKind.GlobalMinimum).ToArray();
        Assert.All(minima.Skip(1), m => Assert.False(m.Loss.IsDisjoint(minima[0].Loss)));
        Assert.Equal(minima.Length > 1, definite.Notes.Any(n => n.Contains("could not be told apart", StringComparison.Ordinal)));
    }
}
