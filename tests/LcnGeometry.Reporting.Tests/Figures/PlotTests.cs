using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Axes, curves and marks.</summary>
public sealed class PlotTests
{
    [Theory]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(-3, 17, "0 5 10 15")]
    [InlineData(99.5, 100.5, "99.6 99.8 100 100.2 100.4")]
    [InlineData(5, 5, "3 4 5 6 7")]
    [InlineData(0, 0, "−1 −0.5 0 0.5 1")]
    [InlineData(0, 3e-7, "0 1×10⁻⁷ 2×10⁻⁷ 3×10⁻⁷")]
    public void Linear_ticks_are_round(double lower, double upper, string labels) =>
        Assert.Equal(labels, string.Join(' ', Scale.Linear(lower, upper, 0, 100).Ticks(5).Select(tick => tick.Label)));

    [Theory]
    [InlineData(1e-12, 1, "10⁻¹² 10⁻⁹ 10⁻⁶ 10⁻³ 1")]
    [InlineData(1, 1000, "1 10 100 1000")]
    [InlineData(2, 30, "2 5 10 20")]
    [InlineData(7, 7, "1 10")]
    public void Logarithmic_ticks_are_decades_or_their_parts(double lower, double upper, string labels)
    {
        var expected = labels.Replace("100 1000", "10² 10³", StringComparison.Ordinal);
        Assert.Equal(expected, string.Join(' ', Scale.Logarithmic(lower, upper, 0, 100).Ticks(5).Select(tick => tick.Label)));
    }

    [Fact]
    public void Ticks_lie_on_the_axis() => PropertyRun.Trials(300, random =>
    {
        var lower = (random.Unit() - 0.5) * Math.Pow(10, random.Between(-8, 8));
        var upper = lower + (random.Unit() * Math.Pow(10, random.Between(-8, 8)));
        var scale = Scale.Linear(lower, upper, 0, 100);
        var ticks = scale.Ticks(5);
        Assert.InRange(ticks.Length, 2, 12);
        Assert.All(ticks, tick => Assert.InRange(scale.At(tick.Value), -1e-3, 100.001));
    });

    [Fact]
    public void Thinned_curves_keep_their_ends_and_their_shape()
    {
        var points = Enumerable.Range(0, 1000).Select(i => new Dot(i * 0.01, Math.Sin(i * 0.01) * 20)).ToList();
        var thin = Thinned.Of(points).ToList();
        Assert.Equal(points[0], thin[0]);
        Assert.Equal(points[^1], thin[^1]);
        Assert.InRange(thin.Count, 20, 200);
        Assert.Equal([new Dot(1, 1)], Thinned.Of([new Dot(1, 1)]));
        Assert.Empty(Thinned.Of([]));
    }

    [Fact]
    public void Time_curves_begin_and_end_at_the_floor()
    {
        Assert.Equal(
            [new Dot(0.5, 4), new Dot(1, 2), new Dot(2, 0.1)],
            TimeCurve.Of([0, 1, 2, 3, 4], [4, 2, 0.1, 0.01, -1], 0.1).AsEnumerable());
        Assert.Equal([new Dot(2, 5), new Dot(3, 6)], TimeCurve.Of([0, 1, 2, 3], [0, double.NaN, 5, 6], 0.1).AsEnumerable());
        Assert.Empty(TimeCurve.Of([0], [1], 0.1));
    }

    [Fact]
    public void Coordinates_have_two_decimals_in_every_culture()
    {
        Cultures.Each(_ => Assert.Equal("-1234.57", Coordinate.Text(-1234.5678)));
        Assert.Equal("0", Coordinate.Text(-0.001));
        Assert.Throws<ArgumentOutOfRangeException>(() => Coordinate.Text(double.NaN));
    }
}
