using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;
using Xunit.Abstractions;

namespace LcnGeometry.Tests.CriticalPoints.Certificates;

/// <summary>Certificates that were made without the library's solver are verified.</summary>
public class RecheckTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("2,2", null, 6)]
    [InlineData("3,2", null, 10)]
    [InlineData("2,2,2", null, 34)]
    [InlineData("2,2", "2,1", 6)]
    [InlineData("3,2", "2,1", 10)]
    [InlineData("2,3", "3,1", 10)]
    [InlineData("2,2,2", "1,2,1", 34)]
    [InlineData("2,2,2", "2,1,1", 34)]
    [InlineData("2,2,2", "2,2,1", 34)]
    [InlineData("1,2,2", "2,1,1", 6)]
    [InlineData("1,3,2", "2,2,1", 10)]
    [InlineData("2,1,2", "2,3,1", 6)]
    [InlineData("3", null, 1)]
    [InlineData("1,3", "2,1", 1)]
    [InlineData("1,1", null, 1)]
    public void Complete_lists_from_random_starts_are_verified(string filters, string? strides, int total)
    {
        var certificate = CertificateSamples.Complete(filters, strides, 1);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var report = Recheck.Run(Certificate.Parse(certificate.Write()));
        var boxes = certificate.Strata.Sum(s => s.Solutions.Length);
        output.WriteLine($"{boxes} boxes, {watch.Elapsed.TotalMilliseconds / boxes:G3} ms each, {report.Bits} bits");
        Assert.Null(report.Problem);
        Assert.Equal(Verdict.Holds, report.Verdict);
        Assert.Equal(Verdict.Holds, report.Completeness);
        Assert.Equal(total, report.Certified);
        Assert.Equal(total, report.Expected);
        Assert.All(report.Strata, row => Assert.True(row.Claimed == row.Verified && row.Claimed == row.Distinct && row.Claimed == row.OpenStratum && row.Claimed == row.Expected));
        Assert.All(report.Strata.Zip(certificate.Strata), pair => Assert.Equal(pair.Second.Solutions.Count(s => s.Real), pair.First.Real));
    }

    [Theory]
    [InlineData("3,2", null, "generic")]
    [InlineData("2,2,2", null, "bombieri")]
    [InlineData("3,3", null, "bombieri")]
    [InlineData("3,2", "2,1", "identity")]
    [InlineData("3,2,2", null, "generic")]
    [InlineData("1,3,2", "2,1,1", "generic")]
    public void Certificates_of_the_solver_are_verified_with_their_points(string filters, string? strides, string metric)
    {
        var net = Architecture.Parse(filters, strides);
        var (q, u) = CertificateSamples.Loss(new TestRandom(11), net.EndToEndSize);
        var set = LcnGeometry.CriticalPoints.Find(net, QuadraticLoss.FromTarget(u, metric == "generic" ? Metric.FromMatrix(q) : Metric.Parse(metric, net.EndToEndSize)));
        var certificate = Certificate.Parse(set.ToCertificate().Write());
        var report = Recheck.Run(certificate);
        Assert.Null(report.Problem);
        Assert.Equal(set.Completeness.Certified, report.Certified);
        Assert.Equal(set.Completeness.Verdict.Kind, report.Completeness.Kind);
        Assert.Equal(certificate.Points.Length, report.Points);
    }

    [Fact]
    public void A_real_solution_is_called_real_however_far_out_it_lies()
    {
        // On these data the ends of some paths have too few digits to look real; their solutions are.
        ImmutableArray<Rational> u = [new(939, 7000000), new(621, 70000000), new(-103, 175000000), new(-4180000000, 7)];
        var q = Matrix<Rational>.FromRows(
            [1, new(1, 2), new(1, 3), new(1, 4)],
            [new(1, 2), new(1, 3), new(1, 4), new(1, 5)],
            [new(1, 3), new(1, 4), new(1, 5), new(1, 6)],
            [new(1, 4), new(1, 5), new(1, 6), new(1, 7)]);
        var set = LcnGeometry.CriticalPoints.Find(Architecture.Parse("2,2,2"), QuadraticLoss.FromTarget(u, Metric.FromMatrix(q)));
        Assert.Null(Recheck.Run(set.ToCertificate()).Problem);
    }

    [Fact]
    public void A_verification_can_be_stopped()
    {
        var certificate = CertificateSamples.Complete("2,2,2", null, 1);
        using var stop = new CancellationTokenSource();
        var seen = new List<double>();
        Assert.ThrowsAny<OperationCanceledException>(() => Recheck.Run(certificate, new Progress(share =>
        {
            lock (seen) seen.Add(share);
            stop.Cancel();
        }), stop.Token));
        Assert.NotEmpty(seen);
    }

    [Fact]
    public void Progress_ends_at_one()
    {
        var shares = new List<double>();
        Recheck.Run(CertificateSamples.Complete("2,2", "2,1", 1), new Progress(share =>
        {
            lock (shares) shares.Add(share);
        }));
        Assert.Equal(6, shares.Count);
        Assert.Equal(1.0, shares.Max());
    }

    [Theory]
    [InlineData("2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2", null)]
    [InlineData("25", null)]
    [InlineData("7,6,5,4,3,2", null)]
    [InlineData("7,6,5,4,3,2", "1,1,2,1,1,1")]
    public void The_largest_networks_are_accepted_and_their_strata_counted(string filters, string? strides)
    {
        var net = Architecture.Parse(filters, strides);
        var size = net.EndToEndSize;
        var report = Recheck.Run(new Certificate(
            net, new Matrix<Rational>(size, size, (i, j) => i == j ? 3 : new Rational(1, 1 + i + j)), [.. Enumerable.Repeat(Rational.One, size)], 0, [],
            new CertificateCompleteness(CriticalPointCount.OnParameters(net.Filters), 0, VerdictKind.Undecided)));
        Assert.Null(report.Problem);
        Assert.Equal(0, report.Certified);
    }

    private sealed class Progress(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
