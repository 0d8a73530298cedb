using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>What the search claims, verified in exact arithmetic by code that shares nothing with it; and what it claims without a certificate.</summary>
public class CriticalCertificateTests
{
    private static readonly (string Filters, string? Strides)[] Architectures =
        [("2,2", null), ("3,2", null), ("2,2,2", null), ("3,3", null), ("2,2", "2,1"), ("3,2", "3,1"), ("2,1,2", "1,2,1"), ("1,3,2", "2,1,1"), ("4", null)];

    [Fact]
    public void Every_certificate_is_verified() => PropertyRun.Trials(20, random =>
    {
        var (filters, strides) = random.Pick(Architectures);
        var net = Architecture.Parse(filters, strides);
        var points = Landscape.Find(net, random.NextLoss(net.EndToEndSize));
        var certificate = Certificate.Parse(points.ToCertificate().Write());
        var report = Recheck.Run(certificate);
        Assert.Equal(VerdictKind.Holds, report.Verdict.Kind);
        Assert.Equal(VerdictKind.Holds, report.Completeness.Kind);
        Assert.Equal(points.Completeness.Certified, report.Certified);
        Assert.Equal(points.Count(p => p.Stratum is not null), report.Points);
    });

    [Theory]
    [InlineData("3,2", null, "0,0,1,0", "identity")]
    [InlineData("3,2", null, "0,-1,0,1", "identity")]
    [InlineData("2,2", null, "1,0,1", "identity")]
    [InlineData("3,3", null, "1,2,3,4,6", "bombieri")]
    [InlineData("2,2", "2,1", "1,2,3,4", "identity")]
    [InlineData("2,2", null, "0,0,0", "identity")]
    [InlineData("4,2", null, "0,0,0,1,0", "identity")]
    public void Lists_for_special_data_are_claimed_to_be_as_complete_as_they_are(string filters, string? strides, string target, string metric)
    {
        var points = Landscape.Find(filters, strides, target, metric);
        var certificate = Certificate.Parse(points.ToCertificate().Write());
        var report = Recheck.Run(certificate);
        Assert.Null(report.Problem);
        Assert.Equal(points.Completeness.Certified, report.Certified);
        var isClaimed = points.Completeness.Verdict.Kind == VerdictKind.Holds && !points[0].Function.All(c => c == Interval.FromDouble(0));
        Assert.Equal(isClaimed ? VerdictKind.Holds : VerdictKind.Undecided, report.Completeness.Kind);
    }

    /// <summary>S4: solutions that are not real come in pairs, so the real ones have the parity of the generic count.</summary>
    [Fact]
    public void Real_solutions_have_the_parity_of_the_count() => PropertyRun.Trials(20, random =>
    {
        var (filters, strides) = random.Pick(Architectures);
        var net = Architecture.Parse(filters, strides);
        foreach (var row in Landscape.Find(net, random.NextLoss(net.EndToEndSize)).Strata.Where(s => s.Minimizer is null))
        {
            Assert.Equal(row.Stratum.GenericCount, (Integer)row.Boxes.Length);
            Assert.Equal(row.Boxes.Length % 2, row.Boxes.Count(b => b.IsReal) % 2);
        }
    });

    /// <summary>The real solutions of strata that elimination reaches: as many, and each with the function that isolation of real roots gives.</summary>
    [Fact]
    public void Real_functions_are_those_of_the_eliminant() => PropertyRun.Trials(12, random =>
    {
        var (filters, strides) = random.Pick<(string, string?)>([("2,2", null), ("3,2", null), ("2,2", "2,1"), ("4,2", null), ("2,2,2", null)]);
        var net = Architecture.Parse(filters, strides);
        var loss = random.NextLoss(net.EndToEndSize);
        var points = Landscape.Find(net, loss);
        for (var s = 0; s < points.Strata.Length; s++)
        {
            if (points.Strata[s].Minimizer is not null) continue;
            var exact = ExactStratumCount.Of(points.Strata[s].Stratum, loss);
            var own = points.Where(p => p.Stratum == s).ToList();
            Assert.Equal(exact.Distinct, points.Strata[s].Boxes.Length);
            Assert.Equal(exact.Real.Length, own.Count);
            foreach (var solution in exact.Real)
            {
                var function = solution.Filter(Rational.PowerOfTwo(-60));
                Assert.Single(own, p => p.Function.Zip(function).All(pair => Exact(pair.First).Intersects(pair.Second)));
            }
        }
    });

