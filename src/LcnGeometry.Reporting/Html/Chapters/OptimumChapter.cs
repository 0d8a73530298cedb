using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>Is the unconstrained optimum representable, and what shows it.</summary>
internal static class OptimumChapter
{
    private const int MostRoots = 40, LongestForm = 8, LongestProduct = 12;

    internal static Element Render(ReportContext context)
    {
        var chapter = Chapter.Open("optimum", "Is the optimum representable?");
        if (context.Study.Member is not { } member) return chapter.Add(Chapter.Absent("Membership of the optimum was not computed; the notes at the end say why."));
        return chapter.Add(
            Answer(member),
            Form(context.Loss?.U ?? member.Inputs.Filter),
            Violated(member.Witness?.Equation),
            Witness(member.Witness?.Factorization),
            Roots(context, member.Witness?.Roots),
            Chapter.Notes(member.Notes));
    }

    private static Element Answer(MemberDocument member)
    {
        var facts = new Element("dl").Class("inline");
        if (member.Verdict is { } verdict) Add("representable", Badge.Of(verdict));
        if (member.Position is { } position) Add("position", Badge.Of(position));
        if (member.RealPattern is { } pattern) Add("root pattern", PatternGlyph.Of(pattern));
        if (member.InZariskiClosure is { } closure) Add("in the Zariski closure", Badge.Of(closure));
        return Div("", P(OptimumSentence.Of(member), "\u00A0", member.Evidence is { } evidence ? Badge.Of(evidence) : null), facts);

        void Add(string term, Node value) => facts.Add(Div("", El("dt", term), El("dd", value)));
    }

    private static Element? Form(ImmutableArray<Scalar>? filter) => filter is { IsDefaultOrEmpty: false } u && u.Length <= LongestForm
        ? Formula.Display(Formula.Name("P"), Formula.Bracketed(Formula.Name("x"), Formula.Operator(","), Formula.Name("y")), Formula.Equal(u.AsSpan()), Formula.Form(u))
        : null;

    private static Element? Violated(EquationRow? equation) => equation is null ? null : P(
        "The Zariski closure of the function space satisfies ", PolynomialFormula.Of(equation.Equation, isZero: true), $"; at this filter the left side is {NumberText.Of(equation.Value).Typeset}.\u00A0", Badge.Of(Evidence.Exact));

    private static Node? Witness(FactorizationRow? factorization)
    {
        if (factorization is null) return null;
        var text = P("A factorization into layers proves it ", Badge.Of(factorization.Evidence), factorization.Radius is { } radius ? $", every coefficient within {NumberText.TypesetDigits(NumberText.Significant(radius, 2))}:" : ":");
        return factorization.Filters.Sum(filter => filter.Length) > LongestProduct
            ? Div("", text, P(Code(FilterText.PlainProduct(factorization.Filters))))
            : Div("", text, Formula.Display(Product(factorization.Filters)));
    }

    private static Element Product(ImmutableArray<ImmutableArray<Scalar>> filters)
    {
        var product = Formula.Row(Formula.Name("P"), Formula.Equal([.. filters.SelectMany(filter => filter)]));
        foreach (var filter in filters) product.Add(Formula.Bracketed(Formula.Form(filter)));
        return product;
    }

    private static Node? Roots(ReportContext context, ImmutableArray<RootRow>? roots)
    {
        if (roots is not { IsDefaultOrEmpty: false } list) return null;
        var table = new DataTable(("Root", ColumnKind.Text), ("x / y", ColumnKind.Number), ("Multiplicity", ColumnKind.Number), ("Known", ColumnKind.Text))
            .AddRows(list, MostRoots, (root, _) => [Kind(root), Value(root), NumberText.Count(root.Multiplicity), Precision(root)]);
        return Div("beside",
            TargetRootsFigure.Draw(list).ToHtml(context.NextFigure()),
            table.ToHtml(context.NextTable(), "Roots of the unconstrained optimum", "A pair of complex conjugate roots is one row."));
    }

    private static string Kind(RootRow root) => root.Kind switch { "pair" => "pair", "infinity" => "infinity", _ => "real" };

    private static string Value(RootRow root)
    {
        if (root.Kind == "infinity" || root.Re is not { } re) return "∞";
        return root.Im is { } im ? $"{NumberText.Of(re).Typeset} ± {NumberText.Of(im).Typeset} i" : NumberText.Of(re).Typeset;
    }

    private static string Precision(RootRow root) =>
        root.Radius is { } radius ? "within " + NumberText.TypesetDigits(NumberText.Significant(radius, 2)) : "exactly";
}
