using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Approximate complex roots of a polynomial with floating-point coefficients.</summary>
public static class PolynomialRoots
{
    /// <summary>The largest degree that <see cref="Approximate"/> accepts.</summary>
    public const int MaximumDegree = 1200;

    /// <summary>All complex roots, with multiplicity.</summary>
    /// <param name="coefficients">By ascending exponent; leading zeros lower the degree, zeros at the front are roots at zero.</param>
    /// <param name="token">Stops the iteration.</param>
    /// <returns>
    /// As many roots as the degree, ascending by real and then imaginary part. Non-real roots come in exactly conjugate pairs. A root
    /// beyond the range of doubles comes back infinite or zero.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// All coefficients are zero, or one is not finite, or the degree is above <see cref="MaximumDegree"/>.
    /// </exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> none; <see cref="CertifiedRoots"/> encloses the roots of exact forms. At a returned root z the value is
    /// normally below <c>(4 + 2 sqrt n) 2^-53</c> times the sum of the |c_i z^i|: the roots are those of a polynomial whose
    /// coefficients agree to about that relative error, so a root of multiplicity m is right to about the m-th root of it.</para>
    /// <para><b>Method:</b> closed formulas without cancellation up to degree 2; above it Ehrlich and Aberth's iteration from the
    /// circles of the Newton polygon. Every number carries its own power of two, so neither huge nor tiny roots overflow.</para>
    /// <para><b>Cost:</b> O(n^2) per sweep, about ten sweeps, never more than 300.</para>
    /// <para><b>Source:</b> Bini, "Numerical computation of polynomial zeros by means of Aberth's method".</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var roots = PolynomialRoots.Approximate([-2, 0, 1]);   // -1.4142..., 1.4142...
    /// </code>
    /// </example>
    public static ImmutableArray<Complex> Approximate(ReadOnlySpan<double> coefficients, CancellationToken token = default)
    {
        foreach (var coefficient in coefficients)
        {
            if (double.IsFinite(coefficient)) continue;
            throw new ArgumentException($"Coefficient {coefficient.ToString(CultureInfo.InvariantCulture)} is not finite.", nameof(coefficients));
        }

        var trimmed = coefficients.TrimEnd(0.0);
        if (trimmed.IsEmpty) throw new ArgumentException("All coefficients are zero: every number is a root.", nameof(coefficients));
        if (trimmed.Length > MaximumDegree + 1) throw new ArgumentException($"Degree {trimmed.Length - 1} is above {MaximumDegree}.", nameof(coefficients));

        if (trimmed.Length == 2 && trimmed[0] != 0) return [-trimmed[0] / trimmed[1]];
        var nonzero = trimmed.TrimStart(0.0);
        var roots = new List<Complex>(trimmed.Length - 1);
        for (var i = nonzero.Length; i < trimmed.Length; i++) roots.Add(Complex.Zero);
        roots.AddRange(nonzero.Length switch
        {
            1 => [],
            2 => [-nonzero[0] / nonzero[1]],
            3 => QuadraticFormula.Solve(nonzero[2], nonzero[1], nonzero[0]),
            _ => ConjugatePairs.Restore([.. AberthIteration.Run(new ScaledPolynomial(nonzero), token).Select(root => root.ToComplex())]),
        });
        return [.. roots.OrderBy(root => root.Real).ThenBy(root => root.Imaginary)];
    }
}
