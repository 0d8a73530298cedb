using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>The metric in which the end-to-end filter follows a gradient: tangent kernels, and whether the function determines them.</summary>
internal static class KernelsChapter
{
    // Eigenvalues below this share of the largest are rounding errors.
    private const double Negligible = 1e-12;

    private const int MostEigenvalues = 8;

    /// <summary>The chapter; null when the study says nothing about kernels.</summary>
    internal static Element? Render(ReportContext context)
    {
        var (flow, kernels) = (context.Study.Describe.RiemannianFlow, context.Study.Kernels ?? []);
        if (flow is null && kernels.IsEmpty) return null;
        return Chapter.Open("kernels", "The metric of training").Add(
            P("Along gradient flow the end-to-end filter w moves with the velocity"),
            Formula.Display(Derivative(), Formula.Operator("="), Formula.Operator("−"), Formula.Name("K"), Formula.Operator("∇"), Formula.Name("ℓ"), Formula.Bracketed(Formula.Name("w")), Formula.Operator(","),
                El("mspace").Set("width", "1em"), Formula.Name("K"), Formula.Operator("="), Formula.Name("J"), Formula.Power(Formula.Name("J"), Formula.Name("⊤")), Formula.Operator(",")),
            P("where J is the Jacobian matrix of w in the filters of the layers. The tangent kernel K is the inverse of the metric that training sees, on the directions in which w can move."),
            flow is null ? null : Riemannian(flow),
            kernels.IsEmpty ? null : Draw(context, kernels).ToHtml(context.NextFigure()),
            kernels.IsEmpty ? null : Table(context, kernels).ToHtml(context.NextTable(), "Tangent kernels",
                $"Invariants: the squared norm of each layer’s filter less that of the next; balanced filters have equal norms. Eigenvalues are computed in floating point; below {NumberText.TypesetDigits("1e-12")} of the largest they are shown as 0. The number of others is the dimension in which w can move."));
    }

    private static Element Derivative() => El("mover", Formula.Name("w"), Formula.Operator("˙"));

    private static Element Riemannian(RiemannianFlowSection flow)
    {
        var domain = flow.Domain == "nonzero" ? "nonzero points" : "smooth points";
        var (sentence, style) = flow.Verdict switch
        {
            VerdictKind.Holds => ($"Gradient flow is a Riemannian gradient flow on the {domain} of the function space: the function and the invariants of the start determine K.", "statement"),
            VerdictKind.Fails => ($"Gradient flow is not a Riemannian gradient flow on the {domain} of the function space: one function and one choice of invariants can have several K.", "statement fails"),
            _ => ("Whether gradient flow is a Riemannian gradient flow on function space is undecided.", "statement undecided"),
        };
        var statement = Div(style, P(El("strong", sentence), "\u00A0", Badge.Of(flow.Evidence)), P(flow.Reason));
        if (flow.Verdict == VerdictKind.Fails)
            statement.Add(P($"For balanced starts: {(flow.Balanced.Verdict == VerdictKind.Holds ? "it is" : flow.Balanced.Verdict == VerdictKind.Fails ? "it is not" : "undecided")}. {flow.Balanced.Reason}"));
        return flow.Witness is { } witness ? statement.Add(Witness(witness)) : statement;
    }

    private static Element Witness(RiemannianWitnessRow witness) => Details("An example",
        P($"Two choices of filters for {FilterText.Typeset(witness.Filter)}{(witness.Invariants.IsEmpty ? "" : $" with the invariants {FilterText.Typeset(witness.Invariants)}")}, whose kernels have different entries in the first row and column ",
            Badge.Of(witness.Evidence), witness.Radius is { } radius ? $" within {NumberText.TypesetDigits(NumberText.Significant(radius, 2))}:" : ":"),
        new Element("ul").AddAll(witness.Parameters.Select((filters, i) =>
            El("li", string.Join(" ∗ ", filters.Select(filter => FilterText.Typeset(filter))), ": ", i < witness.Entries.Length ? NumberText.Of(witness.Entries[i]).Typeset : ""))));

    private static Figure Draw(ReportContext context, ImmutableArray<StudyKernelRow> kernels)
    {
        var matrices = kernels.Select(row => row.Kernel.Matrix).ToList();
        var largest = MatrixFigure.Largest(matrices);
        return new Figure
        {
            Title = kernels.Length == 1 ? "The tangent kernel" : "Tangent kernels",
            Panels = [.. kernels.Select((row, i) => MatrixFigure.SmallPanel(row.Kernel.Matrix, largest, "Tangent kernel " + Name(i) + ", " + Place(context, row), "K", Name(i)))],
            AreSmall = true,
            Legend = MatrixFigure.Key(matrices, largest),
            Caption = ["One square per entry, rows and columns by the index of the coefficient; equal colours are equal numbers in all panels. " + string.Join("; ", kernels.Select((row, i) => $"{Name(i)} {Place(context, row)}")) + "."],
        };
    }

    private static DataTable Table(ReportContext context, ImmutableArray<StudyKernelRow> kernels) => new DataTable(
        ("", ColumnKind.Text), ("Where", ColumnKind.Text), ("Invariants", ColumnKind.Number), ("Trace", ColumnKind.Number), ("Eigenvalues", ColumnKind.Text), ("Known", ColumnKind.Text))
        .AddRows(kernels, kernels.Length, (row, i) =>
        [
            Name(i), Place(context, row), row.Invariants.All(value => value.IsExact && value.Exact.IsZero) ? "balanced" : string.Join(", ", row.Invariants.Select(Short)),
            Short(row.Kernel.Trace), Eigenvalues(row.Kernel.Eigenvalues), Badge.Of(row.Kernel.Evidence),
        ]);

    private static string Name(int index) => $"({(char)('a' + index)})";

    private static string Place(ReportContext context, StudyKernelRow row)
    {
        var at = row.CriticalPoint is { } index ? $"critical point {NumberText.Count(index + 1)}" : "";
        if (row.Run is { } run) return $"end of run {NumberText.Count(run + 1)}" + (at.Length > 0 ? ", " + at : "");
        var ways = row.CriticalPoint is { } point && context.Study.Critical is { } critical && point < critical.Points.Length ? critical.Points[point].Factorizations.Length : 1;
        return at + (ways > 1 && row.CriticalFactorization is { } way ? $", way {NumberText.Count(way + 1)}" : "");
    }

    private static string Short(Scalar value) => NumberText.TypesetDigits(NumberText.Significant(value.ToDouble(), 4));

    private static string Eigenvalues(ImmutableArray<double> values)
    {
        var least = values.IsEmpty ? 0 : Negligible * values.Max();
        var shown = values.Take(MostEigenvalues).Select(value => Math.Abs(value) <= least ? "0" : NumberText.TypesetDigits(NumberText.Significant(value, 4)));
        return string.Join(", ", shown) + (values.Length > MostEigenvalues ? ", …" : "");
    }
}
