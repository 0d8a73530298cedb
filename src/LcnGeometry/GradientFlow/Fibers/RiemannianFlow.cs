using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Whether gradient flow is a Riemannian gradient flow on the function space: whether function and invariants determine the tangent kernel.</summary>
/// <remarks>If they do, the end-to-end filter w moves along <c>-K(w) grad loss(w)</c>, the gradient for the metric that inverts K on the tangent space; it depends on the start by its invariants alone.</remarks>
public sealed class RiemannianFlow
{
    private RiemannianFlow(Verdict verdict, bool onAllNonzero, string reason, KernelAgreement balanced, KernelWitness? witness)
    {
        Verdict = verdict;
        OnAllNonzero = onAllNonzero;
        Reason = reason;
        Balanced = balanced;
        Witness = witness;
    }

    /// <summary>Whether it is, for all invariants; never undecided.</summary>
    public Verdict Verdict { get; }

    /// <summary>Whether the answer is about all nonzero functions; else about the smooth points of the Zariski closure.</summary>
    public bool OnAllNonzero { get; }

    /// <summary>The proof, in one sentence.</summary>
    public string Reason { get; }

    /// <summary>Whether it is for balanced starts, whose filters all have the same norm.</summary>
    public KernelAgreement Balanced { get; }

    /// <summary>A function and invariants that leave the choice between two kernels; null if the flow is Riemannian or the network is too large to print one.</summary>
    public KernelWitness? Witness { get; }

    /// <summary>Decides for an architecture.</summary>
    /// <param name="space">The function space of a network, any strides.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The verdict with a proof, and a witness against it where it fails.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> proved for every architecture; the witness is checked in exact or interval arithmetic.</para>
    /// <para><b>Method:</b> a smooth function has one factorization into merged layers. If each comes from one layer with more than one entry, the invariants
    /// fix the filters up to signs, which leave the kernel as it is. If layers a and b merge, exchange a linear factor between them: with w_a = (3,4), w_b = (1,0) and
    /// w_a = (5,0), w_b = (3/5,4/5), padded with zeros, and (1,0,..) in all other layers, function and norms are the same, and the sums of 1/w_l[0]^2, which the first entry of the
    /// kernel is proportional to, differ. Near these filters there are others with smooth functions, because smooth functions are dense, and there the kernels still differ.</para>
    /// <para><b>Cost:</b> constant, but for the witness: a factorization for several merged layers.</para>
    /// <para><b>Source:</b> F4, F20 and F21 of the theory; Achour, Kohn, Rauhut, arXiv 2507.06367.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// RiemannianFlow.Of(Architecture.Parse("3,2", "2,1").FunctionSpace()).Verdict;   // Holds
    /// RiemannianFlow.Of(Architecture.Parse("3,2").FunctionSpace()).Verdict;          // Fails
    /// </code>
    /// </example>
    public static RiemannianFlow Of(FunctionSpace space, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        var net = space.Architecture;
        var onAllNonzero = space.SmoothAwayFromZero == Verdict.Holds;
        var blocks = LayerBlock.Of(net).Select(block => block.Layers).ToArray();
        if (blocks.FirstOrDefault(block => block.Length > 1, []) is not [var a, var b, ..])
        {
            var reason = $"{(onAllNonzero ? "A nonzero" : "A smooth")} function has one factorization up to scalings, the invariants fix the scalings up to signs, and signs leave the tangent kernel as it is.";
            return new RiemannianFlow(Verdict.Holds, onAllNonzero, reason, KernelAgreement.Holds("It is for every start.", Evidence.Proved), null);
        }

        var fails = $"Layers {a + 1} and {b + 1} can exchange a factor, which changes the tangent kernel and neither the function nor the invariants.";
        return new RiemannianFlow(Verdict.Fails, onAllNonzero, fails, BalancedOf(net, blocks), KernelWitness.Find(space, a, b, token));
    }

    // Linear filters of equal norm may change places. Otherwise some layer has three entries or more, and another of its block takes a root from it:
    // (1,1)(1,1) and (1,2,1)(1,0) for two such layers, else (3,4,0)(1,0) and (1,0,0)(3,4), change the kernel although all norms stay equal.
    private static KernelAgreement BalancedOf(Architecture net, ImmutableArray<int>[] blocks) => blocks.All(block => block.Length == 1 || block.All(layer => net.Filters[layer] == 2))
        ? KernelAgreement.Holds("Merging layers have two entries each; they can only exchange their filters, which have the same norm.", Evidence.Proved)
        : KernelAgreement.Fails("Factorizations into layers with more than two entries differ by more than an exchange of filters, and so do their kernels.", Evidence.Proved);

    internal RiemannianFlowSection ToSection() => new()
    {
        Verdict = Verdict.Kind,
        Domain = OnAllNonzero ? "nonzero" : "smooth",
        Reason = Reason,
        Balanced = Balanced.ToRow(),
        Witness = Witness?.ToRow(),
    };
}
