using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Whether a filter is representable, where it lies, and the real root count that decides it.</summary>
public sealed record Membership
{
    internal Membership(RootPattern? pattern, int requiredRealRoots, StratumPosition position)
    {
        Pattern = pattern;
        RequiredRealRoots = requiredRealRoots;
        Position = position;
    }

    /// <summary>The real root pattern of the filter's form; null for the zero filter.</summary>
    public RootPattern? Pattern { get; }

    /// <summary>The number of real roots that the layers need: one for each even filter size.</summary>
    public int RequiredRealRoots { get; }

    /// <summary>Where the filter lies.</summary>
    public StratumPosition Position { get; }

    /// <summary>Whether the filter is in the function space.</summary>
    public Verdict Verdict => Verdict.Of(Position != StratumPosition.Outside);

    /// <summary>Real-root counting in exact arithmetic.</summary>
    public Evidence Evidence => Evidence.Exact;

    /// <summary>One line: verdict, evidence and the root count.</summary>
    public override string ToString() => Pattern is null
        ? "Holds (exact): the zero filter"
        : $"{Verdict} (exact): {Roots(Pattern.RealRootsWithMultiplicity)} with multiplicity, {RequiredRealRoots} needed; pattern {Pattern}, {Position switch
        {
            StratumPosition.Interior => "interior",
            StratumPosition.Boundary => "on the boundary",
            _ => "outside",
        }}";

    private static string Roots(int count) => count == 1 ? "1 real root" : $"{count} real roots";
}
