using System.Collections.Immutable;
using LcnGeometry.Algebra;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>The strata of the function space with their counts.</summary>
internal static class StrataChapter
{
    private const int MostRows = 40;

    /// <summary>The chapter; null where strata do not apply.</summary>
    internal static Element? Render(ReportContext context)
    {
        var card = context.Study.Describe;
        if (card.Strata is not { IsDefaultOrEmpty: false } strata) return null;
        var chapter = Chapter.Open("strata", "Strata and their counts");
        var table = new DataTable(
            ("Real pattern", ColumnKind.Text), ("Complex roots", ColumnKind.Text), ("Dimension", ColumnKind.Number), ("Position", ColumnKind.Text),
            ("Factorizations", ColumnKind.Number), ("critical", ColumnKind.Number), ("Critical functions", ColumnKind.Number))
            .AddRows(strata, MostRows, (row, _) =>
            [
                PatternGlyph.OfBlocks(row.RealPattern), Words.ComplexRoots(row), NumberText.Count(row.Dimension), Badge.Of(row.Position),
                NumberText.Of(row.RealFactorizations).Typeset, NumberText.Of(row.CriticalFactorizations).Typeset, NumberText.Of(row.GenericCount).Typeset,
            ]);
        return chapter.Add(
            P("Filters are sorted by how their real and complex roots coincide. Real roots are drawn on a line, complex pairs above and below it; larger discs are multiple roots."),
            strata[0].ComplexPatterns is null ? null : P("Each block of layers with equal steps has its own form and its own pattern, lowest step first; what is said holds for generic filters with these patterns. Filters of the closure whose blocks are not real are in no row."),
            table.ToHtml(context.NextTable(), "Strata of forms by root pattern",
                "Factorizations: real factorizations of every filter on the stratum, modulo layer scalings, and how many of them are critical for generic data. Critical functions: complex critical points of the squared loss on the complex stratum, for generic data; rows with the same complex roots share that stratum. All numbers are exact."),
            Total(strata, card.CriticalPoints.Generic, context.Study.Critical is not null));
    }

    // Where all roots are real, the real factorizations are all the complex ones, so these rows add up to the total.
    private static Element Total(ImmutableArray<StratumRow> strata, Integer total, bool areListed)
    {
        var terms = strata.Where(row => row.RealPattern.Split(';').All(pattern => pattern.EndsWith('|')) && !row.CriticalFactorizations.IsZero).ToList();
        var sum = terms.Aggregate(Integer.Zero, (partial, row) => partial + (row.CriticalFactorizations * row.GenericCount));
        var count = NumberText.Of(total).Typeset;
        var text = $"For generic data the loss has {count} complex critical {(total.IsOne ? "point" : "points")} with nonzero function, modulo layer scalings. ";
        if (sum != total || terms.Count is 0 or > 8) return P(text, areListed ? Listed : Unlisted);
        var identity = Formula.Row(Formula.Operator(count), Formula.Operator("="));
        for (var i = 0; i < terms.Count; i++)
        {
            identity.Add(i == 0 ? null : Formula.Operator("+"),
                Formula.Operator(NumberText.Of(terms[i].CriticalFactorizations).Typeset), Formula.Operator("·"), Formula.Operator(NumberText.Of(terms[i].GenericCount).Typeset));
        }

        return Div("",
            P(text, "Over the complex strata the critical factorizations times the critical functions add up to it:"),
            Formula.Display(identity),
            P(areListed ? Listed : Unlisted));
    }

    private const string Listed = "The next chapter lists those of this loss.";

    private const string Unlisted = "This report counts critical points and does not list them; the limits of the flow below are those that training found, and nothing is claimed about others.";
}
