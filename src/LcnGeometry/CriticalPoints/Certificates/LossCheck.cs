using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Verifies that the quadratic form of a certificate is symmetric and positive definite.</summary>
internal static class LossCheck
{
    /// <summary>The largest form for which rational elimination is worth its time.</summary>
    private const int LargestExact = 16;

    /// <summary>What is wrong or open; null if nothing is.</summary>
    internal static RecheckProblem? Problem(Matrix<Rational> q, CancellationToken token)
    {
        if (!q.IsSymmetric) return Problem(VerdictKind.Fails, "the quadratic form is not symmetric");
        foreach (var bits in (ReadOnlySpan<int>)[256, 1024, 4096])
        {
            switch (IsPositiveDefinite(q, bits, token))
            {
                case VerdictKind.Holds: return null;
                case VerdictKind.Fails: return Problem(VerdictKind.Fails, "the quadratic form is not positive definite");
            }
        }

        if (q.Rows > LargestExact) return Problem(VerdictKind.Undecided, "the quadratic form could not be shown to be positive definite");
        return PositiveDefinite.FirstBadPivot(q) is { } bad
            ? Problem(VerdictKind.Fails, $"the quadratic form is not positive definite: its leading minor of order {bad.Order} is {(bad.Value.IsZero ? "zero" : "negative")}")
            : null;
    }

    /// <summary>Symmetric elimination with outward rounding: a form is positive definite exactly if all pivots are positive.</summary>
    private static VerdictKind IsPositiveDefinite(Matrix<Rational> q, int bits, CancellationToken token)
    {
        var n = q.Rows;
        var a = new ComplexSquare[n, n];
        for (var i = 0; i < n; i++)
        {
            // A congruence with powers of two brings the diagonal near one.
            if (q[i, i].Sign <= 0) return VerdictKind.Fails;
            for (var j = 0; j <= i; j++) a[i, j] = a[j, i] = ComplexSquare.Of(q[i, j] * Rational.PowerOfTwo(-Exponent(q[i, i]) - Exponent(q[j, j])), bits);
        }

        for (var k = 0; k < n; k++)
        {
            token.ThrowIfCancellationRequested();
            var pivot = a[k, k].Center.Re;
            if (pivot <= a[k, k].Radius) return pivot < -a[k, k].Radius ? VerdictKind.Fails : VerdictKind.Undecided;
            if (a[k, k].Inverse() is not { } inverse) return VerdictKind.Undecided;
            for (var i = k + 1; i < n; i++)
            {
                if (a[i, k].IsZero) continue;
                var factor = a[i, k] * inverse;
                for (var j = k + 1; j <= i; j++) a[i, j] = a[j, i] = a[i, j] - (factor * a[k, j]);
            }
        }

        return VerdictKind.Holds;
    }

    /// <summary>Half the binary exponent of a positive number.</summary>
    private static int Exponent(Rational value) => (value.Numerator.BitLength - value.Denominator.BitLength) / 2;

    private static RecheckProblem Problem(VerdictKind verdict, string explanation) => new(CertificateClaim.Loss, "q", verdict, $"q: {explanation}.");
}
