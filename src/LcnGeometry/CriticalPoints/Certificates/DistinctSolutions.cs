using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Shows that the solutions of one stratum differ from each other.</summary>
internal static class DistinctSolutions
{
    /// <summary>For each solution, in order, an earlier one from which it could not be told apart and whether the two are certainly equal; null if it differs from all earlier ones.</summary>
    /// <remarks>
    /// A fixed combination of the real and imaginary parts of the function's coefficients is an interval for each solution. Sorted by their
    /// lower ends, only solutions whose intervals overlap are compared: their functions first, then their factors up to scale.
    /// </remarks>
    internal static ImmutableArray<(int Earlier, bool IsSame)?> Compare(ImmutableArray<BoxEnclosure> solutions, CancellationToken token)
    {
        var answers = new (int, bool)?[solutions.Length];
        if (solutions.Length < 2) return [.. answers];
        var bits = solutions.Max(solution => solution.Point.Scale.Center.Bits);
        var functions = solutions.Select(solution => Array.ConvertAll(solution.Point.Function, c => c.WithBits(bits))).ToArray();
        var spans = functions.Select((function, i) => (Span: Combination(function), Index: i)).OrderBy(entry => entry.Span.Lower).ThenBy(entry => entry.Index).ToArray();
        var open = new List<((BigInteger Lower, BigInteger Upper) Span, int Index)>();
        foreach (var entry in spans)
        {
            token.ThrowIfCancellationRequested();
            open.RemoveAll(other => other.Span.Upper < entry.Span.Lower);
            foreach (var other in open)
            {
                var (first, second) = (Math.Min(other.Index, entry.Index), Math.Max(other.Index, entry.Index));
                if (answers[second] is { Item2: true } || AreDifferent(functions[first], functions[second], solutions[first].Point, solutions[second].Point, bits)) continue;
                answers[second] = (first, AreSame(solutions[first], solutions[second]));
            }

            open.Add(entry);
        }

        return [.. answers];
    }

    private static (BigInteger Lower, BigInteger Upper) Combination(ComplexSquare[] function)
    {
        BigInteger center = 0, radius = 0;
        for (var i = 0; i < function.Length; i++)
        {
            // Any weights will do; these have no symmetry that functions might share.
            int re = 101 + (i * i * 37 % 89), im = 53 + (i * i * i * 29 % 97);
            center += (re * function[i].Center.Re) + (im * function[i].Center.Im);
            radius += (re + im) * function[i].Radius;
        }

        return (center - radius, center + radius);
    }

    private static bool AreDifferent(ComplexSquare[] function, ComplexSquare[] otherFunction, StratumPoint point, StratumPoint other, int bits)
    {
        if (function.Zip(otherFunction).Any(pair => pair.First.IsDisjointFrom(pair.Second))) return true;
        for (var f = 0; f < point.Factors.Count; f++)
        {
            var (a, b) = (Array.ConvertAll(point.Factors[f], c => c.WithBits(bits)), Array.ConvertAll(other.Factors[f], c => c.WithBits(bits)));
            for (var i = 0; i < a.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (((a[i] * b[j]) - (a[j] * b[i])).ExcludesZero) return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the solution in the second box is certainly the one in the first.</summary>
    private static bool AreSame(BoxEnclosure first, BoxEnclosure second)
    {
        var moved = second.Coordinates;
        if (!first.Claim.Charts.SequenceEqual(second.Claim.Charts))
        {
            if (InChart(second, first.Claim.Charts) is not { } changed) return false;
            moved = changed;
        }

        // A solution of the system inside the first box is the only one there.
        for (var i = 0; i < moved.Length; i++)
        {
            var (bits, (re, im)) = (moved[i].Center.Bits, first.Claim.Center[i]);
            var center = new FixedComplex(FixedComplex.Floor(re, bits).Units, FixedComplex.Floor(im, bits).Units, bits);
            if ((moved[i].Center - center).Largest + moved[i].Radius >= FixedComplex.Floor(first.Claim.Radius[i], bits).Units - 1) return false;
        }

        return true;
    }

    /// <summary>The coordinates of a solution when other coefficients of its factors are set to one; null if one of these may be zero.</summary>
    private static ComplexSquare[]? InChart(BoxEnclosure solution, ImmutableArray<int> charts)
    {
        var coordinates = new List<ComplexSquare>();
        var scale = solution.Point.Scale;
        for (var f = 0; f < charts.Length; f++)
        {
            var factor = solution.Point.Factors[f];
            var unit = factor[charts[f]];
            if (unit.Inverse() is not { } inverse) return null;
            for (var i = 0; i < factor.Length; i++)
            {
                if (i != charts[f]) coordinates.Add(factor[i] * inverse);
            }

            for (var j = 0; j < solution.Stratum.Factors[f].Multiplicity; j++) scale *= unit;
        }

        coordinates.Add(scale);
        return [.. coordinates];
    }
}
