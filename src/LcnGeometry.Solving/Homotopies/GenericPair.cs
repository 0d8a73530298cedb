using System.Collections.Immutable;
using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Random data together with one critical point of theirs.</summary>
internal static class GenericPair
{
    /// <summary>A random complex form, random factors, and a linear part for which these factors are critical.</summary>
    /// <remarks>
    /// For a fixed form and fixed factors the equations are linear in b: a random solution is <c>t QP</c> plus a random vector that is
    /// orthogonal to all generators.
    /// </remarks>
    public static (QuadraticData Data, Complex[] Point) Draw(ProductMap map, CounterRandom random)
    {
        var form = DrawForm(map.Size, random);
        var point = new Complex[map.CoefficientCount + 2];
        for (var i = 0; i < map.CoefficientCount; i++) point[i] = Gaussian(random);
        point[^2] = point[^1] = Math.Sqrt(0.5);
        ProjectivePoints.Normalize(map, point);
        return (new QuadraticData(form, LinearPart(map, form, point, random)), point);
    }

    /// <summary>A random symmetric complex form.</summary>
    public static ImmutableArray<Complex> DrawForm(int size, CounterRandom random)
    {
        var form = new Complex[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var value = Gaussian(random);
                form[(i * size) + j] = value;
                form[(j * size) + i] = value;
            }
        }

        return [.. form];
    }

    /// <summary>A random linear part.</summary>
    public static ImmutableArray<Complex> DrawLinear(int size, CounterRandom random) => [.. Enumerable.Range(0, size).Select(_ => Gaussian(random))];

    /// <summary>A random number of modulus one.</summary>
    public static Complex DrawPhase(CounterRandom random) => Complex.FromPolarCoordinates(1, 2 * Math.PI * random.NextDouble());

    private static ImmutableArray<Complex> LinearPart(ProductMap map, ImmutableArray<Complex> form, Complex[] point, CounterRandom random)
    {
        var evaluation = new ProductEvaluation<Lanes>(map);
        var zero = new ComplexNumber<Lanes>[map.Size];
        var lanes = point.Select(ComplexNumber<Lanes>.FromComplex).ToArray();
        var lanedForm = form.Select(ComplexNumber<Lanes>.FromComplex).ToArray();
        evaluation.Evaluate(lanes.AsSpan(0, map.CoefficientCount), ComplexNumber<Lanes>.One, ComplexNumber<Lanes>.One, lanedForm, zero);

        // Orthogonality is bilinear: remove from a random vector its components along the conjugates of the generators.
        var basis = new List<Complex[]>();
        for (var b = 0; b < map.Blocks.Length; b++)
        {
            for (var k = 0; k < evaluation.RadicalOf(b).Length; k++)
            {
                var vector = new Complex[map.Size];
                var generator = evaluation.GeneratorOf(b);
                for (var i = 0; i < generator.Length; i++)
                {
                    vector[i + (k * map.Blocks[b].Step)] = new Complex(generator[i].Re[0], -generator[i].Im[0]);
                }

                var length = Norm(vector);
                RemoveComponents(vector, basis);
                RemoveComponents(vector, basis);
                var rest = Norm(vector);
                if (rest < 1e-9 * length) continue;
                basis.Add([.. vector.Select(x => x / rest)]);
            }
        }

        var linear = DrawLinear(map.Size, random).ToArray();
        RemoveComponents(linear, basis);
        RemoveComponents(linear, basis);
        var scale = point[^2] / point[^1];
        for (var i = 0; i < map.Size; i++)
        {
            for (var j = 0; j < map.Size; j++) linear[i] += scale * form[(i * map.Size) + j] * new Complex(evaluation.Product[j].Re[0], evaluation.Product[j].Im[0]);
        }

        return [.. linear];
    }

    private static void RemoveComponents(Complex[] vector, List<Complex[]> basis)
    {
        foreach (var direction in basis)
        {
            var component = Complex.Zero;
            for (var i = 0; i < vector.Length; i++) component += Complex.Conjugate(direction[i]) * vector[i];
            for (var i = 0; i < vector.Length; i++) vector[i] -= component * direction[i];
        }
    }

    private static double Norm(Complex[] vector) => Math.Sqrt(vector.Sum(x => (x.Real * x.Real) + (x.Imaginary * x.Imaginary)));

    private static Complex Gaussian(CounterRandom random) => new(random.NextGaussian(), random.NextGaussian());
}
