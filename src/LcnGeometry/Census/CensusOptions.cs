using System.Collections.Immutable;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>How a census is computed; nothing of this changes a row.</summary>
public sealed record CensusOptions
{
    /// <summary>The part to compute.</summary>
    public CensusShard Shard { get; init; } = CensusShard.Whole;

    /// <summary>Threads, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Draws <c>report.html</c>; if null there is none.</summary>
    public Func<CensusDocument, string>? Page { get; init; }

    /// <summary>Solves for the critical points of one data set after the other, on the thread that asks; if null, one that all callers share.</summary>
    public CriticalSystemSolver? Solver { get; init; }

    internal void Check()
    {
        if (Threads < 1) throw new ArgumentOutOfRangeException(nameof(Threads), $"{Threads} threads are too few; at least 1.");
    }
}

/// <summary>What the folder of a census holds.</summary>
public sealed record CensusOutcome
{
    /// <summary>The tables of all rows that are kept; null if there are none yet.</summary>
    public required CensusDocument? Document { get; init; }

    /// <summary>Data sets whose rows are kept.</summary>
    public required int Done { get; init; }

    /// <summary>Data sets of the census, or of the part.</summary>
    public required int Count { get; init; }

    /// <summary>Whether all rows are kept and all files written.</summary>
    public required bool IsFinished { get; init; }

    /// <summary>Sentences about what was found in the folder and put right.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The files of the folder.</summary>
    public required ImmutableArray<string> Files { get; init; }
}
