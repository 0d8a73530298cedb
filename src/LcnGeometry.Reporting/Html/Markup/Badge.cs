using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>Small marks that carry a word, told apart by shape as well as by colour.</summary>
internal static class Badge
{
    /// <summary>What an answer rests on.</summary>
    internal static Element Of(Evidence evidence) => Span("badge " + Words.Of(evidence), Sign(evidence) + "\u00A0" + Words.Of(evidence));

    /// <summary>A yes, no or undecided.</summary>
    internal static Element Of(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Holds => Span("verdict holds", "✓\u00A0yes"),
        VerdictKind.Fails => Span("verdict fails", "✕\u00A0no"),
        _ => Span("verdict undecided", "?\u00A0undecided"),
    };

    /// <summary>Where a stratum or a filter lies.</summary>
    internal static Element Of(StratumPosition position) => Span("position " + Words.Of(position), Words.Of(position));

    private static string Sign(Evidence evidence) => evidence switch
    {
        Evidence.Proved => "◆",
        Evidence.Exact => "●",
        Evidence.Certified => "◐",
        Evidence.Numerical => "○",
        _ => "◌",
    };
}
