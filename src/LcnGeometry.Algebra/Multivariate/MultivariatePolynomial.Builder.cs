namespace LcnGeometry.Algebra;

public sealed partial class MultivariatePolynomial<T>
{
    /// <summary>Collects packed terms and finishes them into the canonical representation.</summary>
    internal sealed class Builder
    {
        private readonly VariableList _variables;
        private readonly int _words;
        private ulong[] _monomials;
        private T[] _coefficients;

        public Builder(VariableList variables, int capacity = 4)
        {
            _variables = variables;
            _words = PackedExponents.WordsFor(variables.Count);
            _coefficients = new T[capacity];
            _monomials = new ulong[capacity * _words];
        }

        public int Count { get; private set; }

        public ReadOnlySpan<ulong> Monomial(int index) => _monomials.AsSpan(index * _words, _words);

        public T Coefficient(int index) => _coefficients[index];

        /// <summary>Appends a term unless its coefficient is zero.</summary>
        public void Add(ReadOnlySpan<ulong> monomial, T coefficient)
        {
            if (coefficient.IsZero) return;
            if (Count == _coefficients.Length)
            {
                Array.Resize(ref _coefficients, Math.Max(4, 2 * Count));
                Array.Resize(ref _monomials, _coefficients.Length * _words);
            }

            monomial.CopyTo(_monomials.AsSpan(Count * _words));
            _coefficients[Count++] = coefficient;
        }

        /// <summary>Adds to a coefficient that was added before, possibly until it is zero.</summary>
        public void AddTo(int index, T coefficient) => _coefficients[index] += coefficient;

        /// <summary>The polynomial, when terms were added in strictly descending order.</summary>
        public MultivariatePolynomial<T> ToPolynomial()
        {
            if (Count == 0) return Zero;
            if (PackedExponents.TotalDegree(Monomial(0)) == 0) return Constant(_coefficients[0]);
            return new MultivariatePolynomial<T>(_variables, _monomials[..(Count * _words)], _coefficients[..Count]);
        }

        /// <summary>The polynomial, when terms were added in any order and may repeat.</summary>
        public MultivariatePolynomial<T> ToSorted()
        {
            var order = new int[Count];
            for (var i = 0; i < Count; i++) order[i] = i;
            Array.Sort(order, (left, right) => PackedExponents.Compare(Monomial(right), Monomial(left)));
            var sorted = new Builder(_variables, Count);
            for (var i = 0; i < order.Length;)
            {
                var monomial = Monomial(order[i]);
                var sum = _coefficients[order[i++]];
                while (i < order.Length && PackedExponents.Compare(Monomial(order[i]), monomial) == 0) sum += _coefficients[order[i++]];
                sorted.Add(monomial, sum);
            }

            return sorted.ToPolynomial();
        }
    }
}
