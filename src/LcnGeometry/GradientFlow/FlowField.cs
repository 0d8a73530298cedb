namespace LcnGeometry;

/// <summary>Gradient flow of a normalized loss: its velocity and its matrix of second derivatives.</summary>
/// <remarks>
/// With the residual <c>r = alpha w - beta u</c> of the end-to-end filter w, the velocity of layer l is minus the correlation of
/// <c>2 Q r</c> with the product of the other layers: the negative gradient of <c>r^T Q r / alpha</c>, which stays meaningful when
/// alpha underflows because the weights are far smaller than the target asks for. Formulas of section 12 of the theory. One object serves one
/// thread: velocities are computed in places of its own.
/// </remarks>
internal sealed class FlowField
{
    private readonly double[,] _q;
    private readonly double[] _target;

    // Places for what every velocity computes on its way: the products before, after and without each layer, the residual and the slope.
    private readonly double[][] _before;
    private readonly double[][] _after;
    private readonly double[][] _others;
    private readonly double[] _residual;
    private readonly double[] _slope;

    /// <summary>A field at alpha = beta = 1.</summary>
    public FlowField(Architecture net, double[,] q, double[] target)
    {
        Layers = new LayerProducts(net);
        _q = q;
        _target = target;
        double sum = 0;
        foreach (var entry in q) sum += entry * entry;
        FormNorm = Math.Sqrt(sum);
        TargetNorm = LayerProducts.Norm(target);
        var depth = Layers.Depth;
        (_before, _after, _others) = (new double[depth + 1][], new double[depth + 1][], new double[depth][]);
        (_before[0], _after[depth]) = ([1], [1]);
        for (var layer = 0; layer < depth; layer++) _before[layer + 1] = new double[Layers.LengthWith(_before[layer].Length, layer)];
        for (var layer = depth - 1; layer >= 0; layer--) _after[layer] = new double[Layers.LengthWith(_after[layer + 1].Length, layer)];
        for (var layer = 0; layer < depth; layer++) _others[layer] = new double[_before[layer].Length + _after[layer + 1].Length - 1];
        (_residual, _slope) = (new double[target.Length], new double[target.Length]);
    }

    public LayerProducts Layers { get; }

    /// <summary>The weight of the end-to-end filter in the residual.</summary>
    public double Alpha { get; set; } = 1;

    /// <summary>The weight of the target in the residual.</summary>
    public double Beta { get; set; } = 1;

    /// <summary>The Frobenius norm of Q.</summary>
    public double FormNorm { get; }

    /// <summary>The Euclidean norm of u.</summary>
    public double TargetNorm { get; }

    /// <summary>r^T Q r.</summary>
    public double Loss(ReadOnlySpan<double> endToEnd)
    {
        var residual = Residual(endToEnd);
        var slope = Slope(residual);
        double sum = 0;
        for (var i = 0; i < residual.Length; i++) sum += residual[i] * slope[i];
        return sum / 2;
    }

    /// <summary>The velocity of the flow.</summary>
    public double[] Velocity(ReadOnlySpan<double> parameters)
    {
        for (var layer = Layers.Depth - 1; layer >= 0; layer--) Layers.Append(_after[layer + 1], parameters, layer, _after[layer]);
        Residual(_after[0], _residual);
        Slope(_residual, _slope);
        var velocity = new double[parameters.Length];
        for (var layer = 0; layer < Layers.Depth; layer++)
        {
            var others = _others[layer];
            LayerProducts.Multiply(_before[layer], _after[layer + 1], others);
            for (var i = 0; i < Layers.Sizes[layer]; i++)
            {
                double sum = 0;
                var slope = _slope.AsSpan(i * Layers.Stride(layer), others.Length);
                for (var j = 0; j < others.Length; j++) sum += others[j] * slope[j];
                velocity[Layers.Offset(layer) + i] = -sum;
            }

            if (layer + 1 < Layers.Depth) Layers.Append(_before[layer], parameters, layer, _before[layer + 1]);
        }

        return velocity;
    }

    /// <summary>Minus the Jacobian matrix of the velocity: the symmetric matrix of second derivatives.</summary>
    public double[,] Hessian(ReadOnlySpan<double> parameters)
    {
        var count = Layers.ParameterCount;
        var after = Layers.After(parameters);
        var slope = Slope(Residual(after[0]));
        var jacobian = new double[count, slope.Length];
        var hessian = new double[count, count];
        double[] before = [1];
        for (var first = 0; first < Layers.Depth; first++)
        {
            var others = LayerProducts.Multiply(before, after[first + 1]);
            for (var i = 0; i < Layers.Sizes[first]; i++)
            {
                for (var j = 0; j < others.Length; j++) jacobian[Layers.Offset(first) + i, j + (i * Layers.Stride(first))] = others[j];
            }

            var between = before;
            for (var second = first + 1; second < Layers.Depth; second++)
            {
                AddMixed(hessian, first, second, LayerProducts.Multiply(between, after[second + 1]), slope);
                between = Layers.Append(between, parameters, second);
            }

            before = Layers.Append(before, parameters, first);
        }

        AddGaussNewton(hessian, jacobian);
        return hessian;
    }

    private double[] Residual(ReadOnlySpan<double> endToEnd)
    {
        var residual = new double[_target.Length];
        Residual(endToEnd, residual);
        return residual;
    }

    private void Residual(ReadOnlySpan<double> endToEnd, double[] residual)
    {
        for (var i = 0; i < residual.Length; i++) residual[i] = (Alpha * endToEnd[i]) - (Beta * _target[i]);
    }

    /// <summary>2 Q r.</summary>
    private double[] Slope(double[] residual)
    {
        var slope = new double[residual.Length];
        Slope(residual, slope);
        return slope;
    }

    private void Slope(double[] residual, double[] slope)
    {
        for (var i = 0; i < slope.Length; i++)
        {
            double sum = 0;
            for (var j = 0; j < slope.Length; j++) sum += _q[i, j] * residual[j];
            slope[i] = 2 * sum;
        }
    }

    private void AddMixed(double[,] hessian, int first, int second, double[] others, double[] slope)
    {
        for (var i = 0; i < Layers.Sizes[first]; i++)
        {
            for (var j = 0; j < Layers.Sizes[second]; j++)
            {
                var shift = (i * Layers.Stride(first)) + (j * Layers.Stride(second));
                double sum = 0;
                for (var k = 0; k < others.Length; k++) sum += others[k] * slope[k + shift];
                int row = Layers.Offset(first) + i, column = Layers.Offset(second) + j;
                hessian[row, column] = sum;
                hessian[column, row] = sum;
            }
        }
    }

    /// <summary>Adds 2 alpha J Q J^T for the transposed Jacobian J.</summary>
    private void AddGaussNewton(double[,] hessian, double[,] jacobian)
    {
        int count = jacobian.GetLength(0), size = jacobian.GetLength(1);
        var row = new double[size];
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < size; k++)
            {
                double sum = 0;
                for (var j = 0; j < size; j++) sum += jacobian[i, j] * _q[j, k];
                row[k] = 2 * Alpha * sum;
            }

            for (var j = 0; j < count; j++)
            {
                double sum = 0;
                for (var k = 0; k < size; k++) sum += row[k] * jacobian[j, k];
                hessian[i, j] += sum;
            }
        }
    }
}
