namespace LcnGeometry.Reporting;

/// <summary>Level sets of the loss in a slice: its directions are orthonormal in the metric of the loss, so they are circles around the target.</summary>
internal static class SliceCircles
{
    /// <summary>The circles; null without a target.</summary>
    internal static Element? Of(SlicePoints slice, Scale x, Scale y)
    {
        var target = slice.Points.FirstOrDefault(point => point.Kind == "target");
        if (target is null) return null;
        var circles = Svg.Group();
        var centre = new Dot(x.At(target.X), y.At(target.Y));
        foreach (var tick in Scale.Linear(0, slice.Bounds[0][1] - slice.Bounds[0][0], 0, 1).Ticks(8).Where(tick => tick.Value > 0))
            circles.Add(Svg.Ellipse(centre.X, centre.Y, x.At(target.X + tick.Value) - centre.X, centre.Y - y.At(target.Y + tick.Value), "level"));
        return circles;
    }
}
