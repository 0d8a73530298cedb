using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>What theory says about limits (C2, C3, C6, G4), run by run, on fixed data.</summary>
public class CensusTheoryTests
{
    private const string General3 = "[[5,2,1],[2,4,-1],[1,-1,3]]";
    private const string General4 = "[[5,2,1,0],[2,4,-1,1],[1,-1,3,1],[0,1,1,2]]";

    /// <summary>Training is done again by the public door, one run at a time, and its end compared with the certified list by plain arithmetic.</summary>
    [Theory]
    [InlineData("2,2", "identity", 30, 3)]
    [InlineData("2,2", "bombieri", 10, 4)]
    [InlineData("2,2", General3, 20, 3)]
    [InlineData("3,2", "identity", 20, 3)]
    [InlineData("3,2", General4, 10, 3)]
    [InlineData("2,2,2", "identity", 15, 3)]
    [InlineData("2,2,2", "bombieri", 10, 3)]
    [InlineData("2,2,2", General4, 6, 3)]
    [InlineData("4,2", "identity", 8, 3)]
    [InlineData("3,3", "bombieri", 8, 3)]
    [InlineData("3,2,2", "identity", 4, 3)]
    [InlineData("2,2,2,2", "identity", 4, 3)]
    public void Every_limit_is_a_certified_minimum_with_a_possible_pattern_and_its_repeated_filters(string filters, string metric, int dataSets, int inits)
    {
        var net = Architecture.Parse(filters);
        var plan = CensusPlan.Random(net, Metric.Parse(metric, net.EndToEndSize), 11, Effort.Trials(dataSets), inits);
        var rows = new CensusWork(plan).Rows(0, plan.DataSets);
        var possible = net.FunctionSpace().Strata().Where(s => !s.CriticalFactorizations.IsZero).Select(s => s.Patterns[0].ToString()).ToHashSet();
        foreach (var row in rows.Where(row => row.Status == CensusStatus.Converged))
        {
            Assert.Contains(row.EndPattern, possible);
            Assert.All(RootPattern.Parse(row.EndPattern).Pairs, pair => Assert.Equal(1, pair));
            Assert.True(row.Kind is CriticalPointKind.GlobalMinimum or CriticalPointKind.LocalMinimum, $"{row}");
            Assert.Equal(row.Kind == CriticalPointKind.GlobalMinimum, row.EndLoss - row.GlobalLoss!.Value < 1e-9 * (1 + row.EndLoss));
        }

        // Slow runs and runs at which no distance tells the roots apart are few.
        Assert.InRange(rows.Count(row => row.Status != CensusStatus.Converged), 0, Math.Max(2, rows.Length / 20));
        Assert.InRange(rows.Count(row => row.Status == CensusStatus.NearDegenerate), 0, 1 + (rows.Length / 500));
        foreach (var row in rows.Where(row => row.Status == CensusStatus.Converged && row.Init == 0)) Replay(plan, row);
    }

    /// <summary>Section 11: a target with real simple roots only is found, whatever the network.</summary>
    [Theory]
    [InlineData("2,2")]
    [InlineData("3,2")]
    [InlineData("2,2,2")]
    [InlineData("4,2")]
    [InlineData("3,3")]
    [InlineData("2,2,2,2")]
    public void Targets_with_real_simple_roots_are_reached(string filters)
    {
        var net = Architecture.Parse(filters);
        var random = new TestRandom(5);
        var targets = Enumerable.Range(0, Effort.Trials(5)).Select(_ => Product(random, net.EndToEndSize - 1)).ToArray();
        ImmutableArray<QuadraticLoss> losses = [.. targets.Select(target => QuadraticLoss.FromTarget(target.Coefficients, Metric.Identity(net.EndToEndSize)))];
        var rows = new CensusWork(CensusPlan.Given(net, losses, new DocumentInputs(), 3, 4)).Rows(0, losses.Length);
        var settled = rows.Where(row => row.Status == CensusStatus.Converged).ToArray();
        Assert.InRange(settled.Length, rows.Length * 8 / 10, rows.Length);
        Assert.All(rows, row => Assert.Equal($"{new string('1', net.EndToEndSize - 1)}|", row.TargetPattern));
        Assert.InRange(settled.Count(row => row.Kind != CriticalPointKind.GlobalMinimum), 0, rows.Length / 50);
        foreach (var row in settled.Where(row => row.Kind == CriticalPointKind.GlobalMinimum))
        {
            Assert.Equal(0.0, row.GlobalLoss);
            Assert.InRange(row.EndLoss, 0, 1e-12);
            Assert.Equal((row.TargetPattern, ""), (row.EndPattern, row.Repeated));
        }
    }

