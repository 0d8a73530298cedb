using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints.Certificates;

/// <summary>What is verified or refuted against exact eliminants: squares of linear forms nearest to a quadratic form, and the smallest strided network.</summary>
public class RecheckOracleTests
{
    [Fact]
    public void Boxes_of_squares_are_verified_exactly_where_the_eliminant_has_a_root() => PropertyRun.Trials(150, random =>
    {
        var (q, u) = CertificateSamples.Loss(random, 3);
        var squares = new Squares(q, u);
        var root = random.Pick(RealRoots.Isolate(squares.Eliminant));
        var a = root.Value.Refine(Rational.PowerOfTwo(-400));
        var t = squares.Scale(a);

        // The box is moved by up to twice its radius, so that about half of all boxes miss the solution.
        var radius = Rational.PowerOfTwo(-random.Between(16, 250));
        Rational Moved(RationalInterval value) => (value.Midpoint + (radius * random.Between(-120, 120) / 100)).Nearest(300);
        (Rational A, Rational T) center = (Moved(a), Moved(t));
        var isInside = Rational.Abs(center.A - a.Midpoint) < radius && Rational.Abs(center.T - t.Midpoint) < radius;
        var report = Recheck.Run(squares.Claim(new CertificateSolution(true, [1], [(center.A, 0), (center.T, 0)], [radius, radius])));
        var isVerified = report.Strata[0].Verified == 1;
        if (isVerified) Assert.True(isInside);
        if (report.Verdict.Kind == VerdictKind.Fails) Assert.False(isInside);

        // A box around the solution with room to spare is always verified, and one without it refuted.
        var rim = new[] { Rational.Abs(center.A - a.Midpoint), Rational.Abs(center.T - t.Midpoint) }.Max() / radius;
        if (radius < Rational.PowerOfTwo(-40) && rim < new Rational(9, 10)) Assert.True(isVerified, report.Problem?.Explanation);
        if (radius < Rational.PowerOfTwo(-40) && rim > new Rational(11, 10)) Assert.Equal(VerdictKind.Fails, report.Verdict.Kind);
    });

    [Fact]
    public void Wide_boxes_are_verified_only_if_they_hold_one_root()
    {
        var verified = 0;
        PropertyRun.Check(Prop.ForAll(ArbMap.Default.ArbFor<(int Seed, byte Shift, byte Width)>(), input =>
        {
            var random = new TestRandom(unchecked((ulong)input.Seed));
            var (q, u) = CertificateSamples.Loss(random, 3);
            var squares = new Squares(q, u);
            var roots = RealRoots.Isolate(squares.Eliminant).Select(root => root.Value.Refine(Rational.PowerOfTwo(-60))).ToArray();
            var (radius, chosen) = (new Rational(1 + input.Width, 4096), random.Pick(roots));
            var (center, height) = (chosen.Midpoint + (radius * (input.Shift - 128) / 100), squares.Scale(chosen).Midpoint);
            var box = new CertificateSolution(true, [1], [(center, 0), (height, 0)], [radius, radius * 8]);
            var report = Recheck.Run(squares.Claim(box));
            var inside = roots.Count(a => Rational.Abs(a.Midpoint - center) <= radius && Rational.Abs(squares.Scale(a).Midpoint - height) <= radius * 8);
            verified += report.Strata[0].Verified;
            return report.Strata[0].Verified == 1 ? inside == 1 : report.Problem!.Verdict == VerdictKind.Undecided || inside == 0;
        }), 200);
        Assert.True(verified > 10);
    }

