using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The parameters of the zero function with given invariants: a product of spheres.</summary>
/// <remarks>
/// A product of nonzero polynomials is not zero, so some filter is zero; it has the least norm. So the squared norm of layer l is the gap
/// of layer l, and every choice of filters with these norms is a parameter of the zero function.
/// </remarks>
internal static class ZeroFiber
{
    public static InvariantFiber Of(Architecture net, ImmutableArray<Rational> invariants, int limit, CancellationToken token)
    {
        var gaps = InvariantScale.Gaps(invariants);
        var free = Enumerable.Range(0, net.Depth).Where(layer => !gaps[layer].IsZero).ToArray();
        var dimension = free.Sum(layer => net.Filters[layer] - 1);
        var zeroLayers = net.Depth - free.Length;

        // With two zero filters every product of all layers but one is zero; with one and only signs to choose, the kernel is the same for all.
        var isOneKernel = zeroLayers > 1 || dimension == 0;
        var agreement = zeroLayers > 1
            ? KernelAgreement.Holds("Two filters are zero, so the kernel is zero.", Evidence.Proved)
            : isOneKernel
                ? KernelAgreement.Holds("The parameters differ by signs, which leave the kernel as it is.", Evidence.Proved)
                : KernelAgreement.Fails("With one zero filter the kernel depends on the others: monomials in x and in y give different ones.", Evidence.Proved);
        ImmutableArray<TangentKernel> kernels = isOneKernel ? [KernelOf(net, gaps)] : [];
        if (dimension > 0) return new InvariantFiber(invariants, null, dimension, [], kernels, agreement);

        ImmutableArray<RationalInterval> lengths = [.. gaps.Select(gap => SignificantBits.SquareRoot(gap, TangentKernel.UsualBits))];
        var parameters = ImmutableArray.CreateBuilder<FiberParameter>();
        var signs = gaps.Select(gap => gap.Sign).ToArray();
        while (parameters.Count < limit)
        {
            token.ThrowIfCancellationRequested();
            parameters.Add(new FiberParameter([.. signs.Select((sign, layer) => FilterOf(net.Filters[layer], lengths[layer] * new RationalInterval(sign)))], null, [.. signs]));

            // Counts in binary over the layers that have a sign.
            var place = free.Length - 1;
            while (place >= 0 && signs[free[place]] < 0) signs[free[place--]] = 1;
            if (place < 0) break;
            signs[free[place]] = -1;
        }

        return new InvariantFiber(invariants, Integer.Pow(2, free.Length), 0, parameters.ToImmutable(), kernels, agreement);
    }

    // Squared norms and scales: with one zero filter T its kernel is the squared norm of the rest times T T^T, with more it is zero.
    private static TangentKernel KernelOf(Architecture net, ImmutableArray<Rational> gaps)
    {
        ImmutableArray<LayerFilter> units = [.. net.Filters.Select(size => FilterOf(size, RationalInterval.One))];
        var weights = gaps.Select((_, layer) => new RationalInterval(gaps.Where((_, other) => other != layer).Aggregate(Rational.One, (product, gap) => product * gap)));
        return TangentKernel.Weighted(net, units, [.. weights], [.. gaps.Select(gap => new RationalInterval(gap))], TangentKernel.UsualBits);
    }

    private static LayerFilter FilterOf(int size, RationalInterval first) => new([first, .. Enumerable.Repeat(RationalInterval.Zero, size - 1)]);
}
