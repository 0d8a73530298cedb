using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Is a filter representable, on a terminal.</summary>
internal static class MemberText
{
    private const int MostRows = 40, MostRoots = 24, LongestEquation = 300;

    internal static void Write(TerminalPage page, MemberDocument member)
    {
        if (member.Results is { } results)
        {
            Batch(page, member, results);
            return;
        }

        page.Title(OptimumSentence.Of(member, "The filter"));
        page.Facts(
            ("network", Names.Network(member.Inputs)),
            ("filter", member.Inputs.Filter is { } filter ? page.Filter(filter) : null),
            ("representable", member.Verdict is { } verdict ? Words.YesNo(verdict) : null),
            ("rests on", member.Evidence is { } evidence ? Words.Of(evidence) : null),
            ("position", member.Position is { } position ? Words.Of(position) : null),
            ("", member.Verdict is VerdictKind.Holds ? member.Witness?.Obstruction : null),
            ("root pattern", member.RealPattern),
            ("in the closure", member.InZariskiClosure is { } closure ? Words.YesNo(closure) : null),
            ("violates", member.Witness?.Equation is { } equation ? Violated(page, equation) : null),
            ("smooth there", member.Witness?.Smooth is { } smooth ? Words.YesNo(smooth) : null),
            ("factorization", member.Witness?.Factorization is { } witness ? page.Product(witness.Filters) : null),
            ("", member.Witness?.Factorization is { } row ? Precision(row) : null));
        Roots(page, member.Witness?.Roots);
    }

    /// <summary>An equation with the value that should be zero; a long one is only described.</summary>
    internal static string Violated(TerminalPage page, EquationRow equation)
    {
        var text = equation.Equation.Length <= LongestEquation ? equation.Equation
            : equation.Equation.StartsWith("det ", StringComparison.Ordinal) ? $"a determinant of {equation.Equation.Split("], [").Length} rows (--json has it)"
            : "a long equation (--json has it)";
        return $"{text} = 0 (the value is {page.Number(equation.Value)})";
    }

    /// <summary>What is known about the printed coefficients.</summary>
    internal static string Precision(FactorizationRow row) =>
        Words.Of(row.Evidence) + (row.Radius is { } radius ? ", within " + TerminalPage.Number(radius, 2) : "");

    private static void Roots(TerminalPage page, ImmutableArray<RootRow>? roots)
    {
        if (roots is not { IsDefaultOrEmpty: false } list) return;
        page.Table(["root", "#x/y", "#multiplicity", "known"], list, MostRoots, (root, _) =>
            [root.Kind, Value(page, root), NumberText.Count(root.Multiplicity), root.Radius is { } radius ? "within " + TerminalPage.Number(radius, 2) : "exactly"]);
    }

    private static string Value(TerminalPage page, RootRow root)
    {
        if (root.Kind == "infinity" || root.Re is not { } re) return "∞";
        return root.Im is { } im ? $"{page.Number(re)} ± {page.Number(im)} i" : page.Number(re);
    }

    private static void Batch(TerminalPage page, MemberDocument member, ImmutableArray<MemberRow> results)
    {
        var counts = results.CountBy(row => row.Verdict).ToDictionary(pair => pair.Key, pair => pair.Value);
        var undecided = counts.GetValueOrDefault(VerdictKind.Undecided);
        page.Title($"{NumberText.Count(counts.GetValueOrDefault(VerdictKind.Holds))} of {Words.Counted(results.Length, "filter")} representable by {Names.Network(member.Inputs)}" +
            (undecided > 0 ? $", {NumberText.Count(undecided)} undecided" : ""));
        page.Table(["#", "filter", "answer", "position", "pattern", "rests on"], results, MostRows, (row, i) =>
            [NumberText.Count(i + 1), page.Filter(row.Filter), Words.YesNo(row.Verdict), Words.Of(row.Position), row.RealPattern ?? "", Words.Of(row.Evidence)]);
    }
}
