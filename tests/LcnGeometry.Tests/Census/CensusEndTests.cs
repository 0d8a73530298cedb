using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>What a census says of ends that are made by hand.</summary>
public class CensusEndTests
{
    /// <summary>The end is put at every certified factorization in turn, its layers scaled against each other.</summary>
    [Theory]
    [InlineData("2,2", "identity")]
    [InlineData("3,2", "identity")]
    [InlineData("2,2", "bombieri")]
    [InlineData("2,2,2", "identity")]
    [InlineData("3,3", "identity")]
    [InlineData("1,2,1,3", "identity")]
    [InlineData("4,2", "[[3,1,0,0,0],[1,3,1,0,0],[0,1,3,1,0],[0,0,1,3,1],[0,0,0,1,3]]")]
    public void An_end_at_a_certified_factorization_is_named_with_its_pattern_kind_and_repeated_filters(string filters, string metric) => PropertyRun.Trials(4, random =>
    {
        var scene = new CensusScene(Architecture.Parse(filters), metric, random.Between(1, 1 << 30));
        for (var p = 0; p < scene.Points.Count; p++)
        {
            var point = scene.Points[p];
            foreach (var factorization in point.Factorizations)
            {
                var row = scene.Row(CensusScene.Rescaled(factorization, random, 1e-11));
                Assert.Equal(CensusStatus.Converged, row.Status);
                Assert.Equal(p, row.CriticalPoint);
                Assert.Equal(factorization.Kind, row.Kind);
                Assert.Equal(point.RealPattern!.ToString(), row.EndPattern);
                Assert.Equal(string.Join(';', factorization.RepeatedFilters.Select(pair => string.Join('-', pair))), row.Repeated);
                Assert.InRange(row.EndLoss, (point.Loss.Lower * (1 - 1e-9)) - 1e-9, (point.Loss.Upper * (1 + 1e-9)) + 1e-9);
                Assert.NotNull(row.GlobalLoss);
                Assert.Equal(factorization.Kind == CriticalPointKind.GlobalMinimum, row.EndLoss < row.GlobalLoss + 1e-9 + (1e-9 * row.GlobalLoss));
            }
        }
    });

    /// <summary>Filters in another order than any critical factorization: the function matches, the factorization does not.</summary>
    [Fact]
    public void A_factorization_that_is_not_critical_is_matched_with_its_function_only()
    {
        // 21| for (3,2): critical is (double root shared), not both copies in layer 1.
        var scene = new CensusScene(Architecture.Parse("3,2"), "identity", 4);
        var index = Enumerable.Range(0, scene.Points.Count).First(i => scene.Points[i].RealPattern?.ToString() == "21|");
        var filters = scene.Points[index].Factorizations[0].Filters.Select(f => f.Select(c => c.Midpoint).ToArray()).ToArray();
        var shared = -filters[1][0] / filters[1][1];
        var other = filters[0][0] / filters[0][2] / shared;
        var scale = filters[0][2] * filters[1][1];
        double[] moved = [scale * shared * shared, -2 * scale * shared, scale, -other, 1];
        var row = scene.Row(moved);
        Assert.Equal(index, row.CriticalPoint);
        Assert.Equal(scene.Points[index].Kind, row.Kind);
        var match = new CriticalMatch(scene.Points);
        Assert.Null(match.Factorization(index, scene.Layers, moved, 0));
        Assert.Equal(0, match.Factorization(index, scene.Layers, filters.SelectMany(f => f).ToArray(), 0));
    }

    /// <summary>Roots at distance 1e-5 of a target that a network attains: the numbers say double, the certificate says simple.</summary>
    [Fact]
    public void What_contradicts_the_certificate_is_near_degenerate()
    {
        var scene = new CensusScene(Architecture.Parse("2,2"), "identity", 1, "100001/100000,-200001/100000,1");
        var row = scene.Row([-1, 1, -1.00001, 1]);
        Assert.Equal("11|", row.TargetPattern);
        Assert.Equal(CensusStatus.NearDegenerate, row.Status);
        Assert.Equal("", row.EndPattern);
        Assert.Equal(CriticalPointKind.GlobalMinimum, row.Kind);
        Assert.Equal("11|", new CensusScene(Architecture.Parse("2,2"), "identity", 1, "101/100,-201/100,1").Row([-1, 1, -1.01, 1]).EndPattern);
    }

