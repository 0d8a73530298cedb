using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Gradient descent of the squared loss on the filters of a network.</summary>
public static class GradientDescent
{
    /// <summary>Follows gradient descent from one start to its end.</summary>
    /// <param name="net">The network, of any strides.</param>
    /// <param name="loss">The loss, on filters of the network's end-to-end size.</param>
    /// <param name="start">One filter per layer, index = exponent of x; finite numbers.</param>
    /// <param name="options">Step control and budget; the protocol of the census if omitted.</param>
    /// <param name="token">Cancels the run.</param>
    /// <returns>The end, the number of steps, and a status that says what kind of end it is.</returns>
    /// <exception cref="ArgumentException">The loss or the start does not fit the network, or an entry is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range, or an entry of the target is beyond the range of doubles.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> numerical: each operation is one of IEEE 754, in a fixed order, so a run that does not diverge gives the same
    /// bytes on any machine, alone or among other runs. <c>Converged</c> says that the gradient is below the tolerance, nothing about the distance to a critical point.</para>
    /// <para><b>Method:</b> plain steps against the gradient, as long as <see cref="DescentOptions"/> says, for the loss divided by the largest
    /// eigenvalue of its form; the gradient is tested before each step.</para>
    /// <para><b>Cost:</b> some dozens of nanoseconds a step and a few milliseconds to compile the step; thousands of steps.</para>
    /// <para><b>Source:</b> sections 11 and 12 of the theory.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = Architecture.Parse("2,2");
    /// var loss = QuadraticLoss.FromTarget([0, 1, 0], Metric.Identity(3));
    /// var run = GradientDescent.Run(net, loss, FilterFlow.RandomStart(net, seed: 1, item: 0));
    /// run.Status // Converged
    /// </code>
    /// </example>
    public static DescentRun Run(
        Architecture net, QuadraticLoss loss, ImmutableArray<ImmutableArray<double>> start, DescentOptions? options = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(loss);
        if (loss.Size != net.EndToEndSize) throw new ArgumentException($"The loss is about filters of {loss.Size} entries; {net} has {net.EndToEndSize}.", nameof(loss));
        FilterFlow.CheckStart(net, start);
        double[] target = [.. loss.Target.Select(entry => entry.ToDouble())];
        if (!target.All(double.IsFinite)) throw new ArgumentOutOfRangeException(nameof(loss), "An entry of the target is beyond the range of doubles.");
        var batch = new DescentBatch { Targets = target, TargetOf = [0], Weights = [.. start.SelectMany(filter => filter)] };
        new BatchDescent(net, loss.Q, options ?? new DescentOptions()).Run(batch, token);
        var layers = new LayerProducts(net);
        var function = layers.EndToEnd(batch.Weights);
        return new DescentRun
        {
            Start = start,
            Status = batch.Statuses[0],
            Steps = batch.Steps[0],
            GradientNorm = batch.GradientNorms[0],
            End = [.. Enumerable.Range(0, net.Depth).Select(layer => layers.Filter(batch.Weights, layer).ToArray().ToImmutableArray())],
            Function = [.. function],
            Loss = Loss(loss, function, target),
        };
    }

    private static double Loss(QuadraticLoss loss, double[] function, double[] target)
    {
        var sum = loss.Constant.ToDouble();
        for (var i = 0; i < target.Length; i++)
        {
            for (var j = 0; j < target.Length; j++) sum += loss.Q[i, j].ToDouble() * (function[i] - target[i]) * (function[j] - target[j]);
        }

        return sum;
    }
}
