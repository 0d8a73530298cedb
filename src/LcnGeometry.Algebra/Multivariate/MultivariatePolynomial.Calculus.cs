using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

public sealed partial class MultivariatePolynomial<T>
{
    /// <summary>The partial derivative.</summary>
    /// <param name="variable">One of the variables; for a constant any name.</param>
    /// <exception cref="ArgumentException">The name is not among the variables.</exception>
    public MultivariatePolynomial<T> Derivative(string variable)
    {
        if (IsConstant) return Zero;
        var index = Variables.Require(variable);
        var unit = new int[Variables.Count];
        unit[index] = 1;
        var divisor = new ulong[_words];
        PackedExponents.Pack(unit, divisor);

        // Dividing by a variable keeps the order of the terms that it divides.
        var derivative = new Builder(Variables, TermCount);
        var quotient = new ulong[_words];
        for (var i = 0; i < TermCount; i++)
        {
            if (!PackedExponents.TryDivide(Monomial(i), divisor, Variables.Count, quotient)) continue;
            derivative.Add(quotient, T.FromInteger(PackedExponents.Exponent(Monomial(i), Variables.Count, index)) * _coefficients[i]);
        }

        return derivative.ToPolynomial();
    }

    /// <summary>The partial derivatives by all variables, in order; none for a constant.</summary>
    public ImmutableArray<MultivariatePolynomial<T>> Gradient() => [.. Variables.Select(Derivative)];

    /// <summary>The value at a point.</summary>
    /// <param name="point">One value for each variable, in order; for a constant any number of them.</param>
    /// <exception cref="ArgumentException">The number of values is not the number of variables.</exception>
    public T Evaluate(params ReadOnlySpan<T> point) => Evaluate(coefficient => coefficient, point);

    /// <summary>The value at a point of another domain that the coefficients map into.</summary>
    /// <param name="embed">A ring homomorphism from the coefficients.</param>
    /// <param name="point">One value for each variable, in order; for a constant any number of them.</param>
    /// <exception cref="ArgumentException">The number of values is not the number of variables.</exception>
    /// <remarks>
    /// The powers that occur are computed once for each variable; then every term costs at most one product for each variable.
    /// </remarks>
    public TValue Evaluate<TValue>(Func<T, TValue> embed, params ReadOnlySpan<TValue> point)
        where TValue : IIntegralDomain<TValue>
    {
        if (IsConstant) return embed(ConstantTerm);
        RequireLength(point.Length, "values");
        var powers = new Dictionary<int, TValue>[Variables.Count];
        for (var j = 0; j < powers.Length; j++) powers[j] = PowersThatOccur(j, point[j]);
        var sum = TValue.Zero;
        for (var i = 0; i < TermCount; i++)
        {
            var term = embed(_coefficients[i]);
            for (var j = 0; j < powers.Length; j++)
            {
                var exponent = PackedExponents.Exponent(Monomial(i), Variables.Count, j);
                if (exponent > 0) term *= powers[j][exponent];
            }

            sum += term;
        }

        return sum;
    }

    /// <summary>The polynomial with another one in place of one variable.</summary>
    /// <param name="variable">One of the variables; for a constant any name.</param>
    /// <param name="image">A constant or a polynomial in the same variables.</param>
    /// <returns>A polynomial in the same variables; when the image is a constant, the variable no longer occurs.</returns>
    /// <exception cref="ArgumentException">The name is not among the variables, or the image has other variables.</exception>
    public MultivariatePolynomial<T> Substitute(string variable, MultivariatePolynomial<T> image)
    {
        if (IsConstant) return this;
        Variables.Require(variable);
        RequireMixing(this, image);
        return AsUnivariateIn(variable).Evaluate(image);
    }

    /// <summary>The polynomial with a value in place of one variable.</summary>
    /// <param name="variable">One of the variables; for a constant any name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The name is not among the variables.</exception>
    public MultivariatePolynomial<T> Substitute(string variable, T value) => Substitute(variable, Constant(value));

    /// <summary>The polynomial with other ones in place of all variables at once: the composition of polynomial maps.</summary>
    /// <param name="images">One polynomial for each variable, all in the same variables, which may be others; for a constant any number of them.</param>
    /// <exception cref="ArgumentException">The number of images is not the number of variables, or the images have different variables.</exception>
    public MultivariatePolynomial<T> Substitute(params ReadOnlySpan<MultivariatePolynomial<T>> images) => Evaluate(Constant, images);

    private Dictionary<int, TValue> PowersThatOccur<TValue>(int variable, TValue value)
        where TValue : IIntegralDomain<TValue>
    {
        var exponents = new SortedSet<int>();
        for (var i = 0; i < TermCount; i++) exponents.Add(PackedExponents.Exponent(Monomial(i), Variables.Count, variable));
        var powers = new Dictionary<int, TValue>();
        var power = TValue.One;
        var last = 0;
        foreach (var exponent in exponents)
        {
            for (var (square, gap) = (value, exponent - last); gap > 0; gap >>= 1)
            {
                if ((gap & 1) == 1) power *= square;
                if (gap > 1) square *= square;
            }

            last = exponent;
            powers[exponent] = power;
        }

        return powers;
    }
}
