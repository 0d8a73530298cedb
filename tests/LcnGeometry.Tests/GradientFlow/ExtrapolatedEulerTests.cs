using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.GradientFlow;

public class ExtrapolatedEulerTests
{
    private static readonly Architecture Net = Architecture.Parse("3,2");

    private static readonly double[] Start = [1, -0.5, 0.25, 0.75, -1];

    private static readonly FlowField Field = FlowCases.Field(Net, QuadraticLoss.FromTarget([1, 2, -1, 1], Metric.Bombieri(4)));

    /// <summary>Halving the step divides the error of one step of a method of order p by about 2^(p+1).</summary>
    [Fact]
    public void The_order_is_seven_and_that_of_the_estimate_six()
    {
        var reference = RungeKutta(0.02, 4000);
        double Error(int steps) => Distance(Follow(0.02, steps), reference);
        Assert.InRange(Math.Log2(Error(1) / Error(2)), 6.3, 7.7);
        Assert.InRange(Math.Log2(Estimate(0.02) / Estimate(0.01)), 6.3, 7.7);
        Assert.True(Estimate(0.02) > Error(1));
    }

    [Fact]
    public void On_a_linear_flow_the_step_is_the_exponential()
    {
        var field = FlowCases.Field(Architecture.Parse("1"), QuadraticLoss.FromTarget([3], Metric.Identity(1)));
        double[] start = [1];
        var (change, error) = ExtrapolatedEuler.Step(field, start, field.Velocity(start), field.Hessian(start), 0.01)!.Value;
        Assert.Equal(2 * (1 - Math.Exp(-0.02)), change[0], 1e-14);
        Assert.InRange(Math.Abs(error[0]), 0, 1e-13);
    }

    [Fact]
    public void Stiff_directions_are_damped_by_steps_of_any_length()
    {
        var field = FlowCases.Field(Architecture.Parse("1"), QuadraticLoss.FromTarget([3], Metric.Identity(1)));
        double[] start = [1];
        var (change, _) = ExtrapolatedEuler.Step(field, start, field.Velocity(start), field.Hessian(start), 1e12)!.Value;
        Assert.Equal(2, change[0], 1e-9);
    }

    [Fact]
    public void Steps_that_would_jump_over_an_instability_are_refused()
    {
        // At zero filters of (1,1) with target 2 the velocity is (4b, 4a): rates 4 and -4.
        var field = FlowCases.Field(Architecture.Parse("1,1"), QuadraticLoss.FromTarget([2], Metric.Identity(1)));
        double[] start = [1e-3, 1e-3];
        Assert.NotNull(ExtrapolatedEuler.Step(field, start, field.Velocity(start), field.Hessian(start), 0.24));
        Assert.Null(ExtrapolatedEuler.Step(field, start, field.Velocity(start), field.Hessian(start), 0.26));
    }

    [Fact]
    public void Cholesky_solves_what_multiplication_makes()
    {
        double[,] matrix = { { 4, 2, 0.5 }, { 2, 5, 1 }, { 0.5, 1, 3 } };
        double[] expected = [1, -2, 3];
        var right = Enumerable.Range(0, 3).Select(i => expected[i] + (0.5 * Enumerable.Range(0, 3).Sum(j => matrix[i, j] * expected[j]))).ToArray();
        var solution = CholeskyFactor.OfShifted(matrix, 0.5)!.Solve(right);
        for (var i = 0; i < 3; i++) Assert.Equal(expected[i], solution[i], 1e-14);
        Assert.Null(CholeskyFactor.OfShifted(matrix, -1));
        Assert.Null(CholeskyFactor.OfShifted(new[,] { { double.NaN } }, 1));
        Assert.Null(CholeskyFactor.OfShifted(new[,] { { 1.0 } }, double.PositiveInfinity));
    }

    private static double[] Follow(double time, int steps)
    {
        var point = (double[])Start.Clone();
        for (var k = 0; k < steps; k++)
        {
            var (change, _) = ExtrapolatedEuler.Step(Field, point, Field.Velocity(point), Field.Hessian(point), time / steps)!.Value;
            for (var i = 0; i < point.Length; i++) point[i] += change[i];
        }

        return point;
    }

    private static double Estimate(double step) =>
        LayerProducts.Norm(ExtrapolatedEuler.Step(Field, Start, Field.Velocity(Start), Field.Hessian(Start), step)!.Value.Error);

    private static double[] RungeKutta(double time, int steps) => PlainIntegrators.RungeKutta(Field, Start, time, steps);

    private static double Distance(double[] left, double[] right) => LayerProducts.Norm([.. left.Zip(right).Select(pair => pair.First - pair.Second)]);
}
