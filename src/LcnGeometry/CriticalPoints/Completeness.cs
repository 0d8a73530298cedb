using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>How much of what there should be was found and proved.</summary>
/// <param name="Expected">The number for generic data, by a closed formula.</param>
/// <param name="Found">How many were found.</param>
/// <param name="Certified">How many pairwise distinct ones were proved.</param>
/// <param name="Lost">Where the others are, as far as their paths tell.</param>
/// <param name="Verdict">Holds when all that these data have are certified; undecided, with the reason, if that is not proved.</param>
/// <param name="Source">What the verdict rests on.</param>
public sealed record Completeness(Integer Expected, Integer Found, Integer Certified, ImmutableArray<LostSolutions> Lost, Verdict Verdict, string Source)
{
    /// <summary><c>10 of 10 certified</c>.</summary>
    public override string ToString() => $"{Certified} of {Expected} certified";
}
