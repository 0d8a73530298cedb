using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>A homogeneous polynomial in x and y with rational coefficients: the sum of <c>c[i] x^i y^(n-i)</c>.</summary>
/// <remarks>
/// The degree n is fixed by the number of coefficients and never drops: leading zeros are roots at infinity [1 : 0],
/// trailing zeros are roots at 0 = [0 : 1]. The zero form has a degree as well.
/// </remarks>
public sealed partial class BinaryForm : IEquatable<BinaryForm>
{
    private readonly ImmutableArray<Rational> _coefficients;

    /// <summary>The form with the given coefficients; the index is the exponent of x.</summary>
    /// <param name="coefficients">At least one; their number is the degree plus one.</param>
    /// <exception cref="ArgumentException">There is no coefficient.</exception>
    public BinaryForm(params ReadOnlySpan<Rational> coefficients)
    {
        if (coefficients.IsEmpty) throw new ArgumentException("A form needs at least one coefficient; there are none.", nameof(coefficients));
        _coefficients = [.. coefficients];
    }

    /// <summary>The coefficients; the index is the exponent of x.</summary>
    public ImmutableArray<Rational> Coefficients => _coefficients;

    /// <summary>The number of coefficients minus one.</summary>
    public int Degree => _coefficients.Length - 1;

    /// <summary>Whether every coefficient is zero.</summary>
    public bool IsZero
    {
        get
        {
            foreach (var coefficient in _coefficients)
            {
                if (!coefficient.IsZero) return false;
            }

            return true;
        }
    }

    /// <summary>The coefficient of <c>x^exponent y^(Degree-exponent)</c>.</summary>
    /// <param name="exponent">From 0 to the degree.</param>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is negative or above the degree.</exception>
    public Rational this[int exponent] => exponent >= 0 && exponent <= Degree
        ? _coefficients[exponent]
        : throw new ArgumentOutOfRangeException(nameof(exponent), $"{exponent} is not an exponent of a form of degree {Degree}.");

    /// <summary>The form of a polynomial within a formal degree: <c>y^degree * p(x / y)</c>.</summary>
    /// <param name="polynomial">A polynomial of degree at most <paramref name="degree"/>.</param>
    /// <param name="degree">At least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is too small.</exception>
    public static BinaryForm Homogenize(Polynomial<Rational> polynomial, int degree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        return new BinaryForm(polynomial.CoefficientsPadded(degree + 1).AsSpan());
    }

    /// <summary>The polynomial in x at y = 1; roots at infinity are lost.</summary>
    public Polynomial<Rational> Dehomogenize() => new(_coefficients.AsSpan());

    /// <summary>The product; degrees add, also when a factor is zero.</summary>
    public static BinaryForm operator *(BinaryForm left, BinaryForm right)
    {
        var product = new Rational[left.Degree + right.Degree + 1];
        for (var i = 0; i <= left.Degree; i++)
        {
            var factor = left._coefficients[i];
            if (factor.IsZero) continue;
            for (var j = 0; j <= right.Degree; j++) product[i + j] += factor * right._coefficients[j];
        }

        return new BinaryForm(product);
    }

    /// <summary>The form times a number.</summary>
    public static BinaryForm operator *(Rational scalar, BinaryForm form)
    {
        var scaled = form._coefficients.AsSpan().ToArray();
        for (var i = 0; i < scaled.Length; i++) scaled[i] *= scalar;
        return new BinaryForm(scaled);
    }

    /// <summary>The form with x and y exchanged: a root r becomes 1 / r, 0 becomes infinity.</summary>
    public BinaryForm Reverse()
    {
        var reversed = _coefficients.AsSpan().ToArray();
        Array.Reverse(reversed);
        return new BinaryForm(reversed);
    }

    /// <summary>The value at a point of the plane.</summary>
    public Rational Evaluate(Rational x, Rational y)
    {
        Rational value = _coefficients[Degree], power = Rational.One;
        for (var i = Degree - 1; i >= 0; i--)
        {
            power *= y;
            value = (value * x) + (_coefficients[i] * power);
        }

        return value;
    }

    /// <inheritdoc/>
    public bool Equals(BinaryForm? other) => other is not null && _coefficients.AsSpan().SequenceEqual(other._coefficients.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BinaryForm);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var coefficient in _coefficients) hash.Add(coefficient);
        return hash.ToHashCode();
    }

    /// <summary>Equality of degree and coefficients.</summary>
    public static bool operator ==(BinaryForm? left, BinaryForm? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality of degree or coefficients.</summary>
    public static bool operator !=(BinaryForm? left, BinaryForm? right) => !(left == right);
}
