using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class GridFunctionSpace
{
    /// <summary>Why membership is not decided for this architecture; null if it is.</summary>
    public string? MembershipIsOpen => Blocks.FirstOrDefault(block => block.Kind == GridBlockKind.Tangled) is { } tangled
        ? $"layers {string.Join(", ", tangled.Layers.Select(layer => layer + 1))} of {Architecture} overlap and act in several directions: whether a filter is their product asks for the factorization of a polynomial in several variables"
        : null;

    /// <summary>Decides whether a filter is representable, for architectures without a tangled block.</summary>
    /// <param name="filter">The entries of the end-to-end tensor in C order, index = exponents.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The verdict, membership in the Zariski closure, the filters of the blocks, and what decides.</returns>
    /// <exception cref="ArgumentException">The filter has another length.</exception>
    /// <exception cref="NotSupportedException">Layers overlap and act in several directions (<see cref="MembershipIsOpen"/>).</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; membership is always decided.</para>
    /// <para><b>Method:</b> the filter is representable exactly when it is zero where every filter is, is an outer product of one filter for each block, and each block
    /// can make its own: always if the block is one layer, else by the theory of one direction. Signs do not matter, since every block can change its own.</para>
    /// <para><b>Cost:</b> one pass over the filter for each block, then one membership in one direction for each block of several layers.</para>
    /// <para><b>Source:</b> A8, D8, F4 and F7 of the theory; Kohn, Montúfar, Shahverdi, Trager, arXiv 2304.05752.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var space = GridArchitecture.Parse("2x1,2x1,1x2").FunctionSpace();
    /// space.Contains([-1, -2, 0, 0, 1, 2]).Verdict;   // Holds: (x^2 - 1)(1 + 2y)
    /// space.Contains([1, 2, 0, 0, 1, 2]).Verdict;   // Fails: x^2 + 1 has no real root
    /// </code>
    /// </example>
    public GridMembership Contains(ImmutableArray<Rational> filter, CancellationToken token = default)
    {
        if (filter.IsDefault || filter.Length != AmbientDimension)
        {
            throw new ArgumentException(
                $"The filter has {(filter.IsDefault ? 0 : filter.Length)} entries; the end-to-end filter of {Architecture} has {AmbientDimension}.", nameof(filter));
        }

        if (MembershipIsOpen is { } reason) throw new NotSupportedException($"Membership is not decided here: {reason}");
        if (filter.All(entry => entry.IsZero)) return new GridMembership(StratumPosition.Zero, Verdict.Holds) { Smooth = Verdict.Of(IsLinear) };
        var split = BlockSplit.Of(Architecture, Blocks, filter);
        if (split.Obstruction is not null)
        {
            return new GridMembership(StratumPosition.Outside, Verdict.Fails) { Obstruction = split.Obstruction, Equation = split.Equation };
        }

        ImmutableArray<GridFactor> factors =
            [.. Blocks.Zip(split.Filters, (block, own) => new GridFactor(block, own, block.Line?.FunctionSpace().Contains(own, token)))];
        var memberships = factors.Where(factor => factor.Membership is not null).Select(factor => (factor.Block, Membership: factor.Membership!)).ToArray();
        var inClosure = Verdict.Of(memberships.All(one => one.Membership.InZariskiClosure == Verdict.Holds));
        // Near a nonzero outer product its factors vary independently, so position is decided factor by factor.
        return new GridMembership(FunctionSpace.PositionOf([.. memberships.Select(one => one.Membership.Position)]), inClosure)
        {
            Smooth = inClosure == Verdict.Holds ? Verdict.Of(memberships.All(one => one.Membership.Smooth == Verdict.Holds)) : null,
            Factors = factors,
            Scale = split.Scale,
            Obstruction = memberships.Where(one => one.Membership.Position == StratumPosition.Outside).Select(one => ObstructionOf(one.Block, one.Membership)).FirstOrDefault(),
        };
    }

    /// <summary>Whether the function space is a linear space: then zero is a smooth point.</summary>
    private bool IsLinear => Blocks.Length == 0 || (Blocks.Length == 1 && Blocks[0] is var only && (only.Line?.FunctionSpace().Merged.Layers.Length ?? 1) == 1);

    private static string ObstructionOf(GridBlock block, Membership membership)
    {
        var layers = $"layers {string.Join(", ", block.Layers.Select(layer => layer + 1))}, along direction {block.Direction + 1}, cannot make their factor";
        return membership switch
        {
            { Obstruction: { } own } => $"{layers}: {own}",
            { RequiredRealRoots: { } required, Pattern: { } pattern } => $"{layers}: it has {Quantity.Of(pattern.RealRootsWithMultiplicity, "real root")}, and they need {required}",
            _ => layers,
        };
    }
}
