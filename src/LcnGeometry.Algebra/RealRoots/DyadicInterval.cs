namespace LcnGeometry.Algebra;

/// <summary>Moves the ends of isolating intervals to dyadic numbers.</summary>
internal static class DyadicInterval
{
    /// <summary>An isolating interval with dyadic ends inside one with rational ends, or the root itself where it was met.</summary>
    /// <param name="polynomial">A polynomial with one simple root in the interval, none at its ends.</param>
    /// <param name="isolating">The interval.</param>
    public static RationalInterval Inside(Polynomial<Integer> polynomial, RationalInterval isolating)
    {
        if (isolating.IsPoint || (IsDyadic(isolating.Lower) && IsDyadic(isolating.Upper))) return isolating;
        var signAtLower = SignAt.Rational(polynomial, isolating.Lower);
        var width = isolating.Width;
        for (var bits = Math.Max(width.Denominator.BitLength - width.Numerator.BitLength + 3, 1); ; bits *= 2)
        {
            Rational lower = RoundUp(isolating.Lower, bits), upper = -RoundUp(-isolating.Upper, bits);
            int below = SignAt.Rational(polynomial, lower), above = SignAt.Rational(polynomial, upper);
            if (below == 0) return new RationalInterval(lower);
            if (above == 0) return new RationalInterval(upper);
            if (below == signAtLower && above == -signAtLower) return new RationalInterval(lower, upper);
        }
    }

    private static bool IsDyadic(Rational value)
    {
        var denominator = value.Denominator;
        return denominator == (Integer.One << (denominator.BitLength - 1));
    }

    private static Rational RoundUp(Rational value, int bits) =>
        IsDyadic(value) ? value : -Rational.FromInteger(Rational.Floor(-value * Rational.PowerOfTwo(bits))) * Rational.PowerOfTwo(-bits);
}
