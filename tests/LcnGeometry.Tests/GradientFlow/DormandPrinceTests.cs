using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.GradientFlow;

/// <summary>The explicit method two ways: the order conditions of its coefficients in exact arithmetic, and the errors that it makes.</summary>
public class DormandPrinceTests
{
    private static readonly Architecture Net = Architecture.Parse("3,2");

    private static readonly double[] Start = [1, -0.5, 0.25, 0.75, -1];

    private static readonly FlowField Field = FlowCases.Field(Net, QuadraticLoss.FromTarget([1, 2, -1, 1], Metric.Bombieri(4)));

    /// <summary>The matrix of all sixteen stages: the end of the step is stage 12.</summary>
    private static readonly Rational[][] Matrix = [.. Enumerable.Range(0, DormandPrince.AllStages).Select(stage => Exact(DormandPrince.Row(stage)))];

    [Fact]
    public void Rooted_trees_are_as_many_as_they_should_be()
    {
        int[] counts = [1, 1, 2, 4, 9, 20, 48, 115, 286];
        Assert.Equal(counts, Enumerable.Range(1, 9).Select(order => RootedTree.All(order).Count));

        // The densities of the four trees of order 4: n!, 12, 8, 4 of a chain, ..., a bush.
        Assert.Equal([4, 8, 12, 24], RootedTree.All(4).Select(tree => tree.Density).Order());
    }

    [Fact]
    public void Every_order_condition_up_to_eight_holds_to_the_rounding_of_the_coefficients()
    {
        for (var order = 1; order <= 8; order++) Assert.All(Residuals(Matrix[12], order, 1), residual => Assert.InRange(residual, 0, 64));
        Assert.Contains(Residuals(Matrix[12], 9, 1), residual => residual > 1e6);
    }

    [Fact]
    public void The_solutions_beside_it_have_order_five_and_three()
    {
        var fifth = Matrix[12].Zip(Exact(DormandPrince.FifthOrderError), (weight, error) => weight - error).ToArray();
        for (var order = 1; order <= 5; order++) Assert.All(Residuals(fifth, order, 1), residual => Assert.InRange(residual, 0, 64));
        Assert.Contains(Residuals(fifth, 6, 1), residual => residual > 1e6);

        var third = new Rational[12];
        Array.Fill(third, 0);
        (third[0], third[8], third[11]) = (Exact(DormandPrince.ThirdOrder)[0], Exact(DormandPrince.ThirdOrder)[1], Exact(DormandPrince.ThirdOrder)[2]);
        for (var order = 1; order <= 3; order++) Assert.All(Residuals(third, order, 1), residual => Assert.InRange(residual, 0, 64));
        Assert.Contains(Residuals(third, 4, 1), residual => residual > 1e6);
    }

    [Fact]
    public void The_dense_output_has_order_seven_everywhere_in_the_step()
    {
        foreach (var part in new[] { (Rational)1 / 8, (Rational)1 / 2, (Rational)7 / 8 })
        {
            var weights = DenseWeights(part);
            for (var order = 1; order <= 7; order++) Assert.All(Residuals(weights, order, part), residual => Assert.InRange(residual, 0, 4096));
            Assert.Contains(Residuals(weights, 8, part), residual => residual > 1e6);
        }

        // At the end of the step it is the solution of order eight.
        var end = DenseWeights(1);
        for (var stage = 0; stage < end.Length; stage++) Assert.Equal(stage < 12 ? Matrix[12][stage] : 0, end[stage]);
    }

    /// <summary>Halving the step divides the error of one step of a method of order p by about 2^(p+1).</summary>
    [Fact]
    public void Measured_errors_fall_as_the_orders_say()
    {
        const double Step = 0.05;
        double Error(double length, double part) => Distance(Take(length).At(part), PlainIntegrators.RungeKutta(Field, Start, length * part, 4000));
        Assert.InRange(Math.Log2(Error(Step, 1) / Error(Step / 2, 1)), 7.9, 9.5);
        Assert.InRange(Math.Log2(Error(Step, 0.4) / Error(Step / 2, 0.4)), 6.9, 8.5);
        Assert.InRange(Math.Log2(LayerProducts.Norm(Take(Step).FifthOrderError()) / LayerProducts.Norm(Take(Step / 2).FifthOrderError())), 4.9, 6.5);
        Assert.InRange(Math.Log2(LayerProducts.Norm(Take(Step).ThirdOrderError()) / LayerProducts.Norm(Take(Step / 2).ThirdOrderError())), 2.9, 4.5);
    }

    [Fact]
    public void On_a_linear_flow_the_orders_are_exact()
    {
        var field = FlowCases.Field(Architecture.Parse("1"), QuadraticLoss.FromTarget([3], Metric.Identity(1)));
        double Error(double length, double part) => Math.Abs(DormandPrince.Step(field, [1], field.Velocity([1]), length)!.At(part)[0] - (3 - (2 * Math.Exp(-2 * length * part))));
        Assert.InRange(Math.Log2(Error(0.4, 1) / Error(0.2, 1)), 8.4, 9.2);
        Assert.InRange(Math.Log2(Error(0.2, 0.4) / Error(0.1, 0.4)), 7.4, 8.2);
    }

