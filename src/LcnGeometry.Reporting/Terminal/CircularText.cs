namespace LcnGeometry.Reporting;

/// <summary>What carries over to cyclic padding, on a terminal.</summary>
internal static class CircularText
{
    internal static void Write(TerminalPage page, CircularSection? circular)
    {
        if (circular is null) return;
        var points = circular.Sizes is { } sizes ? Words.Grid(sizes) : NumberText.Count(circular.Size ?? circular.AmbientDimension);
        page.Blank();
        page.Line($"On {points} {(points == "1" ? "point" : "points")} with cyclic padding");
        page.Facts(
            ("theory carries over", Words.YesNo(circular.Verdict)),
            ("because", circular.Reason),
            ("dimension", circular.Dimension is { } dimension
                ? $"{NumberText.Count(dimension)} of {NumberText.Count(circular.AmbientDimension)}" + (circular.DimensionEvidence is Evidence.Sampled ? " at least (sampled)" : "")
                : null),
            ("filling", Words.YesNo(circular.Filling)),
            ("undecided because", circular.FillingReason),
            ("the same operator", circular.Witness is { } witness ? $"{page.Filter(witness.EndToEnd)} and {page.Filter(witness.OtherEndToEnd)}" : null),
            ("out of reach", circular.OutOfReach is { } filter ? page.Filter(filter) : null));
    }
}
