using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>One lane of a vector of lanes, as ordinary complex numbers.</summary>
internal static class LaneVectors
{
    /// <summary>Reads a lane.</summary>
    public static Complex[] Get(ComplexNumber<Lanes>[] vector, int lane)
    {
        var values = new Complex[vector.Length];
        for (var i = 0; i < values.Length; i++) values[i] = new Complex(vector[i].Re[lane], vector[i].Im[lane]);
        return values;
    }

    /// <summary>Writes a lane.</summary>
    public static void Set(ComplexNumber<Lanes>[] vector, int lane, Complex[] values)
    {
        for (var i = 0; i < values.Length; i++) vector[i] = new(vector[i].Re.With(lane, values[i].Real), vector[i].Im.With(lane, values[i].Imaginary));
    }
}
