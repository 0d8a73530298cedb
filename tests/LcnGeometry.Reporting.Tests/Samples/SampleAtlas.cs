namespace LcnGeometry.Reporting.Tests;

/// <summary>Atlases made by hand.</summary>
internal static class SampleAtlas
{
    /// <summary>Degree two, as it should be.</summary>
    internal static AtlasDocument Passed { get; } = new()
    {
        Inputs = new DocumentInputs { MaxDegree = 2 },
        Notes = ["One data set was drawn."],
        Architectures = [Network([2], 1, VerdictKind.Holds, 1, 0, 0, 1, 1, 1), Network([3], 2, VerdictKind.Holds, 3, 0, 0, 1, 1, 1), Network([2, 2], 2, VerdictKind.Fails, 1, 1, 1, 2, 5, 6)],
        Strata = [Stratum(1, [1], 1, 1), Stratum(2, [1, 1], 1, 1), Stratum(2, [2], 4, 4)],
    };

    /// <summary>A stratum that was not solved completely.</summary>
    internal static AtlasDocument Open { get; } = Passed with
    {
        Architectures = Passed.Architectures.SetItem(2, Passed.Architectures[2] with { Certified = 5, Complete = VerdictKind.Undecided }),
        Strata = Passed.Strata.SetItem(2, Stratum(2, [2], 4, 3)),
    };

    private static AtlasRow Network(System.Collections.Immutable.ImmutableArray<int> filters, int degree, VerdictKind filling, int interior, int boundary, int outside, int strata, int functions, int parameters) => new()
    {
        Filters = filters,
        Degree = degree,
        Dimension = degree + 1,
        Filling = filling,
        RequiredRealRoots = filters.Count(size => size % 2 == 0),
        InteriorPatterns = interior,
        BoundaryPatterns = boundary,
        OutsidePatterns = outside,
        CriticalStrata = strata,
        CriticalFunctions = functions,
        CriticalParameters = parameters,
        Identity = VerdictKind.Holds,
        Certified = parameters,
        Complete = VerdictKind.Holds,
    };

    private static AtlasStratumRow Stratum(int degree, System.Collections.Immutable.ImmutableArray<int> pattern, int count, int certified) => new()
    {
        Degree = degree,
        ComplexPattern = pattern,
        GenericCount = count,
        StartSolutions = count,
        Certified = certified,
        Real = Math.Min(2, certified),
        Complete = count == certified ? VerdictKind.Holds : VerdictKind.Undecided,
    };
}
