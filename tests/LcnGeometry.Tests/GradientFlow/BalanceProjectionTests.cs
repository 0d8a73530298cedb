using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.GradientFlow;

/// <summary>Projection onto the invariants: what it keeps, how far it goes, and what it does to whole runs.</summary>
public class BalanceProjectionTests
{
    private const double Ulp = 2.3e-16;

    [Fact]
    public void The_invariants_hold_to_rounding_over_whole_runs_and_without_it_to_the_tolerance()
    {
        foreach (var method in Enum.GetValues<FlowMethod>())
        {
            foreach (var (filters, strides) in new[] { ("2,2,2", "1,1,1"), ("3,2", "2,1"), ("4,2", "1,1"), ("2,1,2", "3,2,1"), ("1,1", "1,1") })
            {
                var net = Architecture.Parse(filters, strides);
                var loss = QuadraticLoss.FromTarget(FlowCases.NormalTarget(net.EndToEndSize, 5), Metric.Bombieri(net.EndToEndSize));
                var options = new FlowOptions { Method = method, Tolerance = 1e-5 };
                FlowRun plain = FlowCases.Run(net, loss, 2, options), projected = FlowCases.Run(net, loss, 2, options with { Project = true });
                Assert.All(projected.Invariants, row => Assert.InRange(row.Drift, 0, 6 * Ulp));
                Assert.True(plain.Invariants.Max(row => row.Drift) > 1e-12, $"{method}, {net}: {plain.Invariants.Max(row => row.Drift)}");

                // At the default tolerance both go to the same limit.
                FlowRun first = FlowCases.Run(net, loss, 2, options with { Tolerance = 1e-10 }), second = FlowCases.Run(net, loss, 2, options with { Tolerance = 1e-10, Project = true });
                Assert.Equal((first.Status, first.Limit.RealPattern), (second.Status, second.Limit.RealPattern));
                foreach (var (a, b) in FlowCases.Flat(first.Limit.Filters).Zip(FlowCases.Flat(second.Limit.Filters))) Assert.Equal(a, b, 1e-7);
            }
        }
    }

    [Fact]
    public void Long_runs_of_random_networks_stay_on_their_invariants() => PropertyRun.Trials(15, random =>
    {
        var net = FlowCases.Net(random);
        var run = FlowCases.Run(net, FlowCases.Loss(random, net.EndToEndSize), random.Between(0, 1000), new FlowOptions { Method = random.Pick(Enum.GetValues<FlowMethod>()), Project = true });
        Assert.All(run.Invariants, row => Assert.InRange(row.Drift, 0, 8 * Ulp));
    });

