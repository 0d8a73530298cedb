using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Plain gradient descent with one step, to set beside gradient flow.</summary>
public static class FixedStepDescent
{
    /// <summary>Follows <c>w_l := w_l - step dL/dw_l</c> to its end.</summary>
    /// <param name="net">The network, of any strides.</param>
    /// <param name="loss">The loss, on filters of the network's end-to-end size.</param>
    /// <param name="start">One filter per layer, index = exponent of x; finite numbers.</param>
    /// <param name="step">The step, above 0: the time that one step stands for.</param>
    /// <param name="maxSteps">The largest number of steps; a run that needs more ends with <see cref="FlowStatus.Budget"/>.</param>
    /// <param name="token">Cancels the run.</param>
    /// <returns>The end, with a status that says what kind of end it is, and the invariants with their drift.</returns>
    /// <exception cref="ArgumentException">The loss or the start does not fit the network, or an entry is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step or the number of steps is not above 0, or the start is larger than the target by more than 180 decimal orders.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> numerical; the same input gives the same bytes. An end is <c>Converged</c> by the same test as that of <see cref="FilterFlow.Run"/>, so
    /// the two can be compared. Balance invariants, which the flow conserves, drift by a total proportional to the step when it is small: each step adds <c>step^2</c>
    /// times the difference of the squared gradients of the two layers. A step beyond the reach of stability ends as <c>Diverging</c> or wanders until its budget is spent.</para>
    /// <para><b>Method:</b> the step itself, in units that follow the weights.</para>
    /// <para><b>Cost:</b> one gradient per step.</para>
    /// <para><b>Source:</b> G1 of the theory.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = Architecture.Parse("2,2");
    /// var loss = QuadraticLoss.FromTarget([0, 1, 0], Metric.Identity(3));
    /// var run = FixedStepDescent.Run(net, loss, FilterFlow.RandomStart(net, seed: 1, item: 0), step: 0.01);
    /// run.Status // Converged
    /// </code>
    /// </example>
    public static FixedStepRun Run(
        Architecture net, QuadraticLoss loss, ImmutableArray<ImmutableArray<double>> start, double step, int maxSteps = 400_000, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(loss);
        if (loss.Size != net.EndToEndSize) throw new ArgumentException($"The loss is about filters of {loss.Size} entries; {net} has {net.EndToEndSize}.", nameof(loss));
        FilterFlow.CheckStart(net, start);
        if (!(step > 0 && double.IsFinite(step))) throw new ArgumentOutOfRangeException(nameof(step), $"The step is {Scalar.Format(step)}; it must be above 0 and finite.");
        if (maxSteps < 1) throw new ArgumentOutOfRangeException(nameof(maxSteps), $"{maxSteps} steps are too few; at least 1.");
        return new FlowIntegration(net, loss, start, new FlowOptions { MaxSteps = maxSteps }).Descend(step, token);
    }
}
