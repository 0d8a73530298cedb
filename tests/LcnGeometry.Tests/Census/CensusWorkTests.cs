using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

public class CensusWorkTests
{
    /// <summary>However the data sets are handed out, to one thread or several, the rows are the same.</summary>
    [Theory]
    [InlineData("2,2,2", null, "identity", CensusMethod.Descent)]
    [InlineData("2,2", null, "bombieri", CensusMethod.Descent)]
    [InlineData("3,2", null, "identity", CensusMethod.Flow)]
    [InlineData("3,2", "2,1", "identity", CensusMethod.Descent)]
    public void Rows_do_not_depend_on_ranges_nor_threads(string filters, string? strides, string metric, CensusMethod method)
    {
        const int Count = 8;
        var net = Architecture.Parse(filters, strides);
        var plan = CensusPlan.Random(net, Metric.Parse(metric, net.EndToEndSize), 3, Count, 3, method);
        var whole = new CensusWork(plan).Rows(0, Count);
        Assert.Equal(Enumerable.Range(0, Count).SelectMany(d => Enumerable.Range(0, 3).Select(i => (d, i))), whole.Select(row => (row.Dataset, row.Init)));

        // Whatever solver brings its start solutions.
        var work = new CensusWork(plan, new CriticalSystemSolver());
        var single = new ImmutableArray<CensusRow>[Count];
        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, d => single[d] = work.Rows(d, 1));
        Assert.Equal(whole, single.SelectMany(rows => rows));
        Assert.Equal(whole, ((int, int)[])[(0, 5), (5, 1), (6, 0), (6, 2)] is var parts ? parts.SelectMany(part => work.Rows(part.Item1, part.Item2)) : []);
    }

    [Theory]
    [InlineData("1", null)]
    [InlineData("1,1", null)]
    [InlineData("4", null)]
    [InlineData("1,3", null)]
    [InlineData("2,1,2", null)]
    [InlineData("1,2", "2,1")]
    [InlineData("2,1,2", "1,2,1")]
    [InlineData("2,2", "2,1")]
    [InlineData("3,2", "2,1")]
    public void Every_network_has_rows_that_agree_with_the_certificates(string filters, string? strides)
    {
        var net = Architecture.Parse(filters, strides);
        var plan = CensusPlan.Random(net, Metric.Identity(net.EndToEndSize), 5, 6, 4);
        foreach (var row in new CensusWork(plan).Rows(0, 6))
        {
            if (row.Status != CensusStatus.Converged) continue;
            Assert.NotNull(row.CriticalPoint);
            var point = CensusScene.Find(net, plan.Loss(row.Dataset))[row.CriticalPoint.Value];
            Assert.Equal(point.Loss.Midpoint, row.EndLoss, 1e-9 * (1 + row.EndLoss));
            Assert.True(row.Kind is CriticalPointKind.GlobalMinimum or CriticalPointKind.LocalMinimum, $"{row}");
            Assert.Equal(net.EndToEndSize - 1, RootPattern.Parse(row.EndPattern).Degree);
            if (!net.IsStrideOne) Assert.Equal("", row.Repeated);
        }
    }

    [Fact]
    public void A_zero_target_is_no_obstacle()
    {
        var zero = QuadraticLoss.FromTarget([0, 0, 0], Metric.Identity(3));
        foreach (var method in Enum.GetValues<CensusMethod>())
        {
            var plan = CensusPlan.Given(Architecture.Parse("2,2"), [zero], new DocumentInputs(), 1, 5, method);
            foreach (var row in new CensusWork(plan).Rows(0, 1))
            {
                Assert.Equal("zero", row.TargetPattern);
                Assert.Equal(0.0, row.GlobalLoss);
                if (row.Status != CensusStatus.Converged) continue;
                Assert.Equal("zero", row.EndPattern);
                Assert.Equal(CriticalPointKind.GlobalMinimum, row.Kind);
            }
        }
    }

    /// <summary>Losses beyond the doubles are not compared, so that nothing is called least, and nothing fails.</summary>
    [Fact]
    public void A_target_whose_loss_is_beyond_the_doubles_is_no_obstacle()
    {
        var u = Rational.Parse("1e200");
        var plan = CensusPlan.Given(Architecture.Parse("2,2"), [QuadraticLoss.FromTarget([u, u, u], Metric.Identity(3))], new DocumentInputs(), 1, 2);
        var rows = new CensusWork(plan).Rows(0, 1);
        Assert.Equal(2, rows.Length);
        Assert.All(rows, row => Assert.Null(row.GlobalLoss));
    }

    /// <summary>Targets for which no list of critical points is known to be complete: the end is matched all the same.</summary>
    [Fact]
    public void Degenerate_data_are_no_obstacle()
    {
        string[] targets = ["0,0,1,0", "1,3,3,1", "1,0,0,1"];
        var losses = targets.Select(t => QuadraticLoss.FromTarget([.. t.Split(',').Select(Rational.Parse)], Metric.Identity(4))).ToImmutableArray();
        var net = Architecture.Parse("3,2");
        var rows = new CensusWork(CensusPlan.Given(net, losses, new DocumentInputs(), 1, 4)).Rows(0, losses.Length);
        Assert.Equal(4 * losses.Length, rows.Length);
        foreach (var row in rows)
        {
            Assert.Equal(RootPattern.Of(new BinaryForm(losses[row.Dataset].Target.AsSpan())).ToString(), row.TargetPattern);
            if (row.GlobalLoss is { } least) Assert.InRange(row.EndLoss, least - 1e-9, double.PositiveInfinity);
            if (row.CriticalPoint is { } p) Assert.Equal(CensusScene.Find(net, losses[row.Dataset])[p].Loss.Midpoint, row.EndLoss, 1e-6);
        }
    }

    [Fact]
    public void A_series_is_a_census_of_one_data_set()
    {
        var net = Architecture.Parse("3,2");
        var series = TimeSeries.ReadCsv(Repository.PathOf("examples", "data", "sunspots.csv"));
        var loss = QuadraticLoss.FromSeries(series, net);
        var rows = new CensusWork(CensusPlan.Given(net, [loss], new DocumentInputs(), 1, 20, CensusMethod.Flow)).Rows(0, 1);
        var points = CensusScene.Find(net, loss);
        Assert.Equal(20, rows.Length);
        Assert.InRange(rows.Count(row => row.Status == CensusStatus.Converged), 18, 20);
        foreach (var row in rows.Where(row => row.Status == CensusStatus.Converged))
        {
            Assert.Equal(points[row.CriticalPoint!.Value].Loss.Midpoint, row.EndLoss, 1e-6 * row.EndLoss);
            Assert.Equal(row.GlobalLoss is { } least && row.EndLoss < least * (1 + 1e-9), row.Kind == CriticalPointKind.GlobalMinimum);
        }
    }

    [Fact]
    public void Networks_out_of_reach_have_rows_without_certificates()
    {
        var net = Architecture.Parse("6,6");
        var row = new CensusWork(CensusPlan.Random(net, Metric.Identity(11), 1, 1, 1)).Rows(0, 1)[0];
        Assert.Null(row.GlobalLoss);
        Assert.Null(row.CriticalPoint);
        Assert.Null(row.Kind);
        if (row.Status == CensusStatus.Converged) Assert.Equal(10, RootPattern.Parse(row.EndPattern).Degree);
    }

    [Theory]
    [InlineData(CensusMethod.Descent)]
    [InlineData(CensusMethod.Flow)]
    public void A_stop_is_a_stop(CensusMethod method)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var work = new CensusWork(CensusPlan.Random(Architecture.Parse("2,2"), Metric.Identity(3), 1, 2, 2, method));
        Assert.ThrowsAny<OperationCanceledException>(() => work.Rows(0, 2, source.Token));
    }
}
