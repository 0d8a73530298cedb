using LcnGeometry.Algebra;

namespace LcnGeometry.Reporting;

/// <summary>An atlas in sentences.</summary>
internal static class AtlasWords
{
    /// <summary>What was checked and how it came out.</summary>
    internal static string Verdict(AtlasDocument atlas, Func<NumberText, string> number)
    {
        var (strata, architectures) = (atlas.Strata.Length, atlas.Architectures.Length);
        var open = atlas.Strata.Count(row => row.Complete != VerdictKind.Holds);
        var broken = atlas.Architectures.Count(row => row.Identity != VerdictKind.Holds);
        if (broken > 0) return $"For {Words.Counted(broken, "architecture")} the strata do not add up to the closed formula.";
        if (open > 0) return $"{Words.Counted(open, "stratum", "strata")} of {NumberText.Count(strata)} could not be solved completely.";
        var functions = atlas.Strata.Aggregate(Integer.Zero, (sum, row) => sum + row.Certified);
        return $"Every check passed: {Words.Counted(architectures, "architecture")}, {Words.Counted(strata, "stratum", "strata")}, {number(NumberText.Of(functions))} certified critical {(functions.IsOne ? "function" : "functions")}.";
    }

    /// <summary>The filter sizes as the field writes them.</summary>
    internal static string Network(AtlasRow row) => Words.Tuple(row.Filters);
}
