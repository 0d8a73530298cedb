namespace LcnGeometry.Algebra;

/// <summary>The map x -> (A x + B) / (C x + D) from the variable of a transformed polynomial back to the original one.</summary>
internal sealed record MoebiusMap(Integer A, Integer B, Integer C, Integer D)
{
    public static MoebiusMap Identity { get; } = new(Integer.One, Integer.Zero, Integer.Zero, Integer.One);

    /// <summary>The image of 0; the denominator is never 0 there.</summary>
    public Rational AtZero => new(B, D);

    /// <summary>The image of infinity, null if it is infinity.</summary>
    public Rational? AtInfinity => C.IsZero ? null : new Rational(A, C);

    /// <summary>After x = cut (1 + y), or x = cut / (1 + y) for the lower part.</summary>
    public MoebiusMap Shifted(Cut cut, bool lower)
    {
        Integer mantissa = cut.Mantissa, a = A * mantissa, b = B, c = C * mantissa, d = D;
        if (cut.Exponent >= 0) (a, c) = (a << cut.Exponent, c << cut.Exponent);
        else (b, d) = (b << -cut.Exponent, d << -cut.Exponent);
        return lower ? new MoebiusMap(b, a + b, d, c + d) : new MoebiusMap(a, a + b, c, c + d);
    }
}
