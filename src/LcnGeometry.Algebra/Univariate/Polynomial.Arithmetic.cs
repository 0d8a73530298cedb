namespace LcnGeometry.Algebra;

public sealed partial class Polynomial<T>
{
    /// <summary>Addition.</summary>
    public static Polynomial<T> operator +(Polynomial<T> left, Polynomial<T> right)
    {
        var (longer, shorter) = left.Degree >= right.Degree ? (left, right) : (right, left);
        var sum = longer._coefficients.AsSpan().ToArray();
        for (var i = 0; i < shorter._coefficients.Length; i++) sum[i] = left._coefficients[i] + right._coefficients[i];
        return new Polynomial<T>(sum.AsSpan());
    }

    /// <summary>Subtraction.</summary>
    public static Polynomial<T> operator -(Polynomial<T> left, Polynomial<T> right)
    {
        var difference = new T[Math.Max(left._coefficients.Length, right._coefficients.Length)];
        for (var i = 0; i < difference.Length; i++)
        {
            difference[i] = i >= right._coefficients.Length ? left._coefficients[i]
                : i >= left._coefficients.Length ? -right._coefficients[i]
                : left._coefficients[i] - right._coefficients[i];
        }

        return new Polynomial<T>(difference.AsSpan());
    }

    /// <summary>Negation.</summary>
    public static Polynomial<T> operator -(Polynomial<T> value)
    {
        var negated = new T[value._coefficients.Length];
        for (var i = 0; i < negated.Length; i++) negated[i] = -value._coefficients[i];
        return new Polynomial<T>(negated);
    }

    /// <summary>Multiplication: the coefficients are convolved.</summary>
    public static Polynomial<T> operator *(Polynomial<T> left, Polynomial<T> right)
    {
        if (left.IsZero || right.IsZero) return Zero;
        var product = Zeros(left._coefficients.Length + right._coefficients.Length - 1);
        for (var i = 0; i < left._coefficients.Length; i++)
        {
            var factor = left._coefficients[i];
            if (factor.IsZero) continue;
            for (var j = 0; j < right._coefficients.Length; j++) product[i + j] += factor * right._coefficients[j];
        }

        // A domain has no zero divisors, but rounding and enclosures may still give a zero on top.
        return new Polynomial<T>(product.AsSpan());
    }

    /// <summary>Multiplication by a coefficient.</summary>
    public static Polynomial<T> operator *(T scalar, Polynomial<T> value)
    {
        var scaled = new T[value._coefficients.Length];
        for (var i = 0; i < scaled.Length; i++) scaled[i] = scalar * value._coefficients[i];
        return new Polynomial<T>(scaled.AsSpan());
    }

    /// <summary>The polynomial raised to a power.</summary>
    /// <param name="value">The base.</param>
    /// <param name="exponent">At least 0; the zeroth power of everything is one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is negative.</exception>
    public static Polynomial<T> Pow(Polynomial<T> value, int exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        var result = One;
        for (var square = value; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result *= square;
            if (exponent > 1) square *= square;
        }

        return result;
    }

    /// <inheritdoc/>
    public static Polynomial<T> DivideExactly(Polynomial<T> dividend, Polynomial<T> divisor)
    {
        if (divisor.IsZero) throw new DivideByZeroException("Division by the zero polynomial.");
        if (dividend.IsZero) return Zero;
        var quotientDegree = dividend.Degree - divisor.Degree;
        if (quotientDegree < 0) throw new InexactDivisionException(dividend, divisor);
        var remainder = dividend._coefficients.AsSpan().ToArray();
        var quotient = Zeros(quotientDegree + 1);
        for (var i = quotientDegree; i >= 0; i--)
        {
            var top = remainder[i + divisor.Degree];
            if (top.IsZero) continue;
            var factor = quotient[i] = T.DivideExactly(top, divisor.LeadingCoefficient);
            for (var j = 0; j <= divisor.Degree; j++) remainder[i + j] -= factor * divisor._coefficients[j];
        }

        for (var i = 0; i < divisor.Degree; i++)
        {
            if (!remainder[i].IsZero) throw new InexactDivisionException(dividend, divisor);
        }

        return new Polynomial<T>(quotient.AsSpan());
    }
}
