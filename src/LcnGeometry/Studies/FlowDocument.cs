using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LcnGeometry;

/// <summary>Where gradient flow goes.</summary>
public sealed record FlowDocument : LcnDocument
{
    /// <inheritdoc/>
    [JsonPropertyOrder(CommandOrder)]
    public override string Command => "flow";

    /// <summary>The loss.</summary>
    public required LossSection Loss { get; init; }

    /// <summary>One entry per start.</summary>
    public required ImmutableArray<FlowRunRow> Runs { get; init; }
}

/// <summary>The squared loss (w-u)^T Q (w-u) + constant.</summary>
public sealed record LossSection
{
    /// <summary>The quadratic form, rows of a symmetric matrix.</summary>
    public required ImmutableArray<ImmutableArray<Scalar>> Q { get; init; }

    /// <summary>The unconstrained minimiser.</summary>
    public required ImmutableArray<Scalar> U { get; init; }

    /// <summary>The loss at the unconstrained minimiser.</summary>
    public required Scalar Constant { get; init; }

    /// <summary>The loss of the zero filter.</summary>
    public required Scalar AtZero { get; init; }

    /// <summary>The number of data pairs; null when the loss was given by target and metric.</summary>
    public int? Samples { get; init; }

    /// <summary>The mean that was subtracted from the series.</summary>
    public Scalar? Mean { get; init; }
}

/// <summary>How a flow run ended.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FlowStatus>))]
public enum FlowStatus
{
    /// <summary>The gradient became negligible, and so did the distance to the limit.</summary>
    Converged,

    /// <summary>The budget of steps was spent first, or only rounding errors were left of a gradient that decays too slowly.</summary>
    Budget,

    /// <summary>The steps became too small to finish; or stability holds the steps of the explicit method so short that the budget would not do.</summary>
    Stiff,

    /// <summary>The weights left the range of doubles.</summary>
    Diverging,
}

/// <summary>One gradient-flow run.</summary>
public sealed record FlowRunRow
{
    /// <summary>The start filters.</summary>
    public required ImmutableArray<ImmutableArray<double>> Init { get; init; }

    /// <summary>How the run ended.</summary>
    public required FlowStatus Status { get; init; }

    /// <summary>Accepted steps of the integrator.</summary>
    public required int Steps { get; init; }

    /// <summary>The flow time at the end.</summary>
    public required double Time { get; init; }

    /// <summary>The norm of the gradient at the end, relative to what it would be if none of its terms cancelled: the largest over the layers.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>Where the run ended.</summary>
    public required FlowLimitRow Limit { get; init; }

    /// <summary>The balance invariants of neighbouring layers.</summary>
    public required ImmutableArray<InvariantRow> Invariants { get; init; }

    /// <summary>The run sampled in time.</summary>
    public required FlowTraceRow Trace { get; init; }

    /// <summary>Gradient descent from the same start, if it was asked for.</summary>
    public DescentRow? Descent { get; init; }
}

/// <summary>A run of plain gradient descent with one step.</summary>
public sealed record DescentRow
{
    /// <summary>The step.</summary>
    public required double Step { get; init; }

    /// <summary>How the run ended.</summary>
    public required FlowStatus Status { get; init; }

    /// <summary>Steps taken.</summary>
    public required int Steps { get; init; }

    /// <summary>The norm of the gradient at the end, as for the flow.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>Where the run ended.</summary>
    public required FlowLimitRow Limit { get; init; }

    /// <summary>The balance invariants, which finite steps do not conserve.</summary>
    public required ImmutableArray<InvariantRow> Invariants { get; init; }
}

/// <summary>The end of a flow run.</summary>
public sealed record FlowLimitRow
{
    /// <summary>The filters, as they are.</summary>
    public required ImmutableArray<ImmutableArray<double>> Filters { get; init; }

    /// <summary>The end-to-end filter.</summary>
    public required ImmutableArray<double> Function { get; init; }

    /// <summary>The real root pattern, from the roots of each filter; <c>zero</c> when a filter vanished, null if roots could not be told apart.</summary>
    public string? RealPattern { get; init; }

    /// <summary>The loss.</summary>
    public required double Loss { get; init; }

    /// <summary>The smallest gap, in chordal distance, between roots that were counted as different; the pattern is the safer the larger it is.</summary>
    public double? Separation { get; init; }

    /// <summary>The longest chord needed to join roots that were counted as one; 0 when all are simple.</summary>
    public double? Spread { get; init; }

    /// <summary>The roots of each filter.</summary>
    public required ImmutableArray<ImmutableArray<LimitRoot>> Roots { get; init; }

    /// <summary>Pairs of layers (1-based) with proportional filters.</summary>
    public required ImmutableArray<ImmutableArray<int>> RepeatedFilters { get; init; }

    /// <summary>The critical point that the run reached, by its place in the list of <c>critical</c>, from 0; null if none can be told, or none are known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? CriticalPoint { get; init; }

    /// <summary>What the limit rests on.</summary>
    public Evidence Evidence { get; init; } = Evidence.Numerical;
}

/// <summary>A root of a trained filter, in the affine coordinate x/y; both parts are infinite at infinity.</summary>
public sealed record LimitRoot(double Re, double Im);

/// <summary>A balance invariant: the squared norm of one layer less that of the next.</summary>
/// <param name="Layers">The two layers, 1-based.</param>
/// <param name="Value">The value at the start.</param>
/// <param name="Drift">The largest absolute change along the run, relative to the sum of the two squared norms, then or at the start.</param>
public sealed record InvariantRow(ImmutableArray<int> Layers, double Value, double Drift);

/// <summary>A run sampled at increasing times; all arrays have the same length.</summary>
public sealed record FlowTraceRow
{
    /// <summary>Flow times.</summary>
    public required ImmutableArray<double> Time { get; init; }

    /// <summary>The loss at each time.</summary>
    public required ImmutableArray<double> Loss { get; init; }

    /// <summary>The end-to-end filter at each time.</summary>
    public required ImmutableArray<ImmutableArray<double>> Function { get; init; }

    /// <summary>The largest relative invariant drift up to each time.</summary>
    public required ImmutableArray<double> Drift { get; init; }
}
