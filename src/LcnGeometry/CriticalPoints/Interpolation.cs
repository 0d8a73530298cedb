using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Polynomials with integer coefficients from their values at consecutive integers.</summary>
internal static class Interpolation
{
    /// <summary>The polynomial of at most the given degree with these values; one more value than needed is taken and checked.</summary>
    /// <param name="degree">A bound on the degree.</param>
    /// <param name="value">The value at an integer.</param>
    /// <param name="token">Stops the evaluation.</param>
    /// <exception cref="InvariantViolationException">The values are not those of such a polynomial.</exception>
    /// <remarks>Newton's forward differences, which stay integers: p = Σ Δ^k(first) C(x - first, k).</remarks>
    public static Polynomial<Integer> Of(int degree, Func<Integer, Integer> value, CancellationToken token)
    {
        var first = -((degree + 1) / 2);
        var differences = new Integer[degree + 2];
        for (var i = 0; i < differences.Length; i++)
        {
            token.ThrowIfCancellationRequested();
            differences[i] = value(first + i);
        }

        for (var order = 1; order < differences.Length; order++)
        {
            for (var i = differences.Length - 1; i >= order; i--) differences[i] -= differences[i - 1];
        }

        if (!differences[^1].IsZero) throw new InvariantViolationException($"a function is a polynomial of degree {degree}", string.Join(',', differences));

        // Horner's scheme for Σ Δ^k (x - first)(x - first - 1)... / k!, all over degree!.
        var sum = Polynomial<Integer>.Zero;
        Integer denominator = 1;
        for (var k = degree; k >= 0; k--)
        {
            sum = (sum * new Polynomial<Integer>(-first - k, 1)) + Polynomial<Integer>.Constant(denominator * differences[k]);
            denominator *= Math.Max(k, 1);
        }

        return sum.Map(coefficient => Integer.DivideExactly(coefficient, denominator));
    }
}