    [Fact]
    public void The_smallest_strided_network_with_the_identity_has_two_of_six()
    {
        // F17: with b = w_2[1] / w_2[0] the critical points for u = (1,2,3,4) and Q = I are the roots of 11 b^2 - 20 b - 11.
        var eliminant = new Polynomial<Rational>(-11, -20, 11);
        ImmutableArray<Rational> u = [1, 2, 3, 4];
        var solutions = RealRoots.Isolate(eliminant).Select(root =>
        {
            var b = root.Value.Refine(Rational.PowerOfTwo(-120)).Midpoint.Nearest(120);
            Rational c = (u[0] + (b * u[2])) / (1 + (b * b)), d = (u[1] + (b * u[3])) / (1 + (b * b));
            var radius = Rational.PowerOfTwo(-90);
            return new CertificateSolution(true, [0, 0], [((d / c).Nearest(120), 0), (b, 0), (c.Nearest(120), 0)], [radius, radius, radius]);
        }).ToImmutableArray();
        var claims = new Certificate(
            Architecture.Parse("2,2", "2,1"), Matrix<Rational>.Identity(4), u, 0, [new CertificateStratum([[1], [1]], 6, 1, solutions)], new CertificateCompleteness(6, 2, VerdictKind.Undecided));
        var report = Recheck.Run(claims);
        Assert.Null(report.Problem);
        Assert.Equal((2, 2, 2), (report.Strata[0].Verified, report.Strata[0].Distinct, report.Strata[0].Real));
        Assert.Equal((2, 6, VerdictKind.Undecided), ((int)report.Certified, (int)report.Expected, report.Completeness.Kind));

        // Two is what the identity has, by a closed formula; one of the two is not all.
        var complete = Recheck.Run(claims.With(completeness: claims.Completeness with { Verdict = VerdictKind.Holds }));
        Assert.Null(complete.Problem);
        Assert.Equal(Verdict.Holds, complete.Completeness);
        Assert.Contains("singular vector", complete.CompletenessSource, StringComparison.Ordinal);
        var half = Recheck.Run(claims.With(0, 1, null).With(completeness: new CertificateCompleteness(6, 1, VerdictKind.Holds)));
        Assert.Equal(("completeness.verdict", VerdictKind.Fails), (half.Problem!.Path, half.Completeness.Kind));

        // The minimum and the other critical point have losses with sum |u|^2, by Pythagoras on the singular vectors of the 2 by 2 matrix.
        var losses = solutions.Select((solution, i) => Loss(claims, i)).ToArray();
        Assert.True((losses[0] + losses[1]).Contains(30));
    }

    [Fact]
    public void Enclosures_of_a_rational_function_are_verified_however_narrow_and_refuted_however_near()
    {
        // The square (1 + x)^2 is critical if the gradient is orthogonal to it and to its product with x.
        var q = new Matrix<Rational>(3, 3, (i, j) => i == j ? 2 : new Rational(1, 3));
        var difference = LinearSystems.Solve(q, [1, -1, 1]);
        ImmutableArray<Rational> u = [1 - difference[0], 2 - difference[1], 1 - difference[2]];
        var radius = Rational.PowerOfTwo(-20);
        var certificate = new Squares(q, u).Claim(new CertificateSolution(true, [1], [(1, 0), (1, 0)], [radius, radius]));
        foreach (var bits in (int[])[30, 200, 1000, 3000])
        {
            var width = Rational.PowerOfTwo(-bits);
            RationalInterval Around(Rational value) => new(value - width, value + width);
            var loss = difference[0] - difference[1] + difference[2];
            var point = new CertificatePoint(0, 0, [Around(1), Around(2), Around(1)], Around(loss));
            var report = Recheck.Run(certificate.With(points: [point]));
            Assert.Null(report.Problem);
            Assert.Equal(1, report.Points);
            var beside = new RationalInterval(loss + width, loss + (2 * width));
            var refuted = Recheck.Run(certificate.With(points: [point with { Loss = beside }])).Problem!;
            Assert.Equal(("points[0].loss", VerdictKind.Fails), (refuted.Path, refuted.Verdict));
        }
    }

    [Theory]
    [InlineData("2,2", null)]
    [InlineData("1,2,2", "2,1,1")]
    [InlineData("2,2", "2,1")]
    public void Enclosures_of_functions_and_losses_are_verified_or_refuted(string filters, string? strides)
    {
        var certificate = CertificateSamples.Complete(filters, strides, 3);
        var points = ImmutableArray.CreateBuilder<CertificatePoint>();
        for (var s = 0; s < certificate.Strata.Length; s++)
        {
            for (var i = 0; i < certificate.Strata[s].Solutions.Length; i++)
            {
                if (certificate.Strata[s].Solutions[i].Real) points.Add(PointOf(certificate, s, i));
            }
        }

        Assert.True(points.Count > 1);
        var report = Recheck.Run(Certificate.Parse(certificate.With(points: points.ToImmutable()).Write()));
        Assert.Null(report.Problem);
        Assert.Equal(points.Count, report.Points);

        for (var p = 0; p < points.Count; p++)
        {
            var loss = points[p].Loss;
            Expect(points[p] with { Loss = new RationalInterval(loss.Upper + 1, loss.Upper + 2) }, VerdictKind.Fails, $"points[{p}].loss");
            var first = points[p].Function[0];
            Expect(points[p] with { Function = points[p].Function.SetItem(0, new RationalInterval(first.Lower - 2, first.Lower - 1)) }, VerdictKind.Fails, $"points[{p}].function[0]");
            if (!certificate.Strata[points[p].Stratum].Solutions[0].IsExact) Expect(points[p] with { Loss = new RationalInterval(loss.Midpoint, loss.Upper) }, null, $"points[{p}].loss");

            void Expect(CertificatePoint point, VerdictKind? verdict, string path)
            {
                var problem = Recheck.Run(certificate.With(points: points.ToImmutable().SetItem(p, point))).Problem;
                if (verdict is null && problem is null) return;
                Assert.Equal((CertificateClaim.Points, path), (problem!.Claim, problem.Path));
                if (verdict is { } sure) Assert.Equal(sure, problem.Verdict);
            }
        }
    }

