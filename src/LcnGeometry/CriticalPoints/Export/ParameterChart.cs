using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The scaling of the filters: in layer l the sum of a_i w_i is 1, with a = 1 at the last entry.</summary>
/// <remarks>
/// The coefficients are near one in size, so that no entry is scaled out of proportion, and their numerators and denominators are coprime
/// and unusual, so that filters with small integer entries do not lie on the hyperplane that the chart misses.
/// </remarks>
internal static class ParameterChart
{
    /// <summary>The coefficient of a free entry: 5/7, -7/9, 9/11, ...</summary>
    /// <param name="number">The position among the free entries of all layers, from 0.</param>
    public static Rational Coefficient(int number)
    {
        var coefficient = new Rational((2 * number) + 5, (2 * number) + 7);
        return number % 2 == 0 ? coefficient : -coefficient;
    }
}
