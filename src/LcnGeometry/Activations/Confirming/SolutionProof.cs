using System.Numerics;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Proves solutions near approximations, for data that are doubles and meant exactly.</summary>
/// <remarks>Krawczyk's operator <c>c - Y F(c) + (I - Y F'(X)) (X - c)</c> maps a box into its interior: there is exactly one solution in it, a simple one.</remarks>
internal sealed class SolutionProof(ActivationSystem system, double[] data)
{
    private const int Refinements = 2;
    private const double Unit = 1e-16;
    private readonly ComplexNumber<Interval>[] _data = [.. data.Select(ComplexNumber<Interval>.FromDouble)];

    /// <summary>The coefficients of the network at the one solution in a box around the point; null when there is no proof.</summary>
    public ComplexNumber<Interval>[]? FunctionAt(Complex[] point)
    {
        var center = (Complex[])point.Clone();
        for (var round = 0; round < Refinements; round++)
        {
            if (Step(center) is not { } step) return null;
            for (var i = 0; i < center.Length; i++) center[i] -= new Complex(step.Step[i].Re.Midpoint, step.Step[i].Im.Midpoint);
        }

        // Small unknowns deserve boxes of their own size; those that are zero need some width all the same.
        return FunctionAt(center, 0) ?? FunctionAt(center, 1);
    }

    private ComplexNumber<Interval>[]? FunctionAt(Complex[] point, double least)
    {
        if (Step(point) is not var (step, inverse)) return null;
        var center = point.Select(ComplexNumber<Interval>.FromComplex).ToArray();
        for (var inflation = 2.0; inflation < 1e7; inflation *= 16)
        {
            var radii = step.Select((s, i) => inflation * (Math.Max(s.Re.Magnitude, s.Im.Magnitude) + (Unit * (least + Complex.Abs(point[i]))))).ToArray();
            if (!radii.All(radius => radius < 0.01)) return null;
            ComplexNumber<Interval>[] box = [.. point.Select((p, i) => new ComplexNumber<Interval>(Interval.Around(p.Real, radii[i]), Interval.Around(p.Imaginary, radii[i])))];
            Evaluate(box, out _, out var slopes);
            var image = Image(center, box, step, inverse, slopes);
            if (!image.Zip(box).All(pair => pair.First.Re.IsInside(pair.Second.Re) && pair.First.Im.IsInside(pair.Second.Im))) continue;
            var function = new ComplexNumber<Interval>[system.Terms.Coordinates];
            system.Terms.Evaluate(image, function, new ComplexNumber<Interval>[function.Length * system.Unknowns]);
            return function;
        }

        return null;
    }

    /// <summary>Newton's step with its rounding errors, and the approximate inverse that it was taken with; null where the derivatives are singular.</summary>
    private (ComplexNumber<Interval>[] Step, Complex[,] Inverse)? Step(Complex[] point)
    {
        var size = system.Unknowns;
        Evaluate([.. point.Select(ComplexNumber<Interval>.FromComplex)], out var values, out var jacobian);
        var middle = new Complex[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) middle[i, j] = new Complex(jacobian[(i * size) + j].Re.Midpoint, jacobian[(i * size) + j].Im.Midpoint);
        }

        if (ComplexElimination.Invert(middle) is not { } inverse) return null;
        return (Multiply(inverse, values), inverse);
    }

    /// <summary>Whether two enclosed vectors are certainly different.</summary>
    public static bool Differ(ComplexNumber<Interval>[] left, ComplexNumber<Interval>[] right) =>
        left.Zip(right).Any(pair => pair.First.Re.IsDisjoint(pair.Second.Re) || pair.First.Im.IsDisjoint(pair.Second.Im));

    private void Evaluate(ComplexNumber<Interval>[] point, out ComplexNumber<Interval>[] values, out ComplexNumber<Interval>[] jacobian)
    {
        values = new ComplexNumber<Interval>[system.Unknowns];
        jacobian = new ComplexNumber<Interval>[system.Unknowns * system.Unknowns];
        system.Evaluate(point, _data, values, jacobian);
    }

    private static ComplexNumber<Interval>[] Image(
        ComplexNumber<Interval>[] center, ComplexNumber<Interval>[] box, ComplexNumber<Interval>[] step, Complex[,] inverse, ComplexNumber<Interval>[] slopes)
    {
        var size = center.Length;
        var image = new ComplexNumber<Interval>[size];
        for (var i = 0; i < size; i++)
        {
            image[i] = center[i] - step[i];
            for (var j = 0; j < size; j++)
            {
                var defect = i == j ? ComplexNumber<Interval>.One : ComplexNumber<Interval>.Zero;
                for (var k = 0; k < size; k++) defect = ComplexNumber<Interval>.SubtractProduct(ComplexNumber<Interval>.FromComplex(inverse[i, k]), slopes[(k * size) + j], defect);
                image[i] = ComplexNumber<Interval>.MultiplyAdd(defect, box[j] - center[j], image[i]);
            }
        }

        return image;
    }

    private static ComplexNumber<Interval>[] Multiply(Complex[,] matrix, ComplexNumber<Interval>[] vector)
    {
        var product = new ComplexNumber<Interval>[vector.Length];
        for (var i = 0; i < vector.Length; i++)
        {
            for (var j = 0; j < vector.Length; j++) product[i] = ComplexNumber<Interval>.MultiplyAdd(ComplexNumber<Interval>.FromComplex(matrix[i, j]), vector[j], product[i]);
        }

        return product;
    }
}
