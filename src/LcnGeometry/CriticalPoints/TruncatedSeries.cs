using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Power series in several variables, truncated at a largest exponent of each: coefficients in mixed radix, the monomial of largest exponents last.</summary>
internal sealed class TruncatedSeries(ImmutableArray<int> largest)
{
    private readonly int _size = largest.Aggregate(1, (size, exponent) => size * (exponent + 1));

    public Integer[] Constant(int value)
    {
        var series = new Integer[_size];
        series[0] = value;
        return series;
    }

    /// <summary>A linear form; variables of largest exponent zero do not occur.</summary>
    public Integer[] Linear(ImmutableArray<int> coefficients)
    {
        var series = new Integer[_size];
        var place = 1;
        for (var i = 0; i < largest.Length; i++)
        {
            if (largest[i] > 0) series[place] = coefficients[i];
            place *= largest[i] + 1;
        }

        return series;
    }

    public static Integer[] Add(Integer[] left, Integer[] right) => [.. left.Zip(right, (a, b) => a + b)];

    public Integer[] Multiply(Integer[] left, Integer[] right)
    {
        var product = new Integer[_size];
        for (var j = 0; j < _size; j++)
        {
            if (right[j].IsZero) continue;
            for (var i = 0; i + j < _size; i++)
            {
                if (!left[i].IsZero && Fits(i, j)) product[i + j] += left[i] * right[j];
            }
        }

        return product;
    }

    private bool Fits(int i, int j)
    {
        foreach (var exponent in largest)
        {
            if ((i % (exponent + 1)) + (j % (exponent + 1)) > exponent) return false;
            i /= exponent + 1;
            j /= exponent + 1;
        }

        return true;
    }
}
