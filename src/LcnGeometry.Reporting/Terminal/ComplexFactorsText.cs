using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Complex factorizations of a filter, on a terminal.</summary>
internal static class ComplexFactorsText
{
    private const int MostRows = 20;

    internal static void Write(TerminalPage page, FactorDocument factor)
    {
        if (factor.ComplexCount is not { } count || factor.ComplexFactorizations is not { } list) return;
        page.Blank();
        page.Line(count.IsZero ? "There is no complex one either: the filter is outside the Zariski closure."
            : count.IsOne ? "Over the complex numbers there is one." : $"Over the complex numbers there are {page.Number(count)}.");
        if (list.IsEmpty) return;
        page.Table(["#", "filters, layer by layer", "known", "conjugate", "critical"], list, MostRows, (row, i) =>
        [
            NumberText.Count(i + 1), string.Join(" * ", row.Filters.Select(filter => Filter(page, filter))), Words.Of(row.Evidence),
            row.Real ? "real" : row.Conjugate is { } conjugate ? NumberText.Count(conjugate) : "", row.Critical ? "yes" : "no",
        ]);
        if (list.Any(row => row.Radius is not null)) page.Line($"  certified: real and imaginary parts within {TerminalPage.Number(list.Max(row => row.Radius ?? 0), 2)}");
    }

    private static string Filter(TerminalPage page, ImmutableArray<ImmutableArray<Scalar>> filter) => "(" + string.Join(", ", filter.Select(c => Coefficient(page, c[0], c[1]))) + ")";

    private static string Coefficient(TerminalPage page, Scalar re, Scalar im)
    {
        if (im.ToDouble() == 0) return page.Number(re);
        var size = im.ToDouble() < 0 ? Negated(im) : im;
        var unit = size.IsExact && size.Exact == LcnGeometry.Algebra.Rational.One ? "i" : page.Number(size) + "i";
        if (re.ToDouble() == 0) return (im.ToDouble() < 0 ? "-" : "") + unit;
        return page.Number(re) + (im.ToDouble() < 0 ? " - " : " + ") + unit;
    }

    private static Scalar Negated(Scalar value) => value.IsExact ? (Scalar)(-value.Exact) : (Scalar)(-value.ToDouble());
}
