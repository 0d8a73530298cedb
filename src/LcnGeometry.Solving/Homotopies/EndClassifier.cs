using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Tells where a path ends that reaches no proved solution, from how fast it approaches the special places.</summary>
/// <remarks>
/// The charts are compact, so every path has an end. The quantities that vanish at infinity, at zero and on deeper strata are followed
/// as the remaining time ε goes down by powers of ten: near the end they behave like powers of ε, and a positive power is a limit zero.
/// </remarks>
internal sealed class EndClassifier(ProductMap map)
{
    private const double Negligible = 1e-7;
    private const double LeastPower = 0.04;
    private static readonly double[] Rests = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12];

    /// <summary>Classifies the end of the path from a start point.</summary>
    public PathLoss Classify<T>(TrackerPool<T> trackers, LaneData<T> from, LaneData<T> to, Complex[] start, CancellationToken token)
        where T : struct, ILanes<T>
    {
        var data = from;
        var point = start;
        var history = new List<(double Left, double[] Sizes)>();
        foreach (var rest in Rests)
        {
            var next = from.Before(to, rest);
            var end = trackers.Track(data, next, [point], TrackerOptions.Careful, token)[0];
            if (end.Status != PathStatus.Arrived) break;
            (data, point) = (next, end.Point);
            history.Add((rest, Sizes(point)));
        }

        if (history.Count < 2) return PathLoss.Singular;
        var (lateRest, late) = history[^1];
        if (First(late, x => x < Negligible) is var place && place != PathLoss.Singular) return place;

        // The slope over the last third of the way, on logarithmic scales; an infinite product often has repeated roots as well.
        var (earlyRest, early) = history[(2 * history.Count / 3) - 1];
        var powers = late.Select((x, i) => Math.Log(x / early[i]) / Math.Log(lateRest / earlyRest)).ToArray();
        return First(powers, p => p > LeastPower);
    }

    /// <summary>Whether a point that was reached lies at a special place.</summary>
    public PathLoss ClassifyArrived(Complex[] point) => First(Sizes(point), x => x < Negligible);

    /// <summary>The first special place whose quantity meets a condition.</summary>
    private static PathLoss First(double[] quantities, Predicate<double> condition)
    {
        var index = Array.FindIndex(quantities, condition);
        return index < 0 ? PathLoss.Singular : (PathLoss)index;
    }

    /// <summary>The quantities that vanish at infinity, at zero and on deeper strata.</summary>
    private double[] Sizes(Complex[] point)
    {
        var copy = (Complex[])point.Clone();
        ProjectivePoints.Normalize(map, copy);
        var evaluation = new ProductEvaluation<Lanes>(map);
        var lanes = copy.Take(map.CoefficientCount).Select(ComplexNumber<Lanes>.FromComplex).ToArray();
        evaluation.EvaluateProducts(lanes);
        var separation = 1.0;
        for (var b = 0; b < map.Blocks.Length; b++) separation = Math.Min(separation, SquarefreeProof.Separation(evaluation.RadicalOf(b)));
        return [Complex.Abs(copy[^1]), Complex.Abs(copy[^2]), separation];
    }
}
