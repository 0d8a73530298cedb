using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>What was asked of a command, normalised; what does not apply is null and absent from the document.</summary>
public sealed record DocumentInputs
{
    /// <summary>Filter sizes k_1..k_L.</summary>
    public ImmutableArray<int>? Filters { get; init; }

    /// <summary>Strides s_1..s_L.</summary>
    public ImmutableArray<int>? Strides { get; init; }

    /// <summary>Filter sizes of each layer in every direction, when there are several.</summary>
    public ImmutableArray<ImmutableArray<int>>? GridFilters { get; init; }

    /// <summary>Strides of each layer in every direction, when there are several.</summary>
    public ImmutableArray<ImmutableArray<int>>? GridStrides { get; init; }

    /// <summary>The points in every direction of <c>describe --circular</c>.</summary>
    public ImmutableArray<int>? Circular { get; init; }

    /// <summary>The filter sizes of the other network of <c>compare</c>.</summary>
    public ImmutableArray<int>? OtherFilters { get; init; }

    /// <summary>The strides of the other network of <c>compare</c>.</summary>
    public ImmutableArray<int>? OtherStrides { get; init; }

    /// <summary>The filter that <c>member</c> and <c>factor</c> ask about, index = exponent of x.</summary>
    public ImmutableArray<Scalar>? Filter { get; init; }

    /// <summary>The invariants of <c>factor --invariants</c>.</summary>
    public ImmutableArray<Scalar>? Invariants { get; init; }

    /// <summary>The file of filters of <c>member --batch</c>.</summary>
    public string? Batch { get; init; }

    /// <summary>The file of <c>recheck</c>.</summary>
    public string? Certificate { get; init; }

    /// <summary>The target filter of the loss.</summary>
    public ImmutableArray<Scalar>? Target { get; init; }

    /// <summary>The metric's name, or <c>matrix</c> when it was given entry by entry.</summary>
    public string? Metric { get; init; }

    /// <summary>The file of the time series.</summary>
    public string? Series { get; init; }

    /// <summary>The column of the time series.</summary>
    public string? Column { get; init; }

    /// <summary>Whether the mean of the series was subtracted.</summary>
    public bool? Centered { get; init; }

    /// <summary>The files of inputs X and outputs Y.</summary>
    public ImmutableArray<string>? Data { get; init; }

    /// <summary>SHA-256 of each data file, in the order in which they were named.</summary>
    public ImmutableArray<string>? Digests { get; init; }

    /// <summary>Start filters of a flow run.</summary>
    public ImmutableArray<ImmutableArray<Scalar>>? Init { get; init; }

    /// <summary>The number of random starts.</summary>
    public int? Random { get; init; }

    /// <summary>The number of hidden channels of <c>laws --channels</c>.</summary>
    public int? Channels { get; init; }

    /// <summary>The filters of <c>laws --at</c>.</summary>
    public ImmutableArray<ImmutableArray<Scalar>>? At { get; init; }

    /// <summary>The exponent of the activation of <c>describe --activation</c>.</summary>
    public int? Activation { get; init; }

    /// <summary>The largest degree of an atlas.</summary>
    public int? MaxDegree { get; init; }

    /// <summary>The number of data sets of a census.</summary>
    public int? Targets { get; init; }

    /// <summary>The file of the targets of a census.</summary>
    public string? TargetFile { get; init; }

    /// <summary>The number of random starts for each data set of a census.</summary>
    public int? Inits { get; init; }

    /// <summary>How the training runs of a census were followed: <c>descent</c> or <c>flow</c>; or how gradient flow was, if not by default: <c>explicit</c>.</summary>
    public string? Method { get; init; }

    /// <summary>Whether gradient flow was projected onto its invariants; absent if not.</summary>
    public bool? Project { get; init; }

    /// <summary>The step of the gradient descent beside gradient flow.</summary>
    public Scalar? Descent { get; init; }

    /// <summary>The part of a census that this is about; absent for a whole one.</summary>
    public string? Shard { get; init; }
}
