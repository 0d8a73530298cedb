using System.Globalization;
using System.Net;
using System.Text;

namespace LcnGeometry.Algebra;

/// <summary>Presentation MathML without attributes, so that it fits any page.</summary>
internal sealed class MathMLNotation : PolynomialNotation
{
    private const string InvisibleTimes = "<mo>&#x2062;</mo>";
    private const string Minus = "<mo>&#x2212;</mo>";

    public override string Number(string digits) => $"<mn>{WebUtility.HtmlEncode(digits)}</mn>";

    public override string Fraction(Integer numerator, Integer denominator) => $"<mfrac><mn>{numerator}</mn><mn>{denominator}</mn></mfrac>";

    public override string Power(string variable, int exponent)
    {
        var (stem, subscript) = VariableSpelling.Subscripted(variable);
        var power = exponent.ToString(CultureInfo.InvariantCulture);
        return (subscript.Length > 0, exponent > 1) switch
        {
            (false, false) => $"<mi>{stem}</mi>",
            (false, true) => $"<msup><mi>{stem}</mi><mn>{power}</mn></msup>",
            (true, false) => $"<msub><mi>{stem}</mi>{Subscript(subscript)}</msub>",
            (true, true) => $"<msubsup><mi>{stem}</mi>{Subscript(subscript)}<mn>{power}</mn></msubsup>",
        };
    }

    public override string Product(IReadOnlyList<string> factors) => string.Join(InvisibleTimes, factors);

    public override string Group(string sum) => $"<mrow><mo>(</mo>{sum}<mo>)</mo></mrow>";

    public override string Sum(IReadOnlyList<PrintedTerm> terms)
    {
        var text = new StringBuilder("<mrow>").Append(terms[0].IsNegative ? Minus : string.Empty).Append(terms[0].Text);
        foreach (var (isNegative, term) in terms.Skip(1)) text.Append(isNegative ? Minus : "<mo>+</mo>").Append(term);
        return text.Append("</mrow>").ToString();
    }

    private static string Subscript(string subscript) => subscript.All(char.IsAsciiDigit) ? $"<mn>{subscript}</mn>" : $"<mi>{subscript}</mi>";
}
