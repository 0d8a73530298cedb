using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The architecture's card on a terminal.</summary>
internal static class DescribeText
{
    private const int MostStrata = 40, MostEquations = 6, MostComponents = 6;

    internal static void Write(TerminalPage page, DescribeDocument card)
    {
        var space = card.FunctionSpace;
        page.Title($"{Names.Network(card.Inputs)}: end-to-end size {NumberText.Count(card.EndToEnd.Size)}, stride {page.Number(card.EndToEnd.Stride)}");
        page.Facts(
            ("dimension", $"{NumberText.Count(space.Dimension)} of {NumberText.Count(space.AmbientDimension)}"),
            ("degree", page.Number(space.Degree)),
            ("filling", Words.YesNo(space.Filling)),
            ("thick", Words.YesNo(space.Thick)),
            ("Zariski closed", Words.YesNo(space.ZariskiClosed)),
            ("closure only", space.OutsideInClosure is { } outside ? page.Filter(outside) : null),
            ("smooth away from 0", Words.YesNo(space.SmoothAwayFromZero)),
            ("undecided because", space.Reason),
            ("merged form", Merged(card.Merged)),
            ("structural zeros", Words.Coefficients(space.StructuralZeros)),
            ("critical points", page.Number(card.CriticalPoints.Generic) + " (complex, generic data, modulo layer scalings)"),
            ("conservation laws", NumberText.Count(card.ConservationLaws)),
            ("Riemannian flow", card.RiemannianFlow is { } flow ? Riemannian(flow) : null));
        CircularText.Write(page, card.Circular);
        Equations(page, space.Equations);
        SingularLocus(page, space.SingularLocus);
        Strata(page, card.Strata);
        if (card.Activation is { } activation) ActivationText.Write(page, activation, card.Inputs);
    }

    private static void Strata(TerminalPage page, ImmutableArray<StratumRow>? rows)
    {
        if (rows is not { IsDefaultOrEmpty: false } strata) return;
        page.Table(["pattern", "complex", "#dim", "position", "#real ways", "#critical", "#count"], strata, MostStrata, (row, _) =>
        [
            row.RealPattern, Words.ComplexRoots(row), NumberText.Count(row.Dimension), Words.Of(row.Position),
            page.Number(row.RealFactorizations), page.Number(row.CriticalFactorizations), page.Number(row.GenericCount),
        ]);
    }

    internal static string Riemannian(RiemannianFlowSection flow) => flow.Verdict switch
    {
        VerdictKind.Holds => flow.Domain == "smooth" ? "yes, at smooth functions" : "yes",
        _ => flow.Balanced.Verdict == VerdictKind.Holds ? "only from balanced starts" : "no: function and invariants do not determine the kernel",
    };

    private static string Merged(MergedSection merged) =>
        Words.Tuple(merged.Filters) + (merged.Strides.Length > 1 ? " with strides " + Words.Tuple(merged.Strides[..^1]) : "");

    private static void SingularLocus(TerminalPage page, ImmutableArray<SingularLocusRow>? locus)
    {
        if (locus is not { IsDefaultOrEmpty: false } components) return;
        page.Blank();
        page.Line(components.Length == 1
            ? "Singular away from 0 exactly on the closure of another function space:"
            : "Singular away from 0 exactly on the closures of other function spaces:");
        foreach (var component in components.Take(MostComponents))
        {
            page.Line($"  {Words.Tuple(component.Filters)} with strides {Words.Tuple(component.Strides[..^1])}, dimension {NumberText.Count(component.Dimension)}");
            foreach (var equation in component.Equations is { IsDefaultOrEmpty: false } list ? list.Take(MostEquations) : []) page.Line($"    {equation} = 0");
            if (component.Equations is { Length: > MostEquations } more) page.Line($"    {NumberText.Count(more.Length - MostEquations)} more with --json");
        }

        if (components.Length > MostComponents) page.Line($"  {NumberText.Count(components.Length - MostComponents)} more with --json");
    }

    private static void Equations(TerminalPage page, ImmutableArray<string>? equations)
    {
        if (equations is not { IsDefaultOrEmpty: false } list) return;
        page.Blank();
        foreach (var equation in list.Take(MostEquations)) page.Line($"  {equation} = 0");
        if (list.Length > MostEquations) page.Line($"  {NumberText.Count(list.Length - MostEquations)} more with --json");
    }
}
