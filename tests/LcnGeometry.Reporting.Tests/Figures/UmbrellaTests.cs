using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>The umbrellas, against the equation of the closure and the membership that the library computes.</summary>
public sealed class UmbrellaTests
{
    private const int Sheets = 4;
    private static readonly Architecture Whole = new([3, 2], [2, 1]);
    private static readonly Architecture Split = new([2, 2, 2], [1, 2, 1]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_sheets_lie_on_the_closure(bool sameSign)
    {
        var equation = MultivariatePolynomial.Parse(Assert.Single(StudyBuilder.Describe(Whole, new StudyOptions()).FunctionSpace.Equations!.Value));
        var surface = new UmbrellaSurface(sameSign, 3, 7, false);
        PropertyRun.Trials(200, random =>
        {
            var p = surface.At(random.Between(0, Sheets - 1), (2 * random.Unit()) - 1, 3 * random.Unit());
            double[] filter = [1, p.X, p.Z, p.Y, sameSign ? 1 : -1];
            var values = equation.Variables.Select(name => Rational.RationalizeExactly(filter[name[1] - '0'])).ToArray();
            Assert.Equal(0, equation.Evaluate(values).ToDouble(), 10);
            Assert.Equal(0, UmbrellaSurface.Equation(sameSign, p.X, p.Y, p.Z), 10);
            Assert.InRange(Math.Abs(p.Z), sameSign ? 2 : 0, 7);
        });
    }

    // (1 + r x + x²/p·s)(1 + p x²) with s = ±1 has the entries 1, r, p + s/p, pr, s.
    [Fact]
    public void What_is_drawn_as_representable_is_what_the_library_says() => PropertyRun.Trials(120, random =>
    {
        Rational slope = new(random.Between(1, 9) * (random.Chance(0.5) ? 1 : -1), random.Between(1, 5)), first = new(random.Between(-30, 30), 7);
        var sameSign = random.Chance(0.5);
        Rational end = sameSign ? 1 : -1;
        var second = slope + (end / slope);
        ImmutableArray<Rational> filter = [1, first, second, slope * first, end];
        var point = new SpacePoint(first.ToDouble(), (slope * first).ToDouble(), second.ToDouble());
        foreach (var net in (Architecture[])[Whole, Split])
        {
            var surface = new UmbrellaSurface(sameSign, 3, 7, net == Split);
            var drawn = first.IsZero ? surface.IsRepresentableOnAxis(point.Z) : surface.IsRepresentable(point);
            Assert.Equal(net.FunctionSpace().Contains(filter).Verdict == Verdict.Holds, drawn);
        }
    });

    [Theory]
    [InlineData("-3")]
    [InlineData("-2")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("5/2")]
    public void The_axis_is_drawn_as_the_library_says(string level)
    {
        foreach (var net in (Architecture[])[Whole, Split])
        {
            foreach (var end in (int[])[1, -1])
            {
                var expected = net.FunctionSpace().Contains([1, 0, Rational.Parse(level), 0, end]).Verdict == Verdict.Holds;
                Assert.Equal(expected, new UmbrellaSurface(end > 0, 3, 7, net == Split).IsRepresentableOnAxis(Rational.Parse(level).ToDouble()));
            }
        }
    }

    // The pinch points are the critical values on the axis: there, and nowhere else on it, the one factorization is critical.
    [Theory]
    [InlineData(-2, true)]
    [InlineData(2, true)]
    [InlineData(-3, false)]
    [InlineData(3, false)]
    public void Two_sheets_meet_in_the_pinch_points_and_cross_beyond(int level, bool isPinch)
    {
        Assert.Equal(isPinch ? 1 : 2, (int)Whole.FunctionSpace().Factor([1, 0, level, 0, 1], 10).Count!.Value);
        var surface = new UmbrellaSurface(true, 3, 7, false);
        var position = Math.Sqrt((Math.Abs(level) - 2) / 5.0);
        var sheet = level > 0 ? 0 : 2;
        var (before, after) = (surface.Line(sheet, -position), surface.Line(sheet, position));
        Assert.Equal(level, before.Height, 12);
        Assert.Equal(level, after.Height, 12);
        Assert.Equal(isPinch, Math.Abs(before.Angle - after.Angle) < 1e-12);
    }

    [Fact]
    public void Scaling_does_not_change_the_normal_form() => PropertyRun.Trials(200, random =>
    {
        ImmutableArray<double> filter = [.. Enumerable.Range(0, 5).Select(_ => (random.Between(1, 9) * (random.Chance(0.5) ? 1.0 : -1)) / random.Between(1, 5))];
        var (scale, x) = ((random.Chance(0.5) ? 1 : -1) * Math.Pow(10, random.Between(-40, 40)), (random.Chance(0.5) ? 1 : -1) * Math.Pow(10, random.Between(-8, 8)));
        var plain = UmbrellaPoint.Of(filter, 1)!.Value;
        var scaled = UmbrellaPoint.Of([.. filter.Select((c, i) => scale * c * Math.Pow(x, i))], 1)!.Value;
        var sign = x < 0 ? -1 : 1;
        Assert.Equal(plain.SameSign, scaled.SameSign);
        Near(plain.First, sign * scaled.First);
        Near(plain.Third, sign * scaled.Third);
        Near(plain.Second, scaled.Second);
        var spread = UmbrellaPoint.Of([filter[0], 9, 9, filter[1], 9, 9, filter[2], 9, 9, filter[3], 9, 9, filter[4]], 3);
        Assert.Equal(plain, spread);
    });

    [Theory]
    [InlineData(0, 1, 1, 1, 1)]
    [InlineData(1, 1, 1, 1, 0)]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(1e-300, 1, 1e300, 1, 1)]
    [InlineData(1, double.NaN, 1, 1, 1)]
    public void Filters_without_a_place_have_none(double c0, double c1, double c2, double c3, double c4) => Assert.Null(UmbrellaPoint.Of([c0, c1, c2, c3, c4], 1));

