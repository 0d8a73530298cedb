using LcnGeometry.TestKit;
using Pair = LcnGeometry.Solving.DoubleDouble<LcnGeometry.Solving.Binary64>;

namespace LcnGeometry.Solving.Tests.Numbers;

public class LanesTests
{
    private static readonly double[] Awkward = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, double.MaxValue, double.Epsilon];

    [Fact]
    public void A_lane_does_what_a_double_does_whatever_its_neighbors_do() => PropertyRun.Trials(2000, random =>
    {
        double[] a = Draw(random), b = Draw(random), c = Draw(random);
        Lanes x = Lanes.Of(a), y = Lanes.Of(b), z = Lanes.Of(c);
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            Same(a[lane] + b[lane], (x + y)[lane]);
            Same(a[lane] - b[lane], (x - y)[lane]);
            Same(a[lane] * b[lane], (x * y)[lane]);
            Same(a[lane] / b[lane], (x / y)[lane]);
            Same(-a[lane], (-x)[lane]);
            Same(Math.Sqrt(a[lane]), Lanes.Sqrt(x)[lane]);
            Same(Math.FusedMultiplyAdd(a[lane], b[lane], c[lane]), Lanes.MultiplyAdd(x, y, z)[lane]);
            Same(Math.FusedMultiplyAdd(-a[lane], b[lane], c[lane]), Lanes.SubtractProduct(x, y, z)[lane]);
            Same(a[lane] < b[lane] ? c[lane] : a[lane], Lanes.WhereLess(x, y, z, x)[lane]);
            Same(double.IsNaN(a[lane]) ? c[lane] : b[lane], Lanes.WhereNumber(x, y, z)[lane]);
            Same(lane == 2 ? 7 : a[lane], x.With(2, 7, 0)[lane]);
        }

        Assert.Equal(a.Zip(b).Any(p => p.First < p.Second), Lanes.AnyLess(x, y));
    });

    [Fact]
    public void A_wide_lane_does_what_a_pair_of_doubles_does_whatever_its_neighbors_do() => PropertyRun.Trials(2000, random =>
    {
        double[] a = Draw(random), b = Draw(random), c = Draw(random);
        WideLanes x = Make(a, out var p), y = Make(b, out var q), z = Make(c, out var r);
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            Same(p[lane] + q[lane], x + y, lane);
            Same(p[lane] - q[lane], x - y, lane);
            Same(p[lane] * q[lane], x * y, lane);
            Same(p[lane] / q[lane], x / y, lane);
            Same(-p[lane], -x, lane);
            Same(Pair.Sqrt(p[lane]), WideLanes.Sqrt(x), lane);
            Same(Pair.MultiplyAdd(p[lane], q[lane], r[lane]), WideLanes.MultiplyAdd(x, y, z), lane);
            Same(Pair.SubtractProduct(p[lane], q[lane], r[lane]), WideLanes.SubtractProduct(x, y, z), lane);
            Same(p[lane].High.Value < q[lane].High.Value ? p[lane] : r[lane], WideLanes.WhereLess(x, y, x, z), lane);
            Same(double.IsNaN(p[lane].High.Value) ? r[lane] : q[lane], WideLanes.WhereNumber(x, y, z), lane);
        }

        Assert.Equal(a.Zip(b).Any(s => s.First < s.Second), WideLanes.AnyLess(x, y));
        Same(Pair.FromDouble(1) + Pair.FromDouble(1e-20), WideLanes.FromParts(1, 1e-20), 3);
    });

    [Fact]
    public void Complex_products_are_those_of_the_runtime() => PropertyRun.Trials(2000, random =>
    {
        // Small integers: both are exact.
        System.Numerics.Complex a = Next(random), b = Next(random), c = Next(random);
        ComplexNumber<Binary64> x = ComplexNumber<Binary64>.FromComplex(a), y = ComplexNumber<Binary64>.FromComplex(b), z = ComplexNumber<Binary64>.FromComplex(c);
        Equal(a + b, x + y);
        Equal(a - b, x - y);
        Equal(a * b, x * y);
        Equal(-a, -x);
        Equal((a * b) + c, ComplexNumber<Binary64>.MultiplyAdd(x, y, z));
        Equal(c - (a * b), ComplexNumber<Binary64>.SubtractProduct(x, y, z));
        Equal(3 * a, new Binary64(3) * x);
        Equal(System.Numerics.Complex.Conjugate(a), x.Conjugate);
        Assert.Equal((a.Real * a.Real) + (a.Imaginary * a.Imaginary), x.SquaredModulus.Value);
        Equal(1, ComplexNumber<Binary64>.One);
        Equal(0, ComplexNumber<Binary64>.Zero);
    });

    [Fact]
    public void A_complex_number_prints_its_parts() =>
        Assert.Equal("([0.5, 0.5], [-2, 3])", new ComplexNumber<Interval>(Interval.FromDouble(0.5), Interval.Between(-2, 3)).ToString());

    private static System.Numerics.Complex Next(TestRandom random) => new(random.Between(-1000, 1000), random.Between(-1000, 1000));

    private static double[] Draw(TestRandom random) =>
        [.. Enumerable.Range(0, Lanes.Count).Select(_ => random.Chance(0.3) ? random.Pick(Awkward) : random.NextModerate())];

    private static WideLanes Make(double[] values, out Pair[] pairs)
    {
        pairs = [.. values.Select(v => new Pair(new(v), new(double.IsFinite(v) ? v * 1e-17 : 0)))];
        var lanes = WideLanes.Of(values);
        for (var lane = 0; lane < Lanes.Count; lane++) lanes = lanes.With(lane, pairs[lane].High.Value, pairs[lane].Low.Value);
        return lanes;
    }

    private static void Equal(System.Numerics.Complex expected, ComplexNumber<Binary64> actual) => Assert.Equal(expected, new(actual.Re.Value, actual.Im.Value));

    private static void Same(double expected, double actual) => Assert.True(expected.Equals(actual), $"{expected:R} is not {actual:R}");

    private static void Same(Pair expected, WideLanes actual, int lane)
    {
        Same(expected.High.Value, actual.High(lane));
        Same(expected.Low.Value, actual.Low(lane));
    }
}
