using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>A polynomial in several named variables over an integral domain.</summary>
/// <typeparam name="T">The coefficients.</typeparam>
/// <remarks>
/// <para>
/// The terms are stored sparsely, without zero coefficients, in descending graded reverse lexicographic order with the first
/// variable of the list the greatest: x^2 > x*y > y^2 > x*z > y*z > z^2 for [x, y, z]. Equal polynomials have equal representations.
/// </para>
/// <para>
/// The variables travel with the polynomial, and combining polynomials with different lists throws
/// <see cref="VariableMismatchException"/>. A constant belongs to every ring: it carries no variables, whatever it was computed from,
/// mixes with everything, and accepts every variable and every point. The total degree is at most 65,535.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// VariableList variables = ["x", "y"];
/// var x = MultivariatePolynomial&lt;Integer&gt;.Variable(variables, "x");
/// var y = MultivariatePolynomial&lt;Integer&gt;.Variable(variables, "y");
/// Console.WriteLine((x + y) * (x - y));   // x^2 - y^2
/// </code>
/// </example>
public sealed partial class MultivariatePolynomial<T> : IIntegralDomain<MultivariatePolynomial<T>>
    where T : IIntegralDomain<T>
{
    private readonly ulong[] _monomials; // packed, descending, _words for each term
    private readonly T[] _coefficients; // none of them zero
    private readonly int _words;

    private MultivariatePolynomial(VariableList variables, ulong[] monomials, T[] coefficients)
    {
        Variables = variables;
        _monomials = monomials;
        _coefficients = coefficients;
        _words = PackedExponents.WordsFor(variables.Count);
    }

    /// <inheritdoc/>
    public static MultivariatePolynomial<T> Zero { get; } = new(VariableList.Empty, [], []);

    /// <inheritdoc/>
    public static MultivariatePolynomial<T> One { get; } = Constant(T.One);

    /// <summary>The variables in order; empty for a constant.</summary>
    public VariableList Variables { get; }

    /// <summary>The number of terms; 0 for the zero polynomial.</summary>
    public int TermCount => _coefficients.Length;

    /// <inheritdoc/>
    public bool IsZero => _coefficients.Length == 0;

    /// <summary>Whether no variable occurs.</summary>
    public bool IsConstant => Variables.Count == 0;

    /// <summary>The terms in descending order.</summary>
    public IEnumerable<PolynomialTerm<T>> Terms => Enumerable.Range(0, TermCount).Select(Term);

    /// <summary>The coefficients of the terms in descending order of the terms; none of them is zero.</summary>
    public ReadOnlySpan<T> Coefficients => _coefficients;

    /// <summary>The term that is greatest in the graded reverse lexicographic order.</summary>
    /// <exception cref="InvalidOperationException">The polynomial is zero.</exception>
    public PolynomialTerm<T> LeadingTerm => IsZero ? throw new InvalidOperationException("The zero polynomial has no leading term.") : Term(0);

    /// <summary>The coefficient of the monomial without variables.</summary>
    public T ConstantTerm => !IsZero && PackedExponents.TotalDegree(Monomial(TermCount - 1)) == 0 ? _coefficients[^1] : T.Zero;

    /// <summary>A constant.</summary>
    public static MultivariatePolynomial<T> Constant(T value) => value.IsZero ? Zero : new(VariableList.Empty, [], [value]);

    /// <inheritdoc/>
    public static MultivariatePolynomial<T> FromInteger(Integer value) => Constant(T.FromInteger(value));

    /// <summary>One variable as a polynomial.</summary>
    /// <param name="variables">The variables of the ring.</param>
    /// <param name="name">One of them.</param>
    /// <exception cref="ArgumentException">The name is not among the variables.</exception>
    public static MultivariatePolynomial<T> Variable(VariableList variables, string name)
    {
        var exponents = new int[variables.Count];
        exponents[variables.Require(name)] = 1;
        return FromTerms(variables, [new PolynomialTerm<T>(T.One, [.. exponents])]);
    }

    /// <summary>All variables of a ring as polynomials, in order.</summary>
    public static ImmutableArray<MultivariatePolynomial<T>> AllVariables(VariableList variables) =>
        [.. variables.Select(name => Variable(variables, name))];

    /// <summary>The sum of terms in any order; terms with the same exponents add up.</summary>
    /// <param name="variables">The variables of the ring.</param>
    /// <param name="terms">Terms with one exponent of at least 0 for each variable.</param>
    /// <exception cref="ArgumentException">A term has the wrong number of exponents or a negative one.</exception>
    /// <exception cref="OverflowException">A total degree is above 65,535.</exception>
    public static MultivariatePolynomial<T> FromTerms(VariableList variables, IEnumerable<PolynomialTerm<T>> terms)
    {
        var builder = new Builder(variables);
        var packed = new ulong[PackedExponents.WordsFor(variables.Count)];
        foreach (var term in terms)
        {
            if (term.Exponents.Length != variables.Count)
            {
                throw new ArgumentException($"A term with {term.Exponents.Length} exponents does not fit the {variables.Count} variables {variables}.", nameof(terms));
            }

            PackedExponents.Pack(term.Exponents.AsSpan(), packed);
            builder.Add(packed, term.Coefficient);
        }

        return builder.ToSorted();
    }

    /// <summary>The coefficient of a product of powers; zero when it does not occur.</summary>
    /// <param name="exponents">One exponent for each variable; for a constant any number of them.</param>
    public T Coefficient(params ReadOnlySpan<int> exponents)
    {
        if (IsConstant) return exponents.ContainsAnyExcept(0) ? T.Zero : ConstantTerm;
        RequireLength(exponents.Length, "exponents");
        var packed = new ulong[_words];
        PackedExponents.Pack(exponents, packed);
        int low = 0, high = TermCount - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var comparison = PackedExponents.Compare(packed, Monomial(middle));
            if (comparison == 0) return _coefficients[middle];
            if (comparison > 0) high = middle - 1;
            else low = middle + 1;
        }

        return T.Zero;
    }

    /// <summary>The same polynomial with every coefficient mapped to another domain; terms that become zero vanish.</summary>
    public MultivariatePolynomial<TOther> Map<TOther>(Func<T, TOther> map)
        where TOther : IIntegralDomain<TOther>
    {
        var builder = new MultivariatePolynomial<TOther>.Builder(Variables, TermCount);
        for (var i = 0; i < TermCount; i++) builder.Add(Monomial(i), map(_coefficients[i]));
        return builder.ToPolynomial();
    }

    /// <inheritdoc/>
    public bool Equals(MultivariatePolynomial<T>? other) =>
        other is not null && Variables.Equals(other.Variables) &&
        _monomials.AsSpan().SequenceEqual(other._monomials) && _coefficients.AsSpan().SequenceEqual(other._coefficients);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MultivariatePolynomial<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var monomial in _monomials) hash.Add(monomial);
        foreach (var coefficient in _coefficients) hash.Add(coefficient);
        return hash.ToHashCode();
    }

    /// <summary>Equality of variables and terms.</summary>
    public static bool operator ==(MultivariatePolynomial<T>? left, MultivariatePolynomial<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality of variables or terms.</summary>
    public static bool operator !=(MultivariatePolynomial<T>? left, MultivariatePolynomial<T>? right) => !(left == right);

    private PolynomialTerm<T> Term(int index)
    {
        var exponents = new int[Variables.Count];
        PackedExponents.Unpack(Monomial(index), exponents);
        return new PolynomialTerm<T>(_coefficients[index], ImmutableArray.Create(exponents));
    }

    private ReadOnlySpan<ulong> Monomial(int index) => _monomials.AsSpan(index * _words, _words);

    private void RequireLength(int length, string what)
    {
        if (length != Variables.Count) throw new ArgumentException($"{length} {what} do not fit the {Variables.Count} variables {Variables}.");
    }
}
