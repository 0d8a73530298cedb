using System.Collections.Immutable;
using System.Globalization;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>Where the report comes from, how to make it again, and what its words mean.</summary>
internal static class ProvenanceChapter
{
    internal static Element Render(ReportContext context)
    {
        var study = context.Study;
        return Chapter.Open("provenance", "Provenance").Add(
            P("This page shows one study and computes nothing. To make the study again:"),
            El("pre", Code(ReproducingCommand.Of(study))),
            Facts(study),
            study.Notes.IsDefaultOrEmpty ? null : El("h3", "Notes"),
            Chapter.Notes(study.Notes),
            El("h3", "What the words mean"),
            Guarantees());
    }

    private static Element Facts(Study study)
    {
        var inputs = study.Inputs;
        var facts = new Element("dl").Class("facts");
        Add("Version", $"LcnGeometry {study.Version}, document format {study.Schema}");
        Add("Seed", study.Seed.ToString(CultureInfo.InvariantCulture));
        var files = inputs.Series is { } series ? [series] : inputs.Data ?? [];
        for (var i = 0; i < files.Length; i++)
        {
            Add(files.Length == 1 ? "Data" : $"Data {NumberText.Count(i + 1)}", Code(files[i]));
            if (inputs.Digests is { } digests && i < digests.Length) Add("SHA-256", Code(digests[i]));
        }

        return facts;

        void Add(string term, Node value) => facts.Add(Div("", El("dt", term), El("dd", value)));
    }

    /// <summary>The five words for evidence.</summary>
    internal static Element Guarantees()
    {
        ReadOnlySpan<(Evidence Evidence, string Meaning)> meanings =
        [
            (Evidence.Proved, "a proof for all cases, formal or by a polynomial identity with symbolic coefficients"),
            (Evidence.Exact, "exact arithmetic on this very input; rounding happens only when a number is printed"),
            (Evidence.Certified, "approximate arithmetic with a rigorous error bound"),
            (Evidence.Numerical, "floating-point arithmetic with an observed residual and no bound"),
            (Evidence.Sampled, "finitely many random trials"),
        ];
        var list = new Element("dl").Class("facts");
        foreach (var (evidence, meaning) in meanings) list.Add(Div("", El("dt", Badge.Of(evidence)), El("dd", meaning)));
        return list;
    }
}
