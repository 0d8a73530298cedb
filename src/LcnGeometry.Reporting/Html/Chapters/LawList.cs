using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>The conservation laws of gradient flow, as formulas.</summary>
internal static class LawList
{
    private const int MostLaws = 24;

    /// <summary>The list, to be unfolded; null when the study has none.</summary>
    internal static Element? Render(LawsDocument? laws)
    {
        if (laws is not { Laws.IsDefaultOrEmpty: false } document) return null;
        var list = new Element("ul").Class("equations").AddAll(document.Laws.Take(MostLaws).Select(law => El("li", PolynomialFormula.Of(law.Formula))));
        var more = document.Laws.Length > MostLaws ? P($"{NumberText.Count(document.Laws.Length - MostLaws)} more in the JSON") : null;
        return Details($"Conservation laws ({NumberText.Count(document.Laws.Length)})",
            P($"Gradient flow keeps the value of each of these polynomials in the filter entries, whatever the data; the first index is the layer, the second the entry. Parameters less rank: {NumberText.Count(document.Parameters)} − {NumberText.Count(document.Parameters - document.Count)} = {Words.Counted(document.Count, "independent law")} near generic filters.\u00A0", Badge.Of(document.Evidence)),
            list, more, Chapter.Notes(document.Notes));
    }
}
