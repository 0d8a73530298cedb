using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>A polynomial in one variable over an integral domain.</summary>
/// <typeparam name="T">The coefficients.</typeparam>
/// <remarks>
/// Coefficients are stored by ascending exponent without a leading zero, so equal polynomials have equal representations.
/// Polynomials over a domain form a domain again, hence <c>Polynomial&lt;Polynomial&lt;Rational&gt;&gt;</c> is a coefficient type too.
/// </remarks>
public sealed partial class Polynomial<T> : IIntegralDomain<Polynomial<T>>
    where T : IIntegralDomain<T>
{
    private readonly T[] _coefficients;

    private Polynomial(T[] trimmed) => _coefficients = trimmed;

    /// <summary>The polynomial with the given coefficients, by ascending exponent; leading zeros are dropped.</summary>
    public Polynomial(params ReadOnlySpan<T> coefficients) => _coefficients = Trim(coefficients);

    /// <inheritdoc/>
    public static Polynomial<T> Zero { get; } = new([]);

    /// <inheritdoc/>
    public static Polynomial<T> One { get; } = Constant(T.One);

    /// <summary>The variable.</summary>
    public static Polynomial<T> X { get; } = Monomial(T.One, 1);

    /// <summary>The largest exponent with a nonzero coefficient; -1 for the zero polynomial.</summary>
    public int Degree => _coefficients.Length - 1;

    /// <inheritdoc/>
    public bool IsZero => _coefficients.Length == 0;

    /// <summary>Whether the degree is at most 0.</summary>
    public bool IsConstant => _coefficients.Length <= 1;

    /// <summary>The coefficient of the largest exponent; zero for the zero polynomial.</summary>
    public T LeadingCoefficient => IsZero ? T.Zero : _coefficients[^1];

    /// <summary>The coefficients by ascending exponent, without leading zeros.</summary>
    public ReadOnlySpan<T> Coefficients => _coefficients;

    /// <summary>The coefficient of one power of the variable; zero beyond the degree.</summary>
    /// <param name="exponent">At least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is negative.</exception>
    public T this[int exponent]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(exponent);
            return exponent < _coefficients.Length ? _coefficients[exponent] : T.Zero;
        }
    }

    /// <summary>A constant polynomial.</summary>
    public static Polynomial<T> Constant(T value) => value.IsZero ? Zero : new Polynomial<T>([value]);

    /// <inheritdoc/>
    public static Polynomial<T> FromInteger(Integer value) => Constant(T.FromInteger(value));

    /// <summary>A coefficient times a power of the variable.</summary>
    /// <param name="coefficient">Any element; zero gives the zero polynomial.</param>
    /// <param name="exponent">At least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is negative.</exception>
    public static Polynomial<T> Monomial(T coefficient, int exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        if (coefficient.IsZero) return Zero;
        var coefficients = Zeros(exponent + 1);
        coefficients[exponent] = coefficient;
        return new Polynomial<T>(coefficients);
    }

    /// <summary>The coefficients by ascending exponent, padded with zeros to a fixed number.</summary>
    /// <param name="count">At least the degree plus one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The polynomial has more coefficients than that.</exception>
    public ImmutableArray<T> CoefficientsPadded(int count)
    {
        if (count < _coefficients.Length) throw new ArgumentOutOfRangeException(nameof(count), $"{count} coefficients cannot hold degree {Degree}.");
        var result = Zeros(count);
        _coefficients.CopyTo(result, 0);
        return ImmutableArray.Create(result);
    }

    /// <summary>The same polynomial with every coefficient mapped to another domain.</summary>
    public Polynomial<TOther> Map<TOther>(Func<T, TOther> map)
        where TOther : IIntegralDomain<TOther>
    {
        var mapped = new TOther[_coefficients.Length];
        for (var i = 0; i < mapped.Length; i++) mapped[i] = map(_coefficients[i]);
        return new Polynomial<TOther>(mapped.AsSpan());
    }

    /// <inheritdoc/>
    public bool Equals(Polynomial<T>? other) =>
        other is not null && _coefficients.AsSpan().SequenceEqual(other._coefficients);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Polynomial<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var coefficient in _coefficients) hash.Add(coefficient);
        return hash.ToHashCode();
    }

    /// <summary>Equality of coefficients.</summary>
    public static bool operator ==(Polynomial<T>? left, Polynomial<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality of coefficients.</summary>
    public static bool operator !=(Polynomial<T>? left, Polynomial<T>? right) => !(left == right);

    private static T[] Zeros(int count)
    {
        var zeros = new T[count];
        if (!typeof(T).IsValueType || !default(T)!.Equals(T.Zero)) Array.Fill(zeros, T.Zero);
        return zeros;
    }

    private static T[] Trim(ReadOnlySpan<T> coefficients)
    {
        var length = coefficients.Length;
        while (length > 0 && coefficients[length - 1].IsZero) length--;
        return coefficients[..length].ToArray();
    }
}
