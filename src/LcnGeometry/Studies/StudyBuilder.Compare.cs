using LcnGeometry.Algebra;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    /// <summary>Which of the function spaces of two networks holds the other, with a filter as witness where it does not.</summary>
    /// <param name="first">An architecture.</param>
    /// <param name="other">Another one with an end-to-end filter of the same size.</param>
    /// <param name="options">Seed and budget.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <exception cref="ArgumentException">The end-to-end filters have different sizes.</exception>
    public static CompareDocument Compare(Architecture first, Architecture other, StudyOptions options, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(options);

        // Witnesses need roots; where these cost too much, the proof has to do.
        var affordable = SecondsForRoots(first) <= options.TimeBudget && first.EndToEndSize <= LargestWitness;
        var comparison = FunctionSpaceComparison.Of(first, other, affordable, token);
        return new CompareDocument
        {
            Inputs = InputsOf(first) with { OtherFilters = other.Filters, OtherStrides = other.Strides },
            Seed = options.Seed,
            Notes = affordable || comparison.Spaces.Relation == SpaceRelation.Equal ? [] : [$"Witnesses are not listed for filters of more than {LargestWitness} entries."],
            EndToEndSize = first.EndToEndSize,
            Relation = comparison.Spaces.Relation,
            Sentence = Sentence(comparison),
            ClosureRelation = comparison.Closures.Relation,
            Spaces = RowOf(comparison.Spaces, first, other, token),
            Closures = RowOf(comparison.Closures, first, other, token),
        };
    }

    private const int LargestWitness = 120;

    private static string Sentence(FunctionSpaceComparison comparison)
    {
        var (first, second) = ($"M{comparison.First}", $"M{comparison.Second}");
        var (spaces, closures) = (comparison.Spaces.Relation, comparison.Closures.Relation);
        return spaces switch
        {
            SpaceRelation.Equal => $"{first} equals {second}.",
            SpaceRelation.StrictlyInside => $"{first} is strictly inside {second}{(closures == SpaceRelation.Equal ? "; both have the same Zariski closure" : "")}.",
            SpaceRelation.StrictlyContains => $"{second} is strictly inside {first}{(closures == SpaceRelation.Equal ? "; both have the same Zariski closure" : "")}.",
            _ => $"Neither of {first} and {second} is inside the other{ClosuresInWords(closures, first, second)}.",
        };
    }

    private static string ClosuresInWords(SpaceRelation closures, string first, string second) => closures switch
    {
        SpaceRelation.Equal => "; both have the same Zariski closure",
        SpaceRelation.StrictlyInside => $"; the Zariski closure of {first} is strictly inside that of {second}",
        SpaceRelation.StrictlyContains => $"; the Zariski closure of {second} is strictly inside that of {first}",
        _ => "",
    };

    private static InclusionPairRow RowOf(InclusionPair pair, Architecture first, Architecture other, CancellationToken token) =>
        new(RowOf(pair.FirstInSecond, other, token), RowOf(pair.SecondInFirst, first, token));

    private static InclusionRow RowOf(SpaceInclusion inclusion, Architecture outer, CancellationToken token) => new()
    {
        Verdict = inclusion.Verdict.Kind,
        Evidence = inclusion.Evidence,
        Reason = char.ToUpperInvariant(inclusion.Reason[0]) + inclusion.Reason[1..] + ".",
        Witness = inclusion.Witness is not { } witness ? null : new InclusionWitnessRow
        {
            Filter = Scalars(witness.EndToEnd),
            Layers = [.. witness.Filters.Filters.Select(Scalars)],
            Obstruction = Obstruction(witness.Membership),
            Equation = EquationOf(new ClosureViolations(outer.FunctionSpace()), witness.Membership, witness.EndToEnd, token),
        },
    };

    private static string Obstruction(Membership membership) => membership.RequiredRealRoots is { } needed
        ? $"it has {membership.Pattern?.RealRootsWithMultiplicity ?? 0} real roots with multiplicity, and {needed} are needed"
        : membership.Obstruction ?? membership.ToString();
}
