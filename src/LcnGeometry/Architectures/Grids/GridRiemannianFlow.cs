using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Whether gradient flow of a network with several directions is a Riemannian gradient flow on the function space (F20).</summary>
/// <remarks>
/// A smooth function has one factorization if a generic one has: then the invariants fix the filters up to signs, and signs leave the tangent kernel as it
/// is. Otherwise two layers a and b can exchange a factor: whole filters if they act in several directions, roots along one. With w_a = (3,4,0,..), w_b = (1,0,..) and
/// w_a = (5,0,..), w_b = (3/5,4/5,0,..), and (1,0,..) in all other layers, function and norms are the same and the kernels differ; near these filters there are others
/// with smooth functions, for which they differ too. Filters of equal norm that are exchanged as a whole leave the kernel as it is.
/// </remarks>
internal static class GridRiemannianFlow
{
    private const int MostEntries = 200;

    /// <summary>The verdict with a proof, and a witness against it where it fails.</summary>
    public static RiemannianFlowSection Of(GridFunctionSpace space)
    {
        var net = space.Architecture;
        var domain = space.SmoothAwayFromZero == Verdict.Holds ? "nonzero" : "smooth";
        var groups = ExchangingGroups(net);
        if (groups.IsEmpty)
        {
            return new RiemannianFlowSection
            {
                Verdict = VerdictKind.Holds,
                Domain = domain,
                Reason = $"A {domain} function has one factorization up to scalings, the invariants fix the scalings up to signs, and signs leave the tangent kernel as it is.",
                Balanced = KernelAgreement.Holds("It is for every start.", Evidence.Proved).ToRow(),
            };
        }

        var (a, b) = (groups[0][0], groups[0][1]);
        var onlyEqualLayers = groups.All(group => net.Filters[group[0]].Count(size => size > 1) > 1);
        var onlyWholeFilters = groups.All(group => net.Filters[group[0]].Count(size => size > 1) > 1 || group.All(layer => net.EntryCounts[layer] == 2));
        return new RiemannianFlowSection
        {
            Verdict = VerdictKind.Fails,
            Domain = domain,
            Reason = $"Layers {a + 1} and {b + 1} can exchange {(onlyEqualLayers ? "their filters" : "a factor")}, which changes the tangent kernel and neither the function nor the invariants{(onlyEqualLayers ? "; along a trajectory of smooth functions every layer keeps its own" : "")}.",
            Balanced = (onlyWholeFilters
                ? KernelAgreement.Holds("Layers can only exchange their whole filters, which have the same norm.", Evidence.Proved)
                : KernelAgreement.Fails("Factorizations into layers with more than two entries along one direction differ by more than an exchange of filters, and so do their kernels.", Evidence.Proved)).ToRow(),
            Witness = net.EndToEndEntries <= MostEntries && net.EntryCounts.Sum() <= MostEntries ? WitnessOf(net, a, b) : null,
        };
    }

    /// <summary>Groups of layers that share out factors: equal ones with entries in several directions, and those along one direction with equal steps.</summary>
    private static ImmutableArray<ImmutableArray<int>> ExchangingGroups(GridArchitecture net)
    {
        var along = net.ActiveDirections.SelectMany(direction => Enumerable.Range(0, net.Depth)
            .Where(layer => net.Filters[layer][direction] > 1 && net.EntryCounts[layer] == net.Filters[layer][direction])
            .GroupBy(layer => net.Directions[direction].StrideProducts[layer])
            .Select(group => group.ToImmutableArray()));
        return [.. GridDegree.ExchangeableLayers(net, [.. Enumerable.Range(0, net.Depth)]).Concat(along).Where(group => group.Length > 1)];
    }

    private static RiemannianWitnessRow WitnessOf(GridArchitecture net, int a, int b)
    {
        var (one, other) = (Stack([3, 4], [1, 0]), Stack([5, 0], [new(3, 5), new(4, 5)]));
        var filter = GridParameterizationMap.EndToEnd(one);
        if (!filter.SequenceEqual(GridParameterizationMap.EndToEnd(other)) || !Invariants(one).SequenceEqual(Invariants(other)) || Entry(one) == Entry(other))
        {
            throw new InvariantViolationException("two stacks have the same function and norms, and different kernels", net.ToString());
        }

        return new RiemannianWitnessRow
        {
            Filter = Exact(filter),
            Invariants = Exact(Invariants(one)),
            Parameters = [[.. one.Filters.Select(Exact)], [.. other.Filters.Select(Exact)]],
            Entries = Exact([Entry(one), Entry(other)]),
            Evidence = Evidence.Exact,
        };

        GridFilterStack<Rational> Stack(Rational[] first, Rational[] second) => new(net, [.. net.EntryCounts.Select((count, layer) =>
        {
            var start = layer == a ? first : layer == b ? second : [1];
            return Enumerable.Range(0, count).Select(i => i < start.Length ? start[i] : Rational.Zero).ToImmutableArray();
        })]);

        static ImmutableArray<Rational> Invariants(GridFilterStack<Rational> stack)
        {
            var norms = stack.Filters.Select(own => own.Aggregate(Rational.Zero, (sum, entry) => sum + (entry * entry))).ToArray();
            return [.. norms.Skip(1).Select((next, layer) => norms[layer] - next)];
        }

        static Rational Entry(GridFilterStack<Rational> stack) =>
            GridParameterizationMap.Jacobian(stack).Row(0).Aggregate(Rational.Zero, (sum, entry) => sum + (entry * entry));

        static ImmutableArray<Scalar> Exact(ImmutableArray<Rational> values) => [.. values.Select(value => (Scalar)value)];
    }
}
