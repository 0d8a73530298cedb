using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>A network with a power as activation on a terminal.</summary>
internal static class ActivationText
{
    private const int MostFamilies = 12;

    internal static void Write(TerminalPage page, ActivationSection section, DocumentInputs inputs)
    {
        page.Blank();
        page.Title($"{Names.Network(inputs)} with activation x^{NumberText.Count(section.Degree)}");
        page.Facts(
            ("output", $"of degree {page.Number(section.PolynomialDegree)} in {Words.Counted(section.Variables, "input")}" + (section.Monomials is { } monomials ? $", {Words.Counted(monomials, "monomial")}" : "")),
            ("dimension", NumberText.Count(section.Dimension) + (section.Witness is { } witness ? $" (exact rank {NumberText.Count(witness.Rank)})" : "")),
            ("degree", page.Number(section.NeurovarietyDegree)),
            ("filters per function", page.Number(section.GenericPreimages) + " (generic, modulo layer scalings)"),
            ("immersion", Words.YesNo(section.Immersion)),
            ("Zariski closed", Words.YesNo(section.ZariskiClosed)),
            ("smooth away from 0", Words.YesNo(section.SmoothAwayFromZero)),
            ("undecided because", section.Reason),
            ("critical points", $"{page.Number(section.CriticalPoints.Generic)} (complex, generic data: {Words.Counted(section.CriticalPoints.Samples, "sample")} or more)"),
            ("rests on", Words.Of(section.Evidence)));
        if (section.Singular is { IsDefaultOrEmpty: false } singular)
        {
            page.Blank();
            page.Line("Singular where filters are zero at their ends: functions of a smaller network");
            page.Table(["filter sizes", "zeros that move", "#first input", "#dim", "#preimages"], singular, MostFamilies, (row, _) =>
            [
                Words.Tuple(row.Filters), Words.Tuple(row.Shifts), NumberText.Count(row.Offset), NumberText.Count(row.Dimension), NumberText.Count(row.Preimages),
            ]);
        }

        if (section.Confirmed is not { IsDefaultOrEmpty: false } confirmed) return;
        page.Table(["found by solving", "#formula", "#found", "#certified", "all"], confirmed, confirmed.Length, (row, _) =>
        [
            What(row.Count), page.Number(row.Expected), page.Number(row.Found), page.Number(row.Certified), Words.YesNo(row.Verdict),
        ]);
    }

    private static string What(ActivationCheck check) => check switch
    {
        ActivationCheck.Degree => "degree",
        ActivationCheck.CriticalPoints => "critical points, random form and target",
        _ => "critical points, random data",
    };
}
