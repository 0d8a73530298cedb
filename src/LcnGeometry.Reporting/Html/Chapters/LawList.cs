using LcnGeometry.Algebra;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>The conservation laws of gradient flow, as formulas.</summary>
internal static class LawList
{
    private const int MostLaws = 24, MostTerms = 60;

    /// <summary>The list, to be unfolded; null when the study has none.</summary>
    internal static Element? Render(LawsDocument? laws)
    {
        if (laws is not { Laws.IsDefaultOrEmpty: false } document) return null;
        var list = new Element("ul").Class("equations").AddAll(document.Laws.Take(MostLaws).Select(law => El("li", Polynomial(law.Formula))));
        var more = document.Laws.Length > MostLaws ? P($"{NumberText.Count(document.Laws.Length - MostLaws)} more in the JSON") : null;
        return Details($"Conservation laws ({NumberText.Count(document.Laws.Length)})",
            P($"Gradient flow keeps the value of each of these polynomials in the filter entries, whatever the data; the first index is the layer, the second the entry. Parameters less rank: {NumberText.Count(document.Parameters)} − {NumberText.Count(document.Parameters - document.Count)} = {Words.Counted(document.Count, "independent law")} near generic filters.\u00A0", Badge.Of(document.Evidence)),
            list, more, Chapter.Notes(document.Notes));
    }

    /// <summary>A polynomial as MathML; text that is none as it stands.</summary>
    private static Element Polynomial(string formula)
    {
        try
        {
            var polynomial = MultivariatePolynomial.Parse(formula);
            return polynomial.TermCount is 0 or > MostTerms ? Code(formula) : Formula.Inline(Sum(polynomial));
        }
        catch (FormatException)
        {
            return Code(formula);
        }
    }

    private static Element Sum(MultivariatePolynomial<Rational> polynomial)
    {
        var sum = Formula.Row();
        foreach (var term in polynomial.Terms)
        {
            var isNegative = term.Coefficient.Sign < 0;
            if (isNegative || !sum.IsEmpty) sum.Add(Formula.Operator(isNegative ? "−" : "+"));
            var magnitude = isNegative ? -term.Coefficient : term.Coefficient;
            var constant = term.Exponents.All(exponent => exponent == 0);
            if (magnitude != Rational.One || constant) sum.Add(Formula.Number(magnitude));
            for (var i = 0; i < term.Exponents.Length; i++)
            {
                if (term.Exponents[i] > 0) sum.Add(Factor(polynomial.Variables[i], term.Exponents[i]));
            }
        }

        return sum;
    }

    /// <summary><c>w_1_0</c> with its indices below.</summary>
    private static Element Factor(string variable, int exponent)
    {
        var parts = variable.Split('_');
        var name = Formula.Name(parts[0]);
        if (parts.Length == 1) return exponent == 1 ? name : Formula.Power(name, Formula.Integer(exponent));
        var indices = Formula.Row();
        for (var i = 1; i < parts.Length; i++) indices.Add(i == 1 ? null : Formula.Operator(","), El("mn", parts[i]));
        return exponent == 1 ? Formula.Index(name, indices) : El("msubsup", name, indices, Formula.Integer(exponent));
    }
}
