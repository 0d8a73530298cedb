using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>One data set of a census, on which ends can be put anywhere.</summary>
internal sealed class CensusScene
{
    private static readonly CriticalPointOptions Search = new() { Solver = new CriticalSystemSolver { RemembersForms = true } };

    private readonly CensusPlan _plan;
    private readonly DescentTraining _training;
    private readonly CensusDataset _dataset;

    public CensusScene(Architecture net, string metric, long seed, string? target = null)
    {
        var form = Metric.Parse(metric, net.EndToEndSize);
        _plan = target is null
            ? CensusPlan.Random(net, form, seed, 1, 1)
            : CensusPlan.Given(net, [QuadraticLoss.FromTarget([.. target.Split(',').Select(Rational.Parse)], form)], new DocumentInputs(), seed, 1);
        Layers = new LayerProducts(net);
        Points = Find(net, _plan.Loss(0));
        _training = new DescentTraining(_plan);
        _dataset = new CensusDataset(0, RootPattern.Of(new BinaryForm(_plan.Loss(0).Target.AsSpan())).ToString(), Points);
    }

    public LayerProducts Layers { get; }

    public CriticalPointSet Points { get; }

    /// <summary>The certified critical points of a loss.</summary>
    public static CriticalPointSet Find(Architecture net, QuadraticLoss loss) => LcnGeometry.CriticalPoints.Find(net, loss, Search);

    /// <summary>The row of a run that ends at the weights, at a distance from its limit that may be given.</summary>
    public CensusRow Row(double[] weights, FlowStatus status = FlowStatus.Converged, double? distance = null)
    {
        var end = _training.Ends(0, _plan.Loss(0)).Of(0, status, 17, weights);
        if (distance is { } given) end = end with { Distance = given, Pattern = new LimitRoots(Layers, weights).Clusters(given).Pattern };
        return _dataset.Row(0, _plan.Seed, end, Layers);
    }

    /// <summary>The filters of a factorization, with scales and signs of product one, and some relative noise.</summary>
    public static double[] Rescaled(CriticalFactorization factorization, TestRandom random, double noise)
    {
        var factors = factorization.Filters.Select(_ => (random.Chance(0.5) ? -1 : 1) * Math.Pow(2, random.Between(-2, 2))).ToArray();
        factors[0] = 1 / factors.Skip(1).Aggregate(1.0, (product, factor) => product * factor);
        return [.. factorization.Filters.SelectMany((filter, layer) => filter.Select(c => c.Midpoint * factors[layer] * (1 + (noise * ((2 * random.Unit()) - 1)))))];
    }
}
