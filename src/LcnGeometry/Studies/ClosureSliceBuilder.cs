using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Cuts the Zariski closure of a thin function space, a hypersurface, with a plane through the target.</summary>
internal static class ClosureSliceBuilder
{
    private const int LargestDegree = 8, LastLine = 119;

    // Points closer to the plane than this share of the norm of the target count as points of it.
    private const double InPlane = 1e-3, Room = 1.25;

    /// <summary>Whether there is a curve to draw: one equation, of moderate degree, that is not linear.</summary>
    public static bool Applies(FunctionSpace space, DescribeDocument card) =>
        space.Codimension == 1 && card.FunctionSpace.Equations is { Length: 1 } && space.Degree > 1 && space.Degree <= LargestDegree;

    /// <summary>The slice; null when the plane lies in the closure.</summary>
    public static ClosureSlice? Build(FunctionSpace space, DescribeDocument card, QuadraticLoss loss, ImmutableArray<FlowRunRow> runs, CriticalPointSet? critical, CancellationToken token)
    {
        if (SliceSetting.Of(loss, runs, critical) is not var (plane, points, _)) return null;
        var norm = SliceSetting.Norm(loss);
        var reach = Room * points.Where(point => point.Distance <= InPlane * norm).Max(point => Math.Max(Math.Abs(point.X), Math.Abs(point.Y)));
        var range = reach > InPlane * norm ? reach : norm > 0 ? norm : 1;
        if (!double.IsFinite(range)) return null;

        var equation = MultivariatePolynomial.Parse(card.FunctionSpace.Equations!.Value[0]);
        var entries = equation.Variables.Select(name => int.Parse(name.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Rational[] origin = [.. entries.Select(i => Rational.RationalizeExactly(plane.Origin[i]))];
        Rational[][] directions = [.. plane.Directions.Select(direction => entries.Select(i => Rational.RationalizeExactly(direction[i])).ToArray())];
        double[] grid = [.. Enumerable.Range(0, LastLine + 1).Select(i => range * ((2 * i) - LastLine) / LastLine)];
        var rows = grid.Select(y => Crossings(0, y)).ToArray();
        var columns = grid.Select(x => Crossings(1, x)).ToArray();
        if (rows.All(row => row is null)) return null;
        return new ClosureSlice
        {
            Origin = plane.Origin,
            Directions = plane.Directions,
            DirectionNames = plane.Names,
            Bounds = [[-range, range], [-range, range]],
            Degree = equation.TotalDegree,
            Curve = SliceCurve.Join(grid, [.. rows.Select(row => row ?? [])], [.. columns.Select(column => column ?? [])]),

            // A smooth real point has one factorization into merged layers, hence a real one; what is left is to split each merged filter.
            SmoothPointsRepresentable = space.Merged.HasSameRealImage ? VerdictKind.Holds : VerdictKind.Fails,
            Points = points,
        };

        // Where the curve meets the line on which the other coordinate is fixed; null if the line belongs to it.
        ImmutableArray<double>? Crossings(int axis, double offset)
        {
            token.ThrowIfCancellationRequested();
            var (other, scale) = (Rational.RationalizeExactly(offset), Rational.RationalizeExactly(range));
            var along = LineInterpolation.Of(equation.TotalDegree, t => equation.Evaluate([.. origin.Select((c, i) => c + (other * directions[1 - axis][i]) + (t * scale * directions[axis][i]))]));
            return LineInterpolation.ZerosInside(along, token) is { } zeros ? [.. zeros.Select(t => t.ToDouble() * range)] : null;
        }
    }
}