    [Fact]
    public void Points_ascend_and_the_loss_is_that_of_the_function() => PropertyRun.Trials(20, random =>
    {
        var (filters, strides) = random.Pick(Architectures);
        var net = Architecture.Parse(filters, strides);
        var loss = random.NextLoss(net.EndToEndSize);
        var points = Landscape.Find(net, loss);
        for (var i = 0; i < points.Count; i++)
        {
            if (i > 0) Assert.True(points[i - 1].Loss.Lower <= points[i].Loss.Upper);
            var middle = loss.Evaluate([.. points[i].Function.Select(c => c.RationalizeMidpoint())]);
            var slack = (Rational.One + middle) * Rational.PowerOfTwo(-30);
            Assert.True(Exact(points[i].Loss).Intersects(new RationalInterval(middle - slack, middle + slack)));
            Assert.InRange(points[i].Loss.Radius, 0, 1e-7 * (1 + middle.ToDouble()));
            Assert.InRange(points[i].CertificateRadius, 0, 1e-6);
            Assert.Equal(points[i].Evidence == Evidence.Exact, points[i].ExactFunction is not null);
        }

        Assert.Equal(net.Depth > 1, points.Any(p => p.Kind == CriticalPointKind.Zero));
    });

    [Fact]
    public void The_same_call_gives_the_same_answer()
    {
        var net = Architecture.Parse("3,3");
        var loss = new TestRandom(8).NextLoss(5);
        var one = Landscape.Find(net, loss);
        var other = LcnGeometry.CriticalPoints.Find(net, loss, new CriticalPointOptions { Solver = new CriticalSystemSolver() });
        Assert.Equal(one.Select(Text), other.Select(Text));
        Assert.Equal(one.ToCertificate().Write(), other.ToCertificate().Write());
    }

    [Fact]
    public void Long_lists_of_factorizations_are_cut_and_counted()
    {
        var net = Architecture.Parse("2,2,2,2");
        var loss = QuadraticLoss.FromTarget([24, -50, 35, -10, 1], Metric.Identity(5)); // (x-1)(x-2)(x-3)(x-4)
        var points = LcnGeometry.CriticalPoints.Find(net, loss, new CriticalPointOptions { MaxFactorizations = 5 });
        Assert.Equal(5, points[0].Factorizations.Length);
        Assert.Equal(24, points[0].CriticalFactorizationCount);
        Assert.All(points, p => Assert.InRange(p.Factorizations.Length, 0, 5));
    }

    [Fact]
    public void Misuse_is_refused()
    {
        var net = Architecture.Parse("2,2");
        var loss = new TestRandom(1).NextLoss(3);
        Assert.Throws<ArgumentNullException>(() => LcnGeometry.CriticalPoints.Find(null!, loss));
        Assert.Throws<ArgumentNullException>(() => LcnGeometry.CriticalPoints.Find(net, null!));
        Assert.Throws<ArgumentException>(() => LcnGeometry.CriticalPoints.Find(Architecture.Parse("3,2"), loss));
        Assert.Throws<ArgumentOutOfRangeException>(() => LcnGeometry.CriticalPoints.Find(net, loss, new CriticalPointOptions { MaxFactorizations = -1 }));
        Assert.ThrowsAny<OperationCanceledException>(() => LcnGeometry.CriticalPoints.Find(net, loss, token: new CancellationToken(true)));
    }

    private static string Text(CriticalPoint point) => string.Join(' ', point.Function.Select(c => c.ToString()))
        + point.Loss + point.Kind + string.Join(' ', point.Factorizations.SelectMany(f => f.Filters.SelectMany(w => w)).Select(c => c.ToString()));

    private static RationalInterval Exact(Interval interval) => new(Rational.RationalizeExactly(interval.Lower), Rational.RationalizeExactly(interval.Upper));
}
