using System.Numerics;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Critical filters of f^T Q f - 2 b^T f, f the coefficients of the network; the data are Q, symmetric and row by row, then b. The last filter is free and takes up the scale.</summary>
internal sealed class CriticalSystem(CoefficientTerms terms) : ActivationSystem(terms)
{
    public override int DataLength => Terms.Coordinates * (Terms.Coordinates + 1);

    public override void Evaluate<T>(ComplexNumber<T>[] point, ComplexNumber<T>[] data, ComplexNumber<T>[] values, ComplexNumber<T>[] jacobian)
    {
        var size = Terms.Coordinates;
        var coefficients = new ComplexNumber<T>[size];
        var derivatives = new ComplexNumber<T>[size * Unknowns];
        Terms.Evaluate(point, coefficients, derivatives);
        var gradient = Gradient(coefficients, data);
        Pull(derivatives, gradient, values);
        Array.Clear(jacobian);
        Terms.AddHessian(point, gradient, jacobian);
        var image = new ComplexNumber<T>[Unknowns];
        for (var c = 0; c < size; c++)
        {
            Array.Clear(image);
            for (var d = 0; d < size; d++)
            {
                var q = data[(c * size) + d];
                for (var i = 0; i < Unknowns; i++) image[i] = ComplexNumber<T>.MultiplyAdd(q, derivatives[(d * Unknowns) + i], image[i]);
            }

            for (var i = 0; i < Unknowns; i++)
            {
                var left = derivatives[(c * Unknowns) + i];
                for (var j = i; j < Unknowns; j++) jacobian[(i * Unknowns) + j] = ComplexNumber<T>.MultiplyAdd(left, image[j], jacobian[(i * Unknowns) + j]);
            }
        }

        for (var i = 0; i < Unknowns; i++)
        {
            for (var j = 0; j < i; j++) jacobian[(i * Unknowns) + j] = jacobian[(j * Unknowns) + i];
        }
    }

    public override void Drift<T>(ComplexNumber<T>[] point, ComplexNumber<T>[] change, ComplexNumber<T>[] values)
    {
        var coefficients = new ComplexNumber<T>[Terms.Coordinates];
        var derivatives = new ComplexNumber<T>[Terms.Coordinates * Unknowns];
        Terms.Evaluate(point, coefficients, derivatives);
        Pull(derivatives, Gradient(coefficients, change), values);
    }

    public override Complex[] RandomData(CounterRandom random)
    {
        var data = base.RandomData(random);
        var size = Terms.Coordinates;
        for (var c = 0; c < size; c++)
        {
            for (var d = 0; d < c; d++) data[(c * size) + d] = data[(d * size) + c];
        }

        return data;
    }

    public override Complex[] DataThrough(Complex[] point, Complex[] near)
    {
        // The linear part moves by conj(J) y, so that the derivatives vanish.
        var size = Terms.Coordinates;
        var (coefficients, jacobian) = Coefficients(point);
        var matrix = new Complex[Unknowns, Unknowns];
        var right = new Complex[Unknowns];
        for (var c = 0; c < size; c++)
        {
            var gradient = Enumerable.Range(0, size).Aggregate(-near[(size * size) + c], (sum, d) => sum + (near[(c * size) + d] * coefficients[d]));
            for (var i = 0; i < Unknowns; i++)
            {
                right[i] += jacobian[(c * Unknowns) + i] * gradient;
                for (var j = 0; j < Unknowns; j++) matrix[i, j] += jacobian[(c * Unknowns) + i] * Complex.Conjugate(jacobian[(c * Unknowns) + j]);
            }
        }

        var y = ComplexElimination.Solve(matrix, right) ?? throw new InvariantViolationException("the coefficients have independent derivatives at random filters", $"{Unknowns} unknowns");
        var data = (Complex[])near.Clone();
        for (var c = 0; c < size; c++)
        {
            for (var i = 0; i < Unknowns; i++) data[(size * size) + c] += Complex.Conjugate(jacobian[(c * Unknowns) + i]) * y[i];
        }

        return data;
    }

    public override (Complex[] Data, Func<Complex[], Complex[]> Solution) Turn(Complex[] data, Complex phase)
    {
        // With Q times the inverse of a phase and b unchanged, critical functions take up the phase.
        var square = Terms.Coordinates * Terms.Coordinates;
        return ([.. data.Select((entry, i) => i < square ? entry * Complex.Conjugate(phase) : entry)], point => [.. point.Select((entry, i) => i >= Unknowns - Terms.FreeEntries ? phase * entry : entry)]);
    }

    /// <summary>Q f - b.</summary>
    private ComplexNumber<T>[] Gradient<T>(ComplexNumber<T>[] coefficients, ComplexNumber<T>[] data)
        where T : struct, IScalar<T>
    {
        var size = Terms.Coordinates;
        var gradient = new ComplexNumber<T>[size];
        for (var c = 0; c < size; c++)
        {
            var sum = -data[(size * size) + c];
            for (var d = 0; d < size; d++) sum = ComplexNumber<T>.MultiplyAdd(data[(c * size) + d], coefficients[d], sum);
            gradient[c] = sum;
        }

        return gradient;
    }

    private void Pull<T>(ComplexNumber<T>[] derivatives, ComplexNumber<T>[] vector, ComplexNumber<T>[] values)
        where T : struct, IScalar<T>
    {
        for (var i = 0; i < Unknowns; i++)
        {
            var sum = ComplexNumber<T>.Zero;
            for (var c = 0; c < vector.Length; c++) sum = ComplexNumber<T>.MultiplyAdd(derivatives[(c * Unknowns) + i], vector[c], sum);
            values[i] = sum;
        }
    }
}
