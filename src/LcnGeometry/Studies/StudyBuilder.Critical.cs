using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    /// <summary>Every critical point of a loss.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="source">The loss.</param>
    /// <param name="options">Seed, budget, solver, and the largest number of factorizations to list for each point.</param>
    /// <param name="progress">Receives the finished share, from 0 to 1.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <exception cref="ArgumentException">The loss does not fit the architecture.</exception>
    /// <exception cref="TimeBudgetException">There are too many critical points for the budget.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before the list was finished.</exception>
    public static CriticalDocument Critical(
        Architecture net, LossSource source, StudyOptions options, IProgress<double>? progress = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Critical(FindCriticalPoints(net, source.Loss, options, progress, token), source, options);
    }

    /// <summary>The document about critical points that were found.</summary>
    /// <param name="points">What was found.</param>
    /// <param name="source">The loss and where it came from.</param>
    /// <param name="options">The seed.</param>
    public static CriticalDocument Critical(CriticalPointSet points, LossSource source, StudyOptions options)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        return new CriticalDocument
        {
            Inputs = source.Inputs with { Filters = points.Architecture.Filters, Strides = points.Architecture.Strides },
            Seed = options.Seed,
            Notes = [.. points.Notes, .. NotesOn(points)],
            Loss = SectionOf(points.Loss),
            Completeness = CriticalRows.Section(points.Completeness),
            Strata = CriticalRows.Strata(points),
            AllRealPoints = points.AllRealPoints.Kind,
            Purity = SectionOf(points.Purity()),
            Points = CriticalRows.Points(points),
        };
    }

    /// <summary>All critical points of a loss, within the budget.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="options">Budget, solver, and the largest number of factorizations to list for each point.</param>
    /// <param name="progress">Receives the finished share, from 0 to 1.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <exception cref="ArgumentException">The loss does not fit the architecture.</exception>
    /// <exception cref="TimeBudgetException">There are too many critical points for the budget.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before the list was finished.</exception>
    public static CriticalPointSet FindCriticalPoints(
        Architecture net, QuadraticLoss loss, StudyOptions options, IProgress<double>? progress = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(options);
        RequireFit(net, loss);
        TimeBudgetException.Require($"Finding the critical points of {net}", CriticalReach.Seconds(net, token), options);
        var search = new CriticalPointOptions { Solver = options.Solver, MaxFactorizations = options.MaxFactorizations };
        return CriticalPoints.Find(net, loss, search, progress, token);
    }

    /// <summary>The critical points for a document that has them besides: null, with a note, when the architecture is out of reach or time is up.</summary>
    private static CriticalPointSet? FindBesides(
        Architecture net, QuadraticLoss loss, StudyOptions options, ImmutableArray<string>.Builder notes, IProgress<double>? progress, CancellationToken token)
    {
        if (CriticalReach.Refusal(net, token) is { } refusal)
        {
            notes.Add(refusal);
            return null;
        }

        return UnlessStopped(() => FindCriticalPoints(net, loss, options, progress, token), "the search for critical points", notes);
    }

    private static IEnumerable<string> NotesOn(CriticalPointSet points)
    {
        var cut = points.Count(point => point.CriticalFactorizationCount > point.Factorizations.Length);
        if (cut == 1) yield return $"One point has more critical factorizations than the {points.Max(point => point.Factorizations.Length)} listed.";
        if (cut > 1) yield return $"{cut} points have more critical factorizations than the {points.Max(point => point.Factorizations.Length)} listed.";
        if (points.Completeness.Verdict == Verdict.Holds && points.AllRealPoints.Reason is { } reason)
            yield return $"Whether every real function is listed is undecided: {reason.TrimEnd('.')}.";
    }
}
