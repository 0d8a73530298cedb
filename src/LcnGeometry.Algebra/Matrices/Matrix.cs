using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>A rectangular matrix over an integral domain; it may have no rows or no columns.</summary>
/// <typeparam name="T">The entries.</typeparam>
/// <remarks>Rows and columns are numbered from 0. Matrices are immutable and compare by shape and entries.</remarks>
public sealed partial class Matrix<T> : IEquatable<Matrix<T>>
    where T : IIntegralDomain<T>
{
    private readonly T[] _entries; // row by row

    /// <summary>The matrix whose entries are given by a function.</summary>
    /// <param name="rows">The number of rows, at least 0.</param>
    /// <param name="columns">The number of columns, at least 0.</param>
    /// <param name="entry">The entry in a row and a column; called once for each, row by row.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public Matrix(int rows, int columns, Func<int, int, T> entry)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentNullException.ThrowIfNull(entry);
        (Rows, Columns, _entries) = (rows, columns, new T[rows * columns]);
        for (var i = 0; i < _entries.Length; i++) _entries[i] = entry(i / columns, i % columns);
    }

    private Matrix(int rows, int columns, T[] entries) => (Rows, Columns, _entries) = (rows, columns, entries);

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>Whether there are as many rows as columns.</summary>
    public bool IsSquare => Rows == Columns;

    /// <summary>Whether the matrix equals its transpose.</summary>
    public bool IsSymmetric => IsSquare && Equals(Transpose());

    /// <summary>One entry.</summary>
    public T this[int row, int column]
    {
        get
        {
            CheckIndex(row, Rows, nameof(row));
            CheckIndex(column, Columns, nameof(column));
            return _entries[(row * Columns) + column];
        }
    }

    /// <summary>The matrix with the given rows.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static Matrix<T> FromRows(params ReadOnlySpan<ImmutableArray<T>> rows)
    {
        var columns = rows.IsEmpty ? 0 : rows[0].Length;
        var entries = new T[rows.Length * columns];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != columns) throw new ArgumentException($"Row {i} has {rows[i].Length} entries and row 0 has {columns}.", nameof(rows));
            rows[i].CopyTo(entries, i * columns);
        }

        return new Matrix<T>(rows.Length, columns, entries);
    }

    /// <summary>The square matrix with ones on the diagonal and zeros elsewhere.</summary>
    public static Matrix<T> Identity(int size) => new(size, size, (i, j) => i == j ? T.One : T.Zero);

    /// <summary>The square matrix with the given diagonal and zeros elsewhere.</summary>
    public static Matrix<T> Diagonal(ImmutableArray<T> diagonal) =>
        new(diagonal.Length, diagonal.Length, (i, j) => i == j ? diagonal[i] : T.Zero);

    /// <summary>The matrix of zeros.</summary>
    public static Matrix<T> Zero(int rows, int columns) => new(rows, columns, (_, _) => T.Zero);

    /// <summary>One row.</summary>
    public ImmutableArray<T> Row(int row)
    {
        CheckIndex(row, Rows, nameof(row));
        return ImmutableArray.Create(_entries, row * Columns, Columns);
    }

    /// <summary>One column.</summary>
    public ImmutableArray<T> Column(int column)
    {
        CheckIndex(column, Columns, nameof(column));
        var entries = ImmutableArray.CreateBuilder<T>(Rows);
        for (var i = 0; i < Rows; i++) entries.Add(_entries[(i * Columns) + column]);
        return entries.MoveToImmutable();
    }

    /// <summary>The matrix of the same shape with every entry mapped to another domain.</summary>
    public Matrix<TOther> Map<TOther>(Func<T, TOther> map)
        where TOther : IIntegralDomain<TOther>
    {
        ArgumentNullException.ThrowIfNull(map);
        return new Matrix<TOther>(Rows, Columns, (i, j) => map(_entries[(i * Columns) + j]));
    }

    /// <inheritdoc/>
    public bool Equals(Matrix<T>? other) =>
        other is not null && Rows == other.Rows && Columns == other.Columns && _entries.AsSpan().SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Matrix<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Rows);
        hash.Add(Columns);
        foreach (var entry in _entries) hash.Add(entry);
        return hash.ToHashCode();
    }

    /// <summary>The rows in brackets, such as <c>[[1, 2], [3, 4]]</c>.</summary>
    public override string ToString() =>
        $"[{string.Join(", ", Enumerable.Range(0, Rows).Select(i => $"[{string.Join(", ", Row(i))}]"))}]";

    /// <summary>Equality of shape and entries.</summary>
    public static bool operator ==(Matrix<T>? left, Matrix<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>A difference in shape or entries.</summary>
    public static bool operator !=(Matrix<T>? left, Matrix<T>? right) => !(left == right);

    private static void CheckIndex(int index, int count, string name)
    {
        if (index < 0 || index >= count) throw new ArgumentOutOfRangeException(name, $"Index {index} is not in [0, {count}).");
    }
}
