using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>The data of a quadratic function, the same in every lane.</summary>
/// <typeparam name="T">The arithmetic.</typeparam>
/// <param name="Form">Q, row by row.</param>
/// <param name="Linear">b.</param>
internal sealed record LaneData<T>(ComplexNumber<T>[] Form, ComplexNumber<T>[] Linear)
    where T : struct, ILanes<T>
{
    /// <summary>From doubles.</summary>
    public static LaneData<T> Of(QuadraticData data) => new([.. data.Form.Select(ComplexNumber<T>.FromComplex)], [.. data.Linear.Select(ComplexNumber<T>.FromComplex)]);

    /// <summary>The closest to exact numbers.</summary>
    public static LaneData<T> Of(ExactData data) => new([.. data.Form.Select(Closest)], [.. data.Linear.Select(Closest)]);

    /// <summary>The data at <paramref name="rest"/> before the end of the segment to <paramref name="end"/>.</summary>
    public LaneData<T> Before(LaneData<T> end, double rest)
    {
        var weight = T.FromDouble(rest);
        return new(
            [.. end.Form.Select((q, i) => q + (weight * (Form[i] - q)))],
            [.. end.Linear.Select((b, i) => b + (weight * (Linear[i] - b)))]);
    }

    private static ComplexNumber<T> Closest(ExactComplex value) => new(Closest(value.Re), Closest(value.Im));

    private static T Closest(Rational value)
    {
        var high = value.ToDouble();
        var low = double.IsFinite(high) ? (value - Rational.RationalizeExactly(high)).ToDouble() : 0;
        return T.FromParts(high, low);
    }
}
