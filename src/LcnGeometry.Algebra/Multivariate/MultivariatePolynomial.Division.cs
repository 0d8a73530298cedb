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
    /// <para><b>Method:</b> division by the leading term; the multiples of the divisor to subtract are merged with a heap.</para>
    /// <para><b>Cost:</b> for q and d terms of quotient and divisor: q*d coefficient products, O(q*d*log d) comparisons.</para>
    /// <para><b>Source:</b> M. Monagan and R. Pearce, Sparse polynomial division using a heap.</para>
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
        int words = dividend._words, variables = dividend.Variables.Count;
        var result = new Builder(dividend.Variables, 8);
        var pending = new PendingMultiples(divisor, result);
        var monomial = new ulong[words];
        var quotientMonomial = new ulong[words];
        for (var next = 0; next < dividend.TermCount || !pending.IsEmpty;)
        {
            var comparison = next == dividend.TermCount ? -1
                : pending.IsEmpty ? 1
                : PackedExponents.Compare(dividend.Monomial(next), pending.TopKey);
            (comparison >= 0 ? dividend.Monomial(next) : pending.TopKey).CopyTo(monomial);
            var rest = comparison >= 0 ? dividend._coefficients[next++] : T.Zero;
            if (comparison <= 0) rest -= pending.Take(monomial);
            if (rest.IsZero) continue;
            if (!PackedExponents.TryDivide(monomial, divisor.Monomial(0), variables, quotientMonomial)) return false;
            result.Add(quotientMonomial, T.DivideExactly(rest, divisor._coefficients[0]));
            pending.QuotientGrew();
        }

        quotient = result.ToPolynomial();
        return true;
    }

    /// <summary>The products of quotient terms with the divisor's terms after the first that were not subtracted yet.</summary>
    private sealed class PendingMultiples(MultivariatePolynomial<T> divisor, Builder quotient)
    {
        private readonly MonomialHeap _heap = new(divisor.TermCount, divisor._words);
        private readonly int[] _position = new int[divisor.TermCount]; // the next quotient term for each divisor term
        private readonly Stack<int> _waiting = new(Enumerable.Range(1, divisor.TermCount - 1)); // for a quotient term that does not exist yet

        public bool IsEmpty => _heap.IsEmpty;

        public ReadOnlySpan<ulong> TopKey => _heap.TopKey;

        /// <summary>Removes every product with this monomial and returns the sum of their coefficients.</summary>
        public T Take(ReadOnlySpan<ulong> monomial)
        {
            var sum = T.Zero;
            while (!_heap.IsEmpty && PackedExponents.Compare(_heap.TopKey, monomial) == 0)
            {
                var i = _heap.Top;
                sum += divisor._coefficients[i] * quotient.Coefficient(_position[i]++);
                if (_position[i] < quotient.Count)
                {
                    WriteKey(i);
                    _heap.TopLowered();
                }
                else
                {
                    _heap.Pop();
                    _waiting.Push(i);
                }
            }

            return sum;
        }

        public void QuotientGrew()
        {
            while (_waiting.TryPop(out var i))
            {
                WriteKey(i);
                _heap.Push(i);
            }
        }

        private void WriteKey(int i) => PackedExponents.Multiply(divisor.Monomial(i), quotient.Monomial(_position[i]), _heap.Key(i));
    }
}