    /// <summary>Flow and descent lead to limits of the same kinds from the same starts, except where they start near a watershed.</summary>
    [Fact]
    public void Flow_and_descent_mostly_agree()
    {
        var net = Architecture.Parse("3,2");
        var (descent, flow) = (Rows(CensusMethod.Descent), Rows(CensusMethod.Flow));
        var both = descent.Zip(flow).Where(pair => pair.First.Status == CensusStatus.Converged && pair.Second.Status == CensusStatus.Converged).ToArray();
        Assert.InRange(both.Length, descent.Length * 9 / 10, descent.Length);
        Assert.All(both, pair => Assert.Equal((pair.First.TargetPattern, pair.First.GlobalLoss), (pair.Second.TargetPattern, pair.Second.GlobalLoss)));
        Assert.InRange(both.Count(pair => pair.First.CriticalPoint == pair.Second.CriticalPoint), both.Length * 85 / 100, both.Length);

        ImmutableArray<CensusRow> Rows(CensusMethod method) => new CensusWork(CensusPlan.Random(net, Metric.Identity(4), 6, 25, 4, method)).Rows(0, 25);
    }

    private static void Replay(CensusPlan plan, CensusRow row)
    {
        var net = plan.Net;
        var loss = plan.Loss(row.Dataset);
        var weights = new double[net.Filters.Sum()];
        plan.Start(row.Dataset, row.Init, weights);
        var offset = 0;
        var run = GradientDescent.Run(net, loss, [.. net.Filters.Select(size => ImmutableArray.Create(weights, (offset += size) - size, size))]);
        Assert.Equal(row.Steps, run.Steps);
        Assert.Equal(row.EndLoss, run.Loss, 1e-12 * (1 + run.Loss));

        var point = CensusScene.Find(net, loss)[row.CriticalPoint!.Value];
        var scale = run.Function.Max(Math.Abs);
        Assert.All(point.Function.Zip(run.Function), pair => Assert.InRange(pair.Second - pair.First.Midpoint, -1e-4 * scale, 1e-4 * scale));
        Assert.Equal(row.EndPattern, point.RealPattern!.ToString());

        // Filters of layers 2..L by their coefficient of highest index, as certified factorizations are.
        var certified = Assert.Single(point.Factorizations, f => f.Filters.Zip(run.End).Skip(1).All(layer =>
            layer.First.Zip(layer.Second).All(c => Math.Abs(c.First.Midpoint - (c.Second / layer.Second[^1])) < 1e-3 * (1 + Math.Abs(c.First.Midpoint)))));
        Assert.Equal(row.Kind, certified.Kind);
        Assert.Equal(row.Repeated, string.Join(';', certified.RepeatedFilters.Select(pair => string.Join('-', pair))));
    }

    /// <summary>A product of linear forms whose roots are well apart.</summary>
    private static BinaryForm Product(TestRandom random, int degree)
    {
        var form = new BinaryForm(1);
        for (var i = 0; i < degree; i++)
        {
            // Angles in as many sectors of the half turn.
            var angle = Math.PI * (i + 0.25 + (0.5 * random.Unit())) / degree;
            form *= new BinaryForm(Rational.RationalizeExactly(Math.Sin(angle)), Rational.RationalizeExactly(Math.Cos(angle)));
        }

        return form;
    }
}
