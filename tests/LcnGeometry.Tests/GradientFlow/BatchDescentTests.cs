using LcnGeometry.Algebra;
using LcnGeometry.TestKit;
using Xunit;

namespace LcnGeometry.Tests.GradientFlow;

public class BatchDescentTests
{
    [Fact]
    public void Runs_agree_with_descent_written_down_plainly() => PropertyRun.Trials(40, random =>
    {
        var net = FlowCases.Net(random);
        var loss = FlowCases.Loss(random, net.EndToEndSize);
        var options = new DescentOptions { MaxSteps = random.Between(1, 300), GradientTolerance = random.Chance(0.5) ? 1e-10 : 1e-2 };
        var form = PlainDescent.UnitForm(loss.Q);
        double[] target = [.. loss.Target.Select(entry => entry.ToDouble())];
        var starts = Enumerable.Range(0, random.Between(1, 20)).Select(_ => FlowCases.Flat(FilterFlow.RandomStart(net, 5, random.Between(0, 1000)))).ToArray();
        var batch = new DescentBatch { Targets = target, TargetOf = new int[starts.Length], Weights = [.. starts.SelectMany(start => start)] };
        new BatchDescent(net, loss.Q, options).Run(batch, CancellationToken.None);
        for (var run = 0; run < starts.Length; run++)
        {
            var end = PlainDescent.Run(net, form, target, starts[run], options);
            Assert.Equal(end.Status, batch.Statuses[run]);
            Assert.InRange(batch.Steps[run], end.Steps - 1, end.Steps + 1);
            Assert.Equal(end.GradientNorm, batch.GradientNorms[run], 1e-8 * (1 + end.GradientNorm));
            for (var i = 0; i < net.ParameterCount; i++) Assert.Equal(end.Weights[i], batch.Weights[(run * net.ParameterCount) + i], 1e-8);
        }
    });
}
