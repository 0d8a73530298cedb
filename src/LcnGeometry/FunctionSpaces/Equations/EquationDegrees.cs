using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>In which degrees equations must be sought so that they cut out the Zariski closure.</summary>
/// <remarks>
/// The recursion F11 of the theory gives equations that are exact as a zero set: residues of coefficients of the missing index are zero; all minors of a
/// size of the stacked Sylvester matrix of the residues vanish; and a generic combination of the residues satisfies the equations of the network without
/// its first layer. Its coefficients are linear in the residues, so degrees carry over, and the largest of them bounds what is needed.
/// </remarks>
internal static class EquationDegrees
{
    private static readonly Integer Many = 1_000_000_000_000;

    /// <summary>The largest degree of an equation of the recursion, for a merged architecture.</summary>
    /// <param name="filters">Merged filter sizes, at least 2 each.</param>
    /// <param name="strides">Merged strides, above one but for the last.</param>
    public static int Bound(ImmutableArray<int> filters, ImmutableArray<int> strides)
    {
        if (filters.Length < 2) return 1;

        // Two residues at least: filter and stride are above one. The longest is one of degree D = max(n_0, n_0 + n_1 - m - 1) with n_j = first + m, second + m.
        int first = (filters[0] - 1) / strides[0], second = (filters[0] - 2) / strides[0];
        return Math.Max(first + second + 2, Bound(filters[1..].SetItem(0, filters[1] + Math.Max(first, first + second - 1)), strides[1..]));
    }

    /// <summary>The number of monomials of a degree in so many variables, or one above a million millions.</summary>
    public static Integer Monomials(int variables, int degree)
    {
        Integer count = 1;
        for (var i = 1; i <= degree && count < Many; i++) count = Integer.DivideExactly(count * (variables + i - 1), i);
        return count;
    }
}
