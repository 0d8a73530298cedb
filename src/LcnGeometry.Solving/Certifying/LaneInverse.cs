namespace LcnGeometry.Solving;

/// <summary>An approximate inverse of a small matrix in each lane, and how far it is from a true one.</summary>
internal sealed class LaneInverse(int size)
{
    private readonly ComplexNumber<Lanes>[] _rows = new ComplexNumber<Lanes>[2 * size * size];

    /// <summary>The number at a place, which has no radius.</summary>
    public ComplexNumber<LaneBall> this[int row, int column]
    {
        get
        {
            var value = _rows[(row * 2 * size) + size + column];
            var none = Lanes.FromDouble(0);
            return new(LaneBall.Around(value.Re, none), LaneBall.Around(value.Im, none));
        }
    }

    /// <summary>Inverts the middles of a matrix, row by row.</summary>
    public void Invert(ComplexNumber<LaneBall>[] matrix)
    {
        var width = 2 * size;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var entry = matrix[(i * size) + j];
                _rows[(i * width) + j] = new(entry.Re.Middle, entry.Im.Middle);
                _rows[(i * width) + size + j] = i == j ? ComplexNumber<Lanes>.One : ComplexNumber<Lanes>.Zero;
            }
        }

        Elimination<Lanes>.Solve(_rows, size, width);
    }

    /// <summary>The entry of I - YA at a place, Y this inverse.</summary>
    public ComplexNumber<LaneBall> Defect(ComplexNumber<LaneBall>[] matrix, int row, int column)
    {
        var entry = row == column ? ComplexNumber<LaneBall>.One : ComplexNumber<LaneBall>.Zero;
        for (var k = 0; k < size; k++) entry = ComplexNumber<LaneBall>.SubtractProduct(this[row, k], matrix[(k * size) + column], entry);
        return entry;
    }
}
