using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>The Hessian of the loss as a function of the filters at a critical point, modulo layer scalings, in interval arithmetic.</summary>
/// <remarks>
/// <c>d²L(v,v) = 2 |dμ(v)|²_Q + 2 g[Σ_{i&lt;j} v_i v_j P_ij]</c>. Along the scalings it vanishes, so any complement of their directions has the
/// same inertia modulo scalings: in every layer but the first the largest entry is kept fixed.
/// </remarks>
internal sealed class ParameterHessian
{
    private readonly List<(int Layer, int Entry)> _variables = [];
    private readonly Interval[] _matrix;
    private readonly double[] _units;
    private readonly int[] _lengths;

    public ParameterHessian(FactoredFunction point, LossEnclosure loss, ReadOnlySpan<Interval> gradient)
    {
        _lengths = [.. point.Layers.Select(layer => layer.Length)];
        for (var l = 0; l < Depth; l++)
        {
            var pinned = l == 0 ? -1 : Largest(point.Layers[l]);
            for (var i = 0; i < point.Layers[l].Length; i++)
            {
                if (i != pinned) _variables.Add((l, i));
            }
        }

        _matrix = new Interval[Size * Size];
        _units = new double[Size];
        AddMetric(point, loss);
        AddCurvature(point, gradient);
    }

    /// <summary>The number of filter entries modulo scalings.</summary>
    public int Size => _variables.Count;

    private int Depth => _lengths.Length;

    /// <summary>Proves the signs of the Hessian.</summary>
    public Inertia Inertia()
    {
        var size = Size;
        var middle = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) middle[(i * size) + j] = _matrix[(i * size) + j].Midpoint * _units[i] * _units[j];
        }

        if (!middle.All(double.IsFinite)) return new Inertia(null, null);
        var (values, vectors) = SymmetricEigenbasis.Of(middle, size);
        for (var k = 0; k < size; k++)
        {
            var length = Math.Sqrt(Math.Abs(values[k]));
            var unit = length > 0 ? 1 / length : 1;
            for (var i = 0; i < size; i++) vectors[(i * size) + k] *= unit * _units[i];
        }

        if (!vectors.All(double.IsFinite)) return new Inertia(null, null);
        var congruent = Congruent(vectors);
        int? negative = 0;
        int? direction = null;
        for (var k = 0; k < size; k++)
        {
            var own = congruent[(k * size) + k];
            if (own.IsNegative && (direction is null || values[k] < values[direction.Value])) direction = k;
            var others = Interval.FromDouble(0);
            for (var j = 0; j < size; j++)
            {
                if (j != k) others += Interval.FromDouble(congruent[(k * size) + j].Magnitude);
            }

            if (!(own.Mignitude > others.Upper)) negative = null;
            else if (own.IsNegative) negative++;
        }

        return new Inertia(negative, direction is { } d ? Direction(vectors, d) : null);
    }

    /// <summary>A column of a basis as one vector per layer, in units in which the largest entry is one.</summary>
    private double[][] Direction(double[] vectors, int column)
    {
        var direction = new double[Depth][];
        for (var l = 0; l < Depth; l++) direction[l] = new double[_lengths[l]];
        var largest = Enumerable.Range(0, Size).Max(i => Math.Abs(vectors[(i * Size) + column]));
        for (var i = 0; i < Size; i++) direction[_variables[i].Layer][_variables[i].Entry] = vectors[(i * Size) + column] / largest;
        return direction;
    }

    private Interval[] Congruent(double[] basis)
    {
        var size = Size;
        var image = new Interval[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size; k++)
            {
                var sum = Interval.FromDouble(0);
                for (var j = 0; j < size; j++) sum += _matrix[(i * size) + j] * Interval.FromDouble(basis[(j * size) + k]);
                image[(i * size) + k] = sum;
            }
        }

        var congruent = new Interval[size * size];
        for (var k = 0; k < size; k++)
        {
            for (var m = 0; m <= k; m++)
            {
                var sum = Interval.FromDouble(0);
                for (var i = 0; i < size; i++) sum += Interval.FromDouble(basis[(i * size) + m]) * image[(i * size) + k];
                congruent[(k * size) + m] = congruent[(m * size) + k] = sum;
            }
        }

        return congruent;
    }

    /// <summary>The part <c>2 |dμ(v)|²_Q</c>.</summary>
    private void AddMetric(FactoredFunction point, LossEnclosure loss)
    {
        var tangents = new Interval[Size][];
        var images = new Interval[Size][];
        Interval[] complement = [];
        for (var a = 0; a < Size; a++)
        {
            var (layer, entry) = _variables[a];
            if (a == 0 || _variables[a - 1].Layer != layer)
            {
                complement = point.ProductWithout(layer, -1);
                if (layer > 0) complement = [.. complement.Select(c => point.Scale * c)];
            }

            tangents[a] = new Interval[loss.Size];
            complement.CopyTo(tangents[a], entry * point.Step(layer));
            images[a] = loss.Image(tangents[a]);
        }

        var two = Interval.FromDouble(2);
        for (var a = 0; a < Size; a++)
        {
            for (var b = 0; b <= a; b++) _matrix[(a * Size) + b] = _matrix[(b * Size) + a] = two * IntervalForms.Apply(images[a], tangents[b], 0);
            _units[a] = 1 / Math.Sqrt(_matrix[(a * Size) + a].Midpoint);
        }
    }

    /// <summary>The part <c>2 g[Σ v_i v_j P_ij]</c>.</summary>
    private void AddCurvature(FactoredFunction point, ReadOnlySpan<Interval> gradient)
    {
        for (var l = 0; l < Depth; l++)
        {
            for (var m = 0; m < l; m++)
            {
                var complement = point.ProductWithout(l, m);
                if (m > 0) complement = [.. complement.Select(c => point.Scale * c)];
                for (var a = 0; a < Size; a++)
                {
                    if (_variables[a].Layer != l) continue;
                    for (var b = 0; b < Size; b++)
                    {
                        if (_variables[b].Layer != m) continue;
                        var term = IntervalForms.Apply(gradient, complement, (_variables[a].Entry * point.Step(l)) + (_variables[b].Entry * point.Step(m)));
                        _matrix[(a * Size) + b] = _matrix[(b * Size) + a] = _matrix[(a * Size) + b] + term;
                    }
                }
            }
        }
    }

    private static int Largest(Interval[] layer)
    {
        var largest = 0;
        for (var i = 1; i < layer.Length; i++)
        {
            if (Math.Abs(layer[i].Midpoint) > Math.Abs(layer[largest].Midpoint)) largest = i;
        }

        return largest;
    }
}

/// <summary>What is proved about the signs of a Hessian modulo scalings.</summary>
/// <param name="Negative">The number of negative directions, all others being positive; null if not all signs are proved.</param>
/// <param name="Direction">One vector per layer along which it is negative; null if none is proved.</param>
internal sealed record Inertia(int? Negative, double[][]? Direction)
{
    public CriticalPointKind Kind => Negative == 0 ? CriticalPointKind.LocalMinimum
        : Direction is not null ? CriticalPointKind.StrictSaddle
        : CriticalPointKind.Degenerate;
}
