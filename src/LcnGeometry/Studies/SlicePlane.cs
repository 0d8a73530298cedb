using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>An affine plane through the target with directions that are orthonormal in the metric of the loss.</summary>
internal sealed class SlicePlane
{
    private readonly double[][] _directions;
    private readonly double[][] _images; // Q times each direction

    private SlicePlane(double[] origin, double[,] metric, List<(double[] Direction, string Name)> axes)
    {
        Origin = [.. origin];
        Metric = metric;
        _directions = [.. axes.Select(a => a.Direction)];
        Names = [.. axes.Select(a => a.Name)];
        _images = [.. _directions.Select(d => Apply(metric, d))];
    }

    public ImmutableArray<double> Origin { get; }

    public ImmutableArray<ImmutableArray<double>> Directions => [.. _directions.Select(d => d.ToImmutableArray())];

    public ImmutableArray<string> Names { get; }

    public double[,] Metric { get; }

    /// <summary>The plane through the target and the best flow limits or critical points; coordinate directions fill in where these are missing.</summary>
    /// <param name="target">The origin.</param>
    /// <param name="metric">The quadratic form of the loss.</param>
    /// <param name="limits">Flow limits and critical points with their names, best first.</param>
    public static SlicePlane Through(double[] target, double[,] metric, IEnumerable<(string Name, ImmutableArray<double> Filter)> limits)
    {
        var size = target.Length;
        var axes = new List<(double[] Direction, string Name)>();
        var scale = Math.Sqrt(Dot(target, Apply(metric, target)));
        foreach (var (name, limit) in limits)
        {
            if (axes.Count == 2) break;
            TryAdd([.. limit.Select((w, i) => w - target[i])], name, 1e-3 * scale);
        }

        // Moving the lowest coefficients alone unfolds the multiple roots: the discriminant shows its cusps.
        for (var i = 0; i < size && axes.Count < 2; i++)
        {
            var unit = new double[size];
            unit[i] = 1;
            TryAdd(unit, $"along coefficient {i}", 0);
        }

        return new SlicePlane(target, metric, axes);

        void TryAdd(double[] direction, string name, double smallest)
        {
            var full = Math.Sqrt(Dot(direction, Apply(metric, direction)));
            if (!(full > smallest)) return;
            foreach (var (axis, _) in axes)
            {
                var component = Dot(direction, Apply(metric, axis));
                for (var i = 0; i < size; i++) direction[i] -= component * axis[i];
            }

            // A direction that is nearly dependent would only magnify rounding.
            var length = Math.Sqrt(Dot(direction, Apply(metric, direction)));
            if (length > 1e-3 * full) axes.Add(([.. direction.Select(x => x / length)], name));
        }
    }

    /// <summary>Coordinates of the orthogonal projection of a filter, and its distance from the plane.</summary>
    public (double X, double Y, double Distance) Project(ImmutableArray<double> filter)
    {
        double[] difference = [.. filter.Select((w, i) => w - Origin[i])];
        double x = Dot(difference, _images[0]), y = Dot(difference, _images[1]);
        for (var i = 0; i < difference.Length; i++) difference[i] -= (x * _directions[0][i]) + (y * _directions[1][i]);
        return (x, y, Math.Sqrt(Math.Max(0, Dot(difference, Apply(Metric, difference)))));
    }

    internal static double[] Apply(double[,] matrix, double[] vector)
    {
        var image = new double[vector.Length];
        for (var i = 0; i < image.Length; i++)
        {
            for (var j = 0; j < image.Length; j++) image[i] += matrix[i, j] * vector[j];
        }

        return image;
    }

    internal static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }
}
