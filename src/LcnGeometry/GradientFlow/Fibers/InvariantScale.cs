using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The squared norms of the filters of a function with given invariants, once a factorization is chosen.</summary>
/// <remarks>
/// With <c>c_l</c> the squared norm of layer l less that of the last layer, the smallest squared norm s is the only positive solution of
/// <c>prod (s + c_l - min c) = N</c>, N the product of the squared norms in the factorization: the left side grows from 0 without bound.
/// </remarks>
internal static class InvariantScale
{
    private const int MostRecognizedBits = 4096;

    /// <summary>The numbers <c>c_l - min c</c>, where <c>c_l</c> is the squared norm of layer l less that of the last layer.</summary>
    /// <param name="invariants">The squared norm of each layer less that of the next one.</param>
    public static ImmutableArray<Rational> Gaps(ImmutableArray<Rational> invariants)
    {
        var excess = new Rational[invariants.Length + 1];
        for (var layer = invariants.Length - 1; layer >= 0; layer--) excess[layer] = excess[layer + 1] + invariants[layer];
        var least = excess.Aggregate((a, b) => a < b ? a : b);
        return [.. excess.Select(c => c - least)];
    }

    /// <summary>The smallest squared norm, enclosed; a point if it is rational and its denominator within reach.</summary>
    /// <param name="product">The product of all squared norms: no element is zero or negative.</param>
    /// <param name="gaps">How much each squared norm exceeds the smallest; at least one is 0.</param>
    /// <param name="bits">The wanted relative accuracy.</param>
    /// <param name="token">Stops a long computation.</param>
    public static RationalInterval Smallest(RationalInterval product, ImmutableArray<Rational> gaps, int bits, CancellationToken token)
    {
        if (gaps.Length == 1) return product;
        if (product.IsPoint && RationalSolution(product.Lower, gaps, token) is { } exact) return new RationalInterval(exact);
        var lower = Bracket(product.Lower, gaps, bits, token);
        return product.IsPoint ? lower : new RationalInterval(lower.Lower, Bracket(product.Upper, gaps, bits, token).Upper);
    }

    /// <summary>
    /// With D a common denominator of the gaps, D s is a root of a polynomial over the integers whose leading coefficient is the
    /// denominator B of <c>D^L N</c>; so B D s is an integer if s is rational.
    /// </summary>
    private static Rational? RationalSolution(Rational product, ImmutableArray<Rational> gaps, CancellationToken token)
    {
        var common = gaps.Aggregate(Integer.One, (d, gap) => Integer.LeastCommonMultiple(d, gap.Denominator));
        var scaled = product * Rational.Pow(common, gaps.Length);
        Rational denominator = scaled.Denominator * common;
        var bits = SignificantBits.Exponent(product) + SignificantBits.Exponent(denominator);
        if (bits > MostRecognizedBits) return null;
        bits = Math.Max(bits, SignificantBits.Exponent(denominator * Bracket(product, gaps, 2, token).Upper)) + 4;
        if (bits < 0) return null;
        var candidate = (Rational)Rational.Floor((denominator * Approximate(product, gaps, bits, token)) + new Rational(1, 2)) / denominator;
        return candidate.Sign > 0 && Product(candidate, gaps) == product ? candidate : null;
    }

    private static RationalInterval Bracket(Rational product, ImmutableArray<Rational> gaps, int bits, CancellationToken token)
    {
        var middle = Approximate(product, gaps, bits + 4, token);
        for (var margin = bits + 2; ; margin -= 4)
        {
            token.ThrowIfCancellationRequested();
            var half = middle * Rational.PowerOfTwo(-Math.Max(margin, 1));
            Rational lower = middle - half, upper = middle + half;
            if (Product(lower, gaps) <= product && product <= Product(upper, gaps)) return new RationalInterval(lower, upper);
            if (margin <= 1) throw new InvariantViolationException("the scale is bracketed", $"product {product}, gaps {string.Join(',', gaps)}");
        }
    }

    /// <summary>Newton's iteration from above, where it decreases to the solution because the product is convex; nothing rests on its accuracy.</summary>
    private static Rational Approximate(Rational product, ImmutableArray<Rational> gaps, int bits, CancellationToken token)
    {
        var working = bits + 32;
        var current = Rational.PowerOfTwo(UpperExponent(product, gaps));
        var tolerance = Rational.PowerOfTwo(-(bits + 8));
        while (true)
        {
            token.ThrowIfCancellationRequested();
            Rational value = Rational.One, slope = Rational.Zero;
            foreach (var gap in gaps)
            {
                var factor = current + gap;
                value = SignificantBits.Round(value * factor, working);
                slope = SignificantBits.Round(slope + Rational.Invert(factor), working);
            }

            var step = (Rational.One - (product / value)) / slope;
            var next = SignificantBits.Round(current - step, working);
            if (next.Sign <= 0 || next >= current) return current;
            if (step <= current * tolerance) return next;
            current = next;
        }
    }

    /// <summary>The least e for which <c>2^e</c> is not below the solution.</summary>
    private static int UpperExponent(Rational product, ImmutableArray<Rational> gaps)
    {
        int low = 0, high = 0;
        for (var step = 1; !IsAbove(high); step = checked(2 * step)) (low, high) = (high, checked(high + step));
        if (low == high)
        {
            for (var step = 1; IsAbove(low); step = checked(2 * step)) (low, high) = (checked(low - step), low);
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (IsAbove(middle)) high = middle;
            else low = middle;
        }

        return high;

        bool IsAbove(int exponent) => Product(Rational.PowerOfTwo(exponent), gaps) >= product;
    }

    private static Rational Product(Rational smallest, ImmutableArray<Rational> gaps) => gaps.Aggregate(Rational.One, (value, gap) => value * (smallest + gap));
}
