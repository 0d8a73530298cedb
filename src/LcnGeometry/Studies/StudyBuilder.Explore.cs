using System.Collections.Immutable;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    /// <summary>Everything that applies: the card, and with a loss the membership and factorizations of its target, its critical points, flow runs, and a slice.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="source">The loss; null for the card alone.</param>
    /// <param name="request">Where the flow starts.</param>
    /// <param name="options">Seed and budget.</param>
    /// <param name="progress">Receives the finished share, from 0 to 1.</param>
    /// <param name="token">Stops a long computation; the sections that were finished are kept, and notes name the others.</param>
    /// <exception cref="ArgumentException">The loss or a start does not fit the architecture.</exception>
    /// <exception cref="TimeBudgetException">A part is too large for the budget.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before the card was finished.</exception>
    public static Study Explore(
        Architecture net, LossSource? source, FlowRequest request, StudyOptions options, IProgress<double>? progress = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(options);
        if (source is not null) RequireFit(net, source.Loss);
        var describe = Describe(net, options, token);
        var notes = ImmutableArray.CreateBuilder<string>();
        var laws = LawsBesides(net, options, notes, token);
        progress?.Report(0.1);
        if (source is null)
        {
            return new Study
            {
                Inputs = InputsOf(net),
                Seed = options.Seed,
                Notes = [.. notes, "No loss was given: only the architecture is described."],
                Describe = describe,
                Laws = laws,
            };
        }

        var member = UnlessStopped(() => Member(net, source.Loss.Target, options, token), "membership of the target", notes);
        var factor = UnlessStopped(() => Factor(net, source.Loss.Target, options, token), "factorization of the target", notes);
        progress?.Report(0.2);
        var starts = StartsOf(net, request, options.Seed);
        var reach = ImmutableArray.CreateBuilder<string>();
        var points = FindBesides(net, source.Loss, options, reach, new Share(progress, 0.2, 0.4), token);
        notes.AddRange(reach);
        var flow = UnlessStopped(
            () => Flow(net, source, request, options, starts, points, reach.ToImmutable(), new Share(progress, 0.4, 0.85), token), "the first run of gradient flow", notes);
        var slice = SliceOf(net, source.Loss, points, flow, notes, token);
        var closure = ClosureSliceOf(net, describe, source.Loss, points, flow, notes, token);
        var kernels = KernelsOf(net, points, flow, notes, token);
        progress?.Report(1);
        return new Study
        {
            Inputs = InputsOf(net, source, request),
            Seed = options.Seed,
            Notes = notes.ToImmutable(),
            Describe = describe,
            Laws = laws,
            Member = member,
            Factor = factor,
            Critical = points is null ? null : Critical(points, source, options),
            Flow = flow,
            Slice = slice,
            ClosureSlice = closure,
            Kernels = kernels,
        };
    }

    /// <summary>The conservation laws, unless they would take a large share of the time.</summary>
    private static LawsDocument? LawsBesides(Architecture net, StudyOptions options, ImmutableArray<string>.Builder notes, CancellationToken token)
    {
        const double MostSeconds = 2;
        if (LawCost.Seconds(net, null) <= Math.Min(MostSeconds, options.TimeBudget)) return UnlessStopped(() => Laws(net, null, options, token: token), "the list of conservation laws", notes);
        notes.Add("The conservation laws are counted and not listed: the network is too large.");
        return null;
    }

    private static FunctionSpaceSlice? SliceOf(Architecture net, QuadraticLoss loss, CriticalPointSet? points, FlowDocument? flow, ImmutableArray<string>.Builder notes, CancellationToken token)
    {
        if (!SliceBuilder.Applies(net))
        {
            if (net.IsStrideOne && net.EndToEndSize > 3) notes.Add("No slice is drawn: it needs a degree of at most 12.");
            return null;
        }

        try
        {
            token.ThrowIfCancellationRequested();
            var slice = SliceBuilder.Build(net, loss, flow?.Runs ?? [], points, token);
            if (slice is null) notes.Add("No slice is drawn: the plane through the target lies in the discriminant.");
            return slice;
        }
        catch (OperationCanceledException)
        {
            notes.Add("The computation was stopped before the slice was finished.");
            return null;
        }
    }

    private static ClosureSlice? ClosureSliceOf(
        Architecture net, DescribeDocument card, QuadraticLoss loss, CriticalPointSet? points, FlowDocument? flow, ImmutableArray<string>.Builder notes, CancellationToken token)
    {
        var space = net.FunctionSpace();
        if (!ClosureSliceBuilder.Applies(space, card)) return null;
        try
        {
            token.ThrowIfCancellationRequested();
            return ClosureSliceBuilder.Build(space, card, loss, flow?.Runs ?? [], points, token);
        }
        catch (OperationCanceledException)
        {
            notes.Add("The computation was stopped before the slice of the Zariski closure was finished.");
            return null;
        }
    }

    /// <summary>A part of a longer computation, reported as its share.</summary>
    private sealed class Share(IProgress<double>? whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole?.Report(from + ((to - from) * value));
    }
}
