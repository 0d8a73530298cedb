using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Builds layer filters from complex roots of a form: those with rational real and imaginary parts exactly, others as enclosures of any precision.</summary>
internal sealed class ComplexLayerBuilder
{
    private const int WantedRelativeBits = 58;
    private const int MostBitsForRelativeAccuracy = 2048;

    private readonly LayerFilterBuilder _real;
    private readonly Polynomial<Integer> _primitive;
    private readonly ImmutableArray<int> _multiplicities;
    private readonly Dictionary<string, ComplexLayerFilter> _known = [];
    private readonly int _reals, _pairs;
    private CertifiedRoots _roots;
    private ImmutableArray<EnclosedPlace> _places;
    private int _bits;

    /// <param name="form">A nonzero form.</param>
    /// <param name="roots">Its roots.</param>
    public ComplexLayerBuilder(BinaryForm form, CertifiedRoots roots)
    {
        _real = new LayerFilterBuilder(form, roots);
        _primitive = PolynomialContent.Of(form.Dehomogenize()).Primitive;
        (_roots, _bits, _reals, _pairs) = (roots, roots.Bits, roots.Real.Length, roots.Pairs.Length);
        _places = EnclosedPlace.Of(roots);
        _multiplicities = [.. roots.Real.Select(r => r.Multiplicity), .. roots.Pairs.Select(p => p.Multiplicity), .. roots.Pairs.Select(p => p.Multiplicity)];
    }

    /// <summary>The filter whose roots are the given copies (of real roots, those above the real axis, their conjugates), with one as its nonzero coefficient of highest index.</summary>
    public ComplexLayerFilter Build(ImmutableArray<int> copies, CancellationToken token)
    {
        if (copies.AsSpan(_reals, _pairs).SequenceEqual(copies.AsSpan(_reals + _pairs, _pairs))) return ComplexLayerFilter.OfReal(_real.Build(copies[..(_reals + _pairs)], token));
        var key = string.Join(',', copies);
        if (_known.TryGetValue(key, out var known)) return known;
        var filter = Create(copies, token);
        _known.Add(key, filter);
        _known.Add(string.Join(',', [.. copies[.._reals], .. copies[(_reals + _pairs)..], .. copies[_reals..(_reals + _pairs)]]), filter.Conjugate());
        return filter;
    }

    private ComplexLayerFilter Create(ImmutableArray<int> copies, CancellationToken token)
    {
        var size = 1 + copies.Sum();
        var mayBeRational = true;
        while (true)
        {
            token.ThrowIfCancellationRequested();
            var enclosure = Enclose(copies);
            if (mayBeRational && Candidate(enclosure, out mayBeRational) is { } candidate)
            {
                if (!candidate.Divides(_primitive)) mayBeRational = false;
                else if (HasExactlyTheRoots(candidate, copies)) return ToFilter(candidate, size);
            }

            if (!mayBeRational && (IsAccurate(enclosure) || _bits >= MostBitsForRelativeAccuracy)) return ToFilter(enclosure, size);
            _bits *= 2;
            _roots = _roots.Refine(_bits, token);
            _places = EnclosedPlace.Of(_roots);
        }
    }

    private EnclosedPolynomial Enclose(ImmutableArray<int> copies)
    {
        var product = EnclosedPolynomial.One;
        for (var root = 0; root < copies.Length; root++)
        {
            if (_places[root].IsInfinity) continue; // it only lowers the affine degree
            for (var i = 0; i < copies[root]; i++) product = product.TimesRoot(_places[root]);
        }

        return product;
    }

    /// <summary>
    /// By Gauss's lemma for Gaussian integers a monic divisor of a primitive integer polynomial has Gaussian integers as coefficients after multiplication by the
    /// leading coefficient. So a coefficient whose scaled enclosure holds none proves that the divisor is not Gaussian rational.
    /// </summary>
    private EnclosedPolynomial? Candidate(EnclosedPolynomial enclosure, out bool possible)
    {
        var leading = (Rational)_primitive.LeadingCoefficient;
        var unique = true;
        RationalInterval? Nearest(RationalInterval part)
        {
            Rational lower = leading * part.Lower, upper = leading * part.Upper;
            if (lower > upper) (lower, upper) = (upper, lower);
            var integer = -Rational.Floor(-lower);
            if (integer > upper) return null;
            unique &= integer + Integer.One > upper;
            return new RationalInterval(integer / leading);
        }

        var parts = ImmutableArray.CreateBuilder<(RationalInterval Re, RationalInterval Im)>();
        foreach (var (re, im) in enclosure.Coefficients)
        {
            if (Nearest(re) is not { } exactRe || Nearest(im) is not { } exactIm)
            {
                possible = false;
                return null;
            }

            parts.Add((exactRe, exactIm));
        }

        possible = true;
        return unique ? new EnclosedPolynomial(parts.ToImmutable()) : null;
    }

    /// <summary>
    /// Whether the roots of a divisor of the form are certainly the given copies: where a root may not have more than m copies,
    /// the m-th derivative must not vanish; then the degree leaves no other choice. False means that the enclosures are too wide to tell.
    /// </summary>
    private bool HasExactlyTheRoots(EnclosedPolynomial divisor, ImmutableArray<int> copies)
    {
        for (var root = 0; root < copies.Length; root++)
        {
            if (copies[root] == _multiplicities[root] || _places[root].IsInfinity) continue;
            var derivative = divisor;
            for (var i = 0; i < copies[root]; i++) derivative = derivative.Derivative();
            var (re, im) = derivative.Evaluate(_places[root]);
            if (re.ContainsZero && im.ContainsZero) return false;
        }

        return true;
    }

    private static bool IsAccurate(EnclosedPolynomial enclosure)
    {
        foreach (var (re, im) in enclosure.Coefficients)
        {
            var width = re.Width > im.Width ? re.Width : im.Width;
            var magnitude = re.Mignitude > im.Mignitude ? re.Mignitude : im.Mignitude;
            if (width > magnitude * Rational.PowerOfTwo(-WantedRelativeBits)) return false;
        }

        return true;
    }

    private static ComplexLayerFilter ToFilter(EnclosedPolynomial polynomial, int size)
    {
        var missing = Enumerable.Repeat(RationalInterval.Zero, size - polynomial.Coefficients.Length).ToArray();
        return new ComplexLayerFilter(
            new LayerFilter([.. polynomial.Coefficients.Select(c => c.Re), .. missing]), new LayerFilter([.. polynomial.Coefficients.Select(c => c.Im), .. missing]));
    }
}
