using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>The Sturm sequence of a polynomial: an exact count of the distinct real roots in any interval.</summary>
/// <remarks>
/// <para><b>Guarantee:</b> exact; repeated roots are allowed and counted once.</para>
/// <para><b>Method:</b> Euclid's algorithm on the polynomial and its derivative with negated primitive remainders, divided by the last of them.</para>
/// <para><b>Cost:</b> O(n^2) coefficient operations once, with coefficients of O(n) times the input size; O(n^2) operations per point.
/// <see cref="DescartesIsolation"/> is much faster; this is the independent second route.</para>
/// <para><b>Source:</b> Basu, Pollack, Roy, Algorithms in Real Algebraic Geometry.</para>
/// </remarks>
/// <example><code>
/// var sturm = new SturmSequence(new Polynomial&lt;Integer&gt;(0, -2, 0, 1)); // x^3 - 2x
/// sturm.CountRealRoots()       // 3
/// sturm.CountRealRoots(0, 2)   // 1: the interval (0, 2] holds the square root of 2 but not 0
/// </code></example>
public sealed partial class SturmSequence
{
    /// <summary>Computes the sequence.</summary>
    /// <param name="polynomial">A nonzero polynomial.</param>
    /// <param name="token">Cancels the computation.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SturmSequence(Polynomial<Integer> polynomial, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(polynomial);
        if (polynomial.IsZero) throw new ZeroPolynomialException(nameof(polynomial));
        var sequence = NegatedRemainders(PolynomialContent.PrimitivePart(polynomial), token);
        RepeatedPart = PolynomialContent.PrimitivePart(sequence[^1]);
        if (RepeatedPart.Degree > 0)
        {
            for (var i = 0; i < sequence.Count; i++) sequence[i] = Polynomial<Integer>.DivideExactly(sequence[i], RepeatedPart);
        }

        Polynomials = [.. sequence];
    }

    /// <summary>Computes the sequence.</summary>
    /// <param name="polynomial">A nonzero polynomial.</param>
    /// <param name="token">Cancels the computation.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SturmSequence(Polynomial<Rational> polynomial, CancellationToken token = default)
        : this(PolynomialContent.Of(polynomial).Primitive, token)
    {
    }

    /// <summary>The sequence; it begins with the squarefree part of the polynomial and ends with a constant.</summary>
    public ImmutableArray<Polynomial<Integer>> Polynomials { get; }

    /// <summary>The primitive greatest common divisor of the polynomial and its derivative: one exactly when all roots are simple.</summary>
    public Polynomial<Integer> RepeatedPart { get; }

    /// <summary>The number of distinct real roots.</summary>
    public int CountRealRoots() => VariationsAtInfinity(-1) - VariationsAtInfinity(1);

    /// <summary>The number of distinct real roots in the half-open interval (lower, upper].</summary>
    /// <param name="lower">The excluded end; null for minus infinity.</param>
    /// <param name="upper">The included end, not below <paramref name="lower"/>; null for infinity.</param>
    /// <exception cref="ArgumentException">The ends are in the wrong order.</exception>
    public int CountRealRoots(Rational? lower, Rational? upper)
    {
        RootInterval.CheckOrder(lower, upper);
        var below = lower is { } a ? Variations(a) : VariationsAtInfinity(-1);
        var above = upper is { } b ? Variations(b) : VariationsAtInfinity(1);
        return below - above;
    }

    /// <summary>The number of real roots of a polynomial, each counted with its multiplicity.</summary>
    /// <param name="polynomial">A nonzero polynomial.</param>
    /// <param name="token">Cancels the computation.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int CountWithMultiplicity(Polynomial<Integer> polynomial, CancellationToken token = default)
    {
        // A root of multiplicity m is a root of the first m of the repeated parts.
        var count = 0;
        while (true)
        {
            var sequence = new SturmSequence(polynomial, token);
            count += sequence.CountRealRoots();
            if (sequence.RepeatedPart.IsConstant) return count;
            polynomial = sequence.RepeatedPart;
        }
    }

    /// <summary>The number of sign changes of the sequence at a point; zeros are skipped.</summary>
    internal int Variations(Rational point)
    {
        int variations = 0, last = 0;
        foreach (var polynomial in Polynomials) Count(SignAt.Rational(polynomial, point), ref last, ref variations);
        return variations;
    }

    /// <summary>The number of sign changes at plus or minus infinity.</summary>
    internal int VariationsAtInfinity(int side)
    {
        int variations = 0, last = 0;
        foreach (var polynomial in Polynomials)
        {
            var sign = polynomial.LeadingCoefficient.Sign;
            Count(side < 0 && int.IsOddInteger(polynomial.Degree) ? -sign : sign, ref last, ref variations);
        }

        return variations;
    }

    private static void Count(int sign, ref int last, ref int variations)
    {
        if (sign == 0) return;
        if (last == -sign) variations++;
        last = sign;
    }

    private static List<Polynomial<Integer>> NegatedRemainders(Polynomial<Integer> first, CancellationToken token)
    {
        List<Polynomial<Integer>> sequence = [first];
        for (var next = PositivelyPrimitive(first.Derivative()); !next.IsZero;)
        {
            token.ThrowIfCancellationRequested();
            var (previous, current) = (sequence[^1], next);
            sequence.Add(current);

            // Pseudo-division multiplies by a power of the leading coefficient; an odd power of a negative one turns the sign.
            var remainder = PolynomialDivision.PseudoDivide(previous, current).Remainder;
            var turned = current.LeadingCoefficient.Sign < 0 && int.IsEvenInteger(previous.Degree - current.Degree);
            next = PositivelyPrimitive(turned ? remainder : -remainder);
        }

        return sequence;
    }

    /// <summary>The polynomial divided by the absolute value of its content.</summary>
    private static Polynomial<Integer> PositivelyPrimitive(Polynomial<Integer> polynomial)
    {
        var primitive = PolynomialContent.PrimitivePart(polynomial);
        return polynomial.LeadingCoefficient.Sign < 0 ? -primitive : primitive;
    }
}
