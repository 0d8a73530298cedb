using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    /// <summary>Where gradient flow goes.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="source">The loss.</param>
    /// <param name="request">Where to start.</param>
    /// <param name="options">Seed and budget.</param>
    /// <param name="progress">Receives the finished share, from 0 to 1.</param>
    /// <param name="token">Stops a long computation; the runs that were finished are kept, and a note says how many.</param>
    /// <exception cref="ArgumentException">The loss or a start does not fit the architecture, or no start is asked for.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before one run was finished.</exception>
    public static FlowDocument Flow(
        Architecture net, LossSource source, FlowRequest request, StudyOptions options, IProgress<double>? progress = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        RequireFit(net, source.Loss);
        var starts = StartsOf(net, request, options.Seed);
        var notes = ImmutableArray.CreateBuilder<string>();
        var points = FindBesides(net, source.Loss, options, notes, new Share(progress, 0, 0.2), token);
        return Flow(net, source, request, options, starts, points, notes.ToImmutable(), new Share(progress, 0.2, 1), token);
    }

    private static FlowDocument Flow(
        Architecture net, LossSource source, FlowRequest request, StudyOptions options, ImmutableArray<ImmutableArray<ImmutableArray<double>>> starts,
        CriticalPointSet? points, ImmutableArray<string> notes, IProgress<double>? progress, CancellationToken token)
    {
        var pairs = UntilStopped(starts, start => (Flow: FilterFlow.Run(net, source.Loss, start, request.Options, token), Descent: DescentBeside(net, source.Loss, start, request, token)), progress, token);
        ImmutableArray<FlowRun> runs = [.. pairs.Select(pair => pair.Flow)];
        var match = new CriticalMatch(points);
        ImmutableArray<FlowRunRow> rows = [.. pairs.Select(pair => RowOf(pair.Flow, pair.Descent, match))];
        return new FlowDocument
        {
            Inputs = InputsOf(net, source, request),
            Seed = options.Seed,
            Notes = [.. notes, .. NotesOn(runs, request.Options.Method), .. NotesOnDescent(pairs.Select(pair => pair.Descent)), .. NotesOnMatches(rows, points), .. NoteOnStopping(runs.Length, starts.Length, "runs")],
            Loss = SectionOf(source.Loss),
            Runs = rows,
        };
    }

    private static FixedStepRun? DescentBeside(Architecture net, QuadraticLoss loss, ImmutableArray<ImmutableArray<double>> start, FlowRequest request, CancellationToken token) =>
        request.DescentStep is { } step ? FixedStepDescent.Run(net, loss, start, step.ToDouble(), token: token) : null;

    private static FlowRunRow RowOf(FlowRun flow, FixedStepRun? descent, CriticalMatch match)
    {
        var (row, beside) = (flow.ToRow(), descent?.ToRow());
        return row with
        {
            Limit = row.Limit with { CriticalPoint = PointAt(flow, match) },
            Descent = beside is null ? null : beside with { Limit = beside.Limit with { CriticalPoint = PointAt(descent!.Run, match) } },
        };
    }

    private static int? PointAt(FlowRun run, CriticalMatch match) =>
        run.Status == FlowStatus.Converged ? match.Of(run.Limit.Function.AsSpan(), run.RelativeDistance, run.Limit.RealPattern == "zero") : null;

    private static ImmutableArray<string> NotesOn(IReadOnlyList<FlowRun> runs, FlowMethod method)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var unsettled = runs.Count(r => r.Status != FlowStatus.Converged);
        if (unsettled > 0) notes.Add($"{unsettled} of {runs.Count} runs did not converge within their budget; their last state is given.");
        var stiff = runs.Count(r => r.Status == FlowStatus.Stiff);
        if (stiff > 0 && method == FlowMethod.Explicit)
        {
            notes.Add($"{stiff} of {runs.Count} runs {(stiff == 1 ? "is" : "are")} stiff: stability holds explicit steps so short that the budget would not do. The implicit method, which is the default, takes long ones.");
        }

        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].Limit.RealPattern is null) notes.Add($"Run {i + 1} has no real root pattern. {runs[i].NoPatternReason}");
            if (runs[i].EndsAtSaddle) notes.Add($"Run {i + 1} ends at a saddle: it started on the stable manifold, up to rounding.");
        }

        return notes.ToImmutable();
    }

    private static IEnumerable<string> NotesOnDescent(IEnumerable<FixedStepRun?> runs)
    {
        FixedStepRun[] descents = [.. runs.OfType<FixedStepRun>()];
        var diverging = descents.Count(run => run.Status == FlowStatus.Diverging);
        var unsettled = descents.Count(run => run.Status == FlowStatus.Budget);
        if (diverging > 0) yield return $"{diverging} of {descents.Length} runs of gradient descent diverged: the step is too long.";
        if (unsettled > 0) yield return $"{unsettled} of {descents.Length} runs of gradient descent did not converge within their budget of steps.";
    }

    private static IEnumerable<string> NotesOnMatches(ImmutableArray<FlowRunRow> rows, CriticalPointSet? points)
    {
        if (points is null)
        {
            yield return "Limits are numerical and are not matched with certified critical points.";
            yield break;
        }

        yield return "Limits are numerical; a limit at a certified critical point names it by its place in the list of critical points, from 0.";
        var open = rows.Count(row => row.Status == FlowStatus.Converged && row.Limit.CriticalPoint is null);
        if (open > 0) yield return $"{open} {(open == 1 ? "limit was" : "limits were")} matched with no certified critical point.";
    }

    private static DocumentInputs InputsOf(Architecture net, LossSource source, FlowRequest request) => source.Inputs with
    {
        Filters = net.Filters,
        Strides = net.Strides,
        Init = request.Init is { } init ? [.. init.Select(Scalars)] : null,
        Random = request.Init is null ? request.Random : null,
        Method = request.Options.Method == FlowMethod.Explicit ? "explicit" : null,
        Project = request.Options.Project ? true : null,
        Descent = request.DescentStep is { } step ? (Scalar)step : null,
    };

    private static void RequireFit(Architecture net, QuadraticLoss loss)
    {
        if (loss.Size != net.EndToEndSize)
        {
            throw new ArgumentException(
                $"The target has {loss.Size} {(loss.Size == 1 ? "coefficient" : "coefficients")}; the end-to-end filter of {net} has {net.EndToEndSize}.", nameof(loss));
        }
    }

    private static ImmutableArray<ImmutableArray<ImmutableArray<double>>> StartsOf(Architecture net, FlowRequest request, long seed)
    {
        if (request.Init is { } init)
        {
            // The constructor checks that the filters fit the architecture.
            var stack = new FilterStack<Rational>(net, init);
            return [[.. stack.Filters.Select(f => f.Select(x => x.ToDouble()).ToImmutableArray())]];
        }

        if (request.Random < 1) throw new ArgumentException($"The number of random starts is {request.Random}; it must be at least 1.", nameof(request));
        return [.. Enumerable.Range(0, request.Random).Select(item => FilterFlow.RandomStart(net, seed, item))];
    }

    private static LossSection SectionOf(QuadraticLoss loss) => new()
    {
        Q = [.. Enumerable.Range(0, loss.Size).Select(i => Scalars(loss.Q.Row(i)))],
        U = Scalars(loss.Target),
        Constant = loss.Constant,
        AtZero = loss.AtZero,
        Samples = loss.Samples,
        Mean = loss.Mean is { } mean ? (Scalar)mean : null,
    };
}
