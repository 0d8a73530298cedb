using Xunit.Abstractions;

namespace LcnGeometry.Tests.CriticalPoints.Certificates;

/// <summary>Certificates that were made without the library's solver are verified.</summary>
public class RecheckTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("2,2", null, 6)]
    [InlineData("3,2", null, 10)]
    [InlineData("2,2,2", null, 34)]
    [InlineData("3,2,2", null, 100)]
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
}
