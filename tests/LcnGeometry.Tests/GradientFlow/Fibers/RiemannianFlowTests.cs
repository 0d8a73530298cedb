using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;
using LcnGeometry.Tests.GradientFlow;

namespace LcnGeometry.Tests;

/// <summary>Whether function and invariants determine the tangent kernel (F20).</summary>
public sealed class RiemannianFlowTests
{
    [Theory]
    [InlineData("3,2", "2,1", "holds", "holds", false)]
    [InlineData("2,2", "2,1", "holds", "holds", true)]
    [InlineData("2,2,2", "2,2,1", "holds", "holds", true)]
    [InlineData("3,2", "1,1", "fails", "fails", true)]
    [InlineData("2,2", "1,1", "fails", "holds", true)]
    [InlineData("3,3", "1,5", "fails", "fails", true)]
    [InlineData("2,2,2", "1,2,1", "fails", "holds", false)]
    [InlineData("2,2,2", "2,1,1", "fails", "holds", true)]
    [InlineData("2,2,3", "2,1,1", "fails", "fails", true)]
    [InlineData("1,3,1", "1,1,1", "holds", "holds", true)]
    [InlineData("3,1,2", "1,2,1", "holds", "holds", false)]
    [InlineData("1,3", "2,1", "holds", "holds", true)]
    [InlineData("1,1,1", "1,1,1", "holds", "holds", true)]
    [InlineData("5", "3", "holds", "holds", true)]
    public void Verdicts(string filters, string strides, string verdict, string balanced, bool onAllNonzero)
    {
        var flow = RiemannianFlow.Of(Architecture.Parse(filters, strides).FunctionSpace());
        Assert.Equal((verdict, balanced, onAllNonzero), (Word(flow.Verdict), Word(flow.Balanced.Verdict), flow.OnAllNonzero));
        Assert.Equal(verdict == "fails", flow.Witness is not null);
    }

    /// <summary>The witness by the definitions: same function, same invariants, different kernels, and a smooth function.</summary>
    [Fact]
    public void Witnesses_are_right_for_every_small_network()
    {
        foreach (var net in SmallNetworks())
        {
            var flow = RiemannianFlow.Of(net.FunctionSpace());
            if (flow.Verdict == Verdict.Holds) continue;
            var witness = flow.Witness!;
            var first = FiberChecks.IndexForm(net, [.. witness.Parameters[0].Select(f => f.Coefficients)]);
            var second = FiberChecks.IndexForm(net, [.. witness.Parameters[1].Select(f => f.Coefficients)]);
            for (var i = 0; i < net.EndToEndSize; i++) Assert.True(first[i].Contains(witness.Filter[i]) && second[i].Contains(witness.Filter[i]));
            ImmutableArray<TangentKernel> kernels = [.. witness.Parameters.Select(parameter => TangentKernel.Of(net, parameter))];
            foreach (var (kernel, entry) in kernels.Zip(witness.Entries))
            {
                for (var l = 0; l + 1 < net.Depth; l++) Assert.True((kernel.SquaredNorms[l] - kernel.SquaredNorms[l + 1]).Contains(witness.Invariants[l]));
                Assert.True(kernel.Enclosure[0, 0].Intersects(entry));
            }

            Assert.False(kernels[0].Enclosure[0, 0].Intersects(kernels[1].Enclosure[0, 0]));
            if (!net.IsStrideOne) Assert.Equal(Verdict.Holds, net.FunctionSpace().Contains(witness.Filter).Smooth);
            Assert.Contains(InvariantFiber.Of(net.FunctionSpace(), witness.Filter, witness.Invariants).Agreement.Verdict.Kind, (VerdictKind[])[VerdictKind.Fails]);
        }
    }

    /// <summary>Where it holds, the fibers of random smooth functions have one kernel; where it fails, some random fiber has two. The same for balanced starts.</summary>
    [Fact]
    public void Random_fibers_confirm_every_verdict()
    {
        var random = new TestRandom(5);
        foreach (var net in SmallNetworks())
        {
            var flow = RiemannianFlow.Of(net.FunctionSpace());
            Confirm(flow.Verdict, () => [.. Enumerable.Range(1, net.Depth - 1).Select(_ => (Rational)random.Between(-4, 4))]);
            Confirm(flow.Balanced.Verdict, () => [.. Enumerable.Repeat(Rational.Zero, net.Depth - 1)]);

            void Confirm(Verdict verdict, Func<ImmutableArray<Rational>> invariants)
            {
                var sawTwo = false;
                for (var attempt = 0; attempt < (verdict == Verdict.Holds ? Effort.Trials(4) : 20) && !sawTwo; attempt++)
                {
                    var weights = random.NextWeights(net, 4).Filters;
                    ImmutableArray<Rational> function = [.. FiberChecks.IndexForm(net, weights)];
                    if (function.All(c => c.IsZero) || (!flow.OnAllNonzero && net.FunctionSpace().Contains(function).Smooth != Verdict.Holds)) continue;
                    sawTwo = InvariantFiber.Of(net.FunctionSpace(), function, invariants()).Agreement.Verdict == Verdict.Fails;
                }

                Assert.Equal((net, verdict == Verdict.Fails), (net, sawTwo));
            }
        }
    }

