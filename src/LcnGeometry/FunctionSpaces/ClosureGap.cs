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
    /// <summary>The first merged layer, from 0, at which the closure holds more than the space; null if there is none.</summary>
    public static int? Layer(MergedArchitecture merged)
    {
        Integer degreeBefore = 0, step = 1;
        for (var j = 0; j < merged.Layers.Length; j++)
        {
            var layer = merged.Layers[j];

            // Layers merged into one: two of them of odd degree need real roots that a real form need not have.
            if (layer.EvenFilters > 1) return j;
            if (j > 0 && layer.Size % 2 == 0 && degreeBefore >= step) return j;
            degreeBefore += step * (layer.Size - 1);
            step *= layer.Stride;
        }

        return null;
    }

    /// <summary>A real filter of the closure that the network does not represent; null if there is none.</summary>
    /// <remarks>The roots are generic for certain: of different absolute values, because different primes occur, except for the two of a pair, whose quotient is no root of unity.</remarks>
    public static ImmutableArray<Rational>? Witness(FunctionSpace space, CancellationToken token = default)
    {
        var merged = space.Merged;
        if (Layer(merged) is not { } gap) return null;
        var prime = 2;
        var room = merged.Layers.Select(layer => layer.Size - 1).ToArray();
        Integer[] steps = new Integer[room.Length];
        steps[0] = Integer.One;
        for (var j = 1; j < room.Length; j++) steps[j] = steps[j - 1] * merged.Layers[j - 1].Stride;

        // An even number of roots at the gap, in pairs; an odd number of places there is helped out by the layers before it. Places of a block with two
        // layers of odd degree need no help: its real forms need at least two real roots, and the pairs leave one or none.
        var crowded = merged.Layers[gap].EvenFilters > 1;
        var pairs = crowded ? room[gap] / 2 : (room[gap] + 1) / 2;
        room[gap] -= crowded ? 2 * pairs : room[gap];
        if (!crowded)
        {
            var missing = steps[gap];
            for (var i = gap - 1; i >= 0; i--)
            {
                for (; room[i] > 0 && missing >= steps[i]; room[i]--) missing -= steps[i];
            }
        }

        var common = (int)merged.CommonStep;
        var product = Polynomial<Rational>.One;
        for (var pair = 0; pair < pairs; pair++) product *= Factor(new Polynomial<Rational>(NextPrime(ref prime), 1, 1), steps[gap]);
        for (var j = 0; j < room.Length; j++)
        {
            for (var root = 0; root < room[j]; root++) product *= Factor(new Polynomial<Rational>(-NextPrime(ref prime), 1), steps[j]);
        }

        return product.CoefficientsPadded(space.AmbientDimension);

        Polynomial<Rational> Factor(Polynomial<Rational> factor, Integer step)
        {
            token.ThrowIfCancellationRequested();
            return factor.Upsample((int)step * common);
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
