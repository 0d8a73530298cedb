using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Whether all filters of one set are in another.</summary>
public sealed record SpaceInclusion
{
    internal SpaceInclusion(Verdict verdict, string reason) => (Verdict, Reason) = (verdict, reason);

    /// <summary>Whether they are; never undecided.</summary>
    public Verdict Verdict { get; }

    /// <summary>What decides, in words without a full stop.</summary>
    public string Reason { get; }

    /// <summary>A filter of the first set that is not in the second; null if there is none, or none was asked for.</summary>
    public InclusionWitness? Witness { get; internal init; }

    /// <summary>Exact with a witness that is decided by itself, else proved.</summary>
    public Evidence Evidence => Witness is null ? Evidence.Proved : Evidence.Exact;
}

/// <summary>A filter of one network that another cannot represent.</summary>
/// <param name="Filters">Weights of the one, a filter for each layer.</param>
/// <param name="Membership">What decides that their end-to-end filter is not in the set of the other.</param>
public sealed record InclusionWitness(FilterStack<Rational> Filters, Membership Membership)
{
    /// <summary>The end-to-end filter.</summary>
    public ImmutableArray<Rational> EndToEnd => ParameterizationMap.EndToEnd(Filters);
}

/// <summary>Both directions between two sets of filters.</summary>
/// <param name="FirstInSecond">Whether the first is inside the second.</param>
/// <param name="SecondInFirst">Whether the second is inside the first.</param>
public sealed record InclusionPair(SpaceInclusion FirstInSecond, SpaceInclusion SecondInFirst)
{
    /// <summary>How the first lies to the second.</summary>
    public SpaceRelation Relation => (FirstInSecond.Verdict == Verdict.Holds, SecondInFirst.Verdict == Verdict.Holds) switch
    {
        (true, true) => SpaceRelation.Equal,
        (true, false) => SpaceRelation.StrictlyInside,
        (false, true) => SpaceRelation.StrictlyContains,
        _ => SpaceRelation.Incomparable,
    };
}
