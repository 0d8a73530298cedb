using System.Globalization;
using System.Runtime.CompilerServices;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>A closed interval of real numbers with doubles as ends, and arithmetic that never loses a value.</summary>
/// <remarks>
/// The result of an operation holds the exact results for all numbers in the operands. An end that overflows becomes infinite; an
/// operation on infinite ends may give NaN, which every comparison below answers with no: nothing is certified by accident. Every end is
/// rounded to nearest and then moved outward by x·(2^-53 + 2^-105) + 2^-1074, rounded, which reaches at least the neighboring double
/// (S. Rump, P. Zimmermann, S. Boldo, G. Melquiond, <i>Computing predecessor and successor in rounding to nearest</i>, BIT 49, 2009).
/// </remarks>
public readonly record struct Interval : IEnclosure<Interval>
{
    private const double Unit = 1.1102230246251568E-16;
    private const double Tiny = double.Epsilon;

    private Interval(double lower, double upper)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The lower end.</summary>
    public double Lower { get; }

    /// <summary>The upper end.</summary>
    public double Upper { get; }

    /// <summary>A double near the middle.</summary>
    public double Midpoint => Upper - Lower <= double.MaxValue ? Lower + ((Upper - Lower) / 2) : (Lower / 2) + (Upper / 2);

    /// <summary>An upper bound of the distance from <see cref="Midpoint"/> to the ends.</summary>
    public double Radius => Math.Max((Upper - this.Midpoint) * (1 + (4 * Unit)), (this.Midpoint - Lower) * (1 + (4 * Unit))) + Tiny;

    /// <summary>The largest absolute value.</summary>
    public double Magnitude => Math.Max(Math.Abs(Lower), Math.Abs(Upper));

    /// <summary>The smallest absolute value.</summary>
    public double Mignitude => Lower > 0 ? Lower : Upper < 0 ? -Upper : 0;

    /// <summary>Whether every number in it is positive.</summary>
    public bool IsPositive => Lower > 0;

    /// <summary>Whether every number in it is negative.</summary>
    public bool IsNegative => Upper < 0;

    /// <summary>Whether zero is not in it.</summary>
    public bool ExcludesZero => Lower > 0 || Upper < 0;

    /// <summary>The interval between two doubles.</summary>
    /// <exception cref="ArgumentException"><paramref name="lower"/> is not at most <paramref name="upper"/>.</exception>
    public static Interval Between(double lower, double upper) => lower <= upper
        ? new Interval(lower, upper)
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The lower end {lower:R} is not below the upper end {upper:R}."), nameof(lower));

    /// <summary>All numbers within a distance of a center.</summary>
    public static Interval Around(double center, double radius) => new(Down(center - radius), Up(center + radius));

    /// <summary>A single double.</summary>
    public static Interval FromDouble(double value) => new(value, value);

    /// <summary>The tightest interval around an exact number.</summary>
    public static Interval Enclose(Rational value)
    {
        var nearest = value.ToDouble();
        if (double.IsInfinity(nearest)) return nearest > 0 ? new(double.MaxValue, nearest) : new(nearest, -double.MaxValue);
        var comparison = Rational.RationalizeExactly(nearest).CompareTo(value);
        if (comparison == 0) return new(nearest, nearest);
        return comparison < 0 ? new(nearest, Math.BitIncrement(nearest)) : new(Math.BitDecrement(nearest), nearest);
    }

    /// <inheritdoc/>
    public static Interval Around(Interval center, double radius) => Around(center.Midpoint, radius);

    /// <inheritdoc/>
    /// <exception cref="DivideByZeroException">Zero is in <paramref name="value"/>.</exception>
    public static Interval Reciprocal(Interval value) => FromDouble(1) / value;

    /// <inheritdoc/>
    public Interval ToPoint() => FromDouble(Midpoint);

    /// <inheritdoc/>
    public Rational RationalizeMidpoint() => Rational.RationalizeExactly(Midpoint);

    /// <inheritdoc/>
    public Interval ToInterval() => this;

    /// <summary>Whether a number is in it.</summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;

    /// <summary>Whether this lies in the interior of another interval.</summary>
    public bool IsInside(Interval other) => other.Lower < Lower && Upper < other.Upper;

    /// <summary>Whether no number is in both.</summary>
    public bool IsDisjoint(Interval other) => Upper < other.Lower || other.Upper < Lower;

    /// <summary>The numbers in both.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public Interval Intersect(Interval other) => Between(Math.Max(Lower, other.Lower), Math.Min(Upper, other.Upper));

    /// <summary>The square, never negative.</summary>
    public Interval Square()
    {
        double low = Mignitude, high = Magnitude;
        return new(Math.Max(0, Down(low * low)), Up(high * high));
    }

    /// <summary>Enclosure of the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Interval operator +(Interval left, Interval right) => new(Down(left.Lower + right.Lower), Up(left.Upper + right.Upper));

    /// <summary>Enclosure of the difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Interval operator -(Interval left, Interval right) => new(Down(left.Lower - right.Upper), Up(left.Upper - right.Lower));

    /// <summary>Negation, without widening.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Interval operator -(Interval value) => new(-value.Upper, -value.Lower);

    /// <summary>Enclosure of the product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Interval operator *(Interval left, Interval right)
    {
        double a = left.Lower * right.Lower, b = left.Lower * right.Upper, c = left.Upper * right.Lower, d = left.Upper * right.Upper;
        return new(Down(Math.Min(Math.Min(a, b), Math.Min(c, d))), Up(Math.Max(Math.Max(a, b), Math.Max(c, d))));
    }

    /// <summary>Enclosure of the quotient.</summary>
    /// <exception cref="DivideByZeroException">Zero is in <paramref name="right"/>.</exception>
    public static Interval operator /(Interval left, Interval right)
    {
        if (!right.ExcludesZero) throw new DivideByZeroException($"{left} divided by {right}.");
        double a = left.Lower / right.Lower, b = left.Lower / right.Upper, c = left.Upper / right.Lower, d = left.Upper / right.Upper;
        return new(Down(Math.Min(Math.Min(a, b), Math.Min(c, d))), Up(Math.Max(Math.Max(a, b), Math.Max(c, d))));
    }

    /// <summary>Enclosure of the square root.</summary>
    /// <exception cref="ArgumentException">A number in it is negative.</exception>
    public static Interval Sqrt(Interval value) => value.Lower >= 0
        ? new(Math.Max(0, Down(Math.Sqrt(value.Lower))), Up(Math.Sqrt(value.Upper)))
        : throw new ArgumentException($"{value} holds negative numbers.", nameof(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Interval MultiplyAdd(Interval left, Interval right, Interval addend) => (left * right) + addend;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Interval SubtractProduct(Interval left, Interval right, Interval addend) => addend - (left * right);

    /// <summary>Both ends in round-trip form: <c>[0.1, 0.2]</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{Lower:R}, {Upper:R}]");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Up(double value) => value + ((Math.Abs(value) * Unit) + Tiny);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Down(double value) => value - ((Math.Abs(value) * Unit) + Tiny);
}
