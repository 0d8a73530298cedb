namespace LcnGeometry.Algebra;

public sealed partial class MultivariatePolynomial<T>
{
    /// <summary>The polynomial q with <c>q * divisor == dividend</c>.</summary>
    /// <param name="dividend">A multiple of the divisor.</param>
    /// <param name="divisor">Not zero; in the same variables unless one of the two is a constant.</param>
    /// <returns>The quotient, which is unique.</returns>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="InexactDivisionException">The divisor does not divide the dividend over the coefficients.</exception>
    /// <exception cref="VariableMismatchException">Neither is a constant and the variables differ.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; a remainder is never dropped.</para>
    /// <para><b>Method:</b> division by the leading term; what is left is kept in a hash table, its new terms also in a heap.</para>
    /// <para><b>Cost:</b> for q and d terms of quotient and divisor, and r different monomials on the way: q*d coefficient products and look-ups, O(r log r) comparisons.</para>
    /// <para><b>Source:</b> M. Monagan and R. Pearce, Sparse polynomial multiplication and division in Maple 14.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// VariableList variables = ["x", "y"];
    /// var quotient = MultivariatePolynomial&lt;Rational&gt;.DivideExactly(
    ///     MultivariatePolynomial.Parse("x^3 - y^3", variables), MultivariatePolynomial.Parse("x - y", variables));
    /// Console.WriteLine(quotient);   // x^2 + x*y + y^2
    /// </code>
    /// </example>
    public static MultivariatePolynomial<T> DivideExactly(MultivariatePolynomial<T> dividend, MultivariatePolynomial<T> divisor)
    {
        if (divisor.IsZero) throw new DivideByZeroException("Division by the zero polynomial.");
        RequireMixing(dividend, divisor);
        if (dividend.IsZero) return Zero;
        try
        {
            if (divisor.IsConstant) return dividend.Map(coefficient => T.DivideExactly(coefficient, divisor._coefficients[0]));
            if (!dividend.IsConstant && TryDivide(dividend, divisor, out var quotient)) return quotient;
        }
        catch (InexactDivisionException)
        {
            // The coefficients that did not divide are of no use to the caller; the polynomials are.
        }

        throw new InexactDivisionException(dividend, divisor);
    }

    private static bool TryDivide(MultivariatePolynomial<T> dividend, MultivariatePolynomial<T> divisor, out MultivariatePolynomial<T> quotient)
    {
        quotient = Zero;
        var rest = new DividendTable(dividend);
        var result = new Builder(dividend.Variables);
        var (monomial, product) = (new ulong[dividend._words], new ulong[dividend._words]);
        while (rest.TryTakeGreatest(out var position))
        {
            var top = rest.Coefficient(position);
            if (top.IsZero) continue;
            if (!PackedExponents.TryDivide(rest.Monomial(position), divisor.Monomial(0), dividend.Variables.Count, monomial)) return false;
            var factor = T.DivideExactly(top, divisor._coefficients[0]);
            result.Add(monomial, factor);
            for (var j = 1; j < divisor.TermCount; j++)
            {
                PackedExponents.Multiply(monomial, divisor.Monomial(j), product);
                rest.Add(product, -(factor * divisor._coefficients[j]));
            }
        }

        quotient = result.ToPolynomial();
        return true;
    }

    /// <summary>What is left of a dividend: a hash table of terms and their order.</summary>
    private sealed class DividendTable
    {
        private readonly TermTable _terms;
        private readonly PriorityQueue<int, int> _others; // positions of the terms that the dividend did not have, greatest first
        private readonly int _dividendTerms;
        private int _next;

        public DividendTable(MultivariatePolynomial<T> dividend)
        {
            _dividendTerms = dividend.TermCount;
            _terms = new TermTable(dividend.Variables, 2 * _dividendTerms);
            for (var i = 0; i < _dividendTerms; i++) _terms.Add(dividend.Monomial(i), dividend._coefficients[i]);
            _others = new(Comparer<int>.Create((left, right) => PackedExponents.Compare(Monomial(right), Monomial(left))));
        }

        public ReadOnlySpan<ulong> Monomial(int position) => _terms.Monomial(position);

        public T Coefficient(int position) => _terms.Coefficient(position);

        public void Add(ReadOnlySpan<ulong> monomial, T coefficient)
        {
            var count = _terms.Count;
            _terms.Add(monomial, coefficient);
            if (_terms.Count > count) _others.Enqueue(count, count);
        }

        /// <summary>The terms in descending order, each once; terms added meanwhile must be smaller than those taken.</summary>
        public bool TryTakeGreatest(out int position)
        {
            position = _next;
            var isOther = _others.TryPeek(out var other, out _) &&
                (_next == _dividendTerms || PackedExponents.Compare(Monomial(other), Monomial(_next)) > 0);
            if (isOther) position = _others.Dequeue();
            else if (_next < _dividendTerms) _next++;
            else return false;
            return true;
        }
    }
}
