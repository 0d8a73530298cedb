using System.Numerics;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Functions on a linear space: as many linear equations in the coefficients as filters modulo scalings have dimensions; the data are their coefficients.</summary>
internal sealed class SectionSystem(CoefficientTerms terms) : ActivationSystem(terms)
{
    public override int DataLength => Unknowns * Terms.Coordinates;

    public override void Evaluate<T>(ComplexNumber<T>[] point, ComplexNumber<T>[] data, ComplexNumber<T>[] values, ComplexNumber<T>[] jacobian)
    {
        var coefficients = new ComplexNumber<T>[Terms.Coordinates];
        var derivatives = new ComplexNumber<T>[Terms.Coordinates * Unknowns];
        Terms.Evaluate(point, coefficients, derivatives);
        Array.Clear(jacobian);
        Combine(coefficients, data, values);
        for (var row = 0; row < Unknowns; row++)
        {
            for (var c = 0; c < coefficients.Length; c++)
            {
                var weight = data[(row * coefficients.Length) + c];
                for (var i = 0; i < Unknowns; i++)
                {
                    jacobian[(row * Unknowns) + i] = ComplexNumber<T>.MultiplyAdd(weight, derivatives[(c * Unknowns) + i], jacobian[(row * Unknowns) + i]);
                }
            }
        }
    }

    public override void Drift<T>(ComplexNumber<T>[] point, ComplexNumber<T>[] change, ComplexNumber<T>[] values)
    {
        var coefficients = new ComplexNumber<T>[Terms.Coordinates];
        Terms.Evaluate(point, coefficients, new ComplexNumber<T>[Terms.Coordinates * Unknowns]);
        Combine(coefficients, change, values);
    }

    public override Complex[] DataThrough(Complex[] point, Complex[] near)
    {
        // Each row loses its component along the conjugate of the coefficients.
        var (coefficients, _) = Coefficients(point);
        var square = coefficients.Sum(c => (c * Complex.Conjugate(c)).Real);
        var data = (Complex[])near.Clone();
        for (var row = 0; row < Unknowns; row++)
        {
            var sum = Complex.Zero;
            for (var c = 0; c < coefficients.Length; c++) sum += near[(row * coefficients.Length) + c] * coefficients[c];
            for (var c = 0; c < coefficients.Length; c++) data[(row * coefficients.Length) + c] -= sum / square * Complex.Conjugate(coefficients[c]);
        }

        return data;
    }

    public override (Complex[] Data, Func<Complex[], Complex[]> Solution) Turn(Complex[] data, Complex phase) =>
        ([.. data.Select((entry, i) => entry * Complex.Pow(phase, 1 + (i / Terms.Coordinates)))], point => point);

    private void Combine<T>(ComplexNumber<T>[] coefficients, ComplexNumber<T>[] data, ComplexNumber<T>[] values)
        where T : struct, IScalar<T>
    {
        for (var row = 0; row < Unknowns; row++)
        {
            var sum = ComplexNumber<T>.Zero;
            for (var c = 0; c < coefficients.Length; c++) sum = ComplexNumber<T>.MultiplyAdd(data[(row * coefficients.Length) + c], coefficients[c], sum);
            values[row] = sum;
        }
    }
}
