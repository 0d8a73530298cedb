using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Integers that have nothing to do with any data. Whatever depends on their being in general position is checked; other attempts give other integers.</summary>
internal static class GeneralPosition
{
    /// <summary>A vector of integers from -50 to 50.</summary>
    public static ImmutableArray<Integer> Vector(int size, int attempt) => Draw(size, attempt, 50);

    /// <summary>A regular square matrix, row by row, of integers from -4 to 4.</summary>
    public static ImmutableArray<ImmutableArray<Integer>> Frame(int size, int attempt)
    {
        for (var trial = 0; ; trial++)
        {
            var entries = Draw(size * size, (1000 * (attempt + 1)) + trial, 4);
            ImmutableArray<ImmutableArray<Integer>> rows = [.. Enumerable.Range(0, size).Select(i => entries.Slice(i * size, size))];
            if (!FractionFree.Determinant(Matrix<Integer>.FromRows(rows.AsSpan())).IsZero) return rows;
        }
    }

    private static ImmutableArray<Integer> Draw(int count, int item, int largest)
    {
        var random = new CounterRandom(271828, item);
        return [.. Enumerable.Range(0, count).Select(_ => (Integer)((int)(random.NextWord() % (uint)((2 * largest) + 1)) - largest))];
    }
}
