using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <content>Faster ways for integer and rational entries. A type argument, as in <c>Rank&lt;Integer&gt;</c>, asks for the general way.</content>
public static partial class FractionFree
{
    /// <summary>A basis of the integer column vectors that the matrix maps to zero, over the rationals.</summary>
    /// <returns>As the general method; the entries of each vector have no common factor, and its last nonzero entry is positive.</returns>
    public static ImmutableArray<ImmutableArray<Integer>> Nullspace(Matrix<Integer> matrix) =>
        [.. Nullspace<Integer>(matrix).Select(Primitive)];

    /// <summary>A basis of the column vectors that the matrix maps to zero.</summary>
    /// <returns>
    /// As the general method; the entries of each vector are integers without common factor, and its last nonzero entry is positive.
    /// </returns>
    public static ImmutableArray<ImmutableArray<Rational>> Nullspace(Matrix<Rational> matrix) =>
        [.. Nullspace(ClearDenominators(matrix).Integral).Select(vector => ImmutableArray.CreateRange(vector, Rational.FromInteger))];

    /// <summary>Multiplies each row by the least common denominator of its entries.</summary>
    /// <returns>The integer rows and the product of all multipliers.</returns>
    internal static (Matrix<Integer> Integral, Integer Scale) ClearDenominators(Matrix<Rational> matrix)
    {
        var scales = new Integer[matrix.Rows];
        var product = Integer.One;
        for (var i = 0; i < matrix.Rows; i++)
        {
            scales[i] = Integer.One;
            foreach (var entry in matrix.Row(i)) scales[i] = Integer.LeastCommonMultiple(scales[i], entry.Denominator);
            product *= scales[i];
        }

        var integral = new Matrix<Integer>(matrix.Rows, matrix.Columns, (i, j) =>
            matrix[i, j].Numerator * Integer.DivideExactly(scales[i], matrix[i, j].Denominator));
        return (integral, product);
    }

    private static ImmutableArray<Integer> Primitive(ImmutableArray<Integer> vector)
    {
        var content = vector.Aggregate(Integer.Zero, Integer.GreatestCommonDivisor);
        if (vector.Last(entry => !entry.IsZero).Sign < 0) content = -content;
        return ImmutableArray.CreateRange(vector, entry => Integer.DivideExactly(entry, content));
    }
}
