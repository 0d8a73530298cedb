using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The roots of the unconstrained optimum.</summary>
internal static class TargetRootsFigure
{
    internal static Figure Draw(ImmutableArray<RootRow> roots)
    {
        var disc = new RootDisc("Roots of the unconstrained optimum",
            $"{Words.Counted(roots.Length, "distinct root")} in the disc model: real roots on the circle, complex pairs inside.");
        foreach (var root in roots)
        {
            var place = RootDisc.Place(root);
            var mark = root.Kind == "pair" ? Marker.Diamond.At(place.X, place.Y, 5.5, "mark s1") : Marker.Circle.At(place.X, place.Y, 5.5, "mark s0");
            disc.Draw(place, mark, root.Multiplicity > 1 ? "×" + NumberText.Count(root.Multiplicity) : null);
        }

        var legend = new Legend();
        if (roots.Any(root => root.Kind != "pair")) legend.Mark("real root", Marker.Circle, "mark s0");
        if (roots.Any(root => root.Kind == "pair")) legend.Mark("pair of complex roots", Marker.Diamond, "mark s1");
        return new Figure
        {
            Title = "Roots of the unconstrained optimum",
            Panels = [disc.Panel],
            Legend = legend,
            Caption =
            [
                "The circle is the real line of x/y closed up by ∞; the inside is the upper half-plane, so a pair of complex roots is one point. " +
                "A filter gains or loses two real roots exactly when a point from inside reaches the circle. " +
                (roots.Any(root => root.Radius is not null) ? "Places of irrational roots are certified to the error bounds of the table." : "All places are exact up to drawing."),
            ],
        };
    }
}
