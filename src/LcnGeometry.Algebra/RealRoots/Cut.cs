using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>A positive dyadic number <c>Mantissa * 2^Exponent</c> where a node of the search is cut.</summary>
internal readonly record struct Cut(BigInteger Mantissa, int Exponent)
{
    public static Cut PowerOfTwo(int exponent) => new(BigInteger.One, exponent);

    public bool IsPowerOfTwo => Mantissa.IsOne;
}
