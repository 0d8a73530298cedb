using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Words for the values of the documents.</summary>
internal static class Words
{
    /// <summary><c>yes</c>, <c>no</c> or <c>undecided</c>.</summary>
    internal static string YesNo(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Holds => "yes",
        VerdictKind.Fails => "no",
        _ => "undecided",
    };

    /// <summary>The word of the JSON documents.</summary>
    internal static string Of(Evidence evidence) => evidence switch
    {
        Evidence.Proved => "proved",
        Evidence.Exact => "exact",
        Evidence.Certified => "certified",
        Evidence.Numerical => "numerical",
        _ => "sampled",
    };

    /// <summary>The word of the JSON documents.</summary>
    internal static string Of(StratumPosition position) => position switch
    {
        StratumPosition.Interior => "interior",
        StratumPosition.Boundary => "boundary",
        StratumPosition.Outside => "outside",
        StratumPosition.Zero => "zero",
        _ => "undecided",
    };

    /// <summary>The word of the JSON documents.</summary>
    internal static string Of(SpaceRelation relation) => relation switch
    {
        SpaceRelation.Equal => "equal",
        SpaceRelation.StrictlyInside => "the first is strictly inside the other",
        SpaceRelation.StrictlyContains => "the other is strictly inside the first",
        _ => "neither is inside the other",
    };

    internal static string Of(FlowStatus status) => status switch
    {
        FlowStatus.Converged => "converged",
        FlowStatus.Budget => "budget",
        FlowStatus.Stiff => "stiff",
        _ => "diverging",
    };

    /// <summary>The multiplicities of the complex roots, block by block: <c>2 1</c>, <c>1 1 ; 1</c>.</summary>
    internal static string ComplexRoots(StratumRow row) =>
        string.Join(" ; ", (row.ComplexPatterns ?? [row.ComplexPattern ?? []]).Select(pattern => string.Join(' ', pattern.Select(NumberText.Count))));

    /// <summary>A count with its noun: <c>1 root</c>, <c>3 roots</c>.</summary>
    internal static string Counted(int count, string one, string? many = null) =>
        NumberText.Count(count) + " " + (count == 1 ? one : many ?? one + "s");

    /// <summary>Sizes as the field writes them: <c>(3, 2)</c>.</summary>
    internal static string Tuple(IEnumerable<int> sizes) => "(" + string.Join(", ", sizes.Select(NumberText.Count)) + ")";

    /// <summary>Sizes with several directions: <c>(3x3, 2x2)</c>.</summary>
    internal static string Tuple(IEnumerable<ImmutableArray<int>> sizes) => "(" + string.Join(", ", sizes.Select(Grid)) + ")";

    /// <summary>One size with several directions: <c>3x3</c>.</summary>
    internal static string Grid(ImmutableArray<int> size) => string.Join('x', size.Select(NumberText.Count));

    /// <summary>Coefficients of the end-to-end filter, by index: <c>c1, c3</c>; null when there are none.</summary>
    internal static string? Coefficients(ImmutableArray<int>? indices)
    {
        const int most = 12;
        if (indices is not { IsDefaultOrEmpty: false } list) return null;
        return string.Join(", ", list.Take(most).Select(index => "c" + NumberText.Count(index))) + (list.Length > most ? $" and {NumberText.Count(list.Length - most)} more" : "");
    }

    /// <summary>The last part of a path, whatever the machine wrote it.</summary>
    internal static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