    [Fact]
    public void The_dense_output_joins_the_ends_and_their_velocities()
    {
        var step = Take(0.1);
        Assert.Equal(Start, step.At(0));
        foreach (var (expected, actual) in step.End.Zip(step.At(1))) Assert.Equal(expected, actual, 1e-15);
        foreach (var (end, velocity) in new[] { (0.0, Field.Velocity(Start)), (1.0, Field.Velocity(step.End)) })
        {
            const double Nearby = 1e-6;
            var inside = end == 0 ? Nearby : 1 - Nearby;
            var slope = step.At(inside).Zip(step.At(end), (a, b) => (a - b) / ((inside - end) * step.Length));
            foreach (var (expected, actual) in velocity.Zip(slope)) Assert.Equal(expected, actual, 1e-5);
        }
    }

    [Fact]
    public void Decays_are_damped_within_the_bound_of_stability_and_grow_far_beyond()
    {
        // Of the single weight w with target 0 the velocity is -2 w.
        var field = FlowCases.Field(Architecture.Parse("1"), QuadraticLoss.FromTarget([0], Metric.Identity(1)));
        double Factor(double reach) => DormandPrince.Step(field, [1], field.Velocity([1]), reach / 2)!.End[0];
        for (var reach = 0.25; reach <= DormandPrince.Stability; reach += 0.25) Assert.InRange(Math.Abs(Factor(reach)), 0, Math.Max(1.0 / 16, 1.01 * Math.Exp(-reach)));
        Assert.Equal(Math.Exp(-1), Factor(1), 1e-7);
        Assert.True(Math.Abs(Factor(6.6)) > 1);
    }

    [Fact]
    public void Steps_out_of_the_range_of_doubles_are_refused() =>
        Assert.Null(DormandPrince.Step(Field, Start, Field.Velocity(Start), 1e200));

    /// <summary>The residual of each order condition of an order, in units of rounding of the sum of its absolute terms.</summary>
    private static IEnumerable<double> Residuals(Rational[] weights, int order, Rational part)
    {
        foreach (var (tree, stages, sizes) in Weights(order))
        {
            Rational sum = 0, size = 0;
            for (var i = 0; i < weights.Length; i++) (sum, size) = (sum + (weights[i] * stages[i]), size + (Rational.Abs(weights[i]) * sizes[i]));
            var residual = Rational.Abs(sum - (Rational.Pow(part, order) / tree.Density));
            yield return residual.ToDouble() / (Math.ScaleB(1, -53) * size.ToDouble());
        }
    }

    private static IEnumerable<(RootedTree Tree, Rational[] Stages, Rational[] Sizes)> Weights(int order)
    {
        var absolute = Matrix.Select(row => row.Select(Rational.Abs).ToArray()).ToArray();
        return RootedTree.All(order).Select(tree => (tree, tree.Stages(Matrix), tree.Stages(absolute)));
    }

    /// <summary>The weights of all stages at a part of the step, multiplied out.</summary>
    private static Rational[] DenseWeights(Rational part)
    {
        var (solution, first, last) = (Padded(Matrix[12]), Unit(0), Unit(12));
        Rational[][] coefficients =
        [
            solution, Combined(first, 1, solution, -1), Combined(Combined(solution, 2, first, -1), 1, last, -1),
            .. Enumerable.Range(3, 4).Select(k => Padded(Exact(DormandPrince.Dense(k)))),
        ];
        var sum = Unit(-1);
        Rational factor = 1;
        for (var k = 0; k < coefficients.Length; k++)
        {
            factor *= k % 2 == 0 ? part : 1 - part;
            sum = Combined(sum, 1, coefficients[k], factor);
        }

        return sum;
    }

    private static Rational[] Combined(Rational[] left, Rational a, Rational[] right, Rational b) => [.. left.Zip(right, (x, y) => (a * x) + (b * y))];

    private static Rational[] Unit(int place) => [.. Enumerable.Range(0, DormandPrince.AllStages).Select(i => (Rational)(i == place ? 1 : 0))];

    private static Rational[] Padded(Rational[] weights) => [.. weights, .. Enumerable.Repeat((Rational)0, DormandPrince.AllStages - weights.Length)];

    private static Rational[] Exact(ReadOnlySpan<double> values) => [.. values.ToArray().Select(Rational.RationalizeExactly)];

    private static ExplicitStep Take(double length) => DormandPrince.Step(Field, Start, Field.Velocity(Start), length)!;

    private static double Distance(double[] left, double[] right) => LayerProducts.Norm([.. left.Zip(right).Select(pair => pair.First - pair.Second)]);
}
