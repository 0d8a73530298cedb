using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The number of critical functions on a stratum for one quadratic loss, found by exact elimination.</summary>
public sealed record ExactCount
{
    internal ExactCount()
    {
    }

    /// <summary>Holds when every solution is counted; undecided, with the reason, when the solutions are not finitely many or the elimination does not reach.</summary>
    public required Verdict Complete { get; init; }

    /// <summary>The number of distinct complex critical functions on the open stratum, the zero function left out.</summary>
    public required int Distinct { get; init; }

    /// <summary>How many of them are simple solutions of the critical equations.</summary>
    public required int Simple { get; init; }

    /// <summary>The number for generic data.</summary>
    public required Integer Expected { get; init; }

    /// <summary>Where the others are. If the count is complete, these numbers and <see cref="Distinct"/> add up to <see cref="Expected"/>.</summary>
    public required ImmutableArray<LostSolutions> Lost { get; init; }

    /// <summary>The real ones among the distinct solutions.</summary>
    public required ImmutableArray<ExactSolution> Real { get; init; }

    /// <summary>A polynomial whose roots are coordinates of the solutions; one if the solution is found without elimination.</summary>
    public required Polynomial<Integer> Eliminant { get; init; }

    /// <summary>What the count rests on, for a reader.</summary>
    public required string Source { get; init; }

    /// <summary>The elimination behind the count, if there is one, and the factors of its condition whose roots are solutions on the open stratum, with their multiplicities.</summary>
    internal (EliminatedSystem System, ImmutableArray<SquarefreeFactor> Open)? Elimination { get; init; }

    internal static ExactCount Undecided(CriticalStratum stratum, string reason) => new()
    {
        Complete = Verdict.Undecided(reason),
        Distinct = 0,
        Simple = 0,
        Expected = stratum.GenericCount,
        Lost = [],
        Real = [],
        Eliminant = Polynomial<Integer>.Zero,
        Source = "elimination",
    };
}

/// <summary>Solutions that generic data would have on the open stratum and these data have elsewhere.</summary>
/// <param name="Place">Where they are.</param>
/// <param name="Count">How many, with multiplicity.</param>
public sealed record LostSolutions(LostPlace Place, Integer Count)
{
    /// <summary>Why, if that is known: the end of a sentence, such as "because the Bombieri metric is not generic".</summary>
    public string? Reason { get; init; }

    /// <summary>What became of them, for a reader: a sentence without its period.</summary>
    public string Sentence => Describe(Place, Count) + (Reason is null ? string.Empty : ", " + Reason);

    private static string Describe(LostPlace place, Integer count)
    {
        var many = count.IsOne ? "1 path" : $"{count} paths";
        return place switch
        {
            LostPlace.Infinity => $"{many} {(count.IsOne ? "has" : "have")} no finite end",
            LostPlace.ZeroFunction => $"{many} {(count.IsOne ? "ends" : "end")} at the zero function",
            LostPlace.DeeperStratum => $"{many} {(count.IsOne ? "ends" : "end")} at functions with more repeated roots",
            LostPlace.Multiple => $"{many} {(count.IsOne ? "ends" : "end")} at multiple solutions",
            _ => $"{many} {(count.IsOne ? "ends" : "end")} at solutions that are multiple or not isolated, or could not be followed to {(count.IsOne ? "its end" : "their ends")}",
        };
    }
}

/// <summary>Where a solution that generic data would have can be instead.</summary>
public enum LostPlace
{
    /// <summary>Nowhere: as the data approach these, the scale of the filter grows without bound.</summary>
    Infinity,

    /// <summary>At the zero function: the scale tends to zero.</summary>
    ZeroFunction,

    /// <summary>On a stratum with fewer distinct roots.</summary>
    DeeperStratum,

    /// <summary>At another solution of the same stratum, which is multiple.</summary>
    Multiple,

    /// <summary>At a solution that is multiple or not isolated, or at an end that could not be told.</summary>
    Singular,
}

/// <summary>A real critical function, known to any precision.</summary>
public sealed class ExactSolution
{
    private readonly Func<Rational, CancellationToken, ImmutableArray<RationalInterval>> _enclose;

    internal ExactSolution(int multiplicity, Func<Rational, CancellationToken, ImmutableArray<RationalInterval>> enclose)
    {
        Multiplicity = multiplicity;
        _enclose = enclose;
    }

    /// <summary>Its multiplicity as a solution of the critical equations.</summary>
    public int Multiplicity { get; }

    /// <summary>Intervals that contain the coefficients of the end-to-end filter.</summary>
    /// <param name="width">The largest width, positive.</param>
    /// <param name="token">Stops the refinement.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not positive.</exception>
    public ImmutableArray<RationalInterval> Filter(Rational width, CancellationToken token = default)
    {
        if (width.Sign <= 0) throw new ArgumentOutOfRangeException(nameof(width), $"The width {width} is not positive.");
        return _enclose(width, token);
    }
}
