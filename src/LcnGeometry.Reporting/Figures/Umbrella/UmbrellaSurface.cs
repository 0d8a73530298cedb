namespace LcnGeometry.Reporting;

/// <summary>The filters (1, c1, c2, c3, ±1) of the closure: c1 c2 c3 = c3² ± c1². Over each height c2 it is a pair of lines through the axis, or the axis alone.</summary>
/// <param name="sameSign">Whether c4 is 1 rather than -1.</param>
/// <param name="radius">Where the lines are cut off.</param>
/// <param name="height">Where the axis is cut off, above 2.</param>
/// <param name="needsRealRoots">Whether the first filter has to be a product of two of size two.</param>
internal sealed class UmbrellaSurface(bool sameSign, double radius, double height, bool needsRealRoots)
{
    /// <summary>The height of the pinch points.</summary>
    internal const double Pinch = 2;

    // Where the discriminant of the first filter vanishes: the product c1 c3, up to sign.
    private const double SplitProduct = 4;

    internal bool SameSign => sameSign;

    internal double Radius => radius;

    internal double Height => height;

    /// <summary>Zero on the surface.</summary>
    internal static double Equation(bool sameSign, double first, double third, double second) =>
        (first * second * third) - (third * third) - (sameSign ? first * first : -first * first);

    /// <summary>The sheets: each is swept by half-lines from the axis, whose angle and height depend on a number from -1 to 1.</summary>
    internal int Sheets => 4;

    /// <summary>The angle and the height of a half-line.</summary>
    /// <param name="sheet">The sheet, from 0.</param>
    /// <param name="position">From -1 to 1.</param>
    internal (double Angle, double Height) Line(int sheet, double position)
    {
        // Opposite half-lines, then the other umbrella, or the lines at right angles to the first.
        var turn = (sheet % 2 * Math.PI) + (sheet / 2 * Math.PI / 2);
        if (sameSign)
        {
            // Quadratic in the position: the two lines over one height meet at the pinch point with a common tangent plane.
            var z = Pinch + ((height - Pinch) * position * position);
            var angle = (Math.PI / 4) + (0.5 * Math.Sign(position) * Math.Acos(Pinch / z));
            return sheet < 2 ? (angle + turn, z) : (angle + turn, -z);
        }

        // The slope p of the line solves p - 1/p = c2.
        var level = height * position;
        return (Math.Atan2(level + Math.Sqrt((level * level) + 4), 2) + turn, level);
    }

    /// <summary>A point of a sheet in the coordinates (c1, c3, c2).</summary>
    internal SpacePoint At(int sheet, double position, double distance)
    {
        var (angle, level) = Line(sheet, position);
        var (sin, cos) = Math.SinCos(angle);
        return new(distance * cos, distance * sin, level);
    }

    /// <summary>Where on a half-line the representable filters end, within the radius; null if nowhere.</summary>
    internal double? Edge(int sheet, double position)
    {
        var product = 0.5 * Math.Sin(2 * Line(sheet, position).Angle);
        if (!needsRealRoots || sameSign != product > 0) return null;
        var edge = Math.Sqrt(SplitProduct / Math.Abs(product));
        return edge < radius ? edge : null;
    }

    /// <summary>Distances from the axis that divide a half-line, the edge among them.</summary>
    internal double[] Radii(int sheet, double position, int parts)
    {
        var edge = Edge(sheet, position) ?? radius;
        var radii = Enumerable.Range(0, parts + 1).Select(j => edge * j / parts);
        return [.. needsRealRoots ? radii.Concat(Enumerable.Range(1, parts).Select(j => edge + ((radius - edge) * j / parts))) : radii];
    }

    /// <summary>Whether a filter of the surface, off the axis, is an end-to-end filter of the network.</summary>
    internal bool IsRepresentable(SpacePoint point) => !needsRealRoots || IsSplit(point.X * point.Y);

    /// <summary>Whether a filter of the axis is one: x⁴ + c2 x² ± 1 needs a real root in x², and a real one in x if the first filter has to split.</summary>
    internal bool IsRepresentableOnAxis(double level) => !sameSign || (needsRealRoots ? level <= -Pinch : Math.Abs(level) >= Pinch);

    // The first filter (1, c1, ±c1/c3) has the discriminant c1² ∓ 4 c1/c3; times c3² that is c1 c3 (c1 c3 ∓ 4).
    private bool IsSplit(double product) => sameSign ? product is < 0 or >= SplitProduct : product is > 0 or <= -SplitProduct;
}
