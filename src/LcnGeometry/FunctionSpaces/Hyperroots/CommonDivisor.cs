using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The greatest common divisor of forms, roots at zero and at infinity included.</summary>
internal static class CommonDivisor
{
    /// <summary>A form of highest degree that divides both nonzero forms.</summary>
    public static BinaryForm Of(BinaryForm left, BinaryForm right, CancellationToken token)
    {
        Polynomial<Rational> a = left.Dehomogenize(), b = right.Dehomogenize();
        var affine = PolynomialGcd.Gcd(a, b, token);
        return BinaryForm.Homogenize(affine, affine.Degree + Math.Min(left.Degree - a.Degree, right.Degree - b.Degree));
    }
}
