using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>What keeps a function space from being Zariski closed: a layer that some real filters of the closure cannot fill with real roots.</summary>
/// <remarks>
/// Merged, with S_j the product of the earlier strides: layer j holds k_j - 1 hyperroots of order S_j. If the layers before it have room for one more,
/// that is, if their product has degree S_j at least, then a filter may have k_j of them; for even k_j these may be complex pairs, of which no odd number is
/// real. If k_j is odd, or there is no room, conjugation leaves some choice as it is.
/// </remarks>
internal static class ClosureGap
{
    /// <summary>The first block at which the closure holds more than the space, from 0; null if there is none.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="blocks">Its layers by step: the merged layers.</param>
    public static int? Block(Architecture net, ImmutableArray<LayerBlock> blocks)
    {
        Integer degreeBefore = 0;
        for (var j = 0; j < blocks.Length; j++)
        {
            // Layers merged into one: two of them of odd degree need real roots that a real form need not have.
            if (blocks[j].EvenFilters(net) > 1) return j;
            if (j > 0 && blocks[j].Degree % 2 == 1 && degreeBefore >= blocks[j].Step) return j;
            degreeBefore += blocks[j].Step * blocks[j].Degree;
        }

        return null;
    }

    /// <summary>A real filter of the closure that the network does not represent; null if there is none.</summary>
    /// <remarks>The roots are generic for certain: of different absolute values, because different primes occur, except for the two of a pair, whose quotient is no root of unity.</remarks>
    public static ImmutableArray<Rational>? Witness(Architecture net, CancellationToken token = default)
    {
        var blocks = LayerBlock.Of(net);
        if (Block(net, blocks) is not { } gap) return null;
        var prime = 2;
        int[] real = [.. blocks.Select(block => block.Degree)];
        int pairs;
        if (blocks[gap].EvenFilters(net) > 1)
        {
            // Real forms of its layers need at least two real roots; the pairs leave one or none.
            (pairs, real[gap]) = Math.DivRem(real[gap], 2);
        }
        else
        {
            // One pair more than there is room for: the layers before take its other hyperroot, in pieces.
            (pairs, real[gap]) = ((real[gap] + 1) / 2, 0);
            var missing = blocks[gap].Step;
            for (var i = gap - 1; i >= 0; i--)
            {
                for (; real[i] > 0 && missing >= blocks[i].Step; real[i]--) missing -= blocks[i].Step;
            }
        }

        var product = Polynomial<Rational>.One;
        for (var pair = 0; pair < pairs; pair++) Append(new Polynomial<Rational>(NextPrime(ref prime), 1, 1), blocks[gap].Step);
        for (var j = 0; j < real.Length; j++)
        {
            for (var root = 0; root < real[j]; root++) Append(new Polynomial<Rational>(-NextPrime(ref prime), 1), blocks[j].Step);
        }

        return product.CoefficientsPadded(net.EndToEndSize);

        void Append(Polynomial<Rational> factor, Integer step)
        {
            token.ThrowIfCancellationRequested();
            product *= factor.Upsample((int)step);
        }
    }

    private static Rational NextPrime(ref int candidate)
    {
        while (!IsPrime(candidate)) candidate++;
        return candidate++;
    }

    private static bool IsPrime(int number)
    {
        for (var divisor = 2; divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0) return false;
        }

        return true;
    }
}
