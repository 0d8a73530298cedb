using System.Collections.Immutable;
using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>The geometry of the drawings, against formulas that the drawings do not use.</summary>
public sealed class DrawingTests
{
    private const double Centre = 180, Middle = 173, Radius = 128;

    [Theory]
    [InlineData(0, 0, 0, -1)]
    [InlineData(1, 0, 1, 0)]
    [InlineData(-1, 0, -1, 0)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(double.PositiveInfinity, 0, 0, 1)]
    [InlineData(double.NegativeInfinity, double.NegativeInfinity, 0, 1)]
    [InlineData(1e300, 1e300, 0, 1)]
    public void Special_roots_have_their_places_in_the_disc(double re, double im, double x, double y)
    {
        var place = RootDisc.Place(re, im);
        Assert.Equal(Centre + (Radius * x), place.X, 6);
        Assert.Equal(Middle - (Radius * y), place.Y, 6);
    }

    // The pseudo-hyperbolic distance |z - w| / |z - conj w| of the half-plane becomes |p - q| / |1 - conj p q| in the disc.
    [Fact]
    public void The_disc_keeps_hyperbolic_distances_and_puts_real_roots_on_the_circle() => PropertyRun.Trials(200, random =>
    {
        var z = new System.Numerics.Complex((8 * random.Unit()) - 4, 0.05 + (4 * random.Unit()));
        var w = new System.Numerics.Complex((8 * random.Unit()) - 4, 0.05 + (4 * random.Unit()));
        var (p, q) = (InDisc(z.Real, z.Imaginary), InDisc(w.Real, -w.Imaginary));
        var expected = (z - w).Magnitude / (z - System.Numerics.Complex.Conjugate(w)).Magnitude;
        Assert.Equal(expected, (p - q).Magnitude / (1 - (System.Numerics.Complex.Conjugate(p) * q)).Magnitude, 9);
        Assert.Equal(1, InDisc(z.Real, 0).Magnitude, 12);
    });

    [Fact]
    public void The_cone_of_the_figure_is_the_discriminant() => PropertyRun.Trials(200, random =>
    {
        double a = random.Between(-9, 9), b = random.Between(-9, 9), c = random.Between(-9, 9);
        var point = ConePoint.Of([a, b, c]);
        Assert.Equal((b * b) - (4 * a * c), (point.Radius * point.Radius) - (point.Height * point.Height), 9);
    });

    // Walks from the point to the eye in small steps and looks for the surface.
    [Fact]
    public void Points_are_hidden_by_the_sheets_that_stand_before_them() => PropertyRun.Trials(300, random =>
    {
        const double height = 1;
        var view = new ConeView(0, 0, height, 1, random.Unit() * 6);
        var point = new ConePoint((4 * random.Unit()) - 2, (4 * random.Unit()) - 2, (2.4 * random.Unit()) - 1.2);
        if (Math.Abs(point.Radius - Math.Abs(point.Height)) < 0.02) return;
        var (sin, cos) = Math.SinCos(view.Azimuth);
        var (rise, run) = Math.SinCos(0.30);
        var expected = ConeLayer.InFront;
        var before = point;
        for (var t = 0.002; t < 12; t += 0.002)
        {
            var now = new ConePoint(point.Difference + (t * run * cos), point.Middle + (t * run * sin), point.Height + (t * rise));
            var crosses = before.Radius < Math.Abs(before.Height) != now.Radius < Math.Abs(now.Height);
            if (crosses && Math.Abs(Math.Abs(now.Height) - height) < 0.01) return;
            if (crosses && Math.Abs(now.Height) <= height)
            {
                var entersFromOutside = before.Radius >= Math.Abs(before.Height);
                if (entersFromOutside)
                {
                    expected = ConeLayer.Behind;
                    break;
                }

                expected = ConeLayer.Within;
            }

            before = now;
        }

        Assert.Equal(expected, view.LayerOf(point));
    });

    [Fact]
    public void The_regions_of_a_slice_cover_it_once()
    {
        foreach (var name in (string[])["cubic-slice", "quartic-slice"])
        {
            var slice = SampleStudies.Named(name).Slice!;
            var area = SliceRegions.Of(slice).Values.SelectMany(polygons => polygons).Sum(Area);
            var whole = (slice.Bounds[0][1] - slice.Bounds[0][0]) * (slice.Bounds[1][1] - slice.Bounds[1][0]);
            Assert.Equal(whole, area, 9);
        }
    }

    // The boundary of (4,2) in the swallowtail picture is the part where the double root is real and the other two are not.
    [Fact]
    public void The_boundary_of_a_slice_separates_enough_roots_from_too_few()
    {
        var slice = SampleStudies.Named("quartic-slice").Slice!;
        var pieces = SliceBoundary.Of(slice);
        Assert.Equal(2, pieces.Length);
        Assert.All(pieces.SelectMany(piece => piece), point =>
        {
            var (q, r) = (point.X + slice.Origin[1], point.Y + slice.Origin[0]);
            Assert.True(r > 0.3, $"({q}, {r}) bounds the region of four real roots");
        });
        Assert.Empty(SliceBoundary.Of(SampleStudies.Named("cubic-slice").Slice!));
    }

    [Fact]
    public void Counts_read_off_a_slice_are_those_of_its_lines()
    {
        var slice = SampleStudies.Named("cubic-slice").Slice!;
        PropertyRun.Trials(200, random =>
        {
            double x = (3 * random.Unit()) - 1.8, y = (3 * random.Unit()) - 2;
            var (p, q) = (x + slice.Origin[1], y + slice.Origin[0]);
            var discriminant = (-4 * p * p * p) - (27 * q * q);
            if (Math.Abs(discriminant) < 3) return;
            Assert.Equal(discriminant > 0 ? 3 : 1, SliceRegions.CountAt(slice, x, y));
        });
    }

    private static double Area(ImmutableArray<Dot> polygon)
    {
        double twice = 0;
        for (var i = 0; i < polygon.Length; i++)
        {
            var (a, b) = (polygon[i], polygon[(i + 1) % polygon.Length]);
            twice += (a.X * b.Y) - (a.Y * b.X);
        }

        return Math.Abs(twice) / 2;
    }

    private static System.Numerics.Complex InDisc(double re, double im)
    {
        var place = RootDisc.Place(re, im);
        return new System.Numerics.Complex((place.X - Centre) / Radius, (Middle - place.Y) / Radius);
    }
}
