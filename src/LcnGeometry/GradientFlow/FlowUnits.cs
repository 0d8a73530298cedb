using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Powers of two that bring the loss and the weights to order one, whatever the units of the data.</summary>
/// <remarks>
/// Weights are kept as <c>2^-Weights</c> times their value and residuals as <c>2^-Residual</c> times theirs, and both units move along
/// with the run. Scaling by powers of two is exact, so runs on data scaled by powers of two are scaled runs, bit for bit.
/// </remarks>
internal sealed class FlowUnits
{
    /// <summary>How far a size may move, in powers of two, before its unit follows.</summary>
    private const int Slack = 8;

    private readonly int _form;
    private readonly int _target;
    private readonly int _depth;

    public FlowUnits(Architecture net, QuadraticLoss loss, int weights)
    {
        _depth = net.Depth;
        _form = Enumerable.Range(0, loss.Size).Max(i => Exponent(loss.Q[i, i]));
        HasTarget = loss.Target.Any(u => !u.IsZero);
        _target = HasTarget ? loss.Target.Where(u => !u.IsZero).Max(Exponent) : 0;
        var q = new double[loss.Size, loss.Size];
        for (var i = 0; i < loss.Size; i++)
        {
            for (var j = 0; j < loss.Size; j++) q[i, j] = (loss.Q[i, j] * Rational.PowerOfTwo(-_form)).ToDouble();
        }

        Field = new FlowField(net, q, [.. loss.Target.Select(u => (u * Rational.PowerOfTwo(-_target)).ToDouble())]);
        Weights = weights;
        Residual = HasTarget ? Math.Max(_target, (long)weights * _depth) : (long)weights * _depth;
        Apply();
    }

    /// <summary>The field in the present units.</summary>
    public FlowField Field { get; }

    /// <summary>Whether u is not zero.</summary>
    public bool HasTarget { get; }

    /// <summary>How much larger, as a power of two, the unit of end-to-end filters is than u; 0 without a target.</summary>
    public long FunctionOverTarget => HasTarget ? Function - _target : 0;

    /// <summary>The binary exponent of the unit of weights.</summary>
    public int Weights { get; private set; }

    /// <summary>The binary exponent of the unit of end-to-end filters.</summary>
    public long Function => (long)Weights * _depth;

    /// <summary>The binary exponent of the unit of the residual.</summary>
    public long Residual { get; private set; }

    /// <summary>One unit of the integrator's time is 2^Time.</summary>
    public long Time => -(Function - (2L * Weights) + _form + Residual);

    /// <summary>Moves the units to the neighborhood of a point, in place.</summary>
    public void Follow(double[] point)
    {
        var shift = ExponentOf(Field.Layers.LargestNorm(point));
        var function = LayerProducts.Norm(Field.Layers.EndToEnd(point));
        var residual = function > 0 ? Function + ExponentOf(function) : HasTarget ? _target : Residual;
        if (HasTarget) residual = Math.Max(residual, _target);
        if (Math.Abs(shift) < Slack && Math.Abs(residual - Residual) < Slack) return;
        Weights += shift;
        Residual = residual;
        for (var i = 0; i < point.Length; i++) point[i] = Math.ScaleB(point[i], -shift);
        Apply();
    }

    /// <summary>The loss above its minimum, in units of the data.</summary>
    public double TrueLoss(double loss) => Scale(loss, _form + (2 * Residual));

    /// <summary>An end-to-end filter in units of the data.</summary>
    public IEnumerable<double> TrueFunction(double[] function) => function.Select(entry => Scale(entry, Function));

    /// <summary>A number times a power of two of any size.</summary>
    public static double Scale(double value, long exponent) => Math.ScaleB(value, (int)Math.Clamp(exponent, -5000, 5000));

    /// <summary>The exponent of the power of two at or below a norm; 0 for zero.</summary>
    public static int ExponentOf(double norm) => norm == 0 ? 0 : Math.ILogB(norm);

    private void Apply()
    {
        Field.Alpha = Scale(1, Function - Residual);
        Field.Beta = HasTarget ? Scale(1, _target - Residual) : 0;
    }

    private static int Exponent(Rational value) => value.Numerator.BitLength - value.Denominator.BitLength;
}
