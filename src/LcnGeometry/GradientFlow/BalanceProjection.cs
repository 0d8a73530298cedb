using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Takes a point near a run back to the invariants <c>|w_l|^2 - |w_(l+1)|^2</c> of its start, without changing the end-to-end filter.</summary>
/// <remarks>
/// <para>The layers are scaled against each other: of all scalings with product one, exactly one has the given invariants (G3 of the theory). The
/// gradients of the invariants span the directions of these scalings, so to first order this is also the orthogonal projection onto the points with
/// these invariants, the shortest way back; and it leaves function and loss alone, where a shortest way to second order would not.</para>
/// <para>All squared norms are told from that of the layer whose invariant is least, <c>|w_l|^2 = s + d_l</c> with <c>d_l >= 0</c>, so nothing cancels;
/// the <c>d_l</c> are differences of exact squares. With a zero filter the function is zero and its scalings move nothing: where the zero filter is that layer, the
/// others take the norms that the invariants ask for.</para>
/// </remarks>
internal sealed class BalanceProjection
{
    private readonly LayerProducts _layers;
    private readonly int _pivot;
    private readonly double[] _excess;

    public BalanceProjection(LayerProducts layers, double[] start)
    {
        _layers = layers;
        var squares = Enumerable.Range(0, layers.Depth).Select(layer => Square(layers.Filter(start, layer))).ToArray();
        _pivot = Enumerable.Range(0, layers.Depth).MinBy(layer => squares[layer]);
        _excess = [.. squares.Select(square => (square - squares[_pivot]).ToDouble())];
    }

    /// <summary>Projects a point in place; its unit is 2^shift times that of the start.</summary>
    public void Apply(double[] point, long shift)
    {
        var excess = _excess.Select(value => FlowUnits.Scale(value, -2 * shift)).ToArray();
        var squares = Enumerable.Range(0, _layers.Depth).Select(layer => _layers.Filter(point, layer).ToArray().Sum(entry => entry * entry)).ToArray();
        var least = squares[_pivot];
        if (least > 0)
        {
            // A layer whose square underflows or vanished by rounding is beyond help.
            if (squares.Any(square => square == 0)) return;
            least *= Math.Exp(Exponent(squares, excess));
        }

        for (var layer = 0; layer < squares.Length; layer++)
        {
            var factor = Math.Sqrt((least + excess[layer]) / squares[layer]);

            // Not finite for zero filters; beyond these bounds the point is not near the run any more.
            if (!(factor is > 0.5 and < 2)) continue;
            for (var i = 0; i < _layers.Sizes[layer]; i++) point[_layers.Offset(layer) + i] *= factor;
        }
    }

    /// <summary>The logarithm of the factor of the least square that keeps the product of all; Newton's method on a convex increasing function.</summary>
    private double Exponent(double[] squares, double[] excess)
    {
        double exponent = 0;
        for (var round = 0; round < 100; round++)
        {
            var least = squares[_pivot] * Math.Exp(exponent);
            double value = exponent, slope = 1;
            for (var layer = 0; layer < squares.Length; layer++)
            {
                if (layer == _pivot) continue;
                value += Math.Log((least + excess[layer]) / squares[layer]);
                slope += least / (least + excess[layer]);
            }

            var change = value / slope;
            exponent -= change;
            if (!(Math.Abs(change) > 4e-16)) break;
        }

        return exponent;
    }

    private static Rational Square(ReadOnlySpan<double> filter)
    {
        Rational sum = 0;
        foreach (var entry in filter)
        {
            var exact = Rational.RationalizeExactly(entry);
            sum += exact * exact;
        }

        return sum;
    }
}
