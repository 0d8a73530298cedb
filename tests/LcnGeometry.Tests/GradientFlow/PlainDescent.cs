using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.GradientFlow;

/// <summary>Gradient descent as one would write it down: convolution loops, the gradient from perturbed products, nothing shared.</summary>
internal static class PlainDescent
{
    /// <summary>How a run ends.</summary>
    internal sealed record End(double[] Weights, int Steps, double GradientNorm, FlowStatus Status);

    public static End Run(Architecture net, double[,] form, double[] target, double[] start, DescentOptions options)
    {
        var weights = start.ToArray();
        for (var steps = 0; ; steps++)
        {
            var gradient = Gradient(net, form, target, weights);
            var norm = Math.Sqrt(gradient.Sum(entry => entry * entry));
            if (!double.IsFinite(norm)) return new End(weights, steps, norm, FlowStatus.Diverging);
            if (norm < options.GradientTolerance) return new End(weights, steps, norm, FlowStatus.Converged);
            if (steps == options.MaxSteps) return new End(weights, steps, norm, FlowStatus.Budget);
            var step = Step(net, form, target, weights, options);
            for (var i = 0; i < weights.Length; i++) weights[i] -= step * gradient[i];
        }
    }

    public static double Step(Architecture net, double[,] form, double[] target, double[] weights, DescentOptions options)
    {
        var largest = Enumerable.Range(0, net.Depth).Max(layer => Product(net, weights, layer).Sum(entry => entry * entry));
        return Math.Min(options.LargestStep, options.StepFactor / (1 + (net.Filters[0] * largest) + Math.Sqrt(Loss(net, form, target, weights))));
    }

    public static double Loss(Architecture net, double[,] form, double[] target, double[] weights)
    {
        var product = Product(net, weights, -1);
        double sum = 0;
        for (var i = 0; i < target.Length; i++)
        {
            for (var j = 0; j < target.Length; j++) sum += form[i, j] * (product[i] - target[i]) * (product[j] - target[j]);
        }

        return Math.Max(sum, 0);
    }

    /// <summary>The loss is quadratic in each weight, so the product is affine: its slope is the product with the layer replaced by a unit filter.</summary>
    public static double[] Gradient(Architecture net, double[,] form, double[] target, double[] weights)
    {
        var product = Product(net, weights, -1);
        var gradient = new double[weights.Length];
        for (int layer = 0, at = 0; layer < net.Depth; layer++)
        {
            for (var i = 0; i < net.Filters[layer]; i++, at++)
            {
                var direction = Product(net, weights, layer, i);
                for (var j = 0; j < target.Length; j++)
                {
                    for (var k = 0; k < target.Length; k++) gradient[at] += 2 * form[j, k] * (product[j] - target[j]) * direction[k];
                }
            }
        }

        return gradient;
    }

    /// <summary>The product of all layers, one of them replaced by the unit filter at an index.</summary>
    private static double[] Product(Architecture net, double[] weights, int replaced, int unit = 0)
    {
        var product = new double[net.EndToEndSize];
        product[0] = 1;
        for (int layer = 0, at = 0, stride = 1; layer < net.Depth; layer++)
        {
            var next = new double[product.Length];
            for (var i = 0; i < net.Filters[layer]; i++)
            {
                var factor = layer != replaced ? weights[at + i] : i == unit ? 1 : 0;
                for (var j = 0; j + (i * stride) < product.Length && factor != 0; j++) next[j + (i * stride)] += factor * product[j];
            }

            at += net.Filters[layer];
            stride = Math.Min(stride * net.Strides[layer], net.EndToEndSize);
            product = next;
        }

        return product;
    }

    /// <summary>The form in doubles, divided by its largest eigenvalue by the power method.</summary>
    public static double[,] UnitForm(Matrix<Rational> q)
    {
        var form = new double[q.Rows, q.Rows];
        for (var i = 0; i < q.Rows; i++)
        {
            for (var j = 0; j < q.Rows; j++) form[i, j] = q[i, j].ToDouble();
        }

        var vector = Enumerable.Range(0, q.Rows).Select(i => 1 + (0.1 * i)).ToArray();
        double eigenvalue = 1;
        for (var round = 0; round < 3000; round++)
        {
            var image = Enumerable.Range(0, q.Rows).Select(i => Enumerable.Range(0, q.Rows).Sum(j => form[i, j] * vector[j])).ToArray();
            eigenvalue = Math.Sqrt(image.Sum(entry => entry * entry));
            vector = [.. image.Select(entry => entry / eigenvalue)];
        }

        for (var i = 0; i < q.Rows; i++)
        {
            for (var j = 0; j < q.Rows; j++) form[i, j] /= eigenvalue;
        }

        return form;
    }
}
