using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints.Certificates;

/// <summary>A true certificate, changed in one place, is refused for the right reason at the right place.</summary>
public class RecheckMutationTests
{
    private static readonly Lazy<Certificate> LazyCubic = new(() => CertificateSamples.Complete("3,2", null, 1));
    private static readonly Lazy<Certificate> LazyStrided = new(() => CertificateSamples.Complete("2,2,2", "1,2,1", 1));

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public void A_shifted_center_is_refused(bool strided) => Each(strided, (certificate, s, i) =>
    {
        var old = certificate.Strata[s].Solutions[i];
        foreach (var j in (int[])[i % old.Center.Length, old.Center.Length - 1])
        {
            var (re, im) = old.Center[j];
            var far = old.Radius[j] * 1000;
            Refuted(certificate.With(s, i, new(old.Real, old.Charts, old.Center.SetItem(j, (re + far, im)), old.Radius)), CertificateClaim.OneSolution, $"strata[{s}].solutions[{i}]");
            if (!old.Real) Refuted(certificate.With(s, i, new(false, old.Charts, old.Center.SetItem(j, (re, im - far)), old.Radius)), CertificateClaim.OneSolution, $"strata[{s}].solutions[{i}]");
            Assert.Equal(Verdict.Holds, Recheck.Run(certificate.With(s, i, new(old.Real, old.Charts, old.Center.SetItem(j, (re + (old.Radius[j] / 4), im)), old.Radius))).Verdict);
        }
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void A_box_that_is_too_small_is_refused_and_one_that_is_too_wide_is_undecided(bool strided) => Each(strided, (certificate, s, i) =>
    {
        var old = certificate.Strata[s].Solutions[i];
        var tiny = Rational.PowerOfTwo(-300);
        Refuted(certificate.With(s, i, new(old.Real, old.Charts, old.Center, [.. old.Radius.Select(_ => tiny)])), CertificateClaim.OneSolution, $"strata[{s}].solutions[{i}]");
        Open(certificate.With(s, i, new(old.Real, old.Charts, old.Center, [.. old.Radius.Select(_ => (Rational)1000)])), CertificateClaim.OneSolution, $"strata[{s}].solutions[{i}]");
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void A_box_that_is_listed_twice_is_refused_in_any_chart(bool strided) => Each(strided, (certificate, s, i) =>
    {
        if (i == 0) return;
        var first = certificate.Strata[s].Solutions[0];
        Refuted(certificate.With(s, i, first), CertificateClaim.Distinct, $"strata[{s}].solutions[{i}]");
        Refuted(certificate.With(s, i, new(first.Real, first.Charts, first.Center, [.. first.Radius.Select(r => r * 2)])), CertificateClaim.Distinct, $"strata[{s}].solutions[{i}]");
        for (var f = 0; f < first.Charts.Length; f++)
        {
            if (InOtherChart(certificate.Shapes[s], first, f) is { } moved) Refuted(certificate.With(s, i, moved), CertificateClaim.Distinct, $"strata[{s}].solutions[{i}]");
        }
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void Other_charts_are_as_good(bool strided) => Each(strided, (certificate, s, i) =>
    {
        var old = certificate.Strata[s].Solutions[i];
        for (var f = 0; f < old.Charts.Length; f++)
        {
            if (InOtherChart(certificate.Shapes[s], old, f) is { } moved) Assert.Null(Recheck.Run(certificate.With(s, i, moved)).Problem);
        }
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void A_wrong_flag_is_refused(bool strided) => Each(strided, (certificate, s, i) =>
    {
        var old = certificate.Strata[s].Solutions[i];
        Refuted(certificate.With(s, i, new(!old.Real, old.Charts, old.Center, old.Radius)), CertificateClaim.Reality, $"strata[{s}].solutions[{i}]");
        if (old.Real)
        {
            // A box that is not its own mirror image still shows that its solution is real, if it holds the mirror image too.
            ImmutableArray<(Rational, Rational)> tilted = [.. old.Center.Zip(old.Radius, (c, r) => (c.Re, r / 5))];
            Assert.Null(Recheck.Run(certificate.With(s, i, new(true, old.Charts, tilted, old.Radius))).Problem);
            Refuted(certificate.With(s, i, new(false, old.Charts, tilted, old.Radius)), CertificateClaim.Reality, $"strata[{s}].solutions[{i}]");
            return;
        }

        Refuted(certificate.With(s, i, new(true, old.Charts, [.. old.Center.Select(c => (c.Re, Rational.Zero))], old.Radius)), CertificateClaim.OneSolution, $"strata[{s}].solutions[{i}]");
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void Other_data_are_refused(bool strided)
    {
        var certificate = Base(strided);
        var bit = new Rational(1, 1_000_000);
        for (var k = 0; k < certificate.Target.Length; k++)
        {
            Refuted(certificate.With(u: certificate.Target.SetItem(k, certificate.Target[k] + bit)), CertificateClaim.OneSolution, null);
            var row = k;
            Refuted(certificate.With(q: Entry(certificate.Q, row, row, bit)), CertificateClaim.OneSolution, null);
            if (k > 0) Refuted(certificate.With(q: Entry(Entry(certificate.Q, row, 0, bit), 0, row, bit)), CertificateClaim.OneSolution, null);
            if (k > 0) Refuted(certificate.With(q: Entry(certificate.Q, row, 0, bit)), CertificateClaim.Loss, "q");
            Refuted(certificate.With(q: Entry(certificate.Q, row, row, -2 * certificate.Q[row, row])), CertificateClaim.Loss, "q");
        }

        Refuted(certificate.With(q: Matrix<Rational>.Zero(certificate.Q.Rows, certificate.Q.Rows)), CertificateClaim.Loss, "q");
        var size = certificate.Q.Rows;
        Refuted(certificate.With(q: new Matrix<Rational>(size, size, (i, j) => new Rational(1, 3))), CertificateClaim.Loss, "q");
        Assert.Null(Recheck.Run(certificate.With(q: new Rational(7, 3) * certificate.Q)).Problem);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Wrong_counts_are_refused(bool strided)
    {
        var certificate = Base(strided);
        for (var s = 0; s < certificate.Strata.Length; s++)
        {
            var stratum = certificate.Strata[s];
            Refuted(certificate.With(strata: certificate.Strata.SetItem(s, stratum with { Expected = stratum.Expected + 1 })), CertificateClaim.GenericCount, $"strata[{s}].expected");
            Refuted(certificate.With(strata: certificate.Strata.SetItem(s, stratum with { Factorizations = stratum.Factorizations + 1 })), CertificateClaim.GenericCount, $"strata[{s}].factorizations");
            Refuted(certificate.With(strata: certificate.Strata.RemoveAt(s)), CertificateClaim.Completeness, "completeness.certified");
            if (stratum.Solutions[0].IsExact) continue;
            Refuted(certificate.With(s, 0, null), CertificateClaim.Completeness, "completeness.certified");
            var more = certificate.With(strata: certificate.Strata.SetItem(s, stratum with { Solutions = stratum.Solutions.Add(stratum.Solutions[0]) }));
            Refuted(more, CertificateClaim.GenericCount, $"strata[{s}].solutions");
        }

        var total = certificate.Completeness;
        Refuted(certificate.With(completeness: total with { Expected = total.Expected + 1 }), CertificateClaim.Completeness, "completeness.expected");
        Refuted(certificate.With(completeness: total with { Certified = total.Certified - 1 }), CertificateClaim.Completeness, "completeness.certified");
        Refuted(certificate.With(completeness: total with { Verdict = VerdictKind.Undecided }), CertificateClaim.Completeness, "completeness.verdict");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_list_with_gaps_is_true_as_long_as_it_does_not_claim_to_be_complete(bool strided) => Each(strided, (certificate, s, i) =>
    {
        var fewer = certificate.Completeness.Certified - certificate.Strata[s].Factorizations;
        var honest = certificate.With(s, i, null).With(completeness: certificate.Completeness with { Certified = fewer, Verdict = VerdictKind.Undecided });
        var report = Recheck.Run(honest);
        Assert.Null(report.Problem);
        Assert.Equal(VerdictKind.Undecided, report.Completeness.Kind);
        Assert.Equal(fewer, report.Certified);

        // The exact count for these data finds the one that is missing.
        Assert.True(ExactStratumCount.Covers(certificate.Shapes[s]));
        Refuted(honest.With(completeness: honest.Completeness with { Verdict = VerdictKind.Holds }), CertificateClaim.Completeness, "completeness.verdict");
    });

    [Fact]
    public void Solutions_of_another_stratum_are_refused()
    {
        // Both strata have two factors of degree one, so their boxes fit each other.
        var net = Architecture.Parse("2,2,2,2,2");
        var random = new TestRandom(5);
        var (q, u) = CertificateSamples.Loss(random, net.EndToEndSize);
        CriticalStratum[] shapes = [CriticalStratum.Of(net, [[4, 1]]), CriticalStratum.Of(net, [[3, 2]])];
        var solutions = shapes.Select(shape => CertificateSamples.Solver(shape, q, u).Solve(random, 32, 4)!.Value).ToArray();
        Certificate With(params int[] order) => new(
            net, q, u, 0, [.. shapes.Select((shape, s) => new CertificateStratum(shape.Patterns, shape.GenericCount, shape.Factorizations, solutions[order[s]]))],
            new CertificateCompleteness(CriticalPointCount.OnParameters(net.Filters), 4 * (shapes[0].Factorizations + shapes[1].Factorizations), VerdictKind.Undecided));
        Assert.Null(Recheck.Run(With(0, 1)).Problem);
        Refuted(With(1, 0), CertificateClaim.OneSolution, "strata[0].solutions[0]");
    }

    [Fact]
    public void A_minimizer_with_a_multiple_root_is_not_on_the_open_stratum()
    {
        var net = Architecture.Parse("3,2");
        foreach (var u in (ImmutableArray<Rational>[])[[1, 2, 1, 0], [0, 0, 0, 1], [1, 1, 0, 0], [0, 0, 0, 0]])
        {
            var claims = new Certificate(net, Matrix<Rational>.Identity(4), u, 0, [new CertificateStratum([[1, 1, 1]], 1, 3, [CertificateSolution.Exact])], new CertificateCompleteness(10, 3, VerdictKind.Undecided));
            var report = Refuted(claims, CertificateClaim.OpenStratum, "strata[0].solutions[0]");
            Assert.Equal(0, report.Certified);
        }

        var simple = new Certificate(net, Matrix<Rational>.Identity(4), [0, 2, 1, 0], 0, [new CertificateStratum([[1, 1, 1]], 1, 3, [CertificateSolution.Exact])], new CertificateCompleteness(10, 3, VerdictKind.Undecided));
        Assert.Equal(3, Recheck.Run(simple).Certified);
    }

    [Fact]
    public void A_solution_on_a_deeper_stratum_is_not_on_the_open_one()
    {
        // P = (x - 1)^3 solves the system of the pattern 2,1 if the gradient is orthogonal to x^k (x - 1) for k = 0, 1, 2.
        var q = new Matrix<Rational>(4, 4, (i, j) => i == j ? i + 2 : new Rational(1, 2));
        ImmutableArray<Rational> cube = [-1, 3, -3, 1], gradient = [1, 1, 1, 1];
        var difference = LinearSystems.Solve(q, gradient);
        ImmutableArray<Rational> u = [.. cube.Select((c, i) => c - difference[i])];
        var radius = Rational.PowerOfTwo(-20);
        var solution = new CertificateSolution(true, [1, 1], [(-1, 0), (-1, 0), (1, 0)], [radius, radius, radius]);
        var claims = new Certificate(Architecture.Parse("2,2,2"), q, u, 0, [new CertificateStratum([[2, 1]], 7, 3, [solution])], new CertificateCompleteness(34, 3, VerdictKind.Undecided));
        var report = Open(claims, CertificateClaim.OpenStratum, "strata[0].solutions[0]");
        Assert.Equal((1, 0, 0), (report.Strata[0].Verified, report.Strata[0].OpenStratum, report.Strata[0].Distinct));
    }

    private static Certificate Base(bool strided) => (strided ? LazyStrided : LazyCubic).Value;

    private static void Each(bool strided, Action<Certificate, int, int> check)
    {
        var certificate = Base(strided);
        for (var s = 0; s < certificate.Strata.Length; s++)
        {
            for (var i = 0; i < certificate.Strata[s].Solutions.Length; i += strided ? 7 : 3)
            {
                if (!certificate.Strata[s].Solutions[i].IsExact) check(certificate, s, i);
            }
        }
    }

    private static RecheckReport Refuted(Certificate certificate, CertificateClaim claim, string? path) => Problem(certificate, claim, path, VerdictKind.Fails);

    private static RecheckReport Open(Certificate certificate, CertificateClaim claim, string? path) => Problem(certificate, claim, path, VerdictKind.Undecided);

    private static RecheckReport Problem(Certificate certificate, CertificateClaim claim, string? path, VerdictKind verdict)
    {
        var report = Recheck.Run(certificate);
        Assert.NotNull(report.Problem);
        Assert.Equal((claim, verdict), (report.Problem.Claim, report.Problem.Verdict));
        if (path is not null) Assert.Equal(path, report.Problem.Path);
        Assert.StartsWith(report.Problem.Path, report.Problem.Explanation, StringComparison.Ordinal);
        Assert.EndsWith(".", report.Problem.Explanation, StringComparison.Ordinal);
        Assert.Equal(verdict, report.Verdict.Kind);
        return report;
    }

    private static Matrix<Rational> Entry(Matrix<Rational> q, int row, int column, Rational change) =>
        new(q.Rows, q.Columns, (i, j) => q[i, j] + (i == row && j == column ? change : 0));

    /// <summary>The same solution with another coefficient of one factor set to one, in exact arithmetic; null if the factor has no other coefficient that is far from zero.</summary>
    private static CertificateSolution? InOtherChart(CriticalStratum stratum, CertificateSolution solution, int factor)
    {
        var next = stratum.Factors.Take(factor).Sum(f => f.Degree);
        var degree = stratum.Factors[factor].Degree;
        var full = solution.Center.Skip(next).Take(degree).ToList();
        full.Insert(solution.Charts[factor], (1, 0));
        var chart = Enumerable.Range(0, degree + 1).Where(i => i != solution.Charts[factor]).MaxBy(i => Norm(full[i]));
        if (Norm(full[chart]) < new Rational(1, 100)) return null;
        var inverse = (full[chart].Re / Norm(full[chart]), -full[chart].Im / Norm(full[chart]));
        var moved = full.Select(c => Times(c, inverse)).ToList();
        moved.RemoveAt(chart);
        var scale = solution.Center[^1];
        for (var k = 0; k < stratum.Factors[factor].Multiplicity; k++) scale = Times(scale, full[chart]);
        var center = solution.Center.RemoveRange(next, degree).InsertRange(next, moved).SetItem(solution.Center.Length - 1, scale);
        return new CertificateSolution(solution.Real, solution.Charts.SetItem(factor, chart), center, [.. center.Select(_ => Rational.PowerOfTwo(-28))]);
    }

    private static Rational Norm((Rational Re, Rational Im) z) => (z.Re * z.Re) + (z.Im * z.Im);

    private static (Rational Re, Rational Im) Times((Rational Re, Rational Im) a, (Rational Re, Rational Im) b) =>
        ((a.Re * b.Re) - (a.Im * b.Im), (a.Re * b.Im) + (a.Im * b.Re));
}
