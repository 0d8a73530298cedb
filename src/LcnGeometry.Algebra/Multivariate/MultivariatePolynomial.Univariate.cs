namespace LcnGeometry.Algebra;

public sealed partial class MultivariatePolynomial<T>
{
    /// <summary>The polynomial seen as one in a single variable, with coefficients that are polynomials in the others.</summary>
    /// <param name="variable">One of the variables; for a constant any name.</param>
    /// <returns>A polynomial whose coefficients keep the list of variables; the chosen one does not occur in them.</returns>
    /// <exception cref="ArgumentException">The name is not among the variables.</exception>
    public Polynomial<MultivariatePolynomial<T>> AsUnivariateIn(string variable)
    {
        if (IsConstant) return Polynomial<MultivariatePolynomial<T>>.Constant(this);
        var index = Variables.Require(variable);
        var builders = new Builder?[DegreeIn(variable) + 1];
        var exponents = new int[Variables.Count];
        var packed = new ulong[_words];
        for (var i = 0; i < TermCount; i++)
        {
            PackedExponents.Unpack(Monomial(i), exponents);
            var exponent = exponents[index];
            exponents[index] = 0;
            PackedExponents.Pack(exponents, packed);
            (builders[exponent] ??= new Builder(Variables)).Add(packed, _coefficients[i]);
        }

        // Terms with the same power of the variable keep their order when it is taken out.
        return new Polynomial<MultivariatePolynomial<T>>([.. builders.Select(builder => builder?.ToPolynomial() ?? Zero)]);
    }

    /// <summary>The polynomial whose view in one variable is given: the inverse of <see cref="AsUnivariateIn"/>.</summary>
    /// <param name="polynomial">Coefficients that are constants or polynomials in <paramref name="variables"/>.</param>
    /// <param name="variables">The variables of the result.</param>
    /// <param name="variable">The one that the powers belong to.</param>
    /// <exception cref="ArgumentException">The name is not among the variables, or a coefficient has other variables.</exception>
    public static MultivariatePolynomial<T> FromUnivariate(Polynomial<MultivariatePolynomial<T>> polynomial, VariableList variables, string variable) =>
        polynomial.Evaluate(Variable(variables, variable));

    /// <summary>A polynomial in one variable as one of a ring with several.</summary>
    /// <param name="polynomial">Any polynomial.</param>
    /// <param name="variables">The variables of the result.</param>
    /// <param name="variable">The one that the powers belong to.</param>
    /// <exception cref="ArgumentException">The name is not among the variables.</exception>
    public static MultivariatePolynomial<T> FromUnivariate(Polynomial<T> polynomial, VariableList variables, string variable)
    {
        var exponents = new int[variables.Count];
        var index = variables.Require(variable);
        var packed = new ulong[PackedExponents.WordsFor(variables.Count)];
        var builder = new Builder(variables);
        for (var i = polynomial.Degree; i >= 0; i--)
        {
            exponents[index] = i;
            PackedExponents.Pack(exponents, packed);
            builder.Add(packed, polynomial[i]);
        }

        return builder.ToPolynomial();
    }

    /// <summary>The polynomial in one variable that this is.</summary>
    /// <exception cref="InvalidOperationException">Two or more variables occur.</exception>
    public Polynomial<T> ToUnivariate()
    {
        var occurring = Variables.Where(name => DegreeIn(name) > 0).ToList();
        if (occurring.Count > 1) throw new InvalidOperationException($"The variables {string.Join(", ", occurring)} all occur; only one may.");
        if (occurring.Count == 0) return Polynomial<T>.Constant(ConstantTerm);
        var coefficients = new T[TotalDegree + 1];
        Array.Fill(coefficients, T.Zero);
        for (var i = 0; i < TermCount; i++) coefficients[PackedExponents.TotalDegree(Monomial(i))] = _coefficients[i];
        return new Polynomial<T>(coefficients.AsSpan());
    }
}
