using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Whether the parameterization map has a critical point at given weights: its differential has less than the generic rank.</summary>
public sealed record MapCriticality
{
    private MapCriticality(Verdict isCritical, string reason) => (IsCritical, Reason) = (isCritical, reason);

    /// <summary>Whether the weights are critical; never undecided.</summary>
    public Verdict IsCritical { get; }

    /// <summary>What decides, in one sentence.</summary>
    public string Reason { get; }

    /// <summary>The layer, 1-based, that shares a root with the hyperroots of the layers before it; null if there is none, or a zero filter decides.</summary>
    public int? Layer { get; private init; }

    /// <summary>The roots that it shares: a form in the variable of that layer.</summary>
    public BinaryForm? Shared { get; private init; }

    /// <summary>Decides at exact weights.</summary>
    /// <param name="filters">The weights, any strides.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The verdict with the layer and the shared roots that prove it.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact, always decided; agrees with the rank of the exact Jacobian matrix.</para>
    /// <para><b>Method:</b> weights without zero filters are critical exactly when some layer shares a root a with the layers before it in this sense:
    /// with S the product of the earlier strides, x^S - a y^S divides the product of the earlier layers. A zero filter is critical unless it is the
    /// only one and all other filters have one entry.</para>
    /// <para><b>Cost:</b> one greatest common divisor of the residues modulo S for each layer.</para>
    /// <para><b>Source:</b> F12 of the theory; Kohn, Montúfar, Shahverdi, Trager, <i>Function Space and Critical Points of Linear Convolutional Networks</i>, arXiv 2304.05752.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = Architecture.Parse("3,2", "2,1");
    /// MapCriticality.Of(new FilterStack&lt;Rational&gt;(net, [[-3, 0, 1], [-3, 1]])).IsCritical;   // Holds: x^2 - 3 y^2 and X - 3Y
    /// </code>
    /// </example>
    public static MapCriticality Of(FilterStack<Rational> filters, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(filters);
        var net = filters.Architecture;
        ImmutableArray<int> zeros = [.. Enumerable.Range(0, net.Depth).Where(l => filters.Filters[l].All(w => w.IsZero))];
        if (zeros.Length > 0) return AtZero(net, zeros);

        var before = new BinaryForm(Rational.One);
        for (var layer = 0; layer < net.Depth; layer++)
        {
            if (net.Filters[layer] == 1) continue;

            // Lower layers of fewer than S roots hold no hyperroot of order S.
            var step = net.StrideProducts[layer];
            if (step <= before.Degree)
            {
                var shared = CommonDivisor.Of(CommonResidues.Of(before, (int)step, token), new BinaryForm(filters.Filters[layer].AsSpan()), token);
                if (shared.Degree > 0)
                {
                    return new MapCriticality(Verdict.Holds, $"layer {layer + 1} shares {(shared.Degree == 1 ? "a root" : $"{shared.Degree} roots")} with the layers before it")
                    {
                        Layer = layer + 1,
                        Shared = shared,
                    };
                }
            }

            before *= Upsample(filters.Filters[layer], (int)step);
        }

        return new MapCriticality(Verdict.Fails, "no layer shares a root with the layers before it");
    }

    private static MapCriticality AtZero(Architecture net, ImmutableArray<int> zeros)
    {
        if (zeros.Length > 1) return new MapCriticality(Verdict.Holds, "two filters or more are zero");
        var others = Enumerable.Range(0, net.Depth).Where(l => l != zeros[0]);
        return others.All(l => net.Filters[l] == 1)
            ? new MapCriticality(Verdict.Fails, "the zero filter is the only one with more than one entry")
            : new MapCriticality(Verdict.Holds, $"the filter of layer {zeros[0] + 1} is zero");
    }

    private static BinaryForm Upsample(ImmutableArray<Rational> filter, int step) =>
        new([.. Enumerable.Range(0, ((filter.Length - 1) * step) + 1).Select(i => i % step == 0 ? filter[i / step] : Rational.Zero)]);
}
