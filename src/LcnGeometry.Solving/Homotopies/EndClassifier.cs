using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Tells where a path ends that reaches no proved solution, from how fast it approaches the special places.</summary>
/// <remarks>
/// The charts are compact, so every path has an end. The quantities that vanish at infinity, at zero and on deeper strata are followed
/// as the remaining time ε goes down by powers of ten: near the end they behave like powers of ε, and a positive power is a limit zero.
/// </remarks>
internal sealed class EndClassifier(ProductMap map, PathTracker tracker)
{
    private const double Negligible = 1e-7;
    private const double LeastPower = 0.04;

    /// <summary>Classifies the end of the path from a start point.</summary>
    public PathLoss Classify(QuadraticData from, QuadraticData to, Complex[] start, CancellationToken token)
    {
        var data = from;
        var point = start;
        double[]? early = null;
        double earlyTime = 0, time = 0;
        foreach (var exponent in (int[])[2, 3, 4, 5, 6, 7, 8, 9, 10])
        {
            var rest = Math.Pow(10, -exponent);
            var next = Between(from, to, rest);
            var end = tracker.Track(data, next, [point], TrackerOptions.Careful, token)[0];
            if (end.Status != PathStatus.Arrived) break;
            (data, point, time) = (next, end.Point, rest);
            if (exponent == 4) (early, earlyTime) = (Sizes(point), rest);
        }

        var late = Sizes(point);
        for (var i = 0; i < late.Length; i++)
        {
            if (late[i] < Negligible) return (PathLoss)i;
        }

        if (early is null || time >= earlyTime) return PathLoss.Singular;
        var powers = late.Select((x, i) => Math.Log(x / early[i]) / Math.Log(time / earlyTime)).ToArray();
        var best = Array.IndexOf(powers, powers.Max());
        return powers[best] > LeastPower ? (PathLoss)best : PathLoss.Singular;
    }

    /// <summary>Whether a point that was reached lies at a special place.</summary>
    public PathLoss ClassifyArrived(Complex[] point)
    {
        var sizes = Sizes(point);
        var index = Array.FindIndex(sizes, x => x < Negligible);
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

    private static QuadraticData Between(QuadraticData from, QuadraticData to, double rest) => new(
        [.. to.Form.Select((q, i) => q + (rest * (from.Form[i] - q)))],
        [.. to.Linear.Select((b, i) => b + (rest * (from.Linear[i] - b)))]);
}
