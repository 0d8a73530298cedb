using System.Numerics;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Follows a solution of a system while its data move along a segment.</summary>
/// <remarks>The predictor is the cubic through the last two points and their tangents, the corrector Newton's method. Ends are not proved here.</remarks>
internal sealed class PathFollower(ActivationSystem system, double largestCorrection)
{
    private const int MostSteps = 2000, MostCorrections = 3;
    private const double Converged = 1e-8, LeastStep = 1e-9, FarOut = 1e8;
    private readonly int _size = system.Unknowns;
    private readonly ComplexNumber<PlainDouble>[] _values = new ComplexNumber<PlainDouble>[system.Unknowns];
    private readonly ComplexNumber<PlainDouble>[] _jacobian = new ComplexNumber<PlainDouble>[system.Unknowns * system.Unknowns];
    private readonly ComplexNumber<PlainDouble>[] _data = new ComplexNumber<PlainDouble>[system.DataLength];
    private readonly ComplexNumber<PlainDouble>[] _change = new ComplexNumber<PlainDouble>[system.DataLength];

    /// <summary>The end of the path; null when it was lost.</summary>
    /// <param name="from">The data that the start solves.</param>
    /// <param name="to">The data at the end.</param>
    /// <param name="start">A solution.</param>
    public Complex[]? Follow(Complex[] from, Complex[] to, Complex[] start)
    {
        for (var i = 0; i < _change.Length; i++) _change[i] = ComplexNumber<PlainDouble>.FromComplex(from[i] - to[i]);
        var point = (Complex[])start.Clone();
        double time = 1, step = 0.05;
        Move(from, to, time);
        if (!Correct(point, out _) || Tangent(point) is not { } tangent) return null;
        (double Time, Complex[] Point, Complex[] Tangent)? before = null;
        for (var steps = 0; steps < MostSteps; steps++)
        {
            var next = Math.Max(0, time - step);
            var predicted = Predict(point, tangent, time, before, next);
            Move(from, to, next);
            if (!Correct(predicted, out var first) || Tangent(predicted) is not { } following)
            {
                step *= 0.4;
                if (step < LeastStep) return null;
                continue;
            }

            before = (time, point, tangent);
            (time, point, tangent) = (next, predicted, following);
            if (time <= 0) return Polish(point) ? point : null;
            step *= Math.Clamp(Math.Pow(largestCorrection / Math.Max(first, 1e-300), 0.25) * 0.7, 0.5, 2.0);
        }

        return null;
    }

    /// <summary>Newton's method until rounding errors stop it.</summary>
    private bool Polish(Complex[] point)
    {
        var last = double.PositiveInfinity;
        for (var i = 0; i < 12; i++)
        {
            if (Newton(point) is not { } size) return false;
            if (size < 1e-15 || (size < 1e-9 && size > 0.5 * last)) return true;
            last = size;
        }

        return last < 1e-9;
    }

    private bool Correct(Complex[] point, out double first)
    {
        first = 0;
        var last = double.PositiveInfinity;
        for (var i = 0; i < MostCorrections; i++)
        {
            if (Newton(point) is not { } size || !(size < 10 * largestCorrection) || (i > 0 && size > 0.3 * last && size > Converged)) return false;
            if (i == 0) first = size;
            if (size < Converged) return point.All(entry => Complex.Abs(entry) < FarOut);
            last = size;
        }

        return false;
    }

    private double? Newton(Complex[] point)
    {
        system.Evaluate([.. point.Select(ComplexNumber<PlainDouble>.FromComplex)], _data, _values, _jacobian);
        if (ComplexElimination.Solve(Matrix(), [.. _values.Select(ActivationSystem.ToComplex)]) is not { } correction) return null;
        double size = 0, norm = 1;
        for (var i = 0; i < _size; i++)
        {
            point[i] -= correction[i];
            size = Math.Max(size, Complex.Abs(correction[i]));
            norm = Math.Max(norm, Complex.Abs(point[i]));
        }

        return double.IsFinite(size) ? size / norm : null;
    }

    /// <summary>The derivative along the time, with the derivatives of the equations at the last point of Newton's method.</summary>
    private Complex[]? Tangent(Complex[] point)
    {
        system.Drift([.. point.Select(ComplexNumber<PlainDouble>.FromComplex)], _change, _values);
        return ComplexElimination.Solve(Matrix(), [.. _values.Select(value => -ActivationSystem.ToComplex(value))]);
    }

    private Complex[,] Matrix()
    {
        var matrix = new Complex[_size, _size];
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j < _size; j++) matrix[i, j] = ActivationSystem.ToComplex(_jacobian[(i * _size) + j]);
        }

        return matrix;
    }

    /// <summary>Sets the data of a time.</summary>
    private void Move(Complex[] from, Complex[] to, double time)
    {
        for (var i = 0; i < _data.Length; i++) _data[i] = ComplexNumber<PlainDouble>.FromComplex(to[i] + (time * (from[i] - to[i])));
    }

    private static Complex[] Predict(Complex[] point, Complex[] tangent, double time, (double Time, Complex[] Point, Complex[] Tangent)? before, double next)
    {
        var step = next - time;
        if (before is not { } b) return [.. point.Zip(tangent, (p, t) => p + (step * t))];
        var span = time - b.Time;
        var x = 1 + (step / span);
        double square = x * x, excess = x - 1;
        double here = square * (3 - (2 * x)), slope = square * excess * span, there = excess * excess * (1 + (2 * x)), slopeThere = x * excess * excess * span;
        return [.. Enumerable.Range(0, point.Length).Select(i => (here * point[i]) + (slope * tangent[i]) + (there * b.Point[i]) + (slopeThere * b.Tangent[i]))];
    }
}