    private static RationalInterval Loss(Certificate certificate, int solution) => PointOf(certificate, 0, solution).Loss;

    /// <summary>Enclosures from the box itself, by interval arithmetic with rationals.</summary>
    private static CertificatePoint PointOf(Certificate certificate, int s, int i)
    {
        var (shape, solution) = (certificate.Shapes[s], certificate.Strata[s].Solutions[i]);
        ImmutableArray<RationalInterval> function;
        if (solution.IsExact)
        {
            // The gradient of the loss vanishes in all directions that the filter can take.
            var minimizer = ExactMinimizer.Of(certificate, shape);
            var gradient = certificate.Q.Multiply([.. minimizer.Select((w, k) => w - certificate.Target[k])]);
            Assert.All(Enumerable.Range(0, gradient.Length), k => Assert.True(k % (int)shape.Blocks[0].Step == 0 ? gradient[k].IsZero : minimizer[k].IsZero));
            function = [.. minimizer.Select(c => new RationalInterval(c))];
        }
        else
        {
            var next = 0;
            RationalInterval Coordinate() => new(solution.Center[next].Re - solution.Radius[next], solution.Center[next].Re + solution.Radius[next++]);
            var product = Polynomial<RationalInterval>.One;
            for (var f = 0; f < shape.Factors.Length; f++)
            {
                var factor = new Polynomial<RationalInterval>([.. Enumerable.Range(0, shape.Factors[f].Degree + 1).Select(k => k == solution.Charts[f] ? RationalInterval.One : Coordinate())]);
                product *= Polynomial<RationalInterval>.Pow(factor, shape.Factors[f].Multiplicity).Upsample((int)shape.Blocks[shape.Factors[f].Block].Step);
            }

            var t = Coordinate();
            function = [.. product.CoefficientsPadded(certificate.Target.Length).Select(c => t * c)];
        }

        RationalInterval loss = certificate.Constant;
        for (var k = 0; k < function.Length; k++)
        {
            for (var m = 0; m < function.Length; m++) loss += (RationalInterval)certificate.Q[k, m] * (function[k] - certificate.Target[k]) * (function[m] - certificate.Target[m]);
        }

        return new CertificatePoint(s, i, function, loss);
    }

    /// <summary>The critical multiples t (x + a y)^2 of squares: a is a root of a quartic, and t follows from a.</summary>
    private sealed class Squares
    {
        private readonly Matrix<Rational> _q;
        private readonly ImmutableArray<Rational> _u;
        private readonly Polynomial<Rational> _norm, _product;

        public Squares(Matrix<Rational> q, ImmutableArray<Rational> u)
        {
            (_q, _u) = (q, u);

            // P = t f^2 is critical when Q(P - u) is orthogonal to f and to f x, with f = a + x.
            var a = Polynomial<Rational>.X;
            Polynomial<Rational> one = Polynomial<Rational>.One, zero = Polynomial<Rational>.Zero;
            Polynomial<Rational>[] square = [a * a, 2 * a, one], low = [a, one, zero], high = [zero, a, one];
            Polynomial<Rational>[] target = [.. u.Select(Polynomial<Rational>.Constant)];
            _norm = Form(square, low);
            _product = Form(target, low);
            Eliminant = (_norm * Form(target, high)) - (Form(square, high) * _product);
        }

        public Polynomial<Rational> Eliminant { get; }

        public RationalInterval Scale(RationalInterval a) => Value(_product, a) / Value(_norm, a);

        public Certificate Claim(CertificateSolution solution) => new(
            Architecture.Parse("2,2"), _q, _u, 0, [new CertificateStratum([[2]], 4, 1, [solution])], new CertificateCompleteness(6, 1, VerdictKind.Undecided));

        private static RationalInterval Value(Polynomial<Rational> polynomial, RationalInterval at) => polynomial.Map(c => new RationalInterval(c)).Evaluate(at);

        private Polynomial<Rational> Form(Polynomial<Rational>[] left, Polynomial<Rational>[] right)
        {
            var sum = Polynomial<Rational>.Zero;
            for (var i = 0; i < 3; i++)
            {
                for (var j = 0; j < 3; j++) sum += _q[i, j] * (left[i] * right[j]);
            }

            return sum;
        }
    }
}

/// <summary>Short rationals near long ones.</summary>
internal static class NearestDyadic
{
    /// <summary>A multiple of <c>2^-bits</c> within one unit.</summary>
    public static Rational Nearest(this Rational value, int bits) => Rational.Floor(value * Rational.PowerOfTwo(bits)) * Rational.PowerOfTwo(-bits);
}
