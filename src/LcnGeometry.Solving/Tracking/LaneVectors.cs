using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>One lane of a vector of lanes, as ordinary complex numbers.</summary>
internal static class LaneVectors
{
    /// <summary>Reads the leading doubles of a lane.</summary>
    public static Complex[] Get<T>(ComplexNumber<T>[] vector, int lane)
        where T : struct, ILanes<T>
    {
        var values = new Complex[vector.Length];
        for (var i = 0; i < values.Length; i++) values[i] = new Complex(vector[i].Re.High(lane), vector[i].Im.High(lane));
        return values;
    }

    /// <summary>Reads what the leading doubles of a lane leave.</summary>
    public static Complex[] GetLow<T>(ComplexNumber<T>[] vector, int lane)
        where T : struct, ILanes<T>
    {
        var values = new Complex[vector.Length];
        for (var i = 0; i < values.Length; i++) values[i] = new Complex(vector[i].Re.Low(lane), vector[i].Im.Low(lane));
        return values;
    }

    /// <summary>Writes a lane.</summary>
    public static void Set<T>(ComplexNumber<T>[] vector, int lane, Complex[] values)
        where T : struct, ILanes<T>
    {
        for (var i = 0; i < values.Length; i++)
        {
            vector[i] = new(vector[i].Re.With(lane, values[i].Real, 0), vector[i].Im.With(lane, values[i].Imaginary, 0));
        }
    }
}