    // The normal form divides by the ends: what is noise there must not become a place.
    [Fact]
    public void Ends_that_are_zero_up_to_their_error_have_no_place()
    {
        var study = SampleStudies.Named("umbrella");
        var run = study.Flow!.Runs[0];
        var (moved, points) = (run with { Limit = run.Limit with { Function = [1, 2e-9, -3e-8, 1e-12, 4e-14] } }, study.Critical!.Points);
        var data = UmbrellaData.Of(study with
        {
            Flow = study.Flow with { Runs = [moved] },
            Critical = study.Critical with { Points = [points[0], points[1] with { Function = [1.0, 0.5, 2e-13, 1e-14, 3e-14], CertificateRadius = 1e-13 }] },
        }, [new LimitGroup(0, FlowStatus.Converged, "4|", 1, [0])]);
        Assert.Empty(data.Limits);
        Assert.Equal([0], data.Critical.Select(item => item.Index));
        Assert.Equal([1], data.Unplaced.AsEnumerable());
        Assert.NotEmpty(UmbrellaData.Of(study, LimitGroup.Of(study.Flow)).Limits);
    }

    // Walks along the ray through a random place of the panel: the sheets that it meets, from far to near, are the patches that cover the place, in the order of drawing.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Patches_are_drawn_from_the_farthest_to_the_nearest(bool sameSign)
    {
        var surface = new UmbrellaSurface(sameSign, 3, 6, false);
        var view = new SpaceView(new Dot(0, 0), 100, -0.4, 0.4);
        var mesh = new UmbrellaMesh(surface, view);
        var scene = new PaintedScene(view);
        mesh.Paint(scene);
        var patches = scene.Patches.ToList();
        var (compared, several) = (0, 0);
        PropertyRun.Trials(60, random =>
        {
            // A place on the surface, so that most rays meet it, moved to where nothing else is near.
            var start = mesh.InScene(surface.At(random.Between(0, Sheets - 1), (2 * random.Unit()) - 1, 3 * random.Unit()));
            var dot = view.Place(start);
            var crossings = Crossings(mesh, view, start, surface);
            if (crossings is null) return;
            var covering = patches.Where(patch => Covers(patch.Corners, dot)).ToList();
            if (covering.Count != crossings.Count) return;
            compared++;
            if (crossings.Count > 1) several++;
            for (var i = 0; i < crossings.Count; i++) Assert.Equal(crossings[i], covering[i].Nearness, 0.35);
            for (var i = 1; i < crossings.Count; i++) Assert.True(covering[i - 1].Nearness < covering[i].Nearness);
        });
        Assert.True(compared > 25 && several > 6, $"only {compared} places were compared, {several} with several sheets");
    }

