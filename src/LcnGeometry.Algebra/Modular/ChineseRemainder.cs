namespace LcnGeometry.Algebra;

/// <summary>Recovers a vector of integers from its residues modulo more and more primes.</summary>
/// <remarks>
/// Each value is kept as the representative of least absolute value, so it is the integer sought once the product of the moduli
/// exceeds twice the absolute value of the integer.
/// </remarks>
internal sealed class ChineseRemainder(int count)
{
    private readonly Integer[] _values = new Integer[count];

    /// <summary>The product of the moduli so far.</summary>
    public Integer Modulus { get; private set; } = Integer.One;

    public ReadOnlySpan<Integer> Values => _values;

    /// <summary>Takes in the residues modulo one more prime.</summary>
    /// <returns>Whether a value changed.</returns>
    public bool Add(ReadOnlySpan<ulong> residues, in PrimeModulus modulus)
    {
        var inverse = modulus.Invert(modulus.Reduce(Modulus));
        var half = modulus.Value >> 1;
        var changed = false;
        for (var i = 0; i < _values.Length; i++)
        {
            var step = modulus.Multiply(modulus.Subtract(residues[i], modulus.Reduce(_values[i])), inverse);
            if (step == 0) continue;
            changed = true;

            // A balanced digit keeps the value balanced, because the moduli are odd.
            _values[i] += Modulus * (step <= half ? (Integer)(long)step : -(Integer)(long)(modulus.Value - step));
        }

        Modulus *= (Integer)(long)modulus.Value;
        return changed;
    }
}
