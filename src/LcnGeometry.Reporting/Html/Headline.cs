using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>The top of the page: what was studied and the answers in one sentence each.</summary>
internal static class Headline
{
    internal static string Title(Study study) => $"The linear convolutional network {Names.Network(study.Inputs)}{Names.Subject(study.Inputs)}";

    internal static Element Render(ReportContext context) => El("header",
        P("LcnGeometry · study of a loss landscape").Class("kicker"),
        El("h1", Title(context.Study).Replace(", ", ",\u00A0", StringComparison.Ordinal)),
        new Element("ul").Class("verdicts").AddAll(VerdictSentences.Of(context.Study, context.Limits, number => number.Typeset)
            .Select(verdict => verdict.Evidence is { } evidence ? El("li", verdict.Sentence, "\u00A0", Badge.Of(evidence)) : El("li", verdict.Sentence))));
}