    /// <summary>Two ways: the scalings with the end-to-end filter kept, and the shortest way to the linearized invariants, agree to first order.</summary>
    [Fact]
    public void It_keeps_the_function_and_is_the_shortest_way_to_first_order() => PropertyRun.Trials(40, random =>
    {
        var layers = new LayerProducts(FlowCases.Net(random));
        var start = Vector(random, layers.ParameterCount, 1);
        var projection = new BalanceProjection(layers, start);
        double[] scales = [1e-3, 1e-5];
        var gaps = new double[2];
        var direction = Vector(random, layers.ParameterCount, 1);
        for (var k = 0; k < 2; k++)
        {
            double[] moved = [.. start.Zip(direction, (x, d) => x + (scales[k] * d))];
            var shortest = ShortestWay(layers, start, moved);
            var point = (double[])moved.Clone();
            projection.Apply(point, 0);
            foreach (var (before, after) in layers.EndToEnd(moved).Zip(layers.EndToEnd(point))) Assert.Equal(before, after, 1e-13);
            var (expected, actual) = (Invariants(layers, start), Invariants(layers, point));
            for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 8 * Ulp * LayerProducts.Norm(start) * LayerProducts.Norm(start));
            gaps[k] = LayerProducts.Norm([.. point.Zip(moved, (a, b) => a - b).Zip(shortest, (a, b) => a - b)]);
        }

        // The difference of the two ways is of second order, with a constant that the smallest layer sets.
        var smallest = Enumerable.Range(0, layers.Depth).Min(layer => layers.Norm(start, layer));
        if (smallest > 0.3) Assert.InRange(gaps[1], 0, (1e-3 * gaps[0]) + (1e-9 / smallest));
    });

    [Fact]
    public void Units_that_are_powers_of_two_change_no_bit()
    {
        var layers = new LayerProducts(Architecture.Parse("3,2"));
        double[] start = [1, -2, 0.5, 3, 0.25], moved = [1.01, -2, 0.5, 3.001, 0.25], scaled = [.. moved.Select(x => Math.ScaleB(x, -30))];
        var projection = new BalanceProjection(layers, start);
        projection.Apply(moved, 0);
        projection.Apply(scaled, 30);
        Assert.Equal(moved, scaled.Select(x => Math.ScaleB(x, 30)));
    }

    [Fact]
    public void Zero_filters_stay_zero_and_the_others_take_the_norms_that_the_invariants_ask_for()
    {
        var layers = new LayerProducts(Architecture.Parse("2,2,1"));
        var projection = new BalanceProjection(layers, [0, 0, 3, 4, 2]);

        // |w_2|^2 - |w_1|^2 = 25 and |w_3|^2 - |w_1|^2 = 4.
        double[] point = [0, 0, 3.03, 4.04, 1.99];
        projection.Apply(point, 0);
        Assert.Equal([0, 0], point[..2]);
        Assert.Equal(3, point[2], 1e-14);
        Assert.Equal(4, point[3], 1e-14);
        Assert.Equal(2, point[4], 1e-14);

        // A filter that is zero where the invariants say that another should be the smallest: nothing near has them.
        double[] lost = [1, 0, 0, 0, 2];
        projection.Apply(lost, 0);
        Assert.Equal([1, 0, 0, 0, 2], lost);

        double[] zero = [0, 0, 0, 0, 0];
        new BalanceProjection(layers, zero).Apply(zero, 0);
        Assert.Equal([0, 0, 0, 0, 0], zero);
    }

    [Fact]
    public void Layers_of_very_different_size_are_told_apart()
    {
        // Squares 1e-16 beside 1: the difference of the two small ones would drown in the large one.
        var layers = new LayerProducts(Architecture.Parse("1,1,1"));
        var projection = new BalanceProjection(layers, [1, 2e-8, 1e-8]);
        double[] point = [1 + 1e-13, 2e-8 * (1 + 1e-9), 1e-8];
        projection.Apply(point, 0);
        Assert.Equal(1, ((point[1] * point[1]) - (point[2] * point[2])) / 3e-16, 1e-14);
        Assert.Equal(1, (point[0] * point[0]) - (point[2] * point[2]) + 1e-16, 1e-15);
    }

    private static double[] Vector(TestRandom random, int count, double size) => [.. Enumerable.Range(0, count).Select(_ => size * random.Between(-1000, 1000) / 500)];

    private static double[] Invariants(LayerProducts layers, double[] point) =>
        [.. Enumerable.Range(0, layers.Depth - 1).Select(i => Square(layers.Filter(point, i)) - Square(layers.Filter(point, i + 1)))];

    private static double Square(ReadOnlySpan<double> filter)
    {
        double sum = 0;
        foreach (var entry in filter) sum += entry * entry;
        return sum;
    }

    /// <summary>The least move that restores the invariants when they are linearized at the moved point: G^T (G G^T)^-1 times what they lack.</summary>
    private static double[] ShortestWay(LayerProducts layers, double[] start, double[] moved)
    {
        var count = layers.Depth - 1;
        if (count == 0) return new double[moved.Length];
        var gradients = new double[count][];
        for (var i = 0; i < count; i++)
        {
            gradients[i] = new double[moved.Length];
            for (var k = layers.Offset(i); k < layers.Offset(i + 1); k++) gradients[i][k] = 2 * moved[k];
            for (var k = layers.Offset(i + 1); k < layers.Offset(i + 2); k++) gradients[i][k] = -2 * moved[k];
        }

        var gram = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++) gram[i, j] = gradients[i].Zip(gradients[j], (a, b) => a * b).Sum();
        }

        var lacking = Invariants(layers, start).Zip(Invariants(layers, moved), (a, b) => a - b).ToArray();
        if (CholeskyFactor.Of(gram) is not { } factor) return new double[moved.Length];
        var solution = factor.Solve(lacking);
        return [.. Enumerable.Range(0, moved.Length).Select(k => Enumerable.Range(0, count).Sum(i => solution[i] * gradients[i][k]))];
    }
}
