using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>One term of a polynomial in several variables.</summary>
/// <typeparam name="T">The coefficients.</typeparam>
public readonly struct PolynomialTerm<T> : IEquatable<PolynomialTerm<T>>
    where T : IIntegralDomain<T>
{
    private readonly ImmutableArray<int> _exponents;

    /// <summary>A coefficient times a product of powers.</summary>
    /// <param name="coefficient">Any element.</param>
    /// <param name="exponents">One exponent of at least 0 for each variable, in the order of the variables.</param>
    public PolynomialTerm(T coefficient, ImmutableArray<int> exponents)
    {
        Coefficient = coefficient;
        _exponents = exponents;
    }

    /// <summary>The factor in front.</summary>
    public T Coefficient { get; }

    /// <summary>The exponents, one for each variable; none for a constant without variables.</summary>
    public ImmutableArray<int> Exponents => _exponents.IsDefault ? [] : _exponents;

    /// <inheritdoc/>
    public bool Equals(PolynomialTerm<T> other) =>
        EqualityComparer<T>.Default.Equals(Coefficient, other.Coefficient) && Exponents.AsSpan().SequenceEqual(other.Exponents.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PolynomialTerm<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Coefficient);
        foreach (var exponent in Exponents) hash.Add(exponent);
        return hash.ToHashCode();
    }

    /// <summary>The coefficient and the exponents: <c>3 * [2, 1]</c>.</summary>
    public override string ToString() => $"{Coefficient} * [{string.Join(", ", Exponents)}]";

    /// <summary>Equality of coefficient and exponents.</summary>
    public static bool operator ==(PolynomialTerm<T> left, PolynomialTerm<T> right) => left.Equals(right);

    /// <summary>Inequality of coefficient or exponents.</summary>
    public static bool operator !=(PolynomialTerm<T> left, PolynomialTerm<T> right) => !left.Equals(right);
}
