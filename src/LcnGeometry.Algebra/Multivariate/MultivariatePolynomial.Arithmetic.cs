namespace LcnGeometry.Algebra;

public sealed partial class MultivariatePolynomial<T>
{
    /// <summary>Addition.</summary>
    /// <exception cref="VariableMismatchException">Neither is a constant and the variables differ.</exception>
    public static MultivariatePolynomial<T> operator +(MultivariatePolynomial<T> left, MultivariatePolynomial<T> right)
    {
        (left, right) = Align(left, right);
        var sum = new Builder(left.Variables, left.TermCount + right.TermCount);
        int i = 0, j = 0;
        while (i < left.TermCount && j < right.TermCount)
        {
            var comparison = PackedExponents.Compare(left.Monomial(i), right.Monomial(j));
            if (comparison > 0) sum.Add(left.Monomial(i), left._coefficients[i++]);
            else if (comparison < 0) sum.Add(right.Monomial(j), right._coefficients[j++]);
            else sum.Add(left.Monomial(i), left._coefficients[i++] + right._coefficients[j++]);
        }

        for (; i < left.TermCount; i++) sum.Add(left.Monomial(i), left._coefficients[i]);
        for (; j < right.TermCount; j++) sum.Add(right.Monomial(j), right._coefficients[j]);
        return sum.ToPolynomial();
    }

    /// <summary>Subtraction.</summary>
    /// <exception cref="VariableMismatchException">Neither is a constant and the variables differ.</exception>
    public static MultivariatePolynomial<T> operator -(MultivariatePolynomial<T> left, MultivariatePolynomial<T> right) => left + (-right);

    /// <summary>Negation.</summary>
    public static MultivariatePolynomial<T> operator -(MultivariatePolynomial<T> value) => value.Map(coefficient => -coefficient);

    /// <summary>Multiplication by a coefficient.</summary>
    public static MultivariatePolynomial<T> operator *(T scalar, MultivariatePolynomial<T> value) => value.Map(coefficient => scalar * coefficient);

    /// <summary>Multiplication.</summary>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact.</para>
    /// <para><b>Method:</b> the products of all pairs of terms are added up in a hash table of packed exponents, then sorted.</para>
    /// <para><b>Cost:</b> for factors of s and t terms and a product of r terms: s*t coefficient products and look-ups, O(r log r) comparisons.</para>
    /// <para><b>Source:</b> M. Monagan and R. Pearce, Sparse polynomial multiplication and division in Maple 14.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// VariableList variables = ["x", "y"];
    /// var sum = MultivariatePolynomial.Parse("x + y", variables);
    /// Console.WriteLine(sum * sum);   // x^2 + 2*x*y + y^2
    /// </code>
    /// </example>
    /// <exception cref="VariableMismatchException">Neither is a constant and the variables differ.</exception>
    /// <exception cref="OverflowException">The total degree of the product is above 65,535.</exception>
    public static MultivariatePolynomial<T> operator *(MultivariatePolynomial<T> left, MultivariatePolynomial<T> right)
    {
        if (left.IsZero || right.IsZero)
        {
            RequireMixing(left, right);
            return Zero;
        }

        if (left.IsConstant) return left._coefficients[0] * right;
        if (right.IsConstant) return right._coefficients[0] * left;
        RequireMixing(left, right);
        PackedExponents.RequireDegree((long)left.TotalDegree + right.TotalDegree);
        return left.TermCount <= right.TermCount ? MultiplyTerms(left, right) : MultiplyTerms(right, left);
    }

    /// <summary>The polynomial raised to a power.</summary>
    /// <param name="value">The base.</param>
    /// <param name="exponent">At least 0; the zeroth power of everything is one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is negative.</exception>
    /// <exception cref="OverflowException">The total degree of the power is above 65,535.</exception>
    public static MultivariatePolynomial<T> Pow(MultivariatePolynomial<T> value, int exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        if (!value.IsConstant) PackedExponents.RequireDegree((long)value.TotalDegree * exponent);
        var result = One;
        if (value.TermCount > 1)
        {
            // Multiplying by the short base again and again is cheaper than squaring long powers.
            for (var i = 0; i < exponent; i++) result *= value;
            return result;
        }

        for (var square = value; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result *= square;
            if (exponent > 1) square *= square;
        }

        return result;
    }

    /// <summary>Adds up the products of all terms; the left factor is the shorter one.</summary>
    private static MultivariatePolynomial<T> MultiplyTerms(MultivariatePolynomial<T> left, MultivariatePolynomial<T> right)
    {
        var monomial = new ulong[left._words];
        if (left.TermCount == 1)
        {
            // A multiple by a single term keeps the order.
            var multiple = new Builder(left.Variables, right.TermCount);
            for (var j = 0; j < right.TermCount; j++)
            {
                PackedExponents.Multiply(left.Monomial(0), right.Monomial(j), monomial);
                multiple.Add(monomial, left._coefficients[0] * right._coefficients[j]);
            }

            return multiple.ToPolynomial();
        }

        var sums = new TermTable(left.Variables, 2 * right.TermCount);
        for (var i = 0; i < left.TermCount; i++)
        {
            for (var j = 0; j < right.TermCount; j++)
            {
                PackedExponents.Multiply(left.Monomial(i), right.Monomial(j), monomial);
                sums.Add(monomial, left._coefficients[i] * right._coefficients[j]);
            }
        }

        return sums.ToPolynomial();
    }

    /// <summary>Brings a constant into the ring of the other operand.</summary>
    private static (MultivariatePolynomial<T> Left, MultivariatePolynomial<T> Right) Align(MultivariatePolynomial<T> left, MultivariatePolynomial<T> right)
    {
        RequireMixing(left, right);
        return (left.IsConstant ? left.Lift(right.Variables) : left, right.IsConstant ? right.Lift(left.Variables) : right);
    }

    private static void RequireMixing(MultivariatePolynomial<T> left, MultivariatePolynomial<T> right)
    {
        if (!left.IsConstant && !right.IsConstant && left.Variables != right.Variables)
        {
            throw new VariableMismatchException(left.Variables, right.Variables);
        }
    }

    /// <summary>A constant with room for exponents: for use inside one operation, since constants carry no variables outside.</summary>
    private MultivariatePolynomial<T> Lift(VariableList variables) => variables.Count == 0
        ? this
        : new MultivariatePolynomial<T>(variables, new ulong[TermCount * PackedExponents.WordsFor(variables.Count)], _coefficients);
}
