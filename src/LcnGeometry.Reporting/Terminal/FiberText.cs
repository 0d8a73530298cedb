using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Reporting;

/// <summary>All parameters of a function with given invariants, and the tangent kernels there, on a terminal.</summary>
internal static class FiberText
{
    private const int MostRows = 20, MostMatrices = 3, LargestMatrix = 7, Digits = 5;

    internal static void Write(TerminalPage page, FiberSection fiber)
    {
        page.Blank();
        page.Title(Headline(page, fiber));
        page.Facts(
            ("invariants", fiber.Invariants.IsEmpty ? "none: there is one layer" : string.Join(", ", fiber.Invariants.Select(page.Number)) + (fiber.Invariants.Length > 1 ? " (|w_l|^2 - |w_(l+1)|^2)" : " (|w_1|^2 - |w_2|^2)")),
            ("dimension", fiber.Dimension > 0 ? NumberText.Count(fiber.Dimension) : null),
            ("kernels agree", fiber.Count == Integer.Zero ? null : Words.YesNo(fiber.Agree.Verdict)),
            ("because", fiber.Agree.Reason));
        Parameters(page, fiber);
        if (fiber.Kernels.IsEmpty) return;
        page.Table(["from", "squared norms", "#trace of K", "eigenvalues of K", "known"], fiber.Kernels, MostRows, (row, _) =>
        [
            row.Factorization is { } place ? NumberText.Count(place) : "", string.Join(", ", row.SquaredNorms.Select(norm => Short(norm.ToDouble()))), page.Number(row.Trace),
            Eigenvalues(row.Eigenvalues), Precision(row.Evidence, row.Radius),
        ]);
        foreach (var kernel in fiber.Kernels.Take(fiber.Agree.Verdict == VerdictKind.Holds ? 1 : MostMatrices)) Matrix(page, kernel);
    }

    private static string Headline(TerminalPage page, FiberSection fiber) => fiber.Count switch
    {
        null => "Infinitely many parameters have these invariants.",
        { IsZero: true } => "No parameter has these invariants: the filter is not representable.",
        { IsOne: true } => "One parameter has these invariants.",
        { } count => $"{page.Number(count)} parameters have these invariants.",
    };

    /// <summary>One choice of signs for each factorization; the others are said in words.</summary>
    private static void Parameters(TerminalPage page, FiberSection fiber)
    {
        if (fiber.Parameters.IsEmpty) return;
        ImmutableArray<FiberParameterRow> positive = [.. fiber.Parameters.Where(row => row.Signs.All(sign => sign >= 0))];
        page.Table(["from", "filters, layer by layer", "known"], positive, MostRows, (row, _) =>
            [row.Factorization is { } place ? NumberText.Count(place) : "zero", page.Product(row.Filters), Precision(row)]);
        var layers = fiber.Parameters[0].Signs.Length;
        if (fiber.Parameters[0].Factorization is null)
        {
            if (fiber.Count != Integer.One) page.Line("  and with any other signs");
        }
        else if (layers > 1)
        {
            page.Line("  and with the signs of an even number of layers changed: " + (layers < 31 ? NumberText.Count(1 << (layers - 1)) : $"2^{NumberText.Count(layers - 1)}") + " choices each");
        }
    }

    /// <summary>The largest error relative to the size of a filter: filters may differ much in size. A filter too small for floating-point numbers has no such error.</summary>
    private static string Precision(FiberParameterRow row)
    {
        if (row.Radii is not { } radii) return Words.Of(row.Evidence);
        ImmutableArray<double> sizes = [.. row.Filters.Select(filter => filter.Max(entry => Math.Abs(entry.ToDouble())))];
        var relative = radii.Zip(sizes, (radius, size) => size > 0 ? radius / size : 0).Max();
        return Words.Of(row.Evidence) + ", relative " + TerminalPage.Number(relative, 2) + (sizes.Contains(0) ? "; 0 stands for less than 5e-324" : "");
    }

    private static void Matrix(TerminalPage page, KernelRow kernel)
    {
        if (kernel.Matrix.Length is 1 or > LargestMatrix) return;
        page.Blank();
        page.Line(kernel.Factorization is { } place ? $"tangent kernel K of factorization {NumberText.Count(place)}, row and column = exponent of x" : "tangent kernel K, row and column = exponent of x");
        ImmutableArray<ImmutableArray<string>> cells = [.. kernel.Matrix.Select(row => row.Select(entry => Short(entry.ToDouble())).ToImmutableArray())];
        var width = cells.Max(row => row.Max(cell => cell.Length));
        foreach (var row in cells) page.Line("  " + string.Join("  ", row.Select(cell => cell.PadLeft(width))));
    }

    private static string Eigenvalues(ImmutableArray<double> values)
    {
        const int Most = 4;
        return values.Length <= Most + 1 ? string.Join(", ", values.Select(Short)) : string.Join(", ", values.Take(Most).Select(Short)) + $", .. ({NumberText.Count(values.Length)})";
    }

    private static string Short(double value) => TerminalPage.Number(value, Digits);

    private static string Precision(Evidence evidence, double? radius) => Words.Of(evidence) + (radius is { } bound ? ", within " + TerminalPage.Number(bound, 2) : "");
}
