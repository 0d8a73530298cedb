using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Builds layer filters from the roots of a form: rational ones exactly, others as enclosures of any precision.</summary>
internal sealed class LayerFilterBuilder
{
    /// <summary>Relative accuracy of the coefficients of filters unless more is needed.</summary>
    public const int UsualRelativeBits = 58;
    private const int MostBitsForRelativeAccuracy = 2048;

    private readonly Polynomial<Integer> _primitive;
    private readonly Dictionary<string, LayerFilter> _known = [];
    private CertifiedRoots _roots;
    private readonly int _relativeBits;
    private int _bits;

    /// <param name="form">A nonzero form.</param>
    /// <param name="roots">Its roots.</param>
    /// <param name="relativeBits">The wanted relative accuracy of coefficients that are not rational.</param>
    public LayerFilterBuilder(BinaryForm form, CertifiedRoots roots, int relativeBits = UsualRelativeBits)
    {
        _relativeBits = relativeBits;
        _primitive = PolynomialContent.Of(form.Dehomogenize()).Primitive;
        _roots = roots;
        _bits = roots.Bits;
        Groups = [.. _roots.Real.Select(r => new RootGroup(r.Multiplicity, 1)), .. _roots.Pairs.Select(p => new RootGroup(p.Multiplicity, 2))];
    }

    /// <summary>The root groups: real roots ascending, infinity last, then complex pairs.</summary>
    public ImmutableArray<RootGroup> Groups { get; }

    /// <summary>The filter whose roots are the given copies of the groups, with one as its nonzero coefficient of highest index.</summary>
    public LayerFilter Build(ImmutableArray<int> copies, CancellationToken token)
    {
        var key = string.Join(',', copies);
        if (_known.TryGetValue(key, out var known)) return known;
        var filter = Create(copies, token);
        _known.Add(key, filter);
        return filter;
    }

    private LayerFilter Create(ImmutableArray<int> copies, CancellationToken token)
    {
        var size = 1 + Enumerable.Range(0, copies.Length).Sum(g => copies[g] * Groups[g].Size);
        var mayBeRational = true;
        while (true)
        {
            token.ThrowIfCancellationRequested();
            var enclosure = Enclose(copies);
            if (mayBeRational)
            {
                var candidate = RationalCandidate(enclosure, out mayBeRational);
                if (candidate is not null)
                {
                    if (PolynomialDivision.DivideWithRemainder(_primitive.Map<Rational>(c => c), candidate).Remainder.IsZero)
                    {
                        if (HasExactlyTheRoots(candidate, copies)) return Pad(candidate.Map(c => new RationalInterval(c, c)), size);
                    }
                    else
                    {
                        mayBeRational = false;
                    }
                }
            }

            if (!mayBeRational && (IsAccurate(enclosure) || _bits >= MostBitsForRelativeAccuracy)) return Pad(enclosure, size);
            _bits *= 2;
            _roots = _roots.Refine(_bits, token);
        }
    }

    private Polynomial<RationalInterval> Enclose(ImmutableArray<int> copies)
    {
        var one = RationalInterval.One;
        var product = Polynomial<RationalInterval>.One;
        for (var g = 0; g < copies.Length; g++)
        {
            if (copies[g] == 0) continue;
            Polynomial<RationalInterval> factor;
            if (g < _roots.Real.Length)
            {
                if (_roots.Real[g].Interval is not { } root) continue; // infinity only lowers the affine degree
                factor = new Polynomial<RationalInterval>(-root, one);
            }
            else
            {
                var pair = _roots.Pairs[g - _roots.Real.Length];
                factor = new Polynomial<RationalInterval>(pair.Constant, pair.Linear, one);
            }

            product *= Polynomial<RationalInterval>.Pow(factor, copies[g]);
        }

        return product;
    }

    /// <summary>
    /// A monic rational divisor of a primitive integer polynomial has integer coefficients after multiplication by the leading
    /// coefficient (Gauss). So a coefficient whose scaled enclosure holds no integer proves that the divisor is irrational.
    /// </summary>
    private Polynomial<Rational>? RationalCandidate(Polynomial<RationalInterval> enclosure, out bool possible)
    {
        var leading = (Rational)_primitive.LeadingCoefficient;
        var coefficients = new Rational[enclosure.Degree + 1];
        possible = true;
        var unique = true;
        for (var i = 0; i < coefficients.Length; i++)
        {
            Rational lower = leading * enclosure[i].Lower, upper = leading * enclosure[i].Upper;
            var integer = -Rational.Floor(-lower);
            if (integer > upper)
            {
                possible = false;
                return null;
            }

            unique &= integer + Integer.One > upper;
            coefficients[i] = integer / leading;
        }

        return unique ? new Polynomial<Rational>(coefficients) : null;
    }

    /// <summary>
    /// Whether the roots of a divisor of the form are certainly the given copies: where a root may not have more than m copies,
    /// the m-th derivative must not vanish; then the degree leaves no other choice. False means that the enclosures are too wide to tell.
    /// </summary>
    private bool HasExactlyTheRoots(Polynomial<Rational> divisor, ImmutableArray<int> copies)
    {
        var derivatives = new List<Polynomial<RationalInterval>> { divisor.Map(c => new RationalInterval(c, c)) };
        for (var g = 0; g < copies.Length; g++)
        {
            if (copies[g] == Groups[g].Multiplicity) continue;
            while (derivatives.Count <= copies[g]) derivatives.Add(derivatives[^1].Derivative());
            var derivative = derivatives[copies[g]];
            if (g < _roots.Real.Length)
            {
                if (_roots.Real[g].Interval is { } root && MayVanish(derivative.Evaluate(root))) return false;
            }
            else
            {
                var pair = _roots.Pairs[g - _roots.Real.Length];
                var (re, im) = EvaluateComplex(derivative, pair.Re, pair.Im);
                if (MayVanish(re) && MayVanish(im)) return false;
            }
        }

        return true;
    }

    private static (RationalInterval Re, RationalInterval Im) EvaluateComplex(Polynomial<RationalInterval> p, RationalInterval re, RationalInterval im)
    {
        RationalInterval valueRe = RationalInterval.Zero, valueIm = RationalInterval.Zero;
        for (var i = p.Degree; i >= 0; i--)
        {
            (valueRe, valueIm) = ((valueRe * re) - (valueIm * im) + p[i], (valueRe * im) + (valueIm * re));
        }

        return (valueRe, valueIm);
    }

    private static bool MayVanish(RationalInterval value) => value.Lower.Sign <= 0 && value.Upper.Sign >= 0;

    private bool IsAccurate(Polynomial<RationalInterval> enclosure)
    {
        foreach (var c in enclosure.Coefficients)
        {
            var width = c.Upper - c.Lower;
            if (width.IsZero) continue;
            var magnitude = c.Lower.Sign > 0 ? c.Lower : c.Upper.Sign < 0 ? -c.Upper : Rational.Zero;
            if (width > magnitude * Rational.PowerOfTwo(-_relativeBits)) return false;
        }

        return true;
    }

    private static LayerFilter Pad(Polynomial<RationalInterval> coefficients, int size) => new(coefficients.CoefficientsPadded(size));
}
