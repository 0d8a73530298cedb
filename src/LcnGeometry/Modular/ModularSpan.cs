using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>The span of vectors modulo a prime, one vector after another.</summary>
internal sealed class ModularSpan(PrimeField field)
{
    private readonly List<(int Pivot, ulong[] Row)> _rows = [];

    /// <summary>The dimension.</summary>
    public int Rank => _rows.Count;

    /// <summary>Adds a vector.</summary>
    /// <returns>Whether it was not in the span before.</returns>
    public bool Add(ReadOnlySpan<ulong> vector)
    {
        var rest = vector.ToArray();
        foreach (var (place, row) in _rows)
        {
            if (rest[place] == 0) continue;
            var factor = field.Prime - rest[place];
            for (var i = place; i < rest.Length; i++) rest[i] = (rest[i] + (factor * row[i])) % field.Prime;
        }

        var pivot = Array.FindIndex(rest, entry => entry != 0);
        if (pivot < 0) return false;
        var inverse = field.Invert(rest[pivot]);
        for (var i = pivot; i < rest.Length; i++) rest[i] = field.Multiply(rest[i], inverse);
        _rows.Add((pivot, rest));
        return true;
    }

    /// <summary>The vectors that all vectors of the span annihilate: one for each place without pivot, where it is 1 and those of the others are 0.</summary>
    /// <param name="length">The length of the vectors.</param>
    public IEnumerable<ImmutableArray<ulong>> NullSpace(int length)
    {
        var pivots = _rows.OrderByDescending(row => row.Pivot).ToArray();
        foreach (var free in Enumerable.Range(0, length).Except(_rows.Select(row => row.Pivot)))
        {
            var vector = new ulong[length];
            vector[free] = 1;
            foreach (var (pivot, row) in pivots)
            {
                ulong sum = 0;
                for (var i = pivot + 1; i < length; i++) sum = field.Add(sum, field.Multiply(row[i], vector[i]));
                vector[pivot] = field.Subtract(0, sum);
            }

            yield return [.. vector];
        }
    }
}
