using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>What the end of a run is: its filters, function, loss, roots and root pattern.</summary>
internal sealed class FlowLimit
{
    /// <summary>An end-to-end filter this much smaller than the target, or than the start if there is no target, counts as zero.</summary>
    private const double ZeroTolerance = 1e-6;

    /// <summary>Layers whose filters enclose an angle below this count as proportional.</summary>
    private const double AngleTolerance = 1e-6;

    public FlowLimit(FlowUnits units, QuadraticLoss loss, double[] point, double startFunction, double distance)
    {
        var layers = units.Field.Layers;
        var function = layers.EndToEnd(point);
        var filters = Enumerable.Range(0, layers.Depth).Select(layer => layers.Filter(point, layer).ToArray()).ToArray();
        var roots = filters.Select(FilterRoots).ToArray();
        var size = units.Field.Alpha * LayerProducts.Norm(function);
        var reference = units.HasTarget ? units.Field.Beta * units.Field.TargetNorm : startFunction;
        var isZero = size <= ZeroTolerance * reference;
        var clusters = isZero ? null : RootClusters.Of(SphereRoots(layers, roots), distance);
        Pattern = clusters?.Pattern;
        NoPatternReason = isZero ? "The end-to-end filter is zero, so every point is a root." : clusters!.Reason;
        Row = new FlowLimitRow
        {
            Filters = [.. filters.Select(filter => filter.Select(entry => FlowUnits.Scale(entry, units.Weights)).ToImmutableArray())],
            Function = [.. units.TrueFunction(function)],
            RealPattern = isZero ? "zero" : Pattern?.ToString(),
            Loss = units.TrueLoss(units.Field.Loss(function)) + loss.Constant.ToDouble(),
            Separation = clusters?.Separation,
            Spread = clusters?.Spread,
            Roots = [.. roots.Select(of => of.ToImmutableArray())],
            RepeatedFilters = Repeated(filters),
        };
    }

    public FlowLimitRow Row { get; }

    public RootPattern? Pattern { get; }

    public string? NoPatternReason { get; }

    /// <summary>The k - 1 roots of a filter; a zero filter has none.</summary>
    private static LimitRoot[] FilterRoots(double[] filter)
    {
        if (filter.All(entry => entry == 0)) return [];
        var finite = PolynomialRoots.Approximate(filter).Select(root => new LimitRoot(root.Real, root.Imaginary)).ToList();
        while (finite.Count < filter.Length - 1) finite.Add(new LimitRoot(double.PositiveInfinity, double.PositiveInfinity));
        return [.. finite];
    }

    /// <summary>The roots of the end-to-end filter: those of layer l in x^S_l, on the sphere.</summary>
    private static IEnumerable<SpherePoint> SphereRoots(LayerProducts layers, LimitRoot[][] roots) =>
        roots.SelectMany((of, layer) => of.SelectMany(root => SpherePoint.RootsOf(root, layers.Stride(layer))));

    private static ImmutableArray<ImmutableArray<int>> Repeated(double[][] filters)
    {
        var pairs = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var i = 0; i < filters.Length; i++)
        {
            for (var j = i + 1; j < filters.Length; j++)
            {
                if (filters[i].Length > 1 && filters[i].Length == filters[j].Length && Angle(filters[i], filters[j]) < AngleTolerance) pairs.Add([i + 1, j + 1]);
            }
        }

        return pairs.ToImmutable();
    }

    /// <summary>The angle between two lines; that of a zero filter with anything is a right one.</summary>
    private static double Angle(double[] left, double[] right)
    {
        double a = LayerProducts.Norm(left), b = LayerProducts.Norm(right);
        if (a == 0 || b == 0) return Math.PI / 2;
        var inner = left.Zip(right).Sum(pair => pair.First / a * (pair.Second / b));
        var sign = Math.CopySign(1, inner);
        return Math.Asin(Math.Min(1, LayerProducts.Norm([.. left.Zip(right).Select(pair => (pair.First / a) - (sign * pair.Second / b))])));
    }
}
