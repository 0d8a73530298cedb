using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>Interval arithmetic of some precision: a result holds the exact results for all numbers in the operands.</summary>
/// <typeparam name="T">The implementing structure.</typeparam>
public interface IEnclosure<T> : IScalar<T>
    where T : struct, IEnclosure<T>
{
    /// <summary>An upper bound of the absolute values.</summary>
    double Magnitude { get; }

    /// <summary>A double near the middle.</summary>
    double Midpoint { get; }

    /// <summary>Whether zero is not in it.</summary>
    bool ExcludesZero { get; }

    /// <summary>A narrow interval around an exact number.</summary>
    static abstract T Enclose(Rational value);

    /// <summary>All numbers within a distance of the middle of an interval.</summary>
    static abstract T Around(T center, double radius);

    /// <summary>Enclosure of the reciprocal of an interval that excludes zero.</summary>
    static abstract T Reciprocal(T value);

    /// <summary>Whether this lies in the interior of another interval.</summary>
    bool IsInside(T other);

    /// <summary>The interval that holds only the number in the middle.</summary>
    T ToPoint();

    /// <summary>The number in the middle, exactly.</summary>
    Rational RationalizeMidpoint();

    /// <summary>An interval of doubles around this one.</summary>
    Interval ToInterval();
}
