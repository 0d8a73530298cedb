using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Whether a filter with several directions is representable, and what decides it.</summary>
public sealed class GridMembership
{
    internal GridMembership(StratumPosition position, Verdict inZariskiClosure)
    {
        Position = position;
        InZariskiClosure = inZariskiClosure;
    }

    /// <summary>Where the filter lies, relative to the Zariski closure of the function space.</summary>
    public StratumPosition Position { get; }

    /// <summary>Whether the filter is in the Zariski closure of the function space.</summary>
    public Verdict InZariskiClosure { get; }

    /// <summary>Whether the filter is in the function space.</summary>
    public Verdict Verdict => Verdict.Of(Position != StratumPosition.Outside);

    /// <summary>Everything is compared exactly.</summary>
    public Evidence Evidence => Evidence.Exact;

    /// <summary>Whether the Zariski closure is smooth at the filter; null if the filter is not in it.</summary>
    public Verdict? Smooth { get; internal init; }

    /// <summary>Why the filter is not representable; null if it is.</summary>
    public string? Obstruction { get; internal init; }

    /// <summary>An equation of the Zariski closure that the filter violates, in entries such as <c>c01</c>, with its value; null if none is known.</summary>
    public (string Expression, Rational Value)? Equation { get; internal init; }

    /// <summary>The scale that no block carries: one, except where the first layer has one entry.</summary>
    internal Rational Scale { get; init; } = Rational.One;

    /// <summary>The filter of each block, up to scale, when the filter is their outer product; in the order of the blocks.</summary>
    public ImmutableArray<GridFactor> Factors { get; internal init; } = [];
}

/// <summary>The filter of one block.</summary>
/// <param name="Block">The block.</param>
/// <param name="Filter">Its filter, in C order; the last entry that is not zero is one, except in the block that carries the scale.</param>
/// <param name="Membership">Whether the block can make it; null where it is free.</param>
public sealed record GridFactor(GridBlock Block, ImmutableArray<Rational> Filter, Membership? Membership);
