namespace LcnGeometry.Reporting;

/// <summary>The summary of a study on a terminal.</summary>
internal static class StudyText
{
    internal static void Write(TerminalPage page, Study study)
    {
        var limits = study.Flow is null ? [] : LimitGroup.Of(study.Flow);
        page.Title(Names.Network(study.Inputs) + Names.Subject(study.Inputs));
        page.Facts([.. VerdictSentences.Of(study, limits, number => number.Plain).Select(verdict => (verdict.Evidence is { } evidence ? Words.Of(evidence) : "open", (string?)verdict.Sentence))]);
        if (study.Flow is not { } flow) return;
        page.Blank();
        FlowText.Loss(page, null, flow.Loss);
        if (!flow.Runs.IsEmpty) FlowText.Limits(page, flow, limits);
    }
}
