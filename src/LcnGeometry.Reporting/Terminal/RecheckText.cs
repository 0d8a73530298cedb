namespace LcnGeometry.Reporting;

/// <summary>Whether a certificate is true, on a terminal.</summary>
internal static class RecheckText
{
    private const int MostRows = 60;

    internal static void Write(TerminalPage page, RecheckDocument recheck)
    {
        page.Title(Sentence(page, recheck));
        if (recheck.Problem is { } problem)
        {
            page.Line(problem.Explanation);
            page.Blank();
        }

        page.Facts(
            ("network", Names.Network(recheck.Inputs)),
            ("certificate", recheck.Inputs.Certificate),
            ("true", Words.YesNo(recheck.Verdict)),
            ("complete", Words.YesNo(recheck.Completeness.Verdict)),
            ("", recheck.Completeness.Verdict == VerdictKind.Undecided ? null : recheck.Completeness.Source),
            ("rests on", Words.Of(recheck.Evidence)),
            ("losses verified", recheck.Points is { } points ? NumberText.Count(points) : null));
        if (recheck.Strata.IsEmpty) return;
        page.Table(["pattern", "#expected", "#listed", "#verified", "#distinct", "#real", "true"], recheck.Strata, MostRows, (row, _) =>
        [
            string.Join(" | ", row.Patterns.Select(parts => string.Join(',', parts.Select(NumberText.Count)))),
            page.Number(row.Expected), NumberText.Count(row.Claimed), NumberText.Count(row.Verified), NumberText.Count(row.Distinct), NumberText.Count(row.Real),
            Words.YesNo(row.Verdict),
        ]);
    }

    private static string Sentence(TerminalPage page, RecheckDocument recheck) => recheck.Verdict switch
    {
        VerdictKind.Holds when recheck.Completeness.Verdict == VerdictKind.Holds =>
            recheck.Completeness.Certified == recheck.Completeness.Expected
                ? $"The certificate is true and complete: all {page.Number(recheck.Completeness.Expected)} critical parameters were verified."
                : $"The certificate is true and complete: these data have {page.Number(recheck.Completeness.Certified)} critical parameters instead of {page.Number(recheck.Completeness.Expected)}.",
        VerdictKind.Holds => $"The certificate is true: {page.Number(recheck.Completeness.Certified)} of {page.Number(recheck.Completeness.Expected)} critical parameters were verified.",
        VerdictKind.Fails => "The certificate is wrong.",
        _ => "The certificate could not be verified.",
    };
}
