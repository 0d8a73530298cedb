namespace LcnGeometry.Tests.GradientFlow;

/// <summary>The simplest other ways to follow a gradient, to compare with.</summary>
internal static class PlainIntegrators
{
    /// <summary>The classical method of order 4 with equal steps.</summary>
    public static double[] RungeKutta(FlowField field, ReadOnlySpan<double> start, double time, int steps)
    {
        var point = start.ToArray();
        var step = time / steps;
        for (var k = 0; k < steps; k++)
        {
            var a = field.Velocity(point);
            var b = field.Velocity(Along(point, a, step / 2));
            var c = field.Velocity(Along(point, b, step / 2));
            var d = field.Velocity(Along(point, c, step));
            for (var i = 0; i < point.Length; i++) point[i] += step / 6 * (a[i] + (2 * b[i]) + (2 * c[i]) + d[i]);
        }

        return point;
    }

    /// <summary>Gradient descent with the step rule of the theory's protocol, which was computed by another program.</summary>
    public static double[] Descend(FlowField field, ReadOnlySpan<double> start, int mostSteps)
    {
        var point = start.ToArray();
        for (var k = 0; k < mostSteps; k++)
        {
            var velocity = field.Velocity(point);
            if (LayerProducts.Norm(velocity) < 1e-10) break;
            var largest = Enumerable.Range(0, field.Layers.Depth).Max(layer => Math.Pow(
                Enumerable.Range(0, field.Layers.Depth).Where(other => other != layer).Aggregate(1.0, (product, other) => product * field.Layers.Norm(point, other)), 2));
            var step = Math.Min(0.02, 0.1 / (1 + (field.Layers.Sizes[0] * largest) + Math.Sqrt(field.Loss(field.Layers.EndToEnd(point)))));
            point = Along(point, velocity, step);
        }

        return point;
    }

    private static double[] Along(double[] point, double[] direction, double step) => [.. point.Zip(direction).Select(pair => pair.First + (step * pair.Second))];
}
