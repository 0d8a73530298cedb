using LcnGeometry.TestKit;
using Xunit;

namespace LcnGeometry.Tests.GradientFlow;

public class DescentKernelTests
{
    /// <summary>Every kind of kernel: the width, the groups; width 1 is the interpreter, 0 the one that is chosen.</summary>
    private static readonly (int Width, int Groups)[] Kernels = [(8, 1), (8, 2), (8, 3), (4, 1), (4, 2), (2, 1), (2, 3), (1, 1), (0, 0)];

    [Fact]
    public void Every_kernel_gives_the_bits_of_the_tape_carried_out_one_double_at_a_time() => PropertyRun.Trials(30, random =>
    {
        var net = FlowCases.Net(random);
        var loss = FlowCases.Loss(random, net.EndToEndSize);
        var options = new DescentOptions { MaxSteps = random.Between(1, 200), GradientTolerance = random.Chance(0.5) ? 1e-10 : 0.1 };
        foreach (var (width, groups) in Kernels) Compare(random, net, loss, options, step => Kernel(step, width, groups));
    });

    [Theory]
    [InlineData("24,24")]
    [InlineData("2,2,2,2,2,2,2,2,2,2,2,2")]
    [InlineData("9,7,5,3")]
    public void Networks_beyond_the_registers_give_the_same_bits(string filters)
    {
        var net = Architecture.Parse(filters);
        var random = new TestRandom(3);
        var loss = QuadraticLoss.FromTarget(FlowCases.NormalTarget(net.EndToEndSize, 1), Metric.Identity(net.EndToEndSize));
        foreach (var (width, groups) in Kernels) Compare(random, net, loss, new DescentOptions { MaxSteps = 20 }, step => Kernel(step, width, groups));
    }

    private static IDescentKernel Kernel(DescentStep step, int width, int groups) => width switch
    {
        0 => DescentKernels.For(step),
        1 => new TapeInterpreter(step),
        _ => new CompiledKernel(step, width, groups),
    };

    private static void Compare(TestRandom random, Architecture net, QuadraticLoss loss, DescentOptions options, Func<DescentStep, IDescentKernel> kernel)
    {
        DescentStep? step = null;
        var descent = new BatchDescent(net, loss.Q, options, made => kernel(step = made));
        var runs = random.Between(1, 40);
        var targets = Enumerable.Range(0, 3).SelectMany(item => FlowCases.NormalTarget(net.EndToEndSize, item)).Select(entry => entry.ToDouble()).ToArray();
        var starts = Enumerable.Range(0, runs).Select(_ => FlowCases.Flat(FilterFlow.RandomStart(net, 9, random.Between(0, 100000)))).ToArray();
        var batch = new DescentBatch
        {
            Targets = targets,
            TargetOf = [.. Enumerable.Range(0, runs).Select(_ => random.Between(0, 2))],
            Weights = [.. starts.SelectMany(start => start)],
        };
        descent.Run(batch, CancellationToken.None);
        for (var run = 0; run < runs; run++)
        {
            var end = ScalarTape.Run(step!, starts[run], targets.AsSpan(batch.TargetOf[run] * net.EndToEndSize, net.EndToEndSize), options);
            Assert.Equal(end.Steps, batch.Steps[run]);
            Assert.Equal(end.Status, batch.Statuses[run]);
            Assert.Equal(BitConverter.DoubleToInt64Bits(end.GradientNorm), BitConverter.DoubleToInt64Bits(batch.GradientNorms[run]));
            Assert.Equal(end.Weights.Select(BitConverter.DoubleToInt64Bits), batch.Weights.Skip(run * net.ParameterCount).Take(net.ParameterCount).Select(BitConverter.DoubleToInt64Bits));
        }
    }
}
