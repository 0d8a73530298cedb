using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>The generic count of a stratum by multiplying out power series in one variable per multiplicity and block, truncated at the exponents sought.</summary>
internal static class GeneratingFunction
{
    /// <summary>The coefficient of ∏ h_{b,j}^{m_{b,j}} in ∏_b (1 + v - r_b)^(ν_b + 1) / ((1 + v)^(B - 1) (1 - v)).</summary>
    public static Integer Coefficient(ImmutableArray<ImmutableArray<int>> patterns)
    {
        var variables = patterns.SelectMany((pattern, b) => pattern.GroupBy(j => j).Select(g => (Block: b, Part: g.Key, Count: g.Count()))).ToArray();
        int[] limits = [.. variables.Select(v => v.Count)];
        var v = Linear(i => variables[i].Part);
        var series = Constant(1);
        for (var b = 0; b < patterns.Length; b++)
        {
            var factor = Add(Constant(1), Linear(i => variables[i].Part - (variables[i].Block == b ? 1 : 0)));
            for (var power = 0; power <= patterns[b].Length; power++) series = Times(series, factor);
        }

        for (var power = 1; power < patterns.Length; power++) series = DivideByOneMinus(series, Times(Constant(-1), v));
        return DivideByOneMinus(series, v)[^1];

        // A series is the list of its coefficients, exponents in mixed radix.
        int Size() => limits.Aggregate(1, (size, limit) => size * (limit + 1));

        Integer[] Constant(int value)
        {
            var result = new Integer[Size()];
            result[0] = value;
            return result;
        }

        Integer[] Linear(Func<int, int> coefficient)
        {
            var result = new Integer[Size()];
            var place = 1;
            for (var i = 0; i < limits.Length; i++)
            {
                result[place] = coefficient(i);
                place *= limits[i] + 1;
            }

            return result;
        }

        static Integer[] Add(Integer[] a, Integer[] b) => [.. a.Zip(b, (x, y) => x + y)];

        Integer[] Times(Integer[] a, Integer[] b)
        {
            var result = new Integer[a.Length];
            for (var i = 0; i < a.Length; i++)
            {
                if (a[i].IsZero) continue;
                for (var j = 0; j < b.Length; j++)
                {
                    if (!b[j].IsZero && Fits(i, j)) result[i + j] += a[i] * b[j];
                }
            }

            return result;
        }

        bool Fits(int i, int j)
        {
            foreach (var limit in limits)
            {
                if ((i % (limit + 1)) + (j % (limit + 1)) > limit) return false;
                i /= limit + 1;
                j /= limit + 1;
            }

            return true;
        }

        Integer[] DivideByOneMinus(Integer[] series, Integer[] small)
        {
            var (sum, term) = (series, series);
            for (var power = 0; power < limits.Sum(); power++)
            {
                term = Times(term, small);
                sum = Add(sum, term);
            }

            return sum;
        }
    }
}
