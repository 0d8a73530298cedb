using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>The chapters of an atlas.</summary>
internal static class AtlasPage
{
    private const int MostRows = 400;

    internal static string Title(AtlasDocument atlas) => atlas.Inputs.MaxDegree is { } degree
        ? $"Atlas of linear convolutional networks to degree {NumberText.Count(degree)}"
        : "Atlas of linear convolutional networks";

    internal static Element Header(AtlasDocument atlas) => El("header",
        P("LcnGeometry · atlas").Class("kicker"),
        El("h1", Title(atlas)),
        new Element("ul").Class("verdicts").Add(El("li", AtlasWords.Verdict(atlas, number => number.Typeset), "\u00A0", Badge.Of(Evidence.Certified))));

    internal static ImmutableArray<Element> Chapters(AtlasDocument atlas) => [Networks(atlas), Strata(atlas), Source(atlas)];

    private static Element Networks(AtlasDocument atlas)
    {
        var table = new DataTable(
            ("Filters", ColumnKind.Text), ("Degree", ColumnKind.Number), ("Filling", ColumnKind.Text), ("Real roots needed", ColumnKind.Number), ("Interior", ColumnKind.Number),
            ("Boundary", ColumnKind.Number), ("Outside", ColumnKind.Number), ("Strata", ColumnKind.Number), ("Functions", ColumnKind.Number), ("Parameters", ColumnKind.Number), ("Checks", ColumnKind.Text))
            .AddRows(atlas.Architectures, MostRows, (row, _) =>
            [
                AtlasWords.Network(row), NumberText.Count(row.Degree), Words.YesNo(row.Filling), NumberText.Count(row.RequiredRealRoots), NumberText.Count(row.InteriorPatterns),
                NumberText.Count(row.BoundaryPatterns), NumberText.Count(row.OutsidePatterns), NumberText.Count(row.CriticalStrata), NumberText.Of(row.CriticalFunctions).Typeset,
                NumberText.Of(row.CriticalParameters).Typeset, Badge.Of(row.Identity == VerdictKind.Holds ? row.Complete : row.Identity),
            ]);
        return Chapter.Open("networks", "The architectures").Add(
            P("Stride one, every filter size at least two, up to the order of the layers. A network of degree n represents filters of size n + 1, those with enough real roots: one for every even filter size. It fills the space when at most one size is even."),
            table.ToHtml(1, "Architectures",
                "Interior, boundary and outside count the real root patterns there. Strata: complex root patterns with critical points for generic data; functions: complex critical functions on them, zero left out; parameters: complex critical parameters modulo layer scalings, by the closed formula. ",
                "Checks: factorizations times functions, summed over the strata, is the closed formula; and for one generic rational data set every one of these parameters was found and certified."));
    }

    private static Element Strata(AtlasDocument atlas)
    {
        var table = new DataTable(
            ("Complex roots", ColumnKind.Text), ("Degree", ColumnKind.Number), ("Functions", ColumnKind.Number), ("Start solutions", ColumnKind.Number), ("Certified", ColumnKind.Number), ("Real", ColumnKind.Number), ("Complete", ColumnKind.Text))
            .AddRows(atlas.Strata, MostRows, (row, _) =>
            [
                CriticalWords.Pattern(row.ComplexPattern), NumberText.Count(row.Degree), NumberText.Of(row.GenericCount).Typeset, NumberText.Of(row.StartSolutions).Typeset,
                NumberText.Of(row.Certified).Typeset, NumberText.Count(row.Real), Badge.Of(row.Complete),
            ]);
        return Chapter.Open("strata", "The strata").Add(
            P("Forms of degree n by the multiplicities of their complex roots. The critical points of every architecture of the degree lie on these strata, so each is solved once."),
            table.ToHtml(2, "Strata",
                "Functions: critical functions of the squared loss for generic data, by the closed formula. Start solutions: those found by monodromy for generic complex data. Certified: those proved by interval arithmetic for one generic rational data set, and how many of them are real."));
    }

    private static Element Source(AtlasDocument atlas) => Chapter.Open("provenance", "Provenance").Add(
        P("To make this page again:"),
        El("pre", Code(FormattableString.Invariant($"lcn atlas --max-degree {atlas.Inputs.MaxDegree} --seed {atlas.Seed} --out atlas.html"))),
        P($"LcnGeometry {atlas.Version}, document format {atlas.Schema}."),
        Chapter.Notes(atlas.Notes));
}