    /// <summary>Gradient flow itself: functions that start together with the same invariants stay together exactly where the verdict holds.</summary>
    [Fact]
    public void Functions_of_one_fiber_move_together_where_it_holds()
    {
        var random = new TestRandom(11);
        foreach (var net in SmallNetworks())
        {
            var flow = RiemannianFlow.Of(net.FunctionSpace());
            Confirm(flow.Verdict, balanced: false);
            Confirm(flow.Balanced.Verdict, balanced: true);

            void Confirm(Verdict verdict, bool balanced)
            {
                var furthest = 0.0;
                for (var done = 0; done < (verdict == Verdict.Holds ? Effort.Trials(2) : furthest > 1e-5 ? 0 : 40);)
                {
                    ImmutableArray<Rational> function = [.. FiberChecks.IndexForm(net, random.NextWeights(net, 4).Filters)];
                    if (function.All(c => c.IsZero) || (!flow.OnAllNonzero && net.FunctionSpace().Contains(function).Smooth != Verdict.Holds)) continue;
                    var fiber = InvariantFiber.Of(net.FunctionSpace(), function, [.. Enumerable.Range(1, net.Depth - 1).Select(_ => (Rational)(balanced ? 0 : random.Between(-4, 4)))]);
                    var loss = FlowCases.Loss(random, net.EndToEndSize);
                    furthest = Math.Max(furthest, Spread(net, loss, fiber));
                    done++;
                }

                Assert.True(verdict == Verdict.Holds ? furthest < 1e-9 : furthest > 1e-5, $"{net}, {(balanced ? "balanced" : "any start")}: {furthest}");
            }
        }
    }

    /// <summary>At singular functions the kernel can depend on the factorization although strides are above one: x^4 - y^4 crosses itself.</summary>
    [Fact]
    public void Singular_functions_are_rightly_left_out()
    {
        var space = Architecture.Parse("3,2", "2,1").FunctionSpace();
        Assert.False(RiemannianFlow.Of(space).OnAllNonzero);
        Assert.Equal(Verdict.Fails, space.Contains([-1, 0, 0, 0, 1]).Smooth);
        Assert.Equal(Verdict.Fails, InvariantFiber.Of(space, [-4, 0, 3, 0, 1], [1]).Agreement.Verdict);
    }

    [Fact]
    public void Large_networks_have_a_verdict_and_no_witness()
    {
        var flow = RiemannianFlow.Of(Architecture.Parse("900,900,7", "1,30,1").FunctionSpace());
        Assert.Equal((VerdictKind.Fails, VerdictKind.Fails), (flow.Verdict.Kind, flow.Balanced.Verdict.Kind));
        Assert.Null(flow.Witness);
    }

    /// <summary>How far the functions of all parameters are apart after a short time, relative to their size.</summary>
    private static double Spread(Architecture net, QuadraticLoss loss, InvariantFiber fiber)
    {
        var field = FlowCases.Field(net, loss);
        var time = 0.5 / (fiber.Kernels[0].Trace.Upper.ToDouble() * field.FormNorm);
        double[][] ends =
        [
            .. fiber.Parameters.GroupBy(parameter => parameter.Factorization).SelectMany(signs => signs.Take(2)).Select(parameter => field.Layers.EndToEnd(PlainIntegrators.RungeKutta(
                field, [.. parameter.Filters.SelectMany(f => f.Coefficients).Select(c => c.Midpoint.ToDouble())], time, 40))),
        ];
        return ends.Max(end => end.Zip(ends[0], (x, y) => Math.Abs(x - y)).Max()) / ends[0].Max(Math.Abs);
    }

    private static IEnumerable<Architecture> SmallNetworks()
    {
        ImmutableArray<ImmutableArray<int>> sizes = [[2, 2], [3, 2], [2, 3], [3, 3], [4, 2], [1, 2], [2, 1, 2], [2, 2, 2], [3, 2, 2], [2, 1, 3]];
        foreach (var filters in sizes)
        {
            foreach (var strides in (ImmutableArray<int>[])[[1, 1, 1], [2, 1, 1], [1, 2, 1]])
                yield return new Architecture(filters, strides[..filters.Length]);
        }
    }

    private static string Word(Verdict verdict) => verdict.Kind.ToString().ToLowerInvariant();
}
