using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;
using Xunit;

namespace LcnGeometry.Tests.GradientFlow;

public class DescentStepTests
{
    [Fact]
    public void The_gradient_is_the_exact_difference_of_the_loss() => PropertyRun.Trials(60, random =>
    {
        // Small integers and a form of integers: doubles compute exactly. The loss is quadratic in each weight, so central differences are exact.
        var net = FlowCases.Net(random);
        var loss = FlowCases.Loss(random, net.EndToEndSize);
        var start = FlowCases.IntegerStart(random, net);
        var step = new DescentStep(net, FlowCases.Doubles(loss.Q), new DescentOptions());
        var values = ScalarTape.Values(step, FlowCases.Flat(FlowCases.ToDoubles(start)), [.. loss.Target.Select(entry => entry.ToDouble())]);
        var norm = Rational.Zero;
        for (int layer = 0, at = 0; layer < net.Depth; layer++)
        {
            for (var i = 0; i < net.Filters[layer]; i++, at++)
            {
                var half = (FlowCases.ExactLoss(net, loss, Moved(start, layer, i, 1)) - FlowCases.ExactLoss(net, loss, Moved(start, layer, i, -1))) / (Rational)4;
                Assert.Equal(half.ToDouble(), values[step.HalfGradient[at]]);
                norm += half * half;
            }
        }

        Assert.Equal(norm.ToDouble(), values[step.Quarter], 1e-12 * norm.ToDouble());
    });

    [Fact]
    public void The_step_is_that_of_the_protocol() => PropertyRun.Trials(60, random =>
    {
        var net = FlowCases.Net(random);
        var loss = FlowCases.Loss(random, net.EndToEndSize);
        var form = PlainDescent.UnitForm(loss.Q);
        double[] weights = [.. FlowCases.Flat(FilterFlow.RandomStart(net, 6, random.Between(0, 1000))).Select(weight => weight * random.Pick([1e-3, 0.1, 1, 10]))];
        double[] target = [.. loss.Target.Select(entry => entry.ToDouble())];
        var options = new DescentOptions { LargestStep = random.Pick([0.02, 1e-4, 10]), StepFactor = random.Pick([0.1, 1, 1e-3]) };
        var step = new DescentStep(net, form, options);
        var values = ScalarTape.Values(step, weights, target);
        var expected = PlainDescent.Step(net, form, target, weights, options);
        var gradient = PlainDescent.Gradient(net, form, target, weights);
        for (var i = 0; i < weights.Length; i++)
        {
            var next = weights[i] - (expected * gradient[i]);
            Assert.Equal(next, values[step.Next[i]], 1e-10 * (Math.Abs(weights[i]) + Math.Abs(next)) + 1e-12);
        }
    });

    [Fact]
    public void What_is_computed_twice_is_written_once()
    {
        // (2,2,2): three products of two layers with four products each, one more layer for four residuals, six gradients of three terms,
        // three norms of three terms, the loss, the squared gradient, one for the step.
        var step = new DescentStep(Architecture.Parse("2,2,2"), FlowCases.Doubles(Metric.Identity(4).Matrix), new DescentOptions());
        var operations = step.Tape.Nodes.ToArray().GroupBy(node => node.Operation).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(12 + 6 + 18 + 9 + 4 + 6 + 1 + 6, operations[TapeOperation.Multiply] + operations[TapeOperation.MultiplyAdd]);
        Assert.Equal(1, operations[TapeOperation.SquareRoot]);
        Assert.Equal(1, operations[TapeOperation.Divide]);
        Assert.Equal(1, operations[TapeOperation.Add]);
        Assert.Equal(3, operations[TapeOperation.Larger]);
        Assert.Equal(6, operations[TapeOperation.Weight]);
        Assert.Equal(4, operations[TapeOperation.MinusTarget]);
    }

    private static ImmutableArray<ImmutableArray<Rational>> Moved(ImmutableArray<ImmutableArray<Rational>> filters, int layer, int entry, int by) =>
        filters.SetItem(layer, filters[layer].SetItem(entry, filters[layer][entry] + (Rational)by));
}
