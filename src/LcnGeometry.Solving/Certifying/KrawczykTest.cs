using System.Collections.Immutable;
using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Proves that a box around an approximate solution holds exactly one solution.</summary>
/// <typeparam name="T">The interval arithmetic.</typeparam>
/// <remarks>
/// The equations are taken in the affine chart in which the largest coefficient of each factor is one. Krawczyk's operator
/// <c>K(X) = c - Y F(c) + (I - Y F'(X)) (X - c)</c> maps the box into its interior: there is one solution in it, a simple one
/// (R. Krawczyk, <i>Newton-Algorithmen zur Bestimmung von Nullstellen mit Fehlerschranken</i>, Computing 4, 1969).
/// </remarks>
internal sealed class KrawczykTest<T>
    where T : struct, IEnclosure<T>
{
    private const int MaximumRounds = 30;

    // Near a simple solution a step shrinks at least by this factor; near a multiple one it is halved.
    private const double Convergence = 0.2;

    // Steps of so many units of rounding error are not worth another round.
    private const double Settled = 4096;

    private readonly ProductMap _map;
    private readonly ProductEvaluation<T> _evaluation;
    private readonly ComplexNumber<T>[] _form;
    private readonly ComplexNumber<T>[] _linear;
    private readonly double _floor;

    /// <summary>A test for one map and exact data.</summary>
    /// <param name="map">The map.</param>
    /// <param name="data">The exact data.</param>
    /// <param name="floor">A radius of the size of the rounding errors of the arithmetic, for numbers of size one.</param>
    public KrawczykTest(ProductMap map, ExactData data, double floor)
    {
        _map = map;
        _evaluation = new ProductEvaluation<T>(map);
        _form = [.. data.Form.Select(q => q.Enclose<T>())];
        _linear = [.. data.Linear.Select(b => b.Enclose<T>())];
        _floor = floor;
    }

    /// <summary>Tries to certify a solution near a point.</summary>
    /// <param name="end">The approximation.</param>
    /// <param name="real">Whether to look for a real solution; the imaginary parts are then dropped.</param>
    /// <param name="hopeless">Set when Newton's method does not converge near the point: more precision would not help.</param>
    public SolutionBox? Certify(PathEnd end, bool real, out bool hopeless)
    {
        hopeless = true;
        var chart = AffineChart.Of(_map, end.Point, end.Low, real);
        if (chart is null) return null;
        var center = chart.Start.Select(x => new ComplexNumber<T>(Sum(x.Re), Sum(x.Im))).ToArray();
        double last = double.PositiveInfinity, lastRelative = double.PositiveInfinity;
        for (var round = 0; round < MaximumRounds; round++)
        {
            var equations = Equations(chart, center, out var jacobian);
            var inverse = SmallInverse.Of([.. jacobian.Select(x => new Complex(x.Re.Midpoint, x.Im.Midpoint))], _map.Unknowns);
            if (!inverse.All(Complex.IsFinite)) return null;
            var step = Multiply(inverse, equations);
            var size = step.Zip(center, (s, c) => Size(s) / (1 + Size(c))).Max();
            if (!(size < 0.1)) return null;
            hopeless = round > 0 && size > Convergence * last && size > 1e-9;
            if (hopeless) return null;

            // Small coordinates deserve relative accuracy; those that are zero never have it.
            var relative = step.Zip(center, (s, c) => Size(s) / (Size(c) + double.Epsilon)).Max();
            var settled = relative < Settled * _floor || (size < Settled * _floor && relative > Convergence * lastRelative);
            if (settled || (size > Convergence * last && relative > Convergence * lastRelative)) return Contract(chart, center, inverse, step, real);
            (last, lastRelative) = (size, relative);
            for (var i = 0; i < center.Length; i++)
            {
                var next = center[i] - step[i];
                center[i] = new(next.Re.ToPoint(), real ? T.FromDouble(0) : next.Im.ToPoint());
            }
        }

        return null;
    }

    private static T Sum(DoubleDouble<Binary64> value) => (T.FromDouble(value.High.Value) + T.FromDouble(value.Low.Value)).ToPoint();

    private SolutionBox? Contract(AffineChart chart, ComplexNumber<T>[] center, Complex[] inverse, ComplexNumber<T>[] step, bool real)
    {
        for (var inflation = 2.0; inflation < 1e9; inflation *= 16)
        {
            var radii = step.Select((s, i) => inflation * ((2 * Size(s)) + (_floor * (_floor + Size(center[i]))))).ToArray();
            if (radii.Select((r, i) => r / (1 + Size(center[i]))).Max() > 0.05) return null;
            var box = Around(center, radii, 1);
            Equations(chart, box, out var jacobian);
            if (!chart.KeepsRelations(_evaluation)) return null;
            var image = Image(center, box, step, inverse, jacobian);

            // A little less than the box, so that no rounding of its ends matters.
            var inner = Around(center, radii, 0.999);
            if (image.Zip(inner).All(pair => pair.First.Re.IsInside(pair.Second.Re) && pair.First.Im.IsInside(pair.Second.Im)))
            {
                return Accept(chart, center, radii, image, real);
            }
        }

        return null;
    }

    private static ComplexNumber<T>[] Around(ComplexNumber<T>[] center, double[] radii, double factor) =>
        [.. center.Select((c, i) => new ComplexNumber<T>(T.Around(c.Re, factor * radii[i]), T.Around(c.Im, factor * radii[i])))];

    /// <summary>Krawczyk's operator.</summary>
    private ComplexNumber<T>[] Image(ComplexNumber<T>[] center, ComplexNumber<T>[] box, ComplexNumber<T>[] step, Complex[] inverse, ComplexNumber<T>[] jacobian)
    {
        var size = _map.Unknowns;
        var image = new ComplexNumber<T>[size];
        var offsets = box.Select((x, i) => x - center[i]).ToArray();
        for (var i = 0; i < size; i++)
        {
            var sum = center[i] - step[i];
            for (var j = 0; j < size; j++)
            {
                sum = ComplexNumber<T>.MultiplyAdd(SmallInverse.Defect(inverse, jacobian, size, i, j), offsets[j], sum);
            }

            image[i] = sum;
        }

        return image;
    }

    private SolutionBox? Accept(AffineChart chart, ComplexNumber<T>[] center, double[] radii, ComplexNumber<T>[] image, bool real)
    {
        var full = chart.Expand(image);
        _evaluation.EvaluateProducts(full);
        if (!SquarefreeProof.Holds(_map, _evaluation)) return null;
        var scale = image[^1];
        if (!scale.Re.ExcludesZero && !scale.Im.ExcludesZero) return null;
        var coordinates = center.Select((c, i) => new BoxCoordinate(c.Re.RationalizeMidpoint(), c.Im.RationalizeMidpoint(), Algebra.Rational.RationalizeExactly(radii[i])));
        var factors = ImmutableArray.CreateBuilder<ImmutableArray<ComplexNumber<Interval>>>();
        var offset = 0;
        foreach (var factor in _map.Factors)
        {
            factors.Add([.. full.Skip(offset).Take(factor.Degree + 1).Select(x => Enclose(x, real))]);
            offset += factor.Degree + 1;
        }

        var product = _evaluation.Product.Select(p => Enclose(scale * p, real));
        return new SolutionBox(_map, chart.Charts, [.. coordinates], factors.ToImmutable(), Enclose(scale, real), [.. product], real);
    }

    private static ComplexNumber<Interval> Enclose(ComplexNumber<T> value, bool real) =>
        new(value.Re.ToInterval(), real ? Interval.FromDouble(0) : value.Im.ToInterval());

    private ComplexNumber<T>[] Equations(AffineChart chart, ComplexNumber<T>[] variables, out ComplexNumber<T>[] jacobian)
    {
        var full = chart.Expand(variables);
        _evaluation.Evaluate(full, variables[^1], ComplexNumber<T>.One, _form, _linear);
        jacobian = chart.Reduce(_evaluation);
        return chart.Pick(_evaluation);
    }

    private static ComplexNumber<T>[] Multiply(Complex[] matrix, ComplexNumber<T>[] vector)
    {
        var product = new ComplexNumber<T>[vector.Length];
        for (var i = 0; i < vector.Length; i++)
        {
            for (var j = 0; j < vector.Length; j++)
            {
                product[i] = ComplexNumber<T>.MultiplyAdd(ComplexNumber<T>.FromComplex(matrix[(i * vector.Length) + j]), vector[j], product[i]);
            }
        }

        return product;
    }

    private static double Size(ComplexNumber<T> value) => Math.Max(value.Re.Magnitude, value.Im.Magnitude);
}
