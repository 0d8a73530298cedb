using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Solving.Tests.Systems;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Homotopies;

public class MonodromyTests
{
    public static TheoryData<int> Degrees => [.. Enumerable.Range(1, Effort.Level >= 10 ? 8 : 6)];

    [Theory]
    [MemberData(nameof(Degrees))]
    public void Every_partition_reaches_the_number_of_the_closed_formula(int degree)
    {
        foreach (var parts in GenericCounts.Partitions(degree))
        {
            var expected = GenericCounts.OfPattern(parts);
            var system = Monodromy.Solve(RandomMaps.OfPattern(parts), expected, 20210803, CancellationToken.None);
            Assert.True(expected == system.Solutions.Length, $"[{string.Join(',', parts)}]: {system.Solutions.Length} of {expected}");
            Assert.True(StartCheck.Holds(system));
        }
    }

    // Numbers found by elimination, see the theory.
    [Theory]
    [InlineData("1:1 2:1")]
    [InlineData("1:1,1 2:1")]
    [InlineData("1:1,1 3:1")]
    [InlineData("1:1,1 2:1,1")]
    [InlineData("1:1 2:1 4:1")]
    [InlineData("1:2 2:1")]
    public void Strided_shapes_reach_the_number_found_by_elimination(string shape)
    {
        var expected = GenericCounts.OfShape(shape);
        var system = Monodromy.Solve(RandomMaps.Parse(shape), expected, 1, CancellationToken.None);
        Assert.Equal(expected, system.Solutions.Length);
        Assert.True(StartCheck.Holds(system));
    }

    // One more loop with no limit to the number must find nothing new.
    [Theory]
    [InlineData("1:2,1")]
    [InlineData("1:2,2")]
    [InlineData("1:1 2:1")]
    public void A_search_without_limit_finds_no_more(string shape)
    {
        var map = RandomMaps.Parse(shape);
        Assert.Equal(GenericCounts.OfShape(shape), Monodromy.Solve(map, int.MaxValue, 5, CancellationToken.None).Solutions.Length);
    }

    // The sum of all solutions is an affine function of a target that moves along a line; that of all but one is not. No formula is needed.
    [Theory]
    [InlineData("1:2")]
    [InlineData("1:2,1")]
    [InlineData("1:3")]
    [InlineData("1:2,2")]
    [InlineData("1:3,1")]
    [InlineData("1:2,1,1")]
    [InlineData("1:2,2,1")]
    [InlineData("1:1 2:1")]
    [InlineData("1:1,1 2:1")]
    [InlineData("1:2 2:1")]
    [InlineData("1:1 2:1 4:1")]
    [InlineData("1:1,1 2:1,1")]
    public void The_trace_is_linear_only_for_all_solutions(string shape)
    {
        var map = RandomMaps.Parse(shape);
        var expected = GenericCounts.OfShape(shape);
        var start = new StartLibrary(null).Get(map, expected, CancellationToken.None);
        var direction = GenericPair.DrawLinear(map.Size, new CounterRandom(11, 0));
        var tracker = new PathTracker<Lanes>(map);
        Complex[][][] functions = [.. new[] { 0.0, 0.6, 1.3 }.Select(At)];
        var bend = Bend(functions, expected);
        Assert.True(bend < 1e-11, $"The trace bends by {bend}.");
        for (var omitted = 0; omitted < expected; omitted++)
        {
            var without = functions.Select(f => f.Where((_, i) => i != omitted).ToArray()).ToArray();
            Assert.True(Bend(without, expected) > 1e-7, $"The trace without solution {omitted} bends by {Bend(without, expected)} only.");
        }

        Complex[][] At(double s)
        {
            ImmutableArray<Complex> linear = [.. start.Data.Linear.Zip(direction, (b, d) => b + (s * d))];
            var ends = tracker.Track(LaneData<Lanes>.Of(start.Data), LaneData<Lanes>.Of(start.Data with { Linear = linear }), start.Solutions, TrackerOptions.Careful, CancellationToken.None);
            Assert.All(ends, e => Assert.Equal(PathStatus.Arrived, e.Status));
            return [.. ends.Select(e => Function(map, e.Point))];
        }
    }

    [Fact]
    public void Searches_can_be_stopped()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Monodromy.Solve(RandomMaps.OfPattern(2, 2), 13, 1, source.Token));
    }

    /// <summary>How far the sums at 0, 0.6 and 1.3 are from a line, relative to their sizes.</summary>
    private static double Bend(Complex[][][] functions, int count)
    {
        var sums = functions.Select(f => Enumerable.Range(0, f[0].Length).Select(i => f.Aggregate(Complex.Zero, (sum, w) => sum + w[i])).ToArray()).ToArray();
        var size = functions.SelectMany(f => f).SelectMany(w => w).Max(Complex.Abs);
        return Enumerable.Range(0, sums[0].Length).Max(i => Complex.Abs(((sums[1][i] - sums[0][i]) / 0.6) - ((sums[2][i] - sums[0][i]) / 1.3))) / (size * Math.Sqrt(count));
    }

    private static Complex[] Function(ProductMap map, Complex[] point)
    {
        var evaluation = new ProductEvaluation<Binary64>(map);
        evaluation.EvaluateProducts([.. point.Take(map.CoefficientCount).Select(ComplexNumber<Binary64>.FromComplex)]);
        var scale = point[^2] / point[^1];
        return [.. evaluation.Product.Select(p => scale * new Complex(p.Re.Value, p.Im.Value))];
    }
}
