namespace LcnGeometry.Reporting;

/// <summary>Which of two function spaces holds the other, on a terminal.</summary>
internal static class CompareText
{
    internal static void Write(TerminalPage page, CompareDocument compare)
    {
        var inputs = compare.Inputs;
        var (first, other) = (Names.Network(inputs), Names.Network(new DocumentInputs { Filters = inputs.OtherFilters, Strides = inputs.OtherStrides }));
        page.Title(compare.Sentence);
        page.Facts(
            ("first", first),
            ("other", other),
            ("end-to-end size", NumberText.Count(compare.EndToEndSize)),
            ("function spaces", Words.Of(compare.Relation)),
            ("closures", Words.Of(compare.ClosureRelation)));
        Direction(page, "first in other", compare.Spaces.FirstInOther, compare.Closures.FirstInOther);
        Direction(page, "other in first", compare.Spaces.OtherInFirst, compare.Closures.OtherInFirst);
    }

    private static void Direction(TerminalPage page, string term, InclusionRow spaces, InclusionRow closures)
    {
        page.Blank();
        page.Facts(
            (term, $"{Words.YesNo(spaces.Verdict)} ({Words.Of(spaces.Evidence)}); of the closures {Words.YesNo(closures.Verdict)}"),
            ("", spaces.Reason),
            ("witness", spaces.Witness is { } witness ? page.Filter(witness.Filter) : null),
            ("", spaces.Witness is { } product ? "= " + page.Product(product.Layers) : null),
            ("", spaces.Witness?.Obstruction),
            ("violates", spaces.Witness?.Equation is { } equation ? MemberText.Violated(page, equation) : null));
    }
}
