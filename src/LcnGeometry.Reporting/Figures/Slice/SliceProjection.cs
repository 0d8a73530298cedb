using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Projects filters orthogonally onto the plane of a slice, in the metric of the loss.</summary>
/// <remarks>Used for curves only, and only when it sends the limits where the study says they are.</remarks>
internal sealed class SliceProjection
{
    private const double Agreement = 1e-3;
    private readonly ImmutableArray<double> _origin;
    private readonly ImmutableArray<ImmutableArray<double>> _dual;

    private SliceProjection(ImmutableArray<double> origin, ImmutableArray<ImmutableArray<double>> dual) => (_origin, _dual) = (origin, dual);

    /// <summary>The projection, or null when it disagrees with the points of the slice.</summary>
    internal static SliceProjection? Of(FunctionSpaceSlice slice, FlowDocument flow)
    {
        var metric = flow.Loss.Q.Select(row => row.Select(entry => entry.ToDouble()).ToArray()).ToArray();
        var weighted = slice.Directions.Select(direction => metric.Select(row => Dot(row, direction)).ToArray()).ToArray();
        var (a, b, c) = (Dot(weighted[0], slice.Directions[0]), Dot(weighted[0], slice.Directions[1]), Dot(weighted[1], slice.Directions[1]));
        var determinant = (a * c) - (b * b);
        if (!(determinant > 0)) return null;
        var projection = new SliceProjection(slice.Origin,
        [
            [.. weighted[0].Zip(weighted[1], (p, q) => ((c * p) - (b * q)) / determinant)],
            [.. weighted[0].Zip(weighted[1], (p, q) => ((a * q) - (b * p)) / determinant)],
        ]);
        return projection.AgreesWith(slice, flow) ? projection : null;
    }

    /// <summary>The coordinates of the projected filter.</summary>
    internal Dot Place(IReadOnlyList<double> filter)
    {
        double x = 0, y = 0;
        for (var i = 0; i < _origin.Length; i++)
        {
            x += _dual[0][i] * (filter[i] - _origin[i]);
            y += _dual[1][i] * (filter[i] - _origin[i]);
        }

        return new Dot(x, y);
    }

    private bool AgreesWith(FunctionSpaceSlice slice, FlowDocument flow)
    {
        var (width, height) = (slice.Bounds[0][1] - slice.Bounds[0][0], slice.Bounds[1][1] - slice.Bounds[1][0]);
        foreach (var point in slice.Points.Where(point => point.Kind == "limit" && point.Run is { } run && run < flow.Runs.Length))
        {
            var own = Place(flow.Runs[point.Run!.Value].Limit.Function);
            if (!(Math.Abs(own.X - point.X) <= Agreement * width && Math.Abs(own.Y - point.Y) <= Agreement * height)) return false;
        }

        return true;
    }

    private static double Dot(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        double sum = 0;
        for (var i = 0; i < a.Count; i++) sum += a[i] * b[i];
        return sum;
    }
}
