using System.Collections.Immutable;
using System.Globalization;
using LcnGeometry.Algebra;

namespace LcnGeometry.Networks;

/// <summary>An array of real numbers as <c>numpy.save</c> wrote it: immutable, every element exactly as stored.</summary>
public sealed class NpyArray
{
    private readonly string _file;
    private readonly int _offset;
    private readonly ImmutableArray<byte> _content;
    private readonly NpyElementType _type;
    private readonly bool _fortranOrder;

    internal NpyArray(string file, int offset, ImmutableArray<byte> content, NpyElementType type, ImmutableArray<int> shape, bool fortranOrder)
    {
        (_file, _offset, _content, _type, Shape, _fortranOrder) = (file, offset, content, type, shape, fortranOrder);
        Count = (content.Length - offset) / type.Size;
    }

    /// <summary>NumPy's name of the element type, for example <c>float64</c>.</summary>
    public string DType => _type.Name;

    /// <summary>The extent in each dimension; empty for a single number.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The number of elements.</summary>
    public int Count { get; }

    /// <summary>The element at a position in C order (last index fastest), exactly; <c>bool</c> gives 0 or 1.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the array.</exception>
    /// <exception cref="NetworkFormatException">The element is NaN or infinite, which no rational number is.</exception>
    public Rational ExactAt(int index)
    {
        if (index < 0 || index >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), $"Index {index} is outside the {Count} elements of the array.");
        }

        var start = _offset + (StoredPosition(index) * _type.Size);
        var bytes = _content.AsSpan(start, _type.Size);
        return _type.Decode(bytes)
            ?? throw new NetworkFormatException(_file, start, $"a finite number at {Place(index)}, not {_type.DecodeDouble(bytes).ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>A table of rows as an exact matrix; a one-dimensional array is a single column.</summary>
    /// <exception cref="NetworkFormatException">The array has no rows, no columns or another number of dimensions, or holds NaN or an infinity; the message names row and column.</exception>
    public Matrix<Rational> ToMatrix()
    {
        if (Shape.Length is not (1 or 2) || Count == 0)
        {
            throw new NetworkFormatException(_file, 0, $"a table of rows and columns, not an array of shape ({string.Join(", ", Shape)})");
        }

        var columns = Shape.Length == 2 ? Shape[1] : 1;
        return new Matrix<Rational>(Shape[0], columns, (row, column) => ExactAt((row * columns) + column));
    }

    private int StoredPosition(int index)
    {
        if (!_fortranOrder) return index;
        int position = 0, rest = index, block = Count;
        for (var axis = Shape.Length - 1; axis >= 0; axis--)
        {
            // In Fortran order the stride of an axis is the product of the extents before it.
            block /= Shape[axis];
            (rest, var coordinate) = Math.DivRem(rest, Shape[axis]);
            position += coordinate * block;
        }

        return position;
    }

    private string Place(int index)
    {
        if (Shape.Length == 2) return $"row {(index / Shape[1]) + 1}, column {(index % Shape[1]) + 1}";
        return Shape.Length == 1 ? $"row {index + 1}" : $"element {index + 1}";
    }
}
