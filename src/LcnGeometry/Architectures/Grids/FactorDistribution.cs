using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Decides for overlapping layers with equal steps whether every real filter that is a product of complex layers is one of real layers.</summary>
/// <remarks>
/// A real polynomial is a product of real factors that stay irreducible over the complex numbers, and of pairs of conjugate ones. Such factors exist in every
/// degree that is positive in several directions, and of degree one along one direction. The layers hand out the factors by degrees; real layers keep
/// pairs together. So the question is one about degrees: is there a list of factors that can be handed out, but not with pairs kept together? Equal factors
/// only make it easier to keep pairs together, so that they are taken to be different.
/// </remarks>
internal sealed class FactorDistribution
{
    /// <summary>The most steps that are taken before the question is left open.</summary>
    private const int MostSteps = 500_000;

    private const int MostDegrees = 5000;

    private readonly int[][] _layers;
    private readonly (int[] Degree, bool IsPair)[] _kinds;
    private readonly List<(int[] Degree, bool IsPair)> _factors = [];
    private int _steps;

    private FactorDistribution(int[][] layers)
    {
        _layers = layers;
        var total = layers.Aggregate((sum, layer) => [.. sum.Zip(layer, (a, b) => a + b)]);
        ImmutableArray<int> sizes = [.. total.Select(degree => degree + 1)];
        var irreducible = GridOffsets.Indices(sizes).Where(degree => degree.Count(d => d > 0) > 1 || degree.Sum() == 1).ToArray();
        _kinds =
        [
            .. irreducible.Select(degree => (degree, false)),
            .. irreducible.Where(degree => degree.Zip(total).All(one => 2 * one.First <= one.Second)).Select(degree => (degree, true)),
        ];
    }

    /// <summary>Holds, or fails with a list of factors that real layers cannot share out; undecided when there are too many lists.</summary>
    /// <param name="degrees">The degree of each layer in every direction.</param>
    public static (Verdict Verdict, string? Factors) Decide(int[][] degrees)
    {
        var rest = degrees.Aggregate((sum, layer) => [.. sum.Zip(layer, (a, b) => a + b)]);
        var tooMany = Verdict.Undecided("there are too many ways in which filters can factor");
        if (rest.Aggregate(1.0, (product, degree) => product * (degree + 1)) > MostDegrees) return (tooMany, null);
        var search = new FactorDistribution(degrees);
        return search.FindObstacle(rest, 0) switch
        {
            true => (Verdict.Fails, string.Join(", ", search._factors.Select(factor => (factor.IsPair ? "a conjugate pair of degree " : "a factor of degree ") + GridText.Of([.. factor.Degree])))),
            false => (Verdict.Holds, null),
            null => (tooMany, null),
        };
    }

    // Lists of factors in a fixed order of their kinds, so that each comes once; null when the steps are used up.
    private bool? FindObstacle(int[] rest, int first)
    {
        if (rest.All(degree => degree == 0)) return _factors.Any(factor => factor.IsPair) && CanHandOut(keepPairs: false) && !CanHandOut(keepPairs: true);
        for (var kind = first; kind < _kinds.Length; kind++)
        {
            if (++_steps > MostSteps) return null;
            var (degree, isPair) = _kinds[kind];
            int[] left = [.. rest.Zip(degree, (a, b) => a - (isPair ? 2 * b : b))];
            if (left.Any(d => d < 0)) continue;
            _factors.Add(_kinds[kind]);
            var found = FindObstacle(left, kind);
            if (found != false) return found;
            _factors.RemoveAt(_factors.Count - 1);
        }

        return false;
    }

    private bool CanHandOut(bool keepPairs)
    {
        int[][] items =
        [
            .. _factors.SelectMany(factor => !factor.IsPair ? [factor.Degree]
                : keepPairs ? (int[][])[[.. factor.Degree.Select(d => 2 * d)]]
                : [factor.Degree, factor.Degree]).OrderByDescending(degree => degree.Sum()),
        ];
        return Place(items, 0, [.. _layers.Select(layer => (int[])[.. layer])]);
    }

    private bool Place(int[][] items, int item, int[][] room)
    {
        _steps++;
        if (item == items.Length) return true;
        var tried = new HashSet<string>();
        foreach (var layer in room)
        {
            if (!layer.Zip(items[item]).All(one => one.First >= one.Second) || !tried.Add(string.Join(',', layer))) continue;
            for (var d = 0; d < layer.Length; d++) layer[d] -= items[item][d];
            if (Place(items, item + 1, room)) return true;
            for (var d = 0; d < layer.Length; d++) layer[d] += items[item][d];
        }

        return false;
    }
}
