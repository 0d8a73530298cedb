using System.Collections.Immutable;
using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Isolates the simple roots of a form with coefficients in intervals, by Krawczyk's test in one variable.</summary>
/// <typeparam name="T">The interval arithmetic.</typeparam>
internal static class RootIsolator<T>
    where T : struct, IEnclosure<T>
{
    private const int MostSteps = 40;

    /// <summary>Encloses all roots; false if one may be multiple or the intervals are too wide.</summary>
    public static bool TryIsolate(ReadOnlySpan<T> form, double floor, out ImmutableArray<EnclosedRoot> roots, CancellationToken token)
    {
        roots = [];
        var degree = form.Length - 1;
        var reversed = new T[form.Length];
        var middle = new double[form.Length];
        for (var i = 0; i <= degree; i++)
        {
            reversed[degree - i] = form[i];
            middle[i] = form[i].Midpoint;
            if (!double.IsFinite(middle[i])) return false;
        }

        var found = new List<Root>(degree);
        var places = 0;
        foreach (var (start, inverted) in Starts(middle, token))
        {
            var coefficients = inverted ? reversed : form;
            if (start.Imaginary == 0)
            {
                if (!TryReal(coefficients, start.Real, floor, out var root)) return false;
                found.Add(new Root(new(root, T.FromDouble(0)), inverted, true));
                places++;
            }
            else
            {
                if (!TryComplex(coefficients, start, floor, out var root) || !root.Im.ExcludesZero) return false;
                found.Add(new Root(root, inverted, false));
                places += 2;
            }
        }

        if (places != degree) return false;
        for (var i = 0; i < found.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (found[i].IsReal == found[j].IsReal && !AreDifferent(found[i], found[j])) return false;
            }
        }

        found.Sort(static (a, b) => a.Order.CompareTo(b.Order));
        roots = [.. found.Select(r => r.ToEnclosed())];
        return true;
    }

    /// <summary>Approximate roots in the chart in which they are small: all real ones, and of each pair the one with positive imaginary part of x/y.</summary>
    private static List<(Complex Start, bool Inverted)> Starts(double[] middle, CancellationToken token)
    {
        var starts = new List<(Complex, bool)>(middle.Length - 1);
        var degree = middle.Length - 1;
        while (degree > 0 && middle[degree] == 0) degree--;
        for (var i = degree; i < middle.Length - 1; i++) starts.Add((Complex.Zero, true));
        if (degree == 0) return starts;
        foreach (var root in PolynomialRoots.Approximate(middle, token))
        {
            if (root.Imaginary < 0) continue;
            if (Complex.Abs(root) <= 1) starts.Add((root, false));
            else starts.Add((Complex.IsFinite(root) ? Complex.One / root : Complex.Zero, true));
        }

        return starts;
    }

    private static bool TryReal(ReadOnlySpan<T> coefficients, double start, double floor, out T root)
    {
        var center = T.FromDouble(start);
        root = center;
        var last = double.PositiveInfinity;
        for (var step = 0; step < MostSteps; step++)
        {
            var inverse = 1 / Slope(coefficients, center).Midpoint;
            if (!double.IsFinite(inverse)) return false;
            var correction = T.FromDouble(inverse) * Value(coefficients, center);
            var size = correction.Magnitude;
            if (!(size < 4)) return false;
            var least = floor * (floor + center.Magnitude);
            if (size > least && size < 0.5 * last)
            {
                last = size;
                center = (center - correction).ToPoint();
                continue;
            }

            for (var radius = (2 * size) + least; radius < 1; radius *= 16)
            {
                var box = T.Around(center, radius);
                root = (center - correction) + (T.SubtractProduct(T.FromDouble(inverse), Slope(coefficients, box), T.FromDouble(1)) * (box - center));
                if (root.IsInside(box)) return true;
            }

            return false;
        }

        return false;
    }

    private static bool TryComplex(ReadOnlySpan<T> coefficients, Complex start, double floor, out ComplexNumber<T> root)
    {
        var center = ComplexNumber<T>.FromComplex(start);
        root = center;
        var last = double.PositiveInfinity;
        for (var step = 0; step < MostSteps; step++)
        {
            var slope = Slope(coefficients, center);
            var inverse = Complex.One / new Complex(slope.Re.Midpoint, slope.Im.Midpoint);
            if (!Complex.IsFinite(inverse)) return false;
            var factor = ComplexNumber<T>.FromComplex(inverse);
            var correction = factor * Value(coefficients, center);
            var size = Math.Max(correction.Re.Magnitude, correction.Im.Magnitude);
            if (!(size < 4)) return false;
            var least = floor * (floor + Math.Max(center.Re.Magnitude, center.Im.Magnitude));
            if (size > least && size < 0.5 * last)
            {
                last = size;
                var next = center - correction;
                center = new(next.Re.ToPoint(), next.Im.ToPoint());
                continue;
            }

            for (var radius = (2 * size) + least; radius < 1; radius *= 16)
            {
                var box = new ComplexNumber<T>(T.Around(center.Re, radius), T.Around(center.Im, radius));
                root = (center - correction) + (ComplexNumber<T>.SubtractProduct(factor, Slope(coefficients, box), ComplexNumber<T>.One) * (box - center));
                if (root.Re.IsInside(box.Re) && root.Im.IsInside(box.Im)) return true;
            }

            return false;
        }

        return false;
    }

    private static T Value(ReadOnlySpan<T> coefficients, T z)
    {
        var sum = coefficients[^1];
        for (var i = coefficients.Length - 2; i >= 0; i--) sum = T.MultiplyAdd(sum, z, coefficients[i]);
        return sum;
    }

    private static T Slope(ReadOnlySpan<T> coefficients, T z)
    {
        var sum = T.FromDouble(coefficients.Length - 1) * coefficients[^1];
        for (var i = coefficients.Length - 2; i >= 1; i--) sum = T.MultiplyAdd(sum, z, T.FromDouble(i) * coefficients[i]);
        return sum;
    }

    private static ComplexNumber<T> Value(ReadOnlySpan<T> coefficients, ComplexNumber<T> z)
    {
        var sum = new ComplexNumber<T>(coefficients[^1], T.FromDouble(0));
        for (var i = coefficients.Length - 2; i >= 0; i--) sum = ComplexNumber<T>.MultiplyAdd(sum, z, new(coefficients[i], T.FromDouble(0)));
        return sum;
    }

    private static ComplexNumber<T> Slope(ReadOnlySpan<T> coefficients, ComplexNumber<T> z)
    {
        var sum = new ComplexNumber<T>(T.FromDouble(coefficients.Length - 1) * coefficients[^1], T.FromDouble(0));
        for (var i = coefficients.Length - 2; i >= 1; i--)
        {
            sum = ComplexNumber<T>.MultiplyAdd(sum, z, new(T.FromDouble(i) * coefficients[i], T.FromDouble(0)));
        }

        return sum;
    }

    /// <summary>Whether two roots are proved to be different: the determinant of their coordinates is not zero.</summary>
    private static bool AreDifferent(Root a, Root b)
    {
        var difference = a.Inverted == b.Inverted ? a.Value - b.Value : ComplexNumber<T>.One - (a.Value * b.Value);
        return difference.Re.ExcludesZero || difference.Im.ExcludesZero;
    }

    /// <summary>A root x/y, or y/x if inverted.</summary>
    private readonly record struct Root(ComplexNumber<T> Value, bool Inverted, bool IsReal)
    {
        /// <summary>Real roots ascending, then pairs; the point at infinity is the largest.</summary>
        public (bool IsPair, double Place) Order
        {
            get
            {
                var middle = new Complex(Value.Re.Midpoint, Value.Im.Midpoint);
                if (!Inverted) return (!IsReal, middle.Real);
                return (!IsReal, Value.Re.ExcludesZero || !IsReal ? (Complex.One / middle).Real : double.PositiveInfinity);
            }
        }

        public EnclosedRoot ToEnclosed()
        {
            var value = new ComplexNumber<Interval>(Value.Re.ToInterval(), IsReal ? Interval.FromDouble(0) : Value.Im.ToInterval());
            return Inverted ? new EnclosedRoot(ComplexNumber<Interval>.One, value, IsReal) : new EnclosedRoot(value, ComplexNumber<Interval>.One, IsReal);
        }
    }
}