    [Fact]
    public void What_stands_in_front_hides()
    {
        var mesh = new UmbrellaMesh(new UmbrellaSurface(true, 3, 6, false), new SpaceView(new Dot(0, 0), 100, 0, 0));

        // The eye is on the axis of c1: the sheets over positive slopes stand before points far behind at their height, and nothing stands at height 0.
        Assert.True(mesh.IsHidden(new SpacePoint(-2.5, 1, 3)));
        Assert.False(mesh.IsHidden(new SpacePoint(-2.5, 1, 0)));
        Assert.False(mesh.IsHidden(new SpacePoint(2.9, -2, 3)));
    }

    [Theory]
    [InlineData("3,2", "2,1", true)]
    [InlineData("2,2,2", "1,2,1", true)]
    [InlineData("3,1,2", "2,1,1", true)]
    [InlineData("1,3,2", "3,2,1", true)]
    [InlineData("2,3", "2,1", false)]
    [InlineData("3,2", "1,1", false)]
    [InlineData("3,2", "3,1", false)]
    [InlineData("3,3", "2,1", false)]
    [InlineData("3,2,1", "2,5,1", true)]
    public void Networks_with_the_merged_form_have_the_picture(string filters, string strides, bool expected)
    {
        var net = Architecture.Parse(filters, strides);
        var study = StudyBuilder.Explore(net, null, new FlowRequest(null, 0), new StudyOptions());
        Assert.Equal(expected, UmbrellaData.Applies(study));
        Assert.Equal(expected, HtmlReport.Render(study).Contains("Whitney", StringComparison.Ordinal));
        if (expected) Assert.Equal(net.FunctionSpace().Merged.CommonStep, UmbrellaData.Of(study, []).Step);
    }

    // The nearness of the sheets along the ray through a point, ascending; null when the ray passes too close to an edge or touches a sheet.
    private static List<double>? Crossings(UmbrellaMesh mesh, SpaceView view, SpacePoint start, UmbrellaSurface surface)
    {
        var crossings = new List<double>();
        double before = double.NaN;
        for (var t = -6.0; t < 6; t += 0.004)
        {
            var place = start + (t * view.Eye);
            var p = mesh.OfScene(place);
            var value = UmbrellaSurface.Equation(surface.SameSign, p.X, p.Y, p.Z);
            if (before * value < 0)
            {
                var inside = Math.Max(Math.Abs(p.Z) / surface.Height, Math.Sqrt((p.X * p.X) + (p.Y * p.Y)) / surface.Radius);
                if (Math.Abs(inside - 1) < 0.05) return null;
                if (inside < 1) crossings.Add(view.Nearness(place));
            }

            before = value;
        }

        return crossings.Zip(crossings.Skip(1)).Any(pair => pair.Second - pair.First < 0.4) ? null : crossings;
    }

    private static bool Covers(ImmutableArray<Dot> corners, Dot dot)
    {
        var inside = false;
        for (var i = 0; i < corners.Length; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
            if (a.Y > dot.Y != b.Y > dot.Y && dot.X < a.X + ((b.X - a.X) * (dot.Y - a.Y) / (b.Y - a.Y))) inside = !inside;
        }

        return inside;
    }

    private static void Near(double expected, double actual) => Assert.Equal(1, (1 + (actual / expected)) / 2, 9);
}
