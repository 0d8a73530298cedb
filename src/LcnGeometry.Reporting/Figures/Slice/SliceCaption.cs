namespace LcnGeometry.Reporting;

/// <summary>What a reader must know to read a slice.</summary>
internal static class SliceCaption
{
    internal static string Of(FunctionSpaceSlice slice, SliceMarks marks, int paths)
    {
        var rule = slice.RequiredRealRoots < 2
            ? "The network represents every filter, so no curve here is a boundary of its function space. "
            : $"The network represents the filters with at least {Words.Counted(slice.RequiredRealRoots, "real root")}. ";
        var limits = slice.Points.Any(point => point.Kind == "limit")
            ? "Limits of the flow are numerical and lie near the plane rather than in it: they are projected orthogonally in the metric of the loss, and hollow marks are off the plane, so the region under a hollow mark need not be its own. "
            : "";
        var curves = paths == 0 ? "" : "Thin curves are projected flow runs. ";
        var beyond = marks.Beyond == 0 ? "" : $"{Words.Counted(marks.Beyond, "limit lies", "limits lie")} beyond the edges. ";
        return rule + "Circles around u are level sets of the loss. " +
            $"Root counts are exact on each of the {Words.Counted(slice.Lines.Length, "horizontal line")} sampled; between lines the regions are interpolated. " +
            limits + curves + beyond;
    }
}
