using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    private const double SecondsPerGridProduct = 3e-8;

    /// <summary>A card should come at once: a dimension that takes more seconds than this is left out.</summary>
    private const double LongestDimension = 5;

    /// <summary>Data on a circle average the windows at all outputs, so that their quadratic forms repeat.</summary>
    private static string NoteOnCyclicData(CyclicNetwork network)
    {
        if (network.CarriesOver == Verdict.Fails) return "All but the part on cyclic padding is about the network without padding.";
        var net = network.Architecture;
        var repeat = net.EndToEndStride.All(stride => stride.IsOne) ? "are constant along diagonals (Toeplitz)" : $"repeat along diagonals every {string.Join('x', net.EndToEndStride)} entries";
        return $"Data with cyclic padding give quadratic forms that {repeat}; the generic count of critical points is one for generic forms, and a bound for these.";
    }

    private static CircularSection CircularOf(CyclicNetwork network, StudyOptions options, CancellationToken token)
    {
        var net = network.Architecture;
        var isLine = net.Directions.Length == 1;
        var columns = (double)net.EntryCounts.Sum();
        var seconds = ((net.EndToEndEntries * columns * net.Depth) + (columns * columns * network.TotalPoints)) * SecondsPerGridProduct;
        (int Dimension, Evidence Evidence)? dimension = network.CarriesOver == Verdict.Holds ? (net.FunctionSpace().Dimension, Evidence.Proved)
            : seconds < Math.Min(LongestDimension, options.TimeBudget) ? CyclicDimension.OfRandomFilters(network, options.Seed, token)
            : null;
        return new CircularSection
        {
            Size = isLine ? network.Points[0] : null,
            Sizes = isLine ? null : network.Points,
            Verdict = network.CarriesOver.Kind,
            Reason = ReasonOf(network),
            Dimension = dimension?.Dimension,
            DimensionEvidence = dimension?.Evidence,
            AmbientDimension = network.TotalPoints,
            Filling = network.Filling.Kind,
            FillingReason = network.Filling.Reason,
            Witness = network.Witness is { } witness ? WitnessOf(network, witness) : null,
            OutOfReach = network.OutOfReach is { } filter ? [.. filter.Select(entry => (Scalar)(Rational)entry)] : null,
        };
    }

    private static string ReasonOf(CyclicNetwork network)
    {
        var net = network.Architecture;
        var (size, points) = (GridText.Of(net.EndToEndSize), GridText.Of(network.Points));
        var (filter, place) = net.Directions.Length == 1
            ? ($"The end-to-end filter has {size} {(size == "1" ? "entry" : "entries")}", $"the circle {points} {(points == "1" ? "point" : "points")}")
            : ($"The end-to-end filter is {size}", $"the torus {points}");
        return network.CarriesOver == Verdict.Holds
            ? $"{filter}, {place}: nothing wraps around, so an operator is the end-to-end filter with zeros appended; membership, factorizations, critical points of a loss on filters, generic counts and conservation laws are the same."
            : $"{filter}, {place}: it wraps around, so different end-to-end filters are the same operator, and arguments with roots, degrees and unique factorization do not apply.";
    }

    private static CircularWitnessRow WitnessOf(CyclicNetwork network, CyclicWitness witness)
    {
        var (one, other) = (GridParameterizationMap.EndToEnd(witness.Filters), GridParameterizationMap.EndToEnd(witness.Others));
        return new CircularWitnessRow
        {
            Filters = [.. witness.Filters.Filters.Select(Exact)],
            OtherFilters = [.. witness.Others.Filters.Select(Exact)],
            EndToEnd = Exact(one),
            OtherEndToEnd = Exact(other),
            Operator = Exact(network.Fold(one)),
        };

        static ImmutableArray<Scalar> Exact(ImmutableArray<Integer> values) => [.. values.Select(value => (Scalar)(Rational)value)];
    }
}
