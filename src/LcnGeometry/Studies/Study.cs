using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LcnGeometry;

/// <summary>Everything that was found out about one architecture on one loss: the document of <c>explore</c>.</summary>
/// <remarks>Immutable; saved as JSON it renders again to the same bytes.</remarks>
public sealed record Study : LcnDocument
{
    /// <inheritdoc/>
    [JsonPropertyOrder(CommandOrder)]
    public override string Command => "explore";

    /// <summary>The document of <c>describe</c>.</summary>
    public required DescribeDocument Describe { get; init; }

    /// <summary>The document of <c>laws</c>.</summary>
    public LawsDocument? Laws { get; init; }

    /// <summary>The document of <c>member</c> for the unconstrained optimum.</summary>
    public MemberDocument? Member { get; init; }

    /// <summary>The document of <c>factor</c> for the unconstrained optimum.</summary>
    public FactorDocument? Factor { get; init; }

    /// <summary>The document of <c>critical</c>.</summary>
    public CriticalDocument? Critical { get; init; }

    /// <summary>The document of <c>flow</c>.</summary>
    public FlowDocument? Flow { get; init; }

    /// <summary>A plane through the target, cut by the discriminant; for four and more coefficients.</summary>
    public FunctionSpaceSlice? Slice { get; init; }

    /// <summary>A plane through the target, cut by the Zariski closure; for thin function spaces with one equation.</summary>
    public ClosureSlice? ClosureSlice { get; init; }

    /// <summary>Tangent kernels at the best critical function, for balanced filters, and where flow runs ended.</summary>
    public ImmutableArray<StudyKernelRow>? Kernels { get; init; }
}

/// <summary>A square in an affine plane of filters, divided into regions by the number of real roots.</summary>
/// <remarks>The directions are orthonormal in the metric of the loss, so the loss on the plane is its value at the origin plus x² + y². A point of the plane is <c>Origin + x * Directions[0] + y * Directions[1]</c>. Root counts are exact at every sample; boundaries are exact on each grid line up to the printed digits.</remarks>
public sealed record FunctionSpaceSlice
{
    /// <summary>The filter at the origin of the plane: the target.</summary>
    public required ImmutableArray<double> Origin { get; init; }

    /// <summary>Two directions in the space of filters.</summary>
    public required ImmutableArray<ImmutableArray<double>> Directions { get; init; }

    /// <summary>What the two directions are, for the axis labels.</summary>
    public required ImmutableArray<string> DirectionNames { get; init; }

    /// <summary>Lower and upper bound of each coordinate.</summary>
    public required ImmutableArray<ImmutableArray<double>> Bounds { get; init; }

    /// <summary>Horizontal lines from the lowest to the highest, equally spaced, first and last on the bounds.</summary>
    public required ImmutableArray<SliceLine> Lines { get; init; }

    /// <summary>The discriminant curve inside the square, as polylines of (x, y).</summary>
    public required ImmutableArray<ImmutableArray<ImmutableArray<double>>> Curve { get; init; }

    /// <summary>The number of real roots that the architecture needs.</summary>
    public required int RequiredRealRoots { get; init; }

    /// <summary>Filters of interest in the plane or near it.</summary>
    public required ImmutableArray<SlicePoint> Points { get; init; }

    /// <summary>The flow runs, projected orthogonally onto the plane in the metric of the loss.</summary>
    public required ImmutableArray<SlicePath> Paths { get; init; }
}

/// <summary>A horizontal line of the slice: where the number of real roots changes along it.</summary>
/// <param name="Y">The second coordinate.</param>
/// <param name="Breaks">The first coordinates of the discriminant's zeros on the line, ascending, within the bounds.</param>
/// <param name="RealRoots">The number of distinct real roots left of the first break, between breaks, and right of the last: one more than the breaks.</param>
public sealed record SliceLine(double Y, ImmutableArray<double> Breaks, ImmutableArray<int> RealRoots);

/// <summary>A filter shown in the slice.</summary>
/// <param name="Kind"><c>target</c>, <c>limit</c> or <c>critical</c>.</param>
/// <param name="Run">The flow run (0-based) it belongs to; null for the others.</param>
/// <param name="X">First coordinate of its orthogonal projection, in the metric of the loss.</param>
/// <param name="Y">Second coordinate.</param>
/// <param name="Distance">Its distance from the plane, in the metric of the loss.</param>
/// <param name="CriticalPoint">The place in the list of critical points (0-based) of a critical function; null for the others.</param>
public sealed record SlicePoint(string Kind, int? Run, double X, double Y, double Distance, int? CriticalPoint = null);

/// <summary>A flow run, projected onto the slice.</summary>
/// <param name="Run">The run, 0-based.</param>
/// <param name="Points">Its projected points (x, y) in order of time.</param>
public sealed record SlicePath(int Run, ImmutableArray<ImmutableArray<double>> Points);
