using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>A square in an affine plane of filters through the target, cut by the Zariski closure of the function space: a hypersurface, so a curve in the plane.</summary>
/// <remarks>The directions are orthonormal in the metric of the loss, so the loss on the plane is its value at the origin plus x² + y². A point of the plane is <c>Origin + x * Directions[0] + y * Directions[1]</c>.</remarks>
public sealed record ClosureSlice
{
    /// <summary>The filter at the origin of the plane: the target.</summary>
    public required ImmutableArray<double> Origin { get; init; }

    /// <summary>Two directions in the space of filters.</summary>
    public required ImmutableArray<ImmutableArray<double>> Directions { get; init; }

    /// <summary>What the two directions are, for the axis labels.</summary>
    public required ImmutableArray<string> DirectionNames { get; init; }

    /// <summary>Lower and upper bound of each coordinate.</summary>
    public required ImmutableArray<ImmutableArray<double>> Bounds { get; init; }

    /// <summary>The degree of the curve.</summary>
    public required int Degree { get; init; }

    /// <summary>The curve inside the square, as polylines of (x, y) from one line of a square grid to the next; isolated points are left out.</summary>
    public required ImmutableArray<ImmutableArray<ImmutableArray<double>>> Curve { get; init; }

    /// <summary>Whether the network represents every smooth real point of its Zariski closure, and so every smooth point of the curve.</summary>
    public required VerdictKind SmoothPointsRepresentable { get; init; }

    /// <summary>Filters of interest in the plane or near it.</summary>
    public required ImmutableArray<SlicePoint> Points { get; init; }
}
