using System.Collections.Immutable;
using System.Diagnostics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>All roots of an exact nonzero form, each in its own rigorous enclosure.</summary>
public sealed class CertifiedRoots
{
    private readonly ImmutableArray<RootCell> _cells;
    private readonly int _atZero;
    private readonly int _atInfinity;

    private CertifiedRoots(ImmutableArray<RootCell> cells, int atZero, int atInfinity, int bits, CancellationToken token)
    {
        if (bits < 1) throw new ArgumentOutOfRangeException(nameof(bits), $"{bits} bits ask for nothing; at least 1.");
        Bits = bits;
        _cells = RootSeparation.Refine(cells, bits, token);
        _atZero = atZero;
        _atInfinity = atInfinity;
        var enclosed = _cells.Zip(RootSeparation.Squares(_cells, bits), (cell, square) => (Cell: cell, square.Re, square.Im)).ToArray();
        var real = enclosed.Where(one => one.Cell.Ball.IsReal)
            .Select(one => new CertifiedRealRoot(one.Cell.Exact is { } exact ? new RationalInterval(exact) : one.Re, one.Cell.Factor.Multiplicity));
        if (atZero > 0) real = real.Append(new CertifiedRealRoot(RationalInterval.Zero, atZero));
        real = real.OrderBy(root => root.Interval!.Value.Lower);
        Real = [.. atInfinity > 0 ? real.Append(new CertifiedRealRoot(null, atInfinity)) : real];
        Pairs = RootSeparation.Order(enclosed.Where(one => !one.Cell.Ball.IsReal).Select(one => new CertifiedPair(one.Re, one.Im, one.Cell.Factor.Multiplicity)));
        Pattern = new RootPattern(Real.Select(root => root.Multiplicity), Pairs.Select(pair => pair.Multiplicity));
    }

    /// <summary>The real roots in ascending order; infinity, if a root, comes last.</summary>
    public ImmutableArray<CertifiedRealRoot> Real { get; }

    /// <summary>The complex pairs by real part; pairs whose real parts are not told apart, by imaginary part.</summary>
    public ImmutableArray<CertifiedPair> Pairs { get; }

    /// <summary>The multiplicities.</summary>
    public RootPattern Pattern { get; }

    /// <summary>The precision asked for.</summary>
    public int Bits { get; }

    /// <summary>Encloses all roots of a form.</summary>
    /// <param name="form">A nonzero form; its roots are the x/y, infinity where y divides the form.</param>
    /// <param name="bits">Enclosures are at most <c>2^-bits max(1, |root|)</c> wide; at least 1.</param>
    /// <param name="token">Cancels the work.</param>
    /// <returns>The roots with their multiplicities.</returns>
    /// <exception cref="ZeroFormException">The form is zero: every point is a root.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bits"/> is below 1, or the form has more than 1200 distinct roots of one multiplicity.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> every enclosure contains exactly one root; enclosures are pairwise disjoint, and those of nonzero roots
    /// leave 0 out. Multiplicities, which roots are real, and which real roots are rational are exact; a rational root is its own
    /// enclosure. The number of real roots is compared with an independent exact count.</para>
    /// <para><b>Method:</b> squarefree decomposition; per factor Ehrlich and Aberth's iteration in doubles, continued in integer
    /// arithmetic; Smith's discs isolate, and Newton's method with the radius n |f/f'| refines. Rational roots are found by rounding
    /// and tested exactly.</para>
    /// <para><b>Cost:</b> for n roots and b bits O(n^2) multiplications of b-bit integers; nearly equal roots need more bits.</para>
    /// <para><b>Source:</b> Smith, "Error bounds for zeros of a polynomial based upon Gerschgorin's theorems"; Bini and Fiorentino,
    /// "Design, analysis, and implementation of a multiprecision polynomial rootfinder".</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var roots = CertifiedRoots.Of(new BinaryForm(-2, 0, 1), bits: 100);   // x^2 - 2y^2
    /// var enclosure = roots.Real[1].Interval;   // an interval of width at most 2^-99 around the square root of 2
    /// </code>
    /// </example>
    public static CertifiedRoots Of(BinaryForm form, int bits, CancellationToken token = default)
    {
        if (form.IsZero) throw new ZeroFormException(form, nameof(form));
        var coefficients = form.Coefficients.AsSpan();
        int low = 0, high = form.Degree;
        while (coefficients[low].IsZero) low++;
        while (coefficients[high].IsZero) high--;
        var cells = ImmutableArray.CreateBuilder<RootCell>();
        foreach (var factor in SquarefreeDecomposition.Of(new Polynomial<Rational>(coefficients[low..(high + 1)]), token))
        {
            if (factor.Factor.Degree > PolynomialRoots.MaximumDegree)
            {
                throw new ArgumentOutOfRangeException(nameof(form), $"{factor.Factor.Degree} roots of multiplicity {factor.Multiplicity} are more than {PolynomialRoots.MaximumDegree}.");
            }

            var balls = RootIsolation.Isolate(factor.Factor, token);
            CompareWithExactCount(factor.Factor, balls.Count(ball => ball.IsReal), token);
            cells.AddRange(balls.Select(ball => new RootCell(factor, ball, null).RecognizeRational(token)));
        }

        return new CertifiedRoots(cells.ToImmutable(), low, form.Degree - high, bits, token);
    }

    /// <summary>The same roots in narrower enclosures, without starting over.</summary>
    /// <param name="bits">The new precision; a lower one than before gives wider enclosures.</param>
    /// <param name="token">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bits"/> is below 1.</exception>
    public CertifiedRoots Refine(int bits, CancellationToken token = default) => new(_cells, _atZero, _atInfinity, bits, token);

    private static void CompareWithExactCount(Polynomial<Integer> factor, int found, CancellationToken token)
    {
        var exact = RealRoots.Count(factor.Map(Rational.FromInteger), token);
        if (exact != found) throw new UnreachableException($"{found} discs hold real roots of {factor}, but it has {exact}.");
    }
}
