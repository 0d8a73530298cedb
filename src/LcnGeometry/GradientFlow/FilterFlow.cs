using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Gradient flow of the squared loss on the filters of a network.</summary>
public static class FilterFlow
{
    /// <summary>A random start: independent standard normal filter entries.</summary>
    /// <param name="net">The network.</param>
    /// <param name="seed">The seed of the experiment.</param>
    /// <param name="item">The number of the start, at least 0.</param>
    /// <returns>One filter per layer, layer after layer from one stream.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="item"/> is negative.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> depends on nothing but the arguments.</para>
    /// <para><b>Method:</b> the stream of <see cref="CounterRandom"/> for the seed and the item.</para>
    /// <para><b>Cost:</b> one normal number per parameter.</para>
    /// <para><b>Source:</b> the protocol of section 11 of the theory.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var start = FilterFlow.RandomStart(Architecture.Parse("3,2"), seed: 1, item: 0);   // filters of 3 and 2 entries
    /// </code>
    /// </example>
    public static ImmutableArray<ImmutableArray<double>> RandomStart(Architecture net, long seed, int item)
    {
        ArgumentNullException.ThrowIfNull(net);
        var random = new CounterRandom(seed, item);
        return [.. net.Filters.Select(size => Enumerable.Range(0, size).Select(_ => random.NextGaussian()).ToImmutableArray())];
    }

    /// <summary>Follows the flow <c>dw_l/dt = -dL/dw_l</c> of <c>L = loss of the end-to-end filter</c> to its limit.</summary>
    /// <param name="net">The network, of any strides.</param>
    /// <param name="loss">The loss, on filters of the network's end-to-end size.</param>
    /// <param name="start">One filter per layer, index = exponent of x; finite numbers.</param>
    /// <param name="options">Tolerances and budget.</param>
    /// <param name="token">Cancels the run.</param>
    /// <returns>The end, with a status that says what kind of end it is, the invariants with their drift, and a trace.</returns>
    /// <exception cref="ArgumentException">The loss or the start does not fit the network, or an entry is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range, or the start is larger than the target by more than 180 decimal orders.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> numerical: each step's estimated error is below the tolerance, relative to the norm of each filter; the
    /// drift of the invariants, which the flow conserves exactly, is an independent measure of the error. <c>Converged</c> means that
    /// the gradient is negligible and that Newton's method would move no layer by more than 1e-8 of its natural size. A run that ends
    /// at a saddle started on its stable manifold, up to rounding; layers that start equal up to sign stay so. The same input gives the same bytes, and
    /// scaling the data by powers of two scales the run.</para>
    /// <para>With <see cref="FlowMethod.Explicit"/> the time of the end is that at which these tests first hold, found on the dense output; a run whose steps
    /// stability holds so short that the budget would not do ends early, as <c>Stiff</c>. With <see cref="FlowOptions.Project"/> the invariants hold to rounding, and their drift
    /// measures nothing any more.</para>
    /// <para><b>Method:</b> extrapolation of the linearly implicit Euler method with exact second derivatives, order 7; or the explicit Runge-Kutta method
    /// 8(5,3) of Dormand and Prince. Adaptive steps.</para>
    /// <para><b>Cost:</b> 28 gradients, one matrix of second derivatives and 7 Cholesky factorizations per step, about 100 steps; explicit: 13 gradients and one
    /// matrix of second derivatives per step, and more steps the stiffer the flow.</para>
    /// <para><b>Source:</b> G1 and G4 of the theory; Hairer, Nørsett, Wanner, "Solving ordinary differential equations" I and II.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = Architecture.Parse("2,2");
    /// var loss = QuadraticLoss.FromTarget([1, 0, 1], Metric.Identity(3));
    /// var run = FilterFlow.Run(net, loss, FilterFlow.RandomStart(net, seed: 1, item: 0), new FlowOptions(), CancellationToken.None);
    /// // run.Status is Converged, run.Pattern is 2|: the target x^2 + y^2 has no real roots, its best approximation a double one
    /// </code>
    /// </example>
    public static FlowRun Run(Architecture net, QuadraticLoss loss, ImmutableArray<ImmutableArray<double>> start, FlowOptions options, CancellationToken token)
    {
        Check(net, loss, start, options);
        return new FlowIntegration(net, loss, start, options).Run(token);
    }

    /// <summary>Follows the flow to its limit by the explicit method and keeps its dense output.</summary>
    /// <param name="net">The network, of any strides.</param>
    /// <param name="loss">The loss, on filters of the network's end-to-end size.</param>
    /// <param name="start">One filter per layer, index = exponent of x; finite numbers.</param>
    /// <param name="options">Tolerances and budget; the method is the explicit one whatever they say.</param>
    /// <param name="token">Cancels the run.</param>
    /// <returns>The filters at every time, the times of events, and the run as <see cref="Run"/> gives it.</returns>
    /// <exception cref="ArgumentException">The loss or the start does not fit the network, or an entry is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range, or the start is larger than the target by more than 180 decimal orders.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> numerical, as that of <see cref="Run"/>; between steps an interpolant of order 7.</para>
    /// <para><b>Method:</b> the Runge-Kutta method 8(5,3) of Dormand and Prince.</para>
    /// <para><b>Cost:</b> 16 gradients and one matrix of second derivatives per step; hundreds of steps.</para>
    /// <para><b>Source:</b> Hairer, Nørsett, Wanner, "Solving ordinary differential equations I".</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = Architecture.Parse("2,2");
    /// var loss = QuadraticLoss.FromTarget([1, 0, 1], Metric.Identity(3));
    /// var trajectory = FilterFlow.Trajectory(net, loss, FilterFlow.RandomStart(net, seed: 1, item: 0), new FlowOptions(), CancellationToken.None);
    /// var filters = trajectory.At(trajectory.End / 2);
    /// </code>
    /// </example>
    public static FlowTrajectory Trajectory(Architecture net, QuadraticLoss loss, ImmutableArray<ImmutableArray<double>> start, FlowOptions options, CancellationToken token)
    {
        Check(net, loss, start, options);
        var segments = new List<FlowSegment>();
        var run = new FlowIntegration(net, loss, start, options with { Method = FlowMethod.Explicit }) { Segments = segments }.Run(token);
        return new FlowTrajectory(net, run, segments);
    }

    private static void Check(Architecture net, QuadraticLoss loss, ImmutableArray<ImmutableArray<double>> start, FlowOptions options)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        if (loss.Size != net.EndToEndSize) throw new ArgumentException($"The loss is about filters of {loss.Size} entries; {net} has {net.EndToEndSize}.", nameof(loss));
        CheckStart(net, start);
    }

    internal static void CheckStart(Architecture net, ImmutableArray<ImmutableArray<double>> start)
    {
        if (start.IsDefault || start.Length != net.Depth) throw new ArgumentException($"{(start.IsDefault ? 0 : start.Length)} filters for the {net.Depth} layers of {net}.", nameof(start));
        for (var layer = 0; layer < start.Length; layer++)
        {
            if (start[layer].IsDefault || start[layer].Length != net.Filters[layer])
            {
                throw new ArgumentException($"The filter of layer {layer + 1} has {(start[layer].IsDefault ? 0 : start[layer].Length)} entries; {net} needs {net.Filters[layer]}.", nameof(start));
            }

            foreach (var entry in start[layer])
            {
                if (!double.IsFinite(entry)) throw new ArgumentException($"The filter of layer {layer + 1} has the entry {Scalar.Format(entry)}; a start needs finite numbers.", nameof(start));
            }
        }
    }
}
