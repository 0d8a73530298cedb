using System.Numerics;

namespace LcnGeometry;

/// <summary>All complex numbers whose real and imaginary parts differ from those of a center by at most a radius; it encloses one number that is not known exactly.</summary>
/// <remarks>
/// Center and radius are multiples of the same power of two, and every operation rounds outward, so that a square that results from
/// operations on squares contains the result of these operations on any of their elements.
/// </remarks>
internal readonly struct ComplexSquare(FixedComplex center, BigInteger radius)
{
    internal FixedComplex Center { get; } = center;

    /// <summary>The radius in units of the center.</summary>
    internal BigInteger Radius { get; } = radius;

    internal bool IsZero => Radius.IsZero && Center.IsZero;

    /// <summary>Whether 0 is no element.</summary>
    internal bool ExcludesZero => Center.Largest > Radius;

    /// <summary>A bound on the greater absolute value of the two parts of any element, in units.</summary>
    internal BigInteger Largest => Center.Largest + Radius;

    /// <summary>A bound on the sum of the absolute values of the two parts of any element, in units.</summary>
    internal BigInteger Sum => Center.Sum + (Radius << 1);

    internal static ComplexSquare One(int bits) => new(FixedComplex.One(bits), BigInteger.Zero);

    /// <summary>The smallest square around a rational number.</summary>
    internal static ComplexSquare Of(Algebra.Rational value, int bits)
    {
        var (units, isExact) = FixedComplex.Floor(value, bits);
        return new(new FixedComplex(units, BigInteger.Zero, bits), isExact ? BigInteger.Zero : BigInteger.One);
    }

    /// <summary>The same set written with more binary digits.</summary>
    internal ComplexSquare WithBits(int bits)
    {
        var shift = bits - Center.Bits;
        return shift == 0 ? this : new(new FixedComplex(Center.Re << shift, Center.Im << shift, bits), Radius << shift);
    }

    /// <summary>Whether the two squares have no common element.</summary>
    internal bool IsDisjointFrom(ComplexSquare other) => (Center - other.Center).Largest > Radius + other.Radius;

    /// <summary>The product of every element with an integer of at least 0.</summary>
    internal ComplexSquare Times(int factor) => new(new FixedComplex(Center.Re * factor, Center.Im * factor, Center.Bits), Radius * factor);

    /// <summary>The quarters of all elements.</summary>
    internal ComplexSquare DividedByFour() => new(new FixedComplex(Center.Re >> 2, Center.Im >> 2, Center.Bits), (Radius >> 2) + 2);

    public static ComplexSquare operator +(ComplexSquare left, ComplexSquare right) => new(left.Center + right.Center, left.Radius + right.Radius);

    public static ComplexSquare operator -(ComplexSquare left, ComplexSquare right) => new(left.Center - right.Center, left.Radius + right.Radius);

    public static ComplexSquare operator *(ComplexSquare left, ComplexSquare right)
    {
        // Zeros that the shape of the filter forces stay zeros.
        if (left.IsZero || right.IsZero) return new(new FixedComplex(BigInteger.Zero, BigInteger.Zero, left.Center.Bits), BigInteger.Zero);

        // The product of the centers is off by less than one unit in each part. A part of a product is at most the sum of the parts of one
        // factor times the largest part of the other, and two deviations multiply to at most twice the product of the radii.
        var units = (left.Center.Sum * right.Radius) + (right.Center.Sum * left.Radius) + ((left.Radius * right.Radius) << 1);
        return new(left.Center * right.Center, (units >> left.Center.Bits) + 2);
    }

    /// <summary>The conjugates of the elements.</summary>
    internal ComplexSquare Conjugate => new(new FixedComplex(Center.Re, -Center.Im, Center.Bits), Radius);

    /// <summary>A square around the inverses of all elements; null if 0 is an element or nearly so.</summary>
    internal ComplexSquare? Inverse()
    {
        // With c an approximate inverse and |1 - c v| at most d < 1, the inverse of v differs from c by at most |c| d / (1 - d).
        if (!ExcludesZero) return null;
        var (bits, one) = (Center.Bits, FixedComplex.One(Center.Bits));
        var inverse = one / Center;
        var defect = (new ComplexSquare(one, 0) - (new ComplexSquare(inverse, 0) * this)).Sum;
        return defect << 1 < one.Re ? new ComplexSquare(inverse, ((inverse.Sum * defect * 2) >> bits) + 1) : null;
    }
}
