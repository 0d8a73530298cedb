using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>Formulas as MathML.</summary>
internal static class Formula
{
    private const string Namespace = "http://www.w3.org/1998/Math/MathML";

    /// <summary>A formula in running text.</summary>
    internal static Element Inline(params ReadOnlySpan<Node?> content) => El("math", content).Set("xmlns", Namespace);

    /// <summary>A formula on a line of its own.</summary>
    internal static Element Display(params ReadOnlySpan<Node?> content) =>
        Div("formula", El("math", content).Set("xmlns", Namespace).Set("display", "block"));

    internal static Element Name(string letter) => El("mi", letter);

    internal static Element Operator(string sign) => El("mo", sign);

    internal static Element Words(string text) => El("mtext", text);

    internal static Element Row(params ReadOnlySpan<Node?> content) => El("mrow", content);

    internal static Element Power(Node @base, Node exponent) => El("msup", @base, exponent);

    internal static Element Index(Node @base, Node index) => El("msub", @base, index);

    internal static Element Bracketed(params ReadOnlySpan<Node?> content) => El("mrow", Operator("("), Row(content), Operator(")"));

    internal static Element Integer(int value) => Number(NumberText.Count(value));

    /// <summary>A number without a sign of rounding: the relation in front of it says whether it was rounded.</summary>
    internal static Element Number(Scalar value) => Number(NumberText.Of(value).Text);

    /// <summary>Equal, or about equal when a value was rounded.</summary>
    internal static Element Equal(params ReadOnlySpan<Scalar> values)
    {
        foreach (var value in values)
        {
            if (IsRounded(value)) return Operator("≈");
        }

        return Operator("=");
    }

    internal static bool IsRounded(Scalar value) => !value.IsExact || NumberText.Of(value).IsRounded;

    /// <summary>A matrix in round brackets.</summary>
    internal static Element Matrix(IEnumerable<IEnumerable<Scalar>> rows) => El("mrow",
        Operator("("),
        El("mtable").AddAll(rows.Select(row => El("mtr").AddAll(row.Select(entry => El("mtd", Number(entry)))))),
        Operator(")"));

    /// <summary>A vector written in a line.</summary>
    internal static Element Vector(ImmutableArray<Scalar> entries)
    {
        var list = Row();
        for (var i = 0; i < entries.Length; i++) list.Add(i == 0 ? null : Operator(","), Number(entries[i]));
        return El("mrow", Operator("("), list, Operator(")"));
    }

    /// <summary>A binary form, highest power of x first; index = power of x.</summary>
    internal static Element Form(ImmutableArray<Scalar> coefficients)
    {
        var sum = Row();
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            var text = NumberText.Of(coefficients[i]).Text;
            if (text == "0") continue;
            var isNegative = text.StartsWith('-');
            if (isNegative || !sum.IsEmpty) sum.Add(Operator(isNegative ? "−" : "+"));
            var magnitude = isNegative ? text[1..] : text;
            var variables = Monomial(i, coefficients.Length - 1 - i);
            if (magnitude != "1" || variables is null) sum.Add(Number(magnitude));
            sum.Add(variables);
        }

        return sum.IsEmpty ? Row(Number("0")) : sum;
    }

    private static Element? Monomial(int x, int y)
    {
        if (x + y == 0) return null;
        return Row(x == 0 ? null : Factor("x", x), y == 0 ? null : Factor("y", y));
    }

    private static Element Factor(string letter, int exponent) =>
        exponent == 1 ? Name(letter) : Power(Name(letter), Integer(exponent));

    private static Element Number(string text)
    {
        if (text.StartsWith('-')) return Row(Operator("−"), Number(text[1..]));
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0) return El("mfrac", El("mn", text[..slash]), El("mn", text[(slash + 1)..]));
        var e = text.IndexOf('e', StringComparison.Ordinal);
        if (e > 0 && char.IsAsciiDigit(text[e - 1]))
            return Row(El("mn", text[..e]), Operator("×"), Power(El("mn", "10"), Number(text[(e + 1)..])));
        return El("mn", text);
    }
}
