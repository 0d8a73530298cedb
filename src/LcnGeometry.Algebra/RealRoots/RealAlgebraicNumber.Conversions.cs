namespace LcnGeometry.Algebra;

public sealed partial class RealAlgebraicNumber
{
    /// <summary>An enclosure of a given width.</summary>
    /// <param name="width">The greatest width, above 0.</param>
    /// <param name="token">Cancels the refinement.</param>
    /// <returns>An isolating interval inside <see cref="Interval"/> of at most this width; the point itself for rational numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width is not positive.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; the ends are dyadic and not roots of the defining polynomial.</para>
    /// <para><b>Method:</b> quadratic interval refinement: secant steps on a dyadic grid, checked by exact signs.</para>
    /// <para><b>Cost:</b> the number of correct bits doubles per evaluation once the root is well separated.</para>
    /// <para><b>Source:</b> J. Abbott, Quadratic interval refinement for real roots.</para>
    /// </remarks>
    /// <example><code>
    /// var root = RealRoots.Isolate(new Polynomial&lt;Rational&gt;(-2, 0, 1))[1].Value;
    /// var enclosure = root.Refine(Rational.PowerOfTwo(-100)); // thirty digits of sqrt(2)
    /// </code></example>
    public RationalInterval Refine(Rational width, CancellationToken token = default)
    {
        if (width.Sign <= 0) throw new ArgumentOutOfRangeException(nameof(width), $"The width {width} must be positive.");
        if (Interval.Width <= width) return Interval;
        var bracket = Bracket();
        bracket.ShrinkTo(width.Numerator.BitLength - width.Denominator.BitLength - 1, token);
        return bracket.Interval;
    }

    /// <summary>The nearest double; ties go to even, as for rational numbers.</summary>
    public double ToDouble()
    {
        if (RationalValue is { } value) return value.ToDouble();
        var bracket = Bracket();
        while (bracket.Sign is null) bracket.Shrink();
        while (true)
        {
            var interval = bracket.Interval;
            double lower = interval.Lower.ToDouble(), upper = interval.Upper.ToDouble();
            if (lower.Equals(upper)) return lower;
            if (upper.Equals(Math.BitIncrement(lower)))
            {
                // Neighbors: the number is irrational, hence strictly on one side of the middle.
                return CompareTo((Exactly(lower) + Exactly(upper)) / 2) < 0 ? lower : upper;
            }

            bracket.Shrink();
        }
    }

    /// <summary>The exact value of a double, an infinity standing for the power of two where rounding overflows.</summary>
    private static Rational Exactly(double value) => double.IsFinite(value)
        ? Rational.RationalizeExactly(value)
        : Rational.PowerOfTwo(1024) * Math.Sign(value);
}
