using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.GradientFlow;

public class RootClustersTests
{
    private static readonly LimitRoot Infinity = new(double.PositiveInfinity, double.PositiveInfinity);

    [Fact]
    public void Disturbed_roots_show_the_pattern_of_the_exact_form() => PropertyRun.Trials(80, random =>
    {
        var form = new BinaryForm(1);
        var roots = new List<SpherePoint>();
        var noise = Math.Pow(10, -random.Between(6, 12));
        double Noise() => noise * (random.Unit() - 0.5);
        foreach (var value in new[] { -3, -1, 0, 2, 7 }.Where(_ => random.Chance(0.5)))
        {
            for (var k = random.Between(1, 3); k > 0; k--)
            {
                form *= new BinaryForm(-value, 1);
                roots.AddRange(SpherePoint.RootsOf(new LimitRoot(value + Noise(), 0), 1));
            }
        }

        foreach (var (re, im) in new[] { (0, 1), (1, 2), (-4, 1) }.Where(_ => random.Chance(0.5)))
        {
            for (var k = random.Between(1, 2); k > 0; k--)
            {
                form *= new BinaryForm((re * re) + (im * im), -2 * re, 1);
                var (x, y) = (re + Noise(), im + Noise());
                roots.AddRange(SpherePoint.RootsOf(new LimitRoot(x, y), 1));
                roots.AddRange(SpherePoint.RootsOf(new LimitRoot(x, -y), 1));
            }
        }

        for (var k = random.Between(0, 2); k > 0; k--)
        {
            form *= new BinaryForm(1, 0);
            roots.AddRange(SpherePoint.RootsOf(k == 1 ? Infinity : new LimitRoot(1 / (1e-300 + Math.Abs(Noise())), 0), 1));
        }

        var clusters = RootClusters.Of(roots.OrderBy(_ => random.Next()), 1e-9);
        Assert.Null(clusters.Reason);
        Assert.Equal(RootPattern.Of(form), clusters.Pattern);
        Assert.InRange(clusters.Spread, 0, 4 * noise);
    });

    [Fact]
    public void A_pair_near_the_real_axis_is_a_double_real_root()
    {
        var clusters = Of(1e-9, new(1, 1e-10), new(1, -1e-10), new(-2, 0));
        Assert.Equal("21|", clusters.Pattern!.ToString());
        Assert.Equal("1|1", Of(1e-9, new(1, 1e-3), new(1, -1e-3), new(-2, 0)).Pattern!.ToString());
    }

    [Fact]
    public void No_pattern_is_told_without_a_clear_gap()
    {
        var clusters = Of(1e-4, new(0, 0), new(0.02, 0), new(0.1, 0), new(0.6, 0), new(4, 0));
        Assert.Null(clusters.Pattern);
        Assert.NotNull(clusters.Reason);
        Assert.Equal("11111|", Of(1e-9, new(0, 0), new(0.02, 0), new(0.1, 0), new(0.6, 0), new(4, 0)).Pattern!.ToString());
    }

    [Fact]
    public void Separation_and_spread_are_the_distances_on_the_two_sides_of_the_gap()
    {
        var clusters = Of(0, new(0, 0), new(1e-9, 0), new(1, 0), new(-1, 0));
        Assert.Equal("211|", clusters.Pattern!.ToString());
        Assert.Equal(2e-9, clusters.Spread, 1e-15);
        Assert.Equal(Math.Sqrt(2), clusters.Separation!.Value, 1e-8);
        Assert.Equal("|", Of(0).Pattern!.ToString());
    }

    [Theory]
    [InlineData(16, 0, 4, "11|1")]
    [InlineData(-16, 0, 4, "|11")]
    [InlineData(-8, 0, 3, "1|1")]
    [InlineData(0, 0, 3, "3|")]
    [InlineData(5, 0, 2, "11|")]
    [InlineData(-5, 0, 2, "|1")]
    public void Roots_of_upsampled_layers_are_all_roots_of_the_power(double re, double im, int stride, string pattern) =>
        Assert.Equal(pattern, RootClusters.Of(SpherePoint.RootsOf(new LimitRoot(re, im), stride), 1e-9).Pattern!.ToString());

    [Fact]
    public void Infinity_is_upsampled_to_infinity() =>
        Assert.Equal("3|", RootClusters.Of(SpherePoint.RootsOf(Infinity, 3), 1e-9).Pattern!.ToString());

    private static RootClusters Of(double uncertainty, params LimitRoot[] roots) => RootClusters.Of(roots.SelectMany(root => SpherePoint.RootsOf(root, 1)), uncertainty);
}
