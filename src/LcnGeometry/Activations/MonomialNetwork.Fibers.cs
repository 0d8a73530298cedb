using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class MonomialNetwork
{
    /// <summary>All filters that have the function of given ones, modulo layer scalings.</summary>
    /// <typeparam name="T">The coefficients; of characteristic zero.</typeparam>
    /// <param name="filters">The weights, no filter zero.</param>
    /// <returns>One filter stack for each class modulo scalings; the given one is among them.</returns>
    /// <exception cref="ArgumentException">The weights belong to another architecture, a filter is zero, or the activation is linear (r = 1).</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact and complete over any field of characteristic zero: no other filters, real or complex, have this function, up to scalings.</para>
    /// <para><b>Method:</b> the first input that the function sees occurs in a single neuron of each layer, so the function tells that neuron up to scale,
    /// and with it all filters up to zeros at their ends. Such zeros can move only if the first input stays the same.</para>
    /// <para><b>Cost:</b> the number of ways to move zeros.</para>
    /// <para><b>Source:</b> F19 of the theory; src/decisions/0020.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = new MonomialNetwork(Architecture.Parse("2,2"), power: 2);
    /// net.Preimages(new FilterStack&lt;Integer&gt;(net.Architecture, [[0, 3], [1, 0]])).Length   // 2
    /// </code>
    /// </example>
    public ImmutableArray<FilterStack<T>> Preimages<T>(FilterStack<T> filters)
        where T : IIntegralDomain<T>
    {
        ArgumentNullException.ThrowIfNull(filters);
        if (filters.Architecture != Architecture) throw new ArgumentException($"The weights are those of {filters.Architecture}, not of {Architecture}.", nameof(filters));
        if (Power == 1) throw new ArgumentException($"The network {this} is linear: its preimages are the factorizations of its end-to-end filter.", nameof(filters));
        var trimmed = filters.Filters.Select((filter, layer) => Trim(filter, layer + 1)).ToArray();
        var steps = FilterShifts.Steps(Architecture);
        var offset = (int)trimmed.Select((filter, layer) => filter.Zeros * steps[layer]).Sum();
        ImmutableArray<int> room = [.. trimmed.Select((filter, layer) => Architecture.Filters[layer] - filter.Entries.Length)];
        return [.. FilterShifts.All(Architecture, room, offset).Select(zeros => new FilterStack<T>(Architecture, [.. trimmed.Select((filter, layer) => Extend(filter.Entries, zeros[layer], room[layer]))]))];
    }

    /// <summary>The largest families of functions that several filter stacks have: together the singular points of the neurovariety other than zero.</summary>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>Smaller networks, by codimension; none of them holds another. Empty when the neurovariety is smooth away from zero.</returns>
    /// <exception cref="InvalidOperationException">The activation is linear (r = 1).</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact and complete: a nonzero point of the neurovariety is singular exactly when it is in one of these families.</para>
    /// <para><b>Method:</b> all vectors δ with |δ_l| below k_l and Σ S_l δ_l = 0; the smaller network has filters of sizes k_l - |δ_l|.</para>
    /// <para><b>Cost:</b> at most ∏ (2 k_l - 1) vectors.</para>
    /// <para><b>Source:</b> F19 of the theory; src/decisions/0020.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = new MonomialNetwork(Architecture.Parse("3,2"), power: 2);
    /// net.NodalSubnetworks().Length   // 1
    /// </code>
    /// </example>
    public ImmutableArray<NodalSubnetwork> NodalSubnetworks(CancellationToken token = default)
    {
        if (Power == 1) throw new InvalidOperationException($"The network {this} is linear: the singular points of its closure are others.");
        var largest = ImmutableArray.CreateBuilder<NodalSubnetwork>();
        foreach (var candidate in ShiftVectors(token).Select(shifts => new NodalSubnetwork(Architecture, shifts)).OrderBy(network => network.Codimension).ThenByDescending(network => network.Shifts, ExponentOrder.Comparer))
        {
            token.ThrowIfCancellationRequested();
            if (!largest.Any(network => network.Contains(Architecture, candidate))) largest.Add(candidate);
        }

        return largest.ToImmutable();
    }

    /// <summary>All δ ≠ 0 with |δ_l| &lt; k_l and Σ S_l δ_l = 0, one of each pair ±δ: its first entry other than zero is positive.</summary>
    private IEnumerable<ImmutableArray<int>> ShiftVectors(CancellationToken token)
    {
        var steps = FilterShifts.Steps(Architecture);
        var reach = new long[Architecture.Depth + 1];
        for (var l = Architecture.Depth - 1; l >= 0; l--) reach[l] = reach[l + 1] + ((Architecture.Filters[l] - 1) * steps[l]);
        return Extend([], 0, false);

        IEnumerable<ImmutableArray<int>> Extend(ImmutableArray<int> chosen, long sum, bool started)
        {
            token.ThrowIfCancellationRequested();
            var layer = chosen.Length;
            if (Math.Abs(sum) > reach[layer]) return [];
            if (layer == Architecture.Depth) return started ? [chosen] : [];
            var most = Architecture.Filters[layer] - 1;
            return Enumerable.Range(started ? -most : 0, most + 1 + (started ? most : 0)).SelectMany(shift => Extend(chosen.Add(shift), sum + (shift * steps[layer]), started || shift != 0));
        }
    }

    private static (int Zeros, ImmutableArray<T> Entries) Trim<T>(ImmutableArray<T> filter, int layer)
        where T : IIntegralDomain<T>
    {
        var first = Enumerable.Range(0, filter.Length).FirstOrDefault(i => !filter[i].IsZero, -1);
        if (first < 0) throw new ArgumentException($"The filter of layer {layer} is zero: the function is zero, and every network with a zero filter has it.");
        var last = Enumerable.Range(0, filter.Length).Last(i => !filter[i].IsZero);
        return (first, filter[first..(last + 1)]);
    }

    private static ImmutableArray<T> Extend<T>(ImmutableArray<T> entries, int zeros, int room)
        where T : IIntegralDomain<T> => [.. Enumerable.Repeat(T.Zero, zeros), .. entries, .. Enumerable.Repeat(T.Zero, room - zeros)];
}
