using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Every critical point of a loss, on a terminal.</summary>
internal static class CriticalText
{
    private const int MostPoints = 40, MostStrata = 24;

    internal static void Write(TerminalPage page, CriticalDocument critical)
    {
        page.Title(CriticalWords.Completeness(critical.Completeness, number => number.Plain));
        Sentences(page, critical);
        page.Blank();
        FlowText.Loss(page, critical.Inputs, critical.Loss);
        Points(page, critical, null);
        Strata(page, critical);
    }

    /// <summary>What the list says, and what is missing from it.</summary>
    internal static void Sentences(TerminalPage page, CriticalDocument critical)
    {
        page.Line(CriticalWords.Census(critical));
        if (CriticalWords.Traps(critical) is { } traps) page.Line(traps);
        if (critical.Purity is { } purity) page.Line(purity.Sentence);
        foreach (var sentence in CriticalWords.Lost(critical.Completeness)) page.Line(sentence);
        if (critical.Completeness.Reason is { } reason) page.Line("Undecided: " + reason.TrimEnd('.') + ".");
    }

    /// <summary>One row per real critical function; with a flow, how many runs ended there.</summary>
    internal static void Points(TerminalPage page, CriticalDocument critical, FlowDocument? flow)
    {
        if (critical.Points.IsEmpty) return;
        var knowsTheBest = CriticalWords.KnowsTheBest(critical);
        var runs = CriticalWords.RunsAt(critical, flow);
        var hasPatterns = critical.Points.Any(point => point.RealPattern is not null and not "zero");
        ImmutableArray<string> heads = ["##", "#loss", .. hasPatterns ? ["pattern"] : None, "kind", "#ways", "repeated", .. flow is null ? None : ["#runs"]];
        page.Table(heads, critical.Points, MostPoints, (point, i) =>
        [
            NumberText.Count(i + 1), page.Number(point.Loss), .. hasPatterns ? [Pattern(point)] : None, CriticalWords.Of(point.Kind, knowsTheBest),
            point.Kind == CriticalPointKind.Zero ? "" : Ways(page, point), point.Kind == CriticalPointKind.Zero ? "" : CriticalWords.Repeated(point),
            .. flow is null ? None : [runs[i] == 0 ? "" : NumberText.Count(runs[i])],
        ]);
    }

    private static ImmutableArray<string> None => [];

    private static string Pattern(CriticalPointRow point) => point.Kind == CriticalPointKind.Zero ? "" : point.RealPattern ?? "";

    private static void Strata(TerminalPage page, CriticalDocument critical)
    {
        if (critical.Strata.All(row => row.ComplexPattern is null)) return;
        page.Table(["complex roots", "#generic", "#certified", "#real", "#times", "complete"], critical.Strata, MostStrata, (row, _) =>
        [
            row.ComplexPattern is { } pattern ? CriticalWords.Pattern(pattern) : "", page.Number(row.Completeness.Expected), page.Number(row.Completeness.Certified),
            NumberText.Count(CriticalWords.RealOn(critical, row)), row.CriticalFactorizations is { } ways ? page.Number(ways) : "", Words.YesNo(row.Completeness.Verdict),
        ]);
    }

    // How many real factorizations are critical, of how many.
    private static string Ways(TerminalPage page, CriticalPointRow point) => point.OtherFactorizations.IsZero
        ? NumberText.Count(point.Factorizations.Length)
        : $"{NumberText.Count(point.Factorizations.Length)} of {page.Number(point.OtherFactorizations + point.Factorizations.Length)}";
}
