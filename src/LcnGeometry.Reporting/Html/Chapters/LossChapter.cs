using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>The squared loss: what the data come down to.</summary>
internal static class LossChapter
{
    private const int LargestMatrix = 6, LargestVector = 8;

    internal static Element Render(ReportContext context)
    {
        var chapter = Chapter.Open("loss", "The loss");
        if (context.Loss is not { } loss) return chapter.Add(Chapter.Absent("No data and no target were given, so there is no loss."));
        return chapter.Add(
            P(Source(context.Study.Inputs, loss), " All that training needs to know of it is a quadratic form Q and its minimum u:"),
            Formula.Display(
                LossOf(Formula.Name("w")), Formula.Operator("="), Squared(),
                IsZero(loss.Constant) ? null : Formula.Operator("+"), IsZero(loss.Constant) ? null : LossOf(Formula.Name("u"))),
            Div(loss.U.Length <= LargestVector ? "beside" : "",
                FilterFigure.Draw(loss, Best(context), context.Study.Inputs.Series is not null) is { } figure
                    ? figure.ToHtml(context.NextFigure())
                    : Chapter.Absent("The coefficients of u are beyond the range of numbers that can be drawn."),
                Div("values", Values(loss), Share(loss), ExactValues(loss))),
            loss.Q.Length <= LargestMatrix ? null
                : loss.Q.Length <= MatrixFigure.LargestSize ? MatrixFigure.Draw(loss.Q).ToHtml(context.NextFigure())
                : P($"Q has {NumberText.Count(loss.Q.Length)} rows; it is in the JSON."));
    }

    private static string Source(DocumentInputs inputs, LossSection loss)
    {
        if (inputs.Series is { } series)
        {
            var mean = loss.Mean is { } value ? $", after its mean {NumberText.Of(value).Typeset} was subtracted" : "";
            var windows = loss.Samples is { } samples ? $", over {Words.Counted(samples, "window")}" : "";
            return $"The network predicts the next value of the series {Words.FileName(series)} from the {NumberText.Count(loss.U.Length)} before it{windows}{mean}. The loss is the sum of the squared errors.";
        }

        if (inputs.Data is { Length: > 0 } data)
            return $"The network maps the rows of {string.Join(" to those of ", data.Select(Words.FileName))}{(loss.Samples is { } pairs ? $", {Words.Counted(pairs, "pair")}" : "")}. The loss is the sum of the squared errors.";
        return inputs.Metric is { } metric ? $"The target u was given, and distances are measured in the metric “{metric}”." : "The target u and the metric Q were given.";
    }

    private static bool IsZero(Scalar value) => value.IsExact && value.Exact.IsZero;

    // How much of the loss no filter can take away.
    private static Element? Share(LossSection loss)
    {
        var (least, zero) = (loss.Constant.ToDouble(), loss.AtZero.ToDouble());
        return least > 0 && zero > 0 && double.IsFinite(zero)
            ? P($"The unconstrained optimum leaves {NumberText.Significant(100 * least / zero, 3)} % of the loss of the zero filter.")
            : null;
    }

    private static Element LossOf(Node argument) => Formula.Row(Formula.Name("ℓ"), Formula.Bracketed(argument));

    private static Element Squared()
    {
        return Formula.Row(Formula.Power(Difference(), Formula.Name("⊤")), Formula.Name("Q"), Difference());

        static Element Difference() => Formula.Bracketed(Formula.Name("w"), Formula.Operator("−"), Formula.Name("u"));
    }

    private static Element Values(LossSection loss)
    {
        var values = Div("");
        if (loss.U.Length <= LargestVector)
            values.Add(Formula.Display(Formula.Name("u"), Formula.Equal(loss.U.AsSpan()), Formula.Vector(loss.U)));
        values.Add(Formula.Display(LossOf(Formula.Name("u")), Formula.Equal(loss.Constant), Formula.Number(loss.Constant)));
        values.Add(Formula.Display(LossOf(Formula.Integer(0)), Formula.Equal(loss.AtZero), Formula.Number(loss.AtZero)));
        if (loss.Q.Length <= LargestMatrix)
            values.Add(Formula.Display(Formula.Name("Q"), Formula.Equal([.. loss.Q.SelectMany(row => row)]), Formula.Matrix(loss.Q.Select(row => row.AsEnumerable()))));
        return values;
    }

    private static Element? ExactValues(LossSection loss)
    {
        var entries = new List<(string Name, Scalar Value)> { ("ℓ(u)", loss.Constant), ("ℓ(0)", loss.AtZero) };
        if (loss.Mean is { } mean) entries.Add(("mean", mean));
        entries.AddRange(loss.U.Select((value, i) => ($"u[{NumberText.Count(i)}]", value)));
        for (var i = 0; i < loss.Q.Length; i++)
        {
            for (var j = i; j < loss.Q.Length; j++) entries.Add(($"Q[{NumberText.Count(i)},{NumberText.Count(j)}]", loss.Q[i][j]));
        }

        return ExactValueList.Render(entries);
    }

    private static FlowRunRow? Best(ReportContext context) =>
        context.Limits is [{ Status: FlowStatus.Converged } best, ..] ? context.Study.Flow!.Runs[best.Runs[0]] : null;
}
