using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>A critical point on a panel.</summary>
/// <param name="Index">Its place in the list, from 0.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where it is drawn.</param>
/// <param name="IsExact">Whether it lies there; else it lies near, off the plane that is drawn.</param>
internal readonly record struct RingPlace(int Index, CriticalPointKind Kind, Dot Place, bool IsExact);

/// <summary>Rings with numbers around critical points, laid so that no number covers another mark.</summary>
internal static class CriticalRings
{
    private const double Radius = 9, CharacterWidth = 6.6, LineHeight = 12, Same = 1.5;

    private static readonly ImmutableArray<Dot> Sides = [new(1, -1), new(-1, -1), new(1, 1), new(-1, 1), new(1.3, 0), new(-1.3, 0), new(0, -1.5), new(0, 1.5), new(2.2, -1.8), new(-2.2, -1.8), new(2.2, 1.8), new(-2.2, 1.8)];

    /// <summary>The shapes; points at one place share a ring.</summary>
    /// <param name="points">The critical points.</param>
    /// <param name="marks">Where other marks are.</param>
    /// <param name="left">The left edge of the room for numbers.</param>
    /// <param name="right">The right edge.</param>
    internal static Element Of(IEnumerable<RingPlace> points, IEnumerable<Dot> marks, double left, double right)
    {
        var group = Svg.Group();
        var places = new List<List<RingPlace>>();
        foreach (var point in points)
        {
            var home = places.Find(place => Distance(place[0].Place, point.Place) < Same);
            if (home is null) places.Add([point]);
            else home.Add(point);
        }

        foreach (var place in places) group.Add(Svg.Circle(place[0].Place.X, place[0].Place.Y, Radius, CriticalStyle.Ring(place[0].Kind)));
        List<Dot> taken = [.. marks, .. places.Select(place => place[0].Place)];
        foreach (var place in places)
        {
            var text = string.Join(",", place.Select(point => point.IsExact ? NumberText.Count(point.Index + 1) : $"({NumberText.Count(point.Index + 1)})"));
            var half = text.Length * CharacterWidth / 2;
            var best = Sides.Select(side => Label(place[0].Place, side, half))
                .OrderByDescending(label => Room(label, half, taken, left, right))
                .First();
            for (var x = -half; x <= half; x += CharacterWidth) taken.Add(new Dot(best.X + x, best.Y));
            group.Add(Svg.Text(best.X, best.Y + 4, text, "mark-label middle halo"));
        }

        return group;
    }

    /// <summary>Explains the rings.</summary>
    internal static void Explain(Legend legend, IReadOnlyCollection<RingPlace> points, bool knowsTheBest)
    {
        foreach (var kinds in points.GroupBy(point => CriticalStyle.Ring(point.Kind)).OrderBy(kinds => kinds.Min(point => point.Kind)))
        {
            var names = kinds.Select(point => point.Kind).Distinct().Order().Select(kind => CriticalWords.Of(kind, knowsTheBest));
            legend.Add("critical: " + string.Join(", ", names), Svg.Circle(14, 7, 6, kinds.Key));
        }
    }

    private static Dot Label(Dot place, Dot side, double half) =>
        new(place.X + (side.X * (Radius + 1)) + (Math.Sign(side.X) * Math.Max(0, half - 3)), place.Y + (side.Y * (Radius + 1)));

    // Enough room is enough: then the first side wins.
    private static double Room(Dot label, double half, List<Dot> taken, double left, double right)
    {
        if (label.X - half < left || label.X + half > right) return -1;
        return Math.Min(LineHeight, taken.Select(dot => Math.Max(Math.Abs(dot.X - label.X) - half + 4, Math.Abs(dot.Y - label.Y))).DefaultIfEmpty(LineHeight).Min());
    }

    private static double Distance(Dot a, Dot b) => Math.Max(Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
}
