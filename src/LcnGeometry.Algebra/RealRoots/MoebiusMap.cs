namespace LcnGeometry.Algebra;

/// <summary>The map x -> (A x + B) / (C x + D) from the variable of a transformed polynomial back to the original one.</summary>
internal sealed record MoebiusMap(Integer A, Integer B, Integer C, Integer D)
{
    public static MoebiusMap Identity { get; } = new(Integer.One, Integer.Zero, Integer.Zero, Integer.One);

    /// <summary>The image of 0; the denominator is never 0 there.</summary>
    public Rational AtZero => new(B, D);

    /// <summary>The image of infinity, null if it is infinity.</summary>
    public Rational? AtInfinity => C.IsZero ? null : new Rational(A, C);

    /// <summary>After x = 2^exponent z, or x = 2^-exponent / z when reversed; then z = 1 + y.</summary>
    public MoebiusMap Shifted(int exponent, bool reversed)
    {
        Integer a = A, b = B, c = C, d = D;
        if (reversed) (a, b, c, d) = (b, a, d, c);
        if (exponent >= 0) (a, c) = (a << exponent, c << exponent);
        else (b, d) = (b << -exponent, d << -exponent);
        return new MoebiusMap(a, a + b, c, c + d);
    }
}
