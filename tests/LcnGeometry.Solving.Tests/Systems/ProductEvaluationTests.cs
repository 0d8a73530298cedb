using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Systems;

public class ProductEvaluationTests
{
    [Fact]
    public void In_exact_arithmetic_it_is_the_expanded_system() => PropertyRun.Trials(40, random =>
    {
        var map = random.NextMap(9);
        var (point, form, linear) = Draw(random, map);
        var evaluation = Evaluate(map, point, form, linear);
        var expanded = new ExpandedSystem(map, form, linear);
        var coefficients = point[..^2];
        Assert.Equal(expanded.At(coefficients, point[^2], point[^1]), evaluation.Residual.Select(ExactScalar.ToGaussian));
        Assert.Equal(expanded.Product(coefficients), evaluation.Product.Select(ExactScalar.ToGaussian));
        var columns = expanded.Derivatives(coefficients, point[^2], point[^1]);
        Assert.Equal(columns.Length, evaluation.Columns);
        for (var row = 0; row < evaluation.Rows; row++)
        {
            for (var column = 0; column < evaluation.Columns; column++)
            {
                Assert.True(columns[column][row] == ExactScalar.ToGaussian(evaluation.Jacobian[(row * evaluation.Columns) + column]), $"{map}: entry {row}, {column} of the Jacobian");
            }
        }
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void One_factor_of_any_exponent(int exponent)
    {
        var map = new ProductMap([new ProductBlock(2, [new ProductFactor(2, exponent)])]);
        var (point, form, linear) = Draw(new TestRandom(5), map);
        var evaluation = Evaluate(map, point, form, linear);
        var columns = new ExpandedSystem(map, form, linear).Derivatives(point[..^2], point[^2], point[^1]);
        Assert.Equal(
            Enumerable.Range(0, evaluation.Rows).SelectMany(row => columns.Select(c => c[row])),
            evaluation.Jacobian.Select(ExactScalar.ToGaussian));
    }

    // The relation that makes one equation of each further block superfluous.
    [Fact]
    public void The_equations_of_all_blocks_have_one_common_combination() => PropertyRun.Trials(30, random =>
    {
        var map = random.NextMap(12);
        var (point, form, linear) = Draw(random, map);
        var evaluation = Evaluate(map, point, form, linear);
        var sums = map.Blocks.Select((_, b) => Enumerable.Range(0, evaluation.RadicalOf(b).Length).Aggregate(
            GaussianRational.Zero,
            (sum, k) => sum + (ExactScalar.ToGaussian(evaluation.RadicalOf(b)[k]) * ExactScalar.ToGaussian(evaluation.Residual[evaluation.RowOffsets[b] + k])))).ToArray();
        Assert.All(sums, s => Assert.Equal(sums[0], s));
    });

    [Fact]
    public void In_doubles_the_Jacobian_is_the_limit_of_central_differences() => PropertyRun.Trials(40, random =>
    {
        var map = random.NextMap();
        var evaluation = new ProductEvaluation<Binary64>(map);
        var (point, form, linear) = DrawDoubles(random, map);
        Evaluate(evaluation, point, form, linear);
        var jacobian = evaluation.Jacobian.ToArray();
        const double Step = 1e-5;
        for (var column = 0; column < evaluation.Columns; column++)
        {
            var shift = random.Chance(0.5) ? new System.Numerics.Complex(Step, 0) : new(0, Step);
            var ahead = At(column, shift);
            var behind = At(column, -shift);
            for (var row = 0; row < evaluation.Rows; row++)
            {
                var slope = (ahead[row] - behind[row]) / (2 * shift);
                var entry = ToComplex(jacobian[(row * evaluation.Columns) + column]);
                var size = jacobian.Max(x => System.Numerics.Complex.Abs(ToComplex(x)));
                Assert.True(System.Numerics.Complex.Abs(slope - entry) < 1e-6 * size, $"{map}: {slope} is not {entry}");
            }
        }

        System.Numerics.Complex[] At(int column, System.Numerics.Complex shift)
        {
            var moved = point.ToArray();
            moved[column] += ComplexNumber<Binary64>.FromComplex(shift);
            Evaluate(evaluation, moved, form, linear);
            return [.. evaluation.Residual.Select(ToComplex)];
        }
    });

    // The equations are linear in the data: the drift is the equations for the rates.
    [Fact]
    public void The_drift_is_the_difference_of_the_equations_for_two_data_sets() => PropertyRun.Trials(40, random =>
    {
        var map = random.NextMap(12);
        var (point, form, linear) = Draw(random, map);
        var (_, otherForm, otherLinear) = Draw(random, map);
        var first = Evaluate(map, point, form, linear);
        var second = Evaluate(map, point, otherForm, otherLinear);
        GaussianRational[] formRate = [.. otherForm.Zip(form, (a, b) => a - b)], linearRate = [.. otherLinear.Zip(linear, (a, b) => a - b)];
        first.DifferentiateData(ExactScalar.Of(point[^2]), ExactScalar.Of(point[^1]), Of(formRate), Of(linearRate));
        Assert.Equal(second.Residual.Zip(first.Residual, (a, b) => ExactScalar.ToGaussian(a - b)), first.Drift.Select(ExactScalar.ToGaussian));
    });

    [Fact]
    public void An_instance_can_be_used_again() => PropertyRun.Trials(20, random =>
    {
        var map = random.NextMap();
        var evaluation = new ProductEvaluation<Binary64>(map);
        var (point, form, linear) = DrawDoubles(random, map);
        var (other, otherForm, otherLinear) = DrawDoubles(random, map);
        Evaluate(evaluation, point, form, linear);
        var before = evaluation.Jacobian.Concat(evaluation.Residual).Concat(evaluation.Product).ToArray();
        Evaluate(evaluation, other, otherForm, otherLinear);
        evaluation.DifferentiateData(other[^2], other[^1], otherForm, otherLinear);
        Evaluate(evaluation, point, form, linear);
        Assert.Equal(before, evaluation.Jacobian.Concat(evaluation.Residual).Concat(evaluation.Product));
    });

    [Fact]
    public void Convolutions_are_products_of_polynomials() => PropertyRun.Trials(200, random =>
    {
        GaussianRational[] dense = Vector(random, random.Between(1, 6)), sparse = Vector(random, random.Between(1, 5));
        var step = random.Between(1, 3);
        var expected = new Polynomial<GaussianRational>(dense) * new Polynomial<GaussianRational>(sparse).Upsample(step);
        var target = new ComplexNumber<ExactScalar>[dense.Length + (step * (sparse.Length - 1))];
        Array.Fill(target, ExactScalar.Of(new(99, 98)));
        ConvolutionKernels<ExactScalar>.Multiply(Of(dense), Of(sparse), step, target);
        Assert.Equal(expected.CoefficientsPadded(target.Length), target.Select(ExactScalar.ToGaussian));

        // A correlation is a coefficient of the product with the reversed vector.
        var longer = Vector(random, dense.Length + random.Between(0, 5));
        var reversed = new Polynomial<GaussianRational>(dense.Reverse().ToArray()) * new Polynomial<GaussianRational>(longer);
        for (var offset = 0; offset + dense.Length <= longer.Length; offset++)
        {
            Assert.Equal(reversed[offset + dense.Length - 1], ExactScalar.ToGaussian(ConvolutionKernels<ExactScalar>.Correlate(Of(dense), Of(longer), offset)));
        }
    });

    private static ProductEvaluation<ExactScalar> Evaluate(ProductMap map, GaussianRational[] point, GaussianRational[] form, GaussianRational[] linear)
    {
        var evaluation = new ProductEvaluation<ExactScalar>(map);
        Evaluate(evaluation, Of(point), Of(form), Of(linear));
        return evaluation;
    }

    private static void Evaluate<T>(ProductEvaluation<T> evaluation, ComplexNumber<T>[] point, ComplexNumber<T>[] form, ComplexNumber<T>[] linear)
        where T : struct, IScalar<T> => evaluation.Evaluate(point.AsSpan(0, point.Length - 2), point[^2], point[^1], form, linear);

    private static (GaussianRational[] Point, GaussianRational[] Form, GaussianRational[] Linear) Draw(TestRandom random, ProductMap map)
    {
        var form = new GaussianRational[map.Size * map.Size];
        for (var i = 0; i < map.Size; i++)
        {
            for (var j = 0; j <= i; j++) form[(i * map.Size) + j] = form[(j * map.Size) + i] = Next(random);
        }

        return (Vector(random, map.CoefficientCount + 2), form, Vector(random, map.Size));
    }

    private static (ComplexNumber<Binary64>[] Point, ComplexNumber<Binary64>[] Form, ComplexNumber<Binary64>[] Linear) DrawDoubles(TestRandom random, ProductMap map)
    {
        var (point, form, linear) = Draw(random, map);
        return (Round(point), Round(form), Round(linear));
    }

    private static GaussianRational[] Vector(TestRandom random, int length) => [.. Enumerable.Range(0, length).Select(_ => Next(random))];

    private static GaussianRational Next(TestRandom random) =>
        random.Chance(0.1) ? GaussianRational.Zero : new(new Rational(random.Between(-9, 9), random.Between(1, 4)), new Rational(random.Between(-9, 9), random.Between(1, 4)));

    private static ComplexNumber<ExactScalar>[] Of(GaussianRational[] values) => [.. values.Select(ExactScalar.Of)];

    private static ComplexNumber<Binary64>[] Round(GaussianRational[] values) => [.. values.Select(v => new ComplexNumber<Binary64>(new(v.Re.ToDouble()), new(v.Im.ToDouble())))];

    private static System.Numerics.Complex ToComplex(ComplexNumber<Binary64> value) => new(value.Re.Value, value.Im.Value);
}
