using System.Numerics;

namespace LcnGeometry.Algebra;

public sealed partial class MultivariatePolynomial<T>
{
    /// <summary>Adds up terms with equal monomials by hashing.</summary>
    private sealed class TermTable
    {
        private readonly Builder _terms;
        private int[] _slots; // open addressing: the position of a term plus one, or zero

        public TermTable(VariableList variables, int expected)
        {
            _terms = new Builder(variables, expected);
            _slots = new int[2 * (int)BitOperations.RoundUpToPowerOf2((uint)expected)];
        }

        public int Count => _terms.Count;

        public ReadOnlySpan<ulong> Monomial(int position) => _terms.Monomial(position);

        public T Coefficient(int position) => _terms.Coefficient(position);

        /// <summary>Adds a term; one with a new monomial comes after all others.</summary>
        public void Add(ReadOnlySpan<ulong> monomial, T coefficient)
        {
            if (coefficient.IsZero) return;
            var slot = Find(monomial);
            if (_slots[slot] > 0)
            {
                _terms.AddTo(_slots[slot] - 1, coefficient);
                return;
            }

            _terms.Add(monomial, coefficient);
            _slots[slot] = _terms.Count;
            if (2 * _terms.Count > _slots.Length) Grow();
        }

        public MultivariatePolynomial<T> ToPolynomial() => _terms.ToSorted();

        private int Find(ReadOnlySpan<ulong> monomial)
        {
            var mask = _slots.Length - 1;
            for (var slot = Hash(monomial) & mask; ; slot = (slot + 1) & mask)
            {
                var position = _slots[slot];
                if (position == 0 || PackedExponents.Compare(_terms.Monomial(position - 1), monomial) == 0) return slot;
            }
        }

        private void Grow()
        {
            _slots = new int[2 * _slots.Length];
            for (var i = 0; i < _terms.Count; i++) _slots[Find(_terms.Monomial(i))] = i + 1;
        }

        /// <summary>Few variables leave the low bits of a word empty, and a product moves bits only up: hence the shifts in between.</summary>
        private static int Hash(ReadOnlySpan<ulong> monomial)
        {
            const ulong OddMultiplier = 0x9E3779B97F4A7C15UL;
            var hash = 0UL;
            foreach (var word in monomial)
            {
                hash = unchecked((hash ^ word) * OddMultiplier);
                hash ^= hash >> 32;
            }

            return (int)(unchecked(hash * OddMultiplier) >> 33);
        }
    }
}
