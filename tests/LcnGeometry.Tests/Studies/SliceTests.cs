using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.Studies;

public class SliceTests
{
    [Fact]
    public void Counts_between_breaks_hold_at_every_point_of_the_gap() => PropertyRun.Trials(25, random =>
    {
        var size = random.Between(3, 6);
        ImmutableArray<double> origin = [.. Enumerable.Range(0, size).Select(_ => (double)random.Between(-4, 4))];
        ImmutableArray<ImmutableArray<double>> directions =
        [
            [.. Enumerable.Range(0, size).Select(_ => random.Unit() - 0.5)],
            [.. Enumerable.Range(0, size).Select(_ => random.Unit() - 0.5)],
        ];
        var scanner = new SliceScanner(origin, directions);
        var axis = random.Between(0, 1);
        const double range = 8;
        var offset = (random.Unit() - 0.5) * range;
        if (scanner.Scan(axis, offset, range, CancellationToken.None) is not var (breaks, counts)) return;
        Assert.Equal(breaks.Length + 1, counts.Length);
        Assert.Equal(breaks.Order(), breaks.AsEnumerable());
        double[] stops = [-range, .. breaks, range];
        for (var gap = 0; gap < counts.Length; gap++)
        {
            // Stay a little away from the printed breaks: they are rounded.
            var share = 0.01 + (0.98 * random.Unit());
            var position = stops[gap] + (share * (stops[gap + 1] - stops[gap]));
            if (stops[gap + 1] - stops[gap] < 1e-6) continue;
            var form = new BinaryForm([.. origin.Select((c, i) => Rational.RationalizeExactly(c)
                + (Rational.RationalizeExactly(position) * Rational.RationalizeExactly(directions[axis][i]))
                + (Rational.RationalizeExactly(offset) * Rational.RationalizeExactly(directions[1 - axis][i])))]);
            Assert.Equal(counts[gap], RootPattern.Of(form).DistinctRealRoots);
        }
    });

    // The discriminant is the product of the squared root differences, and vanishes exactly on repeated roots, infinity included.
    [Fact]
    public void Form_discriminant_of_known_roots() => PropertyRun.Trials(100, random =>
    {
        var degree = random.Between(1, 5);
        var points = Enumerable.Range(0, degree).Select(_ => (A: (Rational)random.Between(-3, 3), B: (Rational)(random.Chance(0.3) ? 0 : random.Between(1, 3)))).ToArray();
        if (points.Any(p => p.A.IsZero && p.B.IsZero)) return;

        // prod (b_i x - a_i y), as a form of full degree.
        Rational[] form = [1];
        foreach (var (a, b) in points)
        {
            var next = new Rational[form.Length + 1];
            for (var i = 0; i < form.Length; i++)
            {
                next[i] -= a * form[i];
                next[i + 1] += b * form[i];
            }

            form = next;
        }

        var expected = Rational.One;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < i; j++) expected *= Rational.Pow((points[i].A * points[j].B) - (points[j].A * points[i].B), 2);
        }

        Assert.Equal(expected, Resultants.Discriminant(new Polynomial<Rational>(form), degree));
    });

    [Fact]
    public void Plane_coordinates_are_distances_in_the_metric()
    {
        var metric = new double[,] { { 2, 1, 0, 0 }, { 1, 3, 0, 1 }, { 0, 0, 1, 0 }, { 0, 1, 0, 5 } };
        double[] target = [1, -2, 3, 4];
        var plane = SlicePlane.Through(target, metric, [("one", [1, 0, 0, 2]), ("two", [0, 1, 2, 0])]);
        Assert.Equal(["one", "two"], plane.Names.ToArray());
        foreach (ImmutableArray<double> limit in new ImmutableArray<double>[] { [1, 0, 0, 2], [0, 1, 2, 0], [5, 5, 1, 1] })
        {
            var (x, y, distance) = plane.Project(limit);
            double[] d = [.. limit.Select((w, i) => w - target[i])];
            Assert.Equal(SlicePlane.Dot(d, SlicePlane.Apply(metric, d)), (x * x) + (y * y) + (distance * distance), 9);
        }

        Assert.Equal(0, plane.Project([0, 1, 2, 0]).Distance, 9);
    }

    [Fact]
    public void Coordinate_directions_fill_in_when_every_limit_is_the_target()
    {
        var metric = new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
        Assert.Equal(2, SlicePlane.Through([0, 0, 0], metric, []).Names.Length);
        Assert.Equal(["along coefficient 0", "along coefficient 1"], SlicePlane.Through([0, 0, 2], metric, [("one", [0, 0, 2])]).Names.ToArray());
    }

    [Fact]
    public void A_circle_is_joined_to_one_closed_curve()
    {
        double[] grid = [.. Enumerable.Range(-20, 41).Select(i => i / 10.0)];
        ImmutableArray<double>[] crossings = [.. grid.Select(g => g * g < 1.2 ? ImmutableArray.Create(-Math.Sqrt(1.2 - (g * g)), Math.Sqrt(1.2 - (g * g))) : [])];
        var curve = Assert.Single(SliceCurve.Join(grid, crossings, crossings));
        Assert.Equal(curve[0].ToArray(), curve[^1].ToArray());
        Assert.All(curve, p => Assert.Equal(1.2, (p[0] * p[0]) + (p[1] * p[1]), 9));
        Assert.True(curve.Length > 80);
    }
}
