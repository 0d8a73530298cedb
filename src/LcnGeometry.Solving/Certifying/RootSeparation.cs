using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>Makes the enclosures of the roots of several coprime factors narrow enough and pairwise disjoint.</summary>
internal static class RootSeparation
{
    /// <summary>Refines until every ball fits well into the square that will be printed for it.</summary>
    public static ImmutableArray<RootCell> Refine(ImmutableArray<RootCell> cells, int bits, CancellationToken token)
    {
        var refined = cells.ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < refined.Length; i++)
            {
                var target = SquareExponent(refined, i, bits) - 2;
                if (refined[i].Ball.RadiusExponent <= target) continue;
                refined[i] = refined[i].Refine(target, token);
                changed = true;
            }
        }

        return [.. refined];
    }

    /// <summary>The squares of refined cells, with few bits: parts of the root in the upper half plane.</summary>
    public static IEnumerable<(RationalInterval Re, RationalInterval Im)> Squares(ImmutableArray<RootCell> cells, int bits)
    {
        var all = cells.ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            // Rounding moves the center by an eighth of the half side at most, the radius is at most a quarter of it.
            var exponent = SquareExponent(all, i, bits);
            var center = all[i].Ball.Center.AtScale(2 - exponent);
            yield return (Interval(center.Re, exponent), Interval(center.Im, exponent));
        }
    }

    /// <summary>Pairs by real part; those whose real parts overlap, directly or through others, by imaginary part.</summary>
    public static ImmutableArray<CertifiedPair> Order(IEnumerable<CertifiedPair> pairs)
    {
        var ordered = ImmutableArray.CreateBuilder<CertifiedPair>();
        var group = new List<CertifiedPair>();
        Rational? end = null;
        foreach (var pair in pairs.OrderBy(pair => pair.Re.Lower))
        {
            if (end is { } reached && pair.Re.Lower > reached) Flush();
            group.Add(pair);
            end = end is { } current && current > pair.Re.Upper ? current : pair.Re.Upper;
        }

        Flush();
        return ordered.ToImmutable();

        void Flush()
        {
            ordered.AddRange(group.OrderBy(pair => pair.Im.Lower).ThenBy(pair => pair.Re.Lower));
            group.Clear();
            end = null;
        }
    }

    /// <summary>The half side of the square for one root: narrow enough for the precision, and a quarter of the distance to anything else.</summary>
    private static int SquareExponent(RootCell[] cells, int index, int bits)
    {
        var (center, radius) = (cells[index].Ball.Center, cells[index].Ball.RadiusExponent);
        var gap = center.Exponent;
        if (!cells[index].Ball.IsReal) gap = Math.Min(gap, (center - center.Conjugate).Exponent);
        for (var j = 0; j < cells.Length; j++)
        {
            if (j == index) continue;
            var other = cells[j].Ball;
            var distance = (center - other.Center).Exponent;
            if (!other.IsReal) distance = Math.Min(distance, (center - other.Center.Conjugate).Exponent);

            // Centers closer than the radii say nothing of the distance; this asks for twelve bits more of the wider ball, and the loop goes on.
            gap = Math.Min(gap, Math.Max(distance, Math.Max(radius, other.RadiusExponent) - 8));
        }

        return Math.Min(-bits - 1 + Math.Max(0, center.Exponent - 1), gap - 2);
    }

    private static RationalInterval Interval(BigInteger center, int exponent) => new(
        (Rational)(Integer)(center - 4) * Rational.PowerOfTwo(exponent - 2),
        (Rational)(Integer)(center + 4) * Rational.PowerOfTwo(exponent - 2));
}
