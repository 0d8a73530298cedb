using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Whether a filter is representable, where it lies, and what decides it.</summary>
public sealed record Membership
{
    internal Membership(RootPattern? pattern, StratumPosition position)
    {
        Pattern = pattern;
        Position = position;
    }

    /// <summary>The real root pattern of the filter's form; null for the zero filter.</summary>
    public RootPattern? Pattern { get; }

    /// <summary>For stride one, the number of real roots that the layers need: one for each even filter size; else null.</summary>
    public int? RequiredRealRoots { get; internal init; }

    /// <summary>Where the filter lies; for a thin function space, relative to its Zariski closure.</summary>
    public StratumPosition Position { get; }

    /// <summary>Whether the filter is in the Zariski closure of the function space.</summary>
    public Verdict InZariskiClosure { get; internal init; } = Verdict.Holds;

    /// <summary>Whether the Zariski closure is smooth at the filter (F4); null if the filter is not in it.</summary>
    public Verdict? Smooth { get; internal init; } = Verdict.Holds;

    /// <summary>Why the filter is not representable, or why its position is undecided; null if neither.</summary>
    public string? Obstruction { get; internal init; }

    /// <summary>Whether the filter is in the function space.</summary>
    public Verdict Verdict => Verdict.Of(Position != StratumPosition.Outside);

    /// <summary>Roots are counted, compared and handed to the layers exactly.</summary>
    public Evidence Evidence => Evidence.Exact;

    /// <summary>One line: verdict, evidence and what decides.</summary>
    public override string ToString()
    {
        if (Pattern is null) return "Holds (exact): the zero filter";
        var place = Position switch
        {
            StratumPosition.Interior => "interior",
            StratumPosition.Boundary => "on the boundary",
            StratumPosition.Outside => "outside",
            _ => "position undecided",
        };
        return RequiredRealRoots is { } required
            ? $"{Verdict} (exact): {Quantity.Of(Pattern.RealRootsWithMultiplicity, "real root")} with multiplicity, {required} needed; pattern {Pattern}, {place}"
            : $"{Verdict} (exact): pattern {Pattern}, {place}{(Obstruction is null ? "" : $"; {Obstruction}")}";
    }
}
