namespace LcnGeometry.Reporting;

/// <summary>The picture of the function space.</summary>
internal static class FunctionSpaceChapter
{
    internal static Element Render(ReportContext context)
    {
        var chapter = Chapter.Open("function-space", "The function space");
        var space = context.Study.Describe.FunctionSpace;
        if (context.Study.Slice is { Lines.Length: > 1 } slice)
        {
            var number = context.NextFigure();
            return chapter.Add(SliceFigure.Draw(slice, context.Study, context.Limits, number).ToHtml(number));
        }

        var canBeDrawn = context.Loss?.U.All(value => Math.Abs(value.ToDouble()) < ConeData.Largest / 4) ?? true;
        if (context.Size == 3 && space.Thick == VerdictKind.Holds && canBeDrawn)
        {
            var number = context.NextFigure();
            return chapter.Add(ConeFigure.Draw(context.Study, context.Limits, number).ToHtml(number));
        }

        return chapter.Add(Chapter.Absent(canBeDrawn ? Reason(context.Size, space) : "The coefficients of u are beyond the range of numbers that can be drawn."));
    }

    private static string Reason(int size, FunctionSpaceSection space)
    {
        if (size <= 2) return "Filters with one or two coefficients have no discriminant: there is nothing to draw.";
        if (space.Thick != VerdictKind.Holds)
            return $"The function space has dimension {NumberText.Count(space.Dimension)} in a space of dimension {NumberText.Count(space.AmbientDimension)}: a plane through the target would miss it, so none is drawn.";
        return "A plane through the target was not computed; the notes at the end say why.";
    }
}
