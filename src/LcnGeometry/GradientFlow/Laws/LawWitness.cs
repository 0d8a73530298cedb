using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>What lets a reader check the number of conservation laws: it is at most the parameters less the last rank, and at least the independent laws.</summary>
public sealed record LawWitness
{
    /// <summary>The ranks at the point modulo the prime.</summary>
    public required ImmutableArray<int> RankLadder { get; init; }

    /// <summary>The rank of the gradients of the laws of degree at most two.</summary>
    public required int Independent { get; init; }

    /// <summary>The prime.</summary>
    public required Integer Prime { get; init; }

    /// <summary>The parameters, modulo the prime, in the order of the model.</summary>
    public required ImmutableArray<Integer> Point { get; init; }

    /// <summary>How many random points were tried, neighbors with different primes.</summary>
    public required int Samples { get; init; }

    /// <summary>How many of them gave exactly these ranks.</summary>
    public required int Agreeing { get; init; }
}