    /// <summary>At a nearly flat minimum a small gradient leaves the roots unknown.</summary>
    [Fact]
    public void Roots_without_a_clear_gap_are_near_degenerate()
    {
        var scene = new CensusScene(Architecture.Parse("2,2,2,2"), "identity", 1, "1,0,3,0,1");
        var row = scene.Row([-1, 1, -1.01, 1, -1.1, 1, -2, 1], distance: 1e-5);
        Assert.Equal(CensusStatus.NearDegenerate, row.Status);
        Assert.Equal("", row.EndPattern);
        Assert.Null(row.CriticalPoint);
        Assert.Null(row.Kind);
    }

    [Fact]
    public void An_end_that_is_no_critical_point_matches_none()
    {
        var scene = new CensusScene(Architecture.Parse("3,2"), "identity", 4);
        var far = scene.Row([1, 2, 3, 4, 5]);
        Assert.Equal(CensusStatus.NearDegenerate, far.Status);
        Assert.Null(far.CriticalPoint);
        var near = scene.Row([1, 2, 3, 4, 5], distance: 1e-9);
        Assert.Equal(CensusStatus.Converged, near.Status);
        Assert.Equal("1|1", near.EndPattern);
        Assert.Null(near.CriticalPoint);
        Assert.Null(near.Kind);
    }

    [Fact]
    public void The_zero_function_is_told_by_its_size()
    {
        var scene = new CensusScene(Architecture.Parse("3,2"), "identity", 4);
        var row = scene.Row([1e-4, 2e-5, 3e-5, 1e-5, 0]);
        Assert.Equal(CensusStatus.Converged, row.Status);
        Assert.Equal("zero", row.EndPattern);
        Assert.Equal(CriticalPointKind.Zero, scene.Points[row.CriticalPoint!.Value].Kind);
        Assert.Equal(CriticalPointKind.Zero, row.Kind);
    }

    [Theory]
    [InlineData(FlowStatus.Budget, CensusStatus.Budget)]
    [InlineData(FlowStatus.Diverging, CensusStatus.Diverging)]
    [InlineData(FlowStatus.Stiff, CensusStatus.Stiff)]
    public void An_end_that_is_no_limit_has_no_pattern_and_no_match(FlowStatus status, CensusStatus expected)
    {
        var scene = new CensusScene(Architecture.Parse("2,2"), "identity", 1, "1,0,1");
        var row = scene.Row(status == FlowStatus.Diverging ? [double.NaN, double.PositiveInfinity, 1, 1] : [1, 2, 2, 4], status);
        Assert.Equal(expected, row.Status);
        Assert.Equal("", row.EndPattern);
        Assert.Equal(status == FlowStatus.Diverging ? "" : "1-2", row.Repeated);
        Assert.Null(row.CriticalPoint);
        Assert.Null(row.Kind);
        Assert.Equal("|1", row.TargetPattern);
    }

    /// <summary>Section 10: a spurious local minimum for a target that the network represents.</summary>
    [Theory]
    [InlineData("-3,-1,5", "[[3,1,5],[1,30,4],[5,4,15]]", 160.7827)]
    [InlineData("5,2,-2", "[[36,0,13],[0,27,2],[13,2,6]]", 175.0040)]
    public void Training_is_trapped_inside(string target, string metric, double trap)
    {
        var loss = QuadraticLoss.FromTarget([.. target.Split(',').Select(Rational.Parse)], Metric.Parse(metric, 3));
        foreach (var method in Enum.GetValues<CensusMethod>())
        {
            var plan = CensusPlan.Given(Architecture.Parse("2,2"), [loss], new DocumentInputs(), 1, 60, method);
            var rows = new CensusWork(plan).Rows(0, 1).Where(row => row.Status == CensusStatus.Converged).ToArray();
            Assert.InRange(rows.Length, 55, 60);
            Assert.All(rows, row => Assert.Equal("11|", row.TargetPattern));
            Assert.All(rows, row => Assert.Equal(0.0, row.GlobalLoss));
            var caught = rows.Where(row => row.Kind == CriticalPointKind.LocalMinimum).ToArray();
            Assert.InRange(caught.Length, 3, 25);
            Assert.All(caught, row => Assert.Equal(("2|", "1-2"), (row.EndPattern, row.Repeated)));
            Assert.All(caught, row => Assert.InRange(row.EndLoss, trap - 1e-4, trap + 1e-4));
            Assert.All(rows.Except(caught), row => Assert.Equal(("11|", "", CriticalPointKind.GlobalMinimum), (row.EndPattern, row.Repeated, row.Kind)));
        }
    }
}
