using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>
/// How far the coefficients of a truncated polynomial of degree n may be from the true ones: by less than
/// <c>2^Bits C(n, j) A^j B^(n-j)</c>, the coefficients of <c>2^Bits (A x + B)^n</c>.
/// </summary>
/// <remarks>
/// Bounds of this shape stay of this shape, without loss, under x -> 2^e x, x -> 1 + x and x -> 1 / x. For this reason the error of a node
/// of the search is what the first truncation costs at that place, however long the path.
/// </remarks>
internal readonly record struct TruncationError
{
    /// <summary>The logarithm of the fraction that <see cref="Scaled"/> allows: the error grows by (1 + 2^-Imbalance)^n at most.</summary>
    private const int Imbalance = 5;

    private readonly long _bits;
    private readonly ErrorWeight _high; // A
    private readonly ErrorWeight _low; // B

    private TruncationError(long bits, ErrorWeight high, ErrorWeight low)
    {
        IsPresent = true;
        (_bits, _high, _low) = (bits, high, low);
    }

    /// <summary>False for exact polynomials.</summary>
    public bool IsPresent { get; }

    /// <summary>Every coefficient was rounded down to an integer.</summary>
    public static TruncationError OneUnit { get; } = new(0, ErrorWeight.One, ErrorWeight.One);

    /// <summary>Every coefficient is wrong by less than two units.</summary>
    public static TruncationError TwoUnits { get; } = new(1, ErrorWeight.One, ErrorWeight.One);

    /// <summary>After x -> 2^exponent x, for use above 1 only, or below 1 and then reversed; all coefficients divided by 2^dropped.</summary>
    /// <remarks>The weight that matters less there is raised to a fraction of the other one: a small loss that lets many bits be dropped.</remarks>
    public TruncationError Scaled(int exponent, bool lower, long dropped)
    {
        var high = _high.TimesPowerOfTwo(exponent);
        return lower
            ? new TruncationError(_bits - dropped, _low, high.AtLeast(_low.TimesPowerOfTwo(-Imbalance)))
            : new TruncationError(_bits - dropped, high, _low.AtLeast(high.TimesPowerOfTwo(-Imbalance)));
    }

    /// <summary>After x -> f x, where f is the mantissa divided by the greatest power of two in it, and less than two units of rounding.</summary>
    public TruncationError TimesMantissa(BigInteger mantissa) => new(_bits + 2, _high.TimesMantissa(mantissa), _low);

    /// <summary>After x -> 1 + x.</summary>
    public TruncationError Shifted() => !IsPresent ? this : new TruncationError(_bits, _high, _low + _high);

    /// <summary>The number of low bits that are meaningless in every coefficient.</summary>
    public long MeaninglessBits(int degree) => _bits + Math.Min(_high.LogarithmBelow(degree), _low.LogarithmBelow(degree));

    /// <summary>After the meaningless bits are dropped: rounding at most doubles the error.</summary>
    public TruncationError Dropped(long bits) => new(_bits - bits + 1, _high, _low);

    /// <summary>For every coefficient a number t such that the error is below 2^t.</summary>
    /// <param name="degree">The degree n.</param>
    /// <param name="binomials">The numbers of bits of C(n, j).</param>
    /// <param name="thresholds">The result.</param>
    public void Thresholds(int degree, ReadOnlySpan<int> binomials, Span<int> thresholds)
    {
        long high = _high.ScaledLogarithmAbove(), low = _low.ScaledLogarithmAbove();
        for (var j = 0; j <= degree; j++)
        {
            thresholds[j] = checked((int)(_bits + binomials[j] + ErrorWeight.Unscale((high * j) + (low * (degree - j)))));
        }
    }

    /// <summary>The numbers of bits of the binomial coefficients of one degree.</summary>
    public static int[] BinomialLengths(int degree)
    {
        var lengths = new int[degree + 1];
        var binomial = BigInteger.One;
        for (var j = 0; j <= degree; j++)
        {
            lengths[j] = (int)binomial.GetBitLength();
            binomial = binomial * (degree - j) / (j + 1);
        }

        return lengths;
    }
}
