namespace LcnGeometry.Solving;

/// <summary>Affine charts of the factors, each up to scale, and of the common scale as a point of the projective line.</summary>
/// <typeparam name="T">The arithmetic of the parts.</typeparam>
/// <remarks>
/// The chart around a vector a holds the points f with (a, f) = 1; its coordinates are the directions orthogonal to a, which a
/// Householder reflection provides. Charts are moved to where the path is, so no root and no scale is ever far out. The same kind of
/// reflection drops the one relation of each block but the first.
/// </remarks>
internal sealed class LocalCharts<T>
    where T : struct, IFloat<T>
{
    private readonly ProductMap _map;
    private readonly ComplexNumber<T>[] _axes;
    private readonly ComplexNumber<T>[] _rowAxis;
    private readonly T[] _weights;
    private ComplexNumber<T> _scale0;
    private ComplexNumber<T> _scale1;

    /// <summary>Room for the charts of one map.</summary>
    public LocalCharts(ProductMap map)
    {
        _map = map;
        _axes = new ComplexNumber<T>[map.CoefficientCount];
        _weights = new T[map.Factors.Length];
        _rowAxis = new ComplexNumber<T>[map.CoefficientCount];
    }

    /// <summary>Moves the charts to their centers: vectors for all factors, then one for (t_0, t_1).</summary>
    public void MoveTo(ReadOnlySpan<ComplexNumber<T>> point)
    {
        var offset = 0;
        for (var i = 0; i < _map.Factors.Length; i++)
        {
            var length = _map.Factors[i].Degree + 1;
            _weights[i] = Reflect(point.Slice(offset, length), _axes.AsSpan(offset, length));
            offset += length;
        }

        _scale0 = point[offset];
        _scale1 = point[offset + 1];
    }

    /// <summary>Writes the derivatives in the charts into a square matrix of Unknowns rows that are <paramref name="stride"/> apart.</summary>
    public void Reduce(ProductEvaluation<T> evaluation, Span<ComplexNumber<T>> target, int stride)
    {
        var columns = evaluation.Columns;
        Span<ComplexNumber<T>> jacobian = evaluation.Jacobian;
        for (var b = 1; b < _map.Blocks.Length; b++) DropRelation(evaluation, b);
        var row = 0;
        for (var full = 0; full < evaluation.Rows; full++)
        {
            if (IsDropped(evaluation, full)) continue;
            ReduceRow(jacobian.Slice(full * columns, columns), target.Slice(row * stride, _map.Unknowns));
            row++;
        }
    }

    /// <summary>Picks the entries of a vector of equations that <see cref="Reduce"/> kept, into a column of the target.</summary>
    public void Pick(ProductEvaluation<T> evaluation, ReadOnlySpan<ComplexNumber<T>> equations, Span<ComplexNumber<T>> target, int stride)
    {
        var row = 0;
        for (var full = 0; full < evaluation.Rows; full++)
        {
            if (IsDropped(evaluation, full)) continue;
            target[row * stride] = -equations[full];
            row++;
        }
    }

    /// <summary>Turns a step in the charts into a step of the coefficients and of the scale.</summary>
    public void Expand(ReadOnlySpan<ComplexNumber<T>> local, int stride, Span<ComplexNumber<T>> step)
    {
        int offset = 0, column = 0;
        for (var i = 0; i < _map.Factors.Length; i++)
        {
            var degree = _map.Factors[i].Degree;
            var axis = _axes.AsSpan(offset, degree + 1);
            var sum = ComplexNumber<T>.Zero;
            for (var k = 0; k < degree; k++) sum = ComplexNumber<T>.MultiplyAdd(axis[k + 1].Conjugate, local[(column + k) * stride], sum);
            sum = _weights[i] * sum;
            step[offset] = -(sum * axis[0]);
            for (var k = 0; k < degree; k++) step[offset + k + 1] = ComplexNumber<T>.SubtractProduct(sum, axis[k + 1], local[(column + k) * stride]);
            offset += degree + 1;
            column += degree;
        }

        var move = local[column * stride];
        step[offset] = -(move * _scale1.Conjugate);
        step[offset + 1] = move * _scale0.Conjugate;
    }

    private bool IsDropped(ProductEvaluation<T> evaluation, int row)
    {
        var offsets = evaluation.RowOffsets;
        for (var b = 1; b < offsets.Length; b++)
        {
            if (offsets[b] == row) return true;
        }

        return false;
    }

    private void ReduceRow(ReadOnlySpan<ComplexNumber<T>> row, Span<ComplexNumber<T>> target)
    {
        int offset = 0, column = 0;
        for (var i = 0; i < _map.Factors.Length; i++)
        {
            var degree = _map.Factors[i].Degree;
            var axis = _axes.AsSpan(offset, degree + 1);
            var sum = ComplexNumber<T>.Zero;
            for (var k = 0; k <= degree; k++) sum = ComplexNumber<T>.MultiplyAdd(row[offset + k], axis[k], sum);
            sum = _weights[i] * sum;
            for (var k = 1; k <= degree; k++) target[column++] = ComplexNumber<T>.SubtractProduct(sum, axis[k].Conjugate, row[offset + k]);
            offset += degree + 1;
        }

        target[column] = (row[offset + 1] * _scale0.Conjugate) - (row[offset] * _scale1.Conjugate);
    }

    /// <summary>Reflects the rows of a block so that the first of them is the one that the other blocks imply.</summary>
    private void DropRelation(ProductEvaluation<T> evaluation, int block)
    {
        var radical = evaluation.RadicalOf(block);
        var first = evaluation.RowOffsets[block];
        var mirror = _rowAxis.AsSpan(0, radical.Length);
        for (var k = 0; k < radical.Length; k++) mirror[k] = radical[k].Conjugate;
        var weight = Reflect(mirror, mirror);
        ReflectRows(evaluation.Jacobian, first, evaluation.Columns, mirror, weight);
        ReflectRows(evaluation.Residual, first, 1, mirror, weight);
        ReflectRows(evaluation.Drift, first, 1, mirror, weight);
    }

    private static void ReflectRows(ComplexNumber<T>[] matrix, int first, int columns, ReadOnlySpan<ComplexNumber<T>> axis, T weight)
    {
        for (var column = 0; column < columns; column++)
        {
            var sum = ComplexNumber<T>.Zero;
            for (var k = 0; k < axis.Length; k++) sum = ComplexNumber<T>.MultiplyAdd(axis[k].Conjugate, matrix[((first + k) * columns) + column], sum);
            sum = weight * sum;
            for (var k = 0; k < axis.Length; k++)
            {
                ref var entry = ref matrix[((first + k) * columns) + column];
                entry = ComplexNumber<T>.SubtractProduct(sum, axis[k], entry);
            }
        }
    }

    /// <summary>The axis v and the weight 2 / |v|^2 of the reflection that takes a vector to a multiple of the first unit vector.</summary>
    private static T Reflect(ReadOnlySpan<ComplexNumber<T>> vector, Span<ComplexNumber<T>> axis)
    {
        var tail = T.FromDouble(0);
        for (var k = 1; k < vector.Length; k++) tail += vector[k].SquaredModulus;
        var head = vector[0];
        var headSquare = head.SquaredModulus;
        var headSize = T.Sqrt(headSquare);
        var norm = T.Sqrt(headSquare + tail);

        // v = f + (f_0 / |f_0|) |f| e_0; when f_0 = 0 its phase is taken as one.
        var zero = T.FromDouble(0);
        var one = T.FromDouble(1);
        var safe = T.WhereLess(zero, headSize, headSize, one);
        var stretch = one + (norm / safe);
        for (var k = 1; k < vector.Length; k++) axis[k] = vector[k];
        axis[0] = new ComplexNumber<T>(
            T.WhereLess(zero, headSize, stretch * head.Re, norm),
            T.WhereLess(zero, headSize, stretch * head.Im, zero));
        return one / (norm * (norm + headSize));
    }
}
