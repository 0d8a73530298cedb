using System.Collections.Immutable;
using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>The chart in which one coefficient of each factor is one and the scale is an ordinary number.</summary>
/// <param name="map">The map.</param>
/// <param name="charts">For each factor the index of that coefficient.</param>
/// <param name="dropped">For each block but the first the equation that the others imply.</param>
/// <param name="start">The coordinates of the point that the chart was made for.</param>
internal sealed class AffineChart(ProductMap map, ImmutableArray<int> charts, int[] dropped, ComplexNumber<DoubleDouble<Binary64>>[] start)
{
    /// <summary>For each factor the index of the coefficient that is one.</summary>
    public ImmutableArray<int> Charts => charts;

    /// <summary>The coordinates of the point that the chart was made for.</summary>
    public ComplexNumber<DoubleDouble<Binary64>>[] Start => start;

    /// <summary>The chart of the largest coefficients; null when the scale is infinite or zero.</summary>
    /// <param name="map">The map.</param>
    /// <param name="point">Coefficients of all factors, then t_0 and t_1.</param>
    /// <param name="low">What the doubles of the point leave; null for nothing.</param>
    /// <param name="real">Whether to drop imaginary parts.</param>
    public static AffineChart? Of(ProductMap map, Complex[] point, Complex[]? low, bool real)
    {
        var exact = point.Select((x, i) => Sum(x, low is null ? Complex.Zero : low[i])).ToArray();
        var charts = ImmutableArray.CreateBuilder<int>();
        var start = new List<ComplexNumber<DoubleDouble<Binary64>>>();
        var scale = Divide(exact[^2], exact[^1]);
        var offset = 0;
        foreach (var factor in map.Factors)
        {
            var largest = 0;
            for (var k = 1; k <= factor.Degree; k++)
            {
                if (Complex.Abs(point[offset + k]) > Complex.Abs(point[offset + largest]) * (1 + 1e-6)) largest = k;
            }

            charts.Add(largest);
            for (var e = 0; e < factor.Exponent; e++) scale *= exact[offset + largest];
            for (var k = 0; k <= factor.Degree; k++)
            {
                if (k != largest) start.Add(Divide(exact[offset + k], exact[offset + largest]));
            }

            offset += factor.Degree + 1;
        }

        start.Add(scale);
        if (start.Any(x => !double.IsFinite(x.Re.High.Value) || !double.IsFinite(x.Im.High.Value))) return null;
        if (scale.Re.High.Value == 0 && scale.Im.High.Value == 0) return null;
        if (real) start = [.. start.Select(x => new ComplexNumber<DoubleDouble<Binary64>>(x.Re, default))];
        var chart = new AffineChart(map, charts.ToImmutable(), new int[map.Blocks.Length], [.. start]);
        chart.ChooseRelations();
        return chart;
    }

    /// <summary>The coefficients of all factors.</summary>
    public ComplexNumber<T>[] Expand<T>(ComplexNumber<T>[] variables)
        where T : struct, IScalar<T>
    {
        var full = new ComplexNumber<T>[map.CoefficientCount];
        int offset = 0, next = 0;
        for (var i = 0; i < map.Factors.Length; i++)
        {
            for (var k = 0; k <= map.Factors[i].Degree; k++) full[offset + k] = k == charts[i] ? ComplexNumber<T>.One : variables[next++];
            offset += map.Factors[i].Degree + 1;
        }

        return full;
    }

    /// <summary>The equations that remain.</summary>
    public ComplexNumber<T>[] Pick<T>(ProductEvaluation<T> evaluation)
        where T : struct, IScalar<T>
    {
        var picked = new ComplexNumber<T>[map.Unknowns];
        for (var i = 0; i < picked.Length; i++) picked[i] = evaluation.Residual[RowOf(evaluation, i)];
        return picked;
    }

    /// <summary>Their derivatives with respect to the coordinates, row by row.</summary>
    public ComplexNumber<T>[] Reduce<T>(ProductEvaluation<T> evaluation)
        where T : struct, IScalar<T>
    {
        var size = map.Unknowns;
        var reduced = new ComplexNumber<T>[size * size];
        for (var i = 0; i < size; i++)
        {
            var row = RowOf(evaluation, i) * evaluation.Columns;
            for (var j = 0; j < size; j++) reduced[(i * size) + j] = evaluation.Jacobian[row + ColumnOf(j)];
        }

        return reduced;
    }

    /// <summary>The equation that a block leaves out.</summary>
    public int DroppedOf(int block) => dropped[block];

    /// <summary>The row of the evaluation that is row <paramref name="index"/> of the square system.</summary>
    public int RowOf<T>(ProductEvaluation<T> evaluation, int index)
        where T : struct, IScalar<T>
    {
        var offsets = evaluation.RowOffsets;
        var row = index;
        for (var b = 1; b < offsets.Length; b++)
        {
            if (row >= offsets[b] + dropped[b]) row++;
        }

        return row;
    }

    /// <summary>The column of the evaluation that belongs to a coordinate.</summary>
    public int ColumnOf(int index)
    {
        var first = 0;
        var offset = 0;
        for (var i = 0; i < map.Factors.Length; i++)
        {
            var degree = map.Factors[i].Degree;
            if (index < first + degree) return offset + (index - first < charts[i] ? index - first : index - first + 1);
            first += degree;
            offset += degree + 1;
        }

        return offset;
    }

    /// <summary>Whether the dropped equations are proved to follow from the others at the point evaluated last.</summary>
    public bool KeepsRelations<T>(ProductEvaluation<T> evaluation)
        where T : struct, IEnclosure<T>
    {
        for (var b = 1; b < dropped.Length; b++)
        {
            var factor = evaluation.RadicalOf(b)[dropped[b]];
            if (!factor.Re.ExcludesZero && !factor.Im.ExcludesZero) return false;
        }

        return true;
    }

    /// <summary>For each block but the first the equation whose multiplier in the relation is largest.</summary>
    private void ChooseRelations()
    {
        if (dropped.Length == 1) return;
        var full = Expand(start.Select(x => ComplexNumber<Lanes>.FromComplex(new Complex(x.Re.High.Value, x.Im.High.Value))).ToArray());
        var offset = map.Blocks[0].Factors.Sum(f => f.Degree + 1);
        for (var b = 1; b < dropped.Length; b++)
        {
            var products = new BlockProducts<Lanes>(map.Blocks[b], offset);
            products.Evaluate(full);
            for (var k = 1; k < products.Radical.Length; k++)
            {
                if (products.Radical[k].SquaredModulus[0] > products.Radical[dropped[b]].SquaredModulus[0]) dropped[b] = k;
            }

            offset += map.Blocks[b].Factors.Sum(f => f.Degree + 1);
        }
    }

    private static ComplexNumber<DoubleDouble<Binary64>> Sum(Complex high, Complex low) => new(
        DoubleDouble<Binary64>.FromDouble(high.Real) + DoubleDouble<Binary64>.FromDouble(low.Real),
        DoubleDouble<Binary64>.FromDouble(high.Imaginary) + DoubleDouble<Binary64>.FromDouble(low.Imaginary));

    private static ComplexNumber<DoubleDouble<Binary64>> Divide(ComplexNumber<DoubleDouble<Binary64>> left, ComplexNumber<DoubleDouble<Binary64>> right)
    {
        var product = left * right.Conjugate;
        var square = right.SquaredModulus;
        return new(product.Re / square, product.Im / square);
    }
}
