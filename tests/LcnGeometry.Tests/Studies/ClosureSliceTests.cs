using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.Studies;

/// <summary>Planes through targets of thin networks, against the closure by resultants and against the critical points.</summary>
public sealed class ClosureSliceTests
{
    private static Study Explore(string filters, string strides, string target)
    {
        var net = Architecture.Parse(filters, strides);
        return StudyBuilder.Explore(net, new LossSource(LossOf(target), new DocumentInputs { Metric = "identity" }), new FlowRequest(null, 2), new StudyOptions());
    }

    // Without critical points and runs the plane follows two coefficients.
    private static ClosureSlice? Slice(string filters, string strides, string target)
    {
        var space = Architecture.Parse(filters, strides).FunctionSpace();
        var card = StudyBuilder.Describe(space.Architecture, new StudyOptions());
        return ClosureSliceBuilder.Applies(space, card) ? ClosureSliceBuilder.Build(space, card, LossOf(target), [], null, CancellationToken.None) : null;
    }

    private static QuadraticLoss LossOf(string target)
    {
        ImmutableArray<Rational> entries = [.. target.Split(',').Select(Rational.Parse)];
        return QuadraticLoss.FromTarget(entries, Metric.Identity(entries.Length));
    }

    public static TheoryData<string, string, string> Networks => new()
    {
        { "2,2", "2,1", "1,2,3,7" },
        { "3,2", "2,1", "1,2,3,4,5" },
        { "3,2", "2,1", "3,-1,0,2,-4" },
        { "4,2", "2,1", "1,-2,3,1,2,-1" },
        { "2,3,2", "1,2,1", "1,-2,3,1,2,-1" },
        { "2,2,2", "1,2,1", "1,2,3,4,5" },
    };

    // The coefficients at even and at odd places have a common root: their resultant vanishes.
    [Theory]
    [MemberData(nameof(Networks))]
    public void The_curve_is_where_even_and_odd_parts_have_a_common_root(string filters, string strides, string target)
    {
        var slice = Slice(filters, strides, target)!;
        Assert.NotEmpty(slice.Curve);
        var reach = slice.Bounds[0][1];
        var checkedPoints = 0;
        foreach (var point in slice.Curve.SelectMany(curve => curve).Where((_, i) => i % 7 == 0))
        {
            var value = Resultant(slice, point[0], point[1]);
            double[] around = [.. Enumerable.Range(0, 8).Select(k => Resultant(slice, point[0] + (1e-4 * reach * Math.Cos(k * Math.PI / 4)), point[1] + (1e-4 * reach * Math.Sin(k * Math.PI / 4))))];
            Assert.True(Math.Abs(value) <= 1e-3 * around.Max(Math.Abs), $"the resultant is {value} at ({point[0]}, {point[1]}), and {around.Max(Math.Abs)} nearby");
            checkedPoints++;
        }

        Assert.True(checkedPoints > 10, $"only {checkedPoints} points");
    }

    // The network represents no filter nearer to the target than the global minimum, and the minimum lies on the curve.
    [Theory]
    [InlineData("2,2", "2,1", "1,2,3,7")]
    [InlineData("3,2", "2,1", "1,2,3,4,5")]
    [InlineData("3,2", "2,1", "3,-1,0,2,-4")]
    public void The_global_minimum_is_the_point_of_the_curve_nearest_to_the_target(string filters, string strides, string target)
    {
        var study = Explore(filters, strides, target);
        var slice = study.ClosureSlice!;
        Assert.Equal(VerdictKind.Holds, slice.SmoothPointsRepresentable);
        var index = study.Critical!.Points.Select((point, i) => (point.Kind, i)).First(place => place.Kind == CriticalPointKind.GlobalMinimum).i;
        var distance = Math.Sqrt(study.Critical.Points[index].Loss.ToDouble());
        var place = slice.Points.Single(point => point.CriticalPoint == index);
        Assert.Equal(distance, Math.Sqrt((place.X * place.X) + (place.Y * place.Y)), 9);
        var nearest = slice.Curve.SelectMany(curve => curve).Min(point => Math.Sqrt((point[0] * point[0]) + (point[1] * point[1])));
        Assert.InRange(nearest, distance - (1e-6 * slice.Bounds[0][1]), distance + ((slice.Bounds[0][1] - slice.Bounds[0][0]) / 119));
    }

    // The nearest point of the closure is smooth, and not representable, because the filter of two merged layers has no real root there.
    [Fact]
    public void Some_smooth_points_are_not_representable_when_two_merged_filters_have_even_size()
    {
        var study = Explore("2,2,2", "1,2,1", "1,2,3,4,5");
        Assert.Equal(VerdictKind.Fails, study.ClosureSlice!.SmoothPointsRepresentable);
        var missing = study.Critical!.Points.First(point => point.Kind == CriticalPointKind.NotAttained);
        Assert.True(missing.Loss.ToDouble() < study.Critical.Points.First(point => point.Kind == CriticalPointKind.GlobalMinimum).Loss.ToDouble());
        var c = missing.Function.Select(value => value.ToDouble()).ToArray();
        Assert.Equal(0, (c[1] * c[2] * c[3]) - (c[0] * c[3] * c[3]) - (c[1] * c[1] * c[4]), 9);
        Assert.True((c[1] * c[1]) + (c[3] * c[3]) > 0.1);
    }

    [Theory]
    [InlineData("2,3", "2,1")]
    [InlineData("1,2", "2,1")]
    [InlineData("1,3,2", "2,2,1")]
    [InlineData("3,2", "1,1")]
    [InlineData("3,3", "2,1")]
    public void Other_networks_have_no_such_curve(string filters, string strides) =>
        Assert.Null(Slice(filters, strides, string.Join(',', Enumerable.Range(1, Architecture.Parse(filters, strides).EndToEndSize).Select(i => i * i % 7))));

    [Theory]
    [InlineData("0,0,0,0,0")]
    [InlineData("1,0,2,0,1")]
    [InlineData("1,1,1,1,0")]
    [InlineData("0,0,1,0,0")]
    [InlineData("1e-30,2e-30,3e-30,4e-30,5e-30")]
    [InlineData("1e30,-2e30,3e30,4e30,5e30")]
    public void Special_targets_give_a_slice_of_finite_numbers_or_none(string target)
    {
        if (Slice("3,2", "2,1", target) is not { } slice) return;
        Assert.All(slice.Curve.SelectMany(curve => curve).SelectMany(point => point).Concat(slice.Bounds.SelectMany(bound => bound)), value => Assert.True(double.IsFinite(value)));
        Assert.True(slice.Bounds[0][1] > 0);
    }

    private static double Resultant(ClosureSlice slice, double x, double y)
    {
        Rational[] filter = [.. slice.Origin.Select((c, i) => Rational.RationalizeExactly(c + (x * slice.Directions[0][i]) + (y * slice.Directions[1][i])))];
        var even = new Polynomial<Rational>([.. filter.Where((_, i) => i % 2 == 0)]);
        var odd = new Polynomial<Rational>([.. filter.Where((_, i) => i % 2 == 1)]);
        return Resultants.Resultant(even, odd).ToDouble();
    }
}
