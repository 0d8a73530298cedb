namespace LcnGeometry;

/// <summary>A step of the explicit method: its end, its estimated errors and its dense output.</summary>
internal sealed class ExplicitStep
{
    private readonly FlowField _field;
    private readonly double[] _start;
    private readonly double[][] _velocities;
    private double[][]? _dense;

    public ExplicitStep(FlowField field, double[] start, double[] end, double length, double[][] velocities)
    {
        (_field, _start, End, Length, _velocities) = (field, start, end, length, velocities);
    }

    /// <summary>The length in time.</summary>
    public double Length { get; }

    /// <summary>The solution of order 8 at the end.</summary>
    public double[] End { get; }

    /// <summary>The velocity at the end.</summary>
    public double[] EndVelocity => _velocities[DormandPrince.Stages];

    /// <summary>The solution less that of order 5.</summary>
    public double[] FifthOrderError()
    {
        var error = new double[End.Length];
        DormandPrince.AddTo(error, _velocities, DormandPrince.FifthOrderError);
        for (var i = 0; i < error.Length; i++) error[i] *= Length;
        return error;
    }

    /// <summary>The solution less that of order 3.</summary>
    public double[] ThirdOrderError()
    {
        var error = new double[End.Length];
        var weights = DormandPrince.ThirdOrder;
        DormandPrince.AddTo(error, _velocities, DormandPrince.Row(DormandPrince.Stages));
        for (var i = 0; i < error.Length; i++)
        {
            error[i] = Length * (error[i] - (weights[0] * _velocities[0][i]) - (weights[1] * _velocities[8][i]) - (weights[2] * _velocities[11][i]));
        }

        return error;
    }

    /// <summary>The point at a part of the step, from 0 to 1: order 7, once differentiable from step to step.</summary>
    public double[] At(double part)
    {
        var point = new double[_start.Length];
        for (var i = 0; i < point.Length; i++) point[i] = _start[i] + Interpolate(Dense, i, part);
        return point;
    }

    /// <summary>The coefficients of the interpolant, that of the change first.</summary>
    public double[][] Dense => _dense ??= ComputeDense();

    /// <summary>The change of one entry up to a part of the step.</summary>
    public static double Interpolate(double[][] dense, int entry, double part)
    {
        double sum = 0;
        for (var k = dense.Length - 1; k >= 0; k--) sum = (sum + dense[k][entry]) * (k % 2 == 0 ? part : 1 - part);
        return sum;
    }

    private double[][] ComputeDense()
    {
        for (var stage = DormandPrince.Stages + 1; stage < DormandPrince.AllStages; stage++)
        {
            _velocities[stage] ??= _field.Velocity(DormandPrince.Combine(_start, _velocities, DormandPrince.Row(stage), Length));
        }

        var count = _start.Length;
        var dense = new double[7][];
        for (var k = 0; k < dense.Length; k++) dense[k] = new double[count];
        for (var k = 3; k < dense.Length; k++) DormandPrince.AddTo(dense[k], _velocities, DormandPrince.Dense(k));
        for (var i = 0; i < count; i++)
        {
            for (var k = 3; k < dense.Length; k++) dense[k][i] *= Length;
            double change = End[i] - _start[i], first = Length * _velocities[0][i], last = Length * EndVelocity[i];
            (dense[0][i], dense[1][i], dense[2][i]) = (change, first - change, (2 * change) - (first + last));
        }

        return dense;
    }
}
