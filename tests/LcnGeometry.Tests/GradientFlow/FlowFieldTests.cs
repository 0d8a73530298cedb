using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.GradientFlow;

public class FlowFieldTests
{
    /// <summary>In one coordinate the loss is a polynomial of degree 2, so its central difference is its derivative, exactly.</summary>
    [Fact]
    public void Velocity_is_minus_the_central_difference_of_the_exact_loss() => PropertyRun.Trials(60, random =>
    {
        var (net, loss, start) = Case(random);
        var velocity = FlowCases.Field(net, loss).Velocity(FlowCases.Flat(FlowCases.ToDoubles(start)));
        var at = 0;
        for (var layer = 0; layer < net.Depth; layer++)
        {
            for (var i = 0; i < net.Filters[layer]; i++)
            {
                var difference = FlowCases.ExactLoss(net, loss, Moved(start, layer, i, 1)) - FlowCases.ExactLoss(net, loss, Moved(start, layer, i, -1));
                Assert.Equal((-difference / 2).ToDouble(), velocity[at++]);
            }
        }
    });

    [Fact]
    public void Velocity_is_minus_the_exact_gradient_of_the_loss_pulled_back_by_the_jacobian() => PropertyRun.Trials(60, random =>
    {
        var (net, loss, start) = Case(random);
        var stack = new FilterStack<Rational>(net, start);
        var gradient = ParameterizationMap.Jacobian(stack).Transpose().Multiply(loss.Gradient(ParameterizationMap.EndToEnd(stack)).AsSpan());
        Assert.Equal(gradient.Select(entry => -entry.ToDouble()), FlowCases.Field(net, loss).Velocity(FlowCases.Flat(FlowCases.ToDoubles(start))));
    });

    /// <summary>Mixed differences of a polynomial of degree at most 2 in each of two coordinates are exact too.</summary>
    [Fact]
    public void Second_derivatives_are_the_mixed_differences_of_the_exact_loss() => PropertyRun.Trials(30, random =>
    {
        var (net, loss, start) = Case(random);
        var hessian = FlowCases.Field(net, loss).Hessian(FlowCases.Flat(FlowCases.ToDoubles(start)));
        var entries = Enumerable.Range(0, net.Depth).SelectMany(layer => Enumerable.Range(0, net.Filters[layer]).Select(i => (layer, i))).ToArray();
        for (var a = 0; a < entries.Length; a++)
        {
            for (var b = 0; b < entries.Length; b++)
            {
                Rational At(int s, int t) => FlowCases.ExactLoss(net, loss, Moved(Moved(start, entries[a].layer, entries[a].i, s), entries[b].layer, entries[b].i, t));
                var expected = a == b ? At(1, 0) - (2 * At(0, 0)) + At(-1, 0) : (At(1, 1) - At(1, -1) - At(-1, 1) + At(-1, -1)) / 4;
                Assert.Equal(expected.ToDouble(), hessian[a, b]);
            }
        }
    });

    /// <summary>G2: the end-to-end filter moves by minus the tangent kernel times the gradient of the loss.</summary>
    [Fact]
    public void End_to_end_velocity_is_minus_the_tangent_kernel_times_the_gradient() => PropertyRun.Trials(40, random =>
    {
        var (net, loss, start) = Case(random);
        var function = ParameterizationMap.EndToEnd(new FilterStack<Rational>(net, start));
        var slope = loss.Gradient(function);

        // T_l T_l^T built from the definition: multiply by the product of the other layers, one layer's entry at a time set to one.
        var expected = new Rational[net.EndToEndSize];
        for (var layer = 0; layer < net.Depth; layer++)
        {
            for (var i = 0; i < net.Filters[layer]; i++)
            {
                ImmutableArray<Rational> unit = [.. Enumerable.Range(0, net.Filters[layer]).Select(j => j == i ? Rational.One : Rational.Zero)];
                var column = ParameterizationMap.EndToEnd(new FilterStack<Rational>(net, start.SetItem(layer, unit)));
                var weight = column.Zip(slope).Aggregate(Rational.Zero, (sum, pair) => sum + (pair.First * pair.Second));
                for (var k = 0; k < expected.Length; k++) expected[k] -= weight * column[k];
            }
        }

        var flat = FlowCases.Flat(FlowCases.ToDoubles(start));
        var field = FlowCases.Field(net, loss);
        var velocity = field.Velocity(flat);
        const double step = 1e-6;
        var norm = 1 + LayerProducts.Norm(velocity);
        var after = field.Layers.EndToEnd([.. flat.Zip(velocity).Select(pair => pair.First + (step / norm * pair.Second))]);
        var before = field.Layers.EndToEnd([.. flat.Zip(velocity).Select(pair => pair.First - (step / norm * pair.Second))]);
        for (var k = 0; k < expected.Length; k++)
        {
            var speed = (after[k] - before[k]) / (2 * step / norm);
            Assert.InRange(speed - expected[k].ToDouble(), -1e-7 * norm * norm, 1e-7 * norm * norm);
        }
    });

    [Fact]
    public void End_to_end_filter_is_the_parameterization_map_over_reals() => PropertyRun.Trials(40, random =>
    {
        var net = FlowCases.Net(random);
        var start = FilterFlow.RandomStart(net, 1, random.Between(0, 1000));
        var expected = ParameterizationMap.EndToEnd(new FilterStack<Real>(net, [.. start.Select(filter => filter.Select(entry => new Real(entry)).ToImmutableArray())]));
        var actual = new LayerProducts(net).EndToEnd(FlowCases.Flat(start));
        foreach (var (e, a) in expected.Zip(actual)) Assert.Equal(e.Value, a, 1e-12);
    });

    [Fact]
    public void Loss_is_the_exact_loss() => PropertyRun.Trials(40, random =>
    {
        var (net, loss, start) = Case(random);
        var field = FlowCases.Field(net, loss);
        Assert.Equal(FlowCases.ExactLoss(net, loss, start).ToDouble(), field.Loss(field.Layers.EndToEnd(FlowCases.Flat(FlowCases.ToDoubles(start)))));
    });

    private static (Architecture Net, QuadraticLoss Loss, ImmutableArray<ImmutableArray<Rational>> Start) Case(TestRandom random)
    {
        var net = FlowCases.Net(random);
        return (net, FlowCases.Loss(random, net.EndToEndSize), FlowCases.IntegerStart(random, net));
    }

    private static ImmutableArray<ImmutableArray<Rational>> Moved(ImmutableArray<ImmutableArray<Rational>> filters, int layer, int index, int by) =>
        filters.SetItem(layer, filters[layer].SetItem(index, filters[layer][index] + by));
}
