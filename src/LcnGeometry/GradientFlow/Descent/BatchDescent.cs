using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Gradient descent of many runs of one network with one quadratic form, several runs in the lanes of each instruction.</summary>
/// <remarks>
/// Lanes never mix and every operation is rounded alike in any lane, so a run ends at the same bits after the same number of steps whatever
/// the batch, its neighbors, the width of the lanes and the number of threads. One object serves any number of threads.
/// </remarks>
internal sealed class BatchDescent
{
    /// <summary>Steps between two looks at the cancellation token.</summary>
    private const int Breath = 1 << 14;

    private readonly DescentStep _step;
    private readonly DescentOptions _options;
    private readonly IDescentKernel _kernel;
    private readonly Lazy<IDescentKernel> _narrow;

    public BatchDescent(Architecture net, Matrix<Rational> q, DescentOptions options)
        : this(net, q, options, DescentKernels.For)
    {
    }

    /// <summary>With a kernel of the caller's choice; all give the same bits.</summary>
    public BatchDescent(Architecture net, Matrix<Rational> q, DescentOptions options, Func<DescentStep, IDescentKernel> kernel)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _step = new DescentStep(net, UnitForm.Of(q, net.EndToEndSize), options);
        _options = options;
        _kernel = kernel(_step);
        _narrow = new Lazy<IDescentKernel>(() => _kernel.Groups == 1 ? _kernel : new CompiledKernel(_step, _kernel.Width, 1));
    }

    /// <summary>Follows every run of the batch to its end, on the calling thread.</summary>
    /// <exception cref="ArgumentException">The arrays do not fit together or the network.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the batch is then good for nothing.</exception>
    public void Run(DescentBatch batch, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Open(_step.Parameters, _step.Size);
        var lanes = new DescentLanes(_step, _kernel.Width, _kernel.Groups, _options, batch);
        var kernel = _kernel;
        while (lanes.Busy)
        {
            token.ThrowIfCancellationRequested();
            if (kernel.Groups > 1 && lanes.TryNarrow()) kernel = _narrow.Value;
            lanes.Advance(kernel.Run(ref lanes.State, Math.Min(Breath, lanes.Remaining)), kernel.Groups);
            kernel.Measure(ref lanes.State);
            lanes.Settle();
        }
    }
}
