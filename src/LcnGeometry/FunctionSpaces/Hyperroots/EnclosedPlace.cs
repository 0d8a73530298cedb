using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>An enclosure of a point of the complex projective line.</summary>
internal readonly record struct EnclosedPlace(RationalInterval Re, RationalInterval Im, bool IsInfinity)
{
    /// <summary>All complex roots: real ones, those above the real axis, their conjugates.</summary>
    public static ImmutableArray<EnclosedPlace> Of(CertifiedRoots roots) =>
    [
        .. roots.Real.Select(root => root.Interval is { } interval ? new EnclosedPlace(interval, RationalInterval.Zero, false) : new EnclosedPlace(default, default, true)),
        .. roots.Pairs.Select(pair => new EnclosedPlace(pair.Re, pair.Im, false)),
        .. roots.Pairs.Select(pair => new EnclosedPlace(pair.Re, -pair.Im, false)),
    ];

    /// <summary>Whether it is zero or infinity, which are their own powers; enclosures of other roots leave zero out.</summary>
    public bool IsEnd => IsInfinity || (Re.IsZero && Im.IsZero);

    /// <summary>Whether the two may be one point.</summary>
    public bool Meets(EnclosedPlace other) => IsInfinity || other.IsInfinity
        ? IsInfinity && other.IsInfinity
        : Re.Intersects(other.Re) && Im.Intersects(other.Im);

    /// <summary>An enclosure of a power.</summary>
    public EnclosedPlace Power(int exponent, int bits)
    {
        if (IsEnd) return this;
        RationalInterval re = Re, im = Im;
        for (var i = 1; i < exponent; i++)
        {
            var (nextRe, nextIm) = ((re * Re) - (im * Im), (re * Im) + (im * Re));
            (re, im) = (Rounded(nextRe, bits), Rounded(nextIm, bits));
        }

        return new EnclosedPlace(re, im, false);
    }

    private static RationalInterval Rounded(RationalInterval value, int bits) => value.IsZero ? value : value.RoundOutward(2 * bits);
}
