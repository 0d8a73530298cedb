using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>What the end of a run is: its filters, function, loss, roots and root pattern.</summary>
internal sealed class FlowLimit
{
    /// <summary>An end-to-end filter this much smaller than the target, or than the start if there is no target, counts as zero.</summary>
    public const double ZeroTolerance = 1e-6;

    public FlowLimit(FlowUnits units, QuadraticLoss loss, double[] point, double startFunction, double distance)
    {
        var layers = units.Field.Layers;
        var function = layers.EndToEnd(point);
        var roots = new LimitRoots(layers, point);
        var size = units.Field.Alpha * LayerProducts.Norm(function);
        var reference = units.HasTarget ? units.Field.Beta * units.Field.TargetNorm : startFunction;
        var isZero = size <= ZeroTolerance * reference;
        var clusters = isZero ? null : roots.Clusters(distance);
        Pattern = clusters?.Pattern;
        NoPatternReason = isZero ? "The end-to-end filter is zero, so every point is a root." : clusters!.Reason;
        Row = new FlowLimitRow
        {
            Filters = [.. Enumerable.Range(0, layers.Depth).Select(layer => layers.Filter(point, layer).ToArray().Select(entry => FlowUnits.Scale(entry, units.Weights)).ToImmutableArray())],
            Function = [.. units.TrueFunction(function)],
            RealPattern = isZero ? "zero" : Pattern?.ToString(),
            Loss = units.TrueLoss(units.Field.Loss(function)) + loss.Constant.ToDouble(),
            Separation = clusters?.Separation,
            Spread = clusters?.Spread,
            Roots = [.. roots.ByLayer.Select(of => of.ToImmutableArray())],
            RepeatedFilters = ProportionalLayers.Of(layers, point, ProportionalLayers.AngleTolerance),
        };
    }

    public FlowLimitRow Row { get; }

    public RootPattern? Pattern { get; }

    public string? NoPatternReason { get; }
}
