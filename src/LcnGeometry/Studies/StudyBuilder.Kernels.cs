using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    private const int LargestKernel = 16, MostKernels = 4;

    /// <summary>Tangent kernels at the balanced filters of the best critical function and where flow runs ended.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="points">The critical points; null if they are not known.</param>
    /// <param name="flow">The flow runs; null if there are none.</param>
    /// <param name="notes">Receives why there are no kernels.</param>
    /// <param name="token">Stops a long computation.</param>
    private static ImmutableArray<StudyKernelRow>? KernelsOf(
        Architecture net, CriticalPointSet? points, FlowDocument? flow, ImmutableArray<string>.Builder notes, CancellationToken token)
    {
        if (net.EndToEndSize > LargestKernel)
        {
            notes.Add($"Tangent kernels are not listed: the end-to-end filter has more than {LargestKernel} entries.");
            return null;
        }

        return UnlessStopped<StudyKernelRow[]>(() => [.. AtBest(net, points, token), .. AtLimits(net, flow)], "the list of tangent kernels", notes) is { } rows ? [.. rows] : null;
    }

    private static IEnumerable<StudyKernelRow> AtBest(Architecture net, CriticalPointSet? points, CancellationToken token)
    {
        var places = points is null ? [] : points.Select((point, index) => (Point: point, Index: index)).Where(place => place.Point.Kind != CriticalPointKind.Zero && !place.Point.Factorizations.IsEmpty).ToList();
        if (places.Count == 0) yield break;
        var (best, index) = places.Find(place => place.Point.Kind == CriticalPointKind.GlobalMinimum) is { Point: not null } global ? global : places[0];
        var balanced = Enumerable.Repeat(Rational.Zero, net.Depth).ToImmutableArray();
        for (var i = 0; i < Math.Min(MostKernels, best.Factorizations.Length); i++)
        {
            var factorization = best.Factorizations[i];
            var filters = factorization.ExactFilters ?? [.. factorization.Filters.Select(Enclosed)];
            yield return new StudyKernelRow
            {
                Kind = "critical",
                CriticalPoint = index,
                CriticalFactorization = i,
                Invariants = Scalars(balanced[1..]),
                Kernel = ScaledFactorization.Of(net, filters, balanced, TangentKernel.UsualBits, token).Kernel().ToRow(null),
            };
        }
    }

    private static IEnumerable<StudyKernelRow> AtLimits(Architecture net, FlowDocument? flow)
    {
        if (flow is null) yield break;
        var ends = flow.Runs.Select((run, index) => (Run: run, Index: index))
            .Where(end => end.Run.Status == FlowStatus.Converged && end.Run.Limit.RealPattern != "zero" && end.Run.Limit.Filters.All(filter => filter.All(double.IsFinite)))
            .ToList();

        // One run for each critical point, then others: their invariants differ, and so may the kernels at one function.
        var firsts = ends.GroupBy(end => end.Run.Limit.CriticalPoint).Select(group => group.First()).ToList();
        foreach (var (run, index) in firsts.Concat(ends.Except(firsts)).Take(firsts.Count > 1 ? Math.Min(MostKernels, firsts.Count) : 2))
        {
            ImmutableArray<double> norms = [.. run.Limit.Filters.Select(filter => filter.Sum(entry => entry * entry))];
            yield return new StudyKernelRow
            {
                Kind = "limit",
                CriticalPoint = run.Limit.CriticalPoint,
                Run = index,
                Invariants = [.. norms.Zip(norms.Skip(1), (own, next) => (Scalar)(own - next))],
                Kernel = TangentKernel.Approximate(net, run.Limit.Filters).ToRow(null),
            };
        }
    }

    private static LayerFilter Enclosed(ImmutableArray<Solving.Interval> filter) =>
        new([.. filter.Select(entry => new RationalInterval(Rational.RationalizeExactly(entry.Lower), Rational.RationalizeExactly(entry.Upper)))]);
}
