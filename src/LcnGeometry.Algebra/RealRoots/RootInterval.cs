namespace LcnGeometry.Algebra;

/// <summary>Rules shared by the counters on intervals.</summary>
internal static class RootInterval
{
    public static void CheckOrder(Rational? lower, Rational? upper)
    {
        if (lower > upper) throw new ArgumentException($"({lower}, {upper}] is empty: the lower end must not exceed the upper one.", nameof(upper));
    }

    /// <summary>An exponent e such that every complex root has absolute value below 2^e.</summary>
    public static int BoundExponent(Polynomial<Integer> polynomial)
    {
        // Fujiwara: twice the largest |c_i / c_n|^(1/(n-i)).
        var coefficients = polynomial.Coefficients;
        var (degree, leading) = (polynomial.Degree, polynomial.LeadingCoefficient.BitLength - 1);
        var exponent = int.MinValue;
        for (var i = 0; i < degree; i++)
        {
            if (coefficients[i].IsZero) continue;
            var excess = coefficients[i].BitLength - leading;
            exponent = Math.Max(exponent, CeilingDivide(excess, degree - i));
        }

        return exponent == int.MinValue ? 0 : exponent + 1;
    }

    /// <summary>The least integer not below the quotient; the divisor is positive.</summary>
    public static int CeilingDivide(int dividend, int divisor) =>
        dividend >= 0 ? (dividend + divisor - 1) / divisor : -(-dividend / divisor);
}
