namespace LcnGeometry.Reporting;

/// <summary>The summary of a study on a terminal.</summary>
internal static class StudyText
{
    internal static void Write(TerminalPage page, Study study)
    {
        var limits = study.Flow is null ? [] : LimitGroup.Of(study.Flow);
        page.Title(Names.Network(study.Inputs) + Names.Subject(study.Inputs));
        page.Facts([.. VerdictSentences.Of(study, limits, number => number.Plain).Select(verdict => (verdict.Evidence is { } evidence ? Words.Of(evidence) : "open", (string?)verdict.Sentence))]);
        if ((study.Critical?.Loss ?? study.Flow?.Loss) is not { } loss) return;
        page.Blank();
        FlowText.Loss(page, null, loss);
        if (study.Critical is { } critical) CriticalText.Points(page, critical, study.Flow);
        if (study.Flow is { Runs.IsEmpty: false } flow) FlowText.Limits(page, flow, limits);
    }
}
