namespace LcnGeometry.Reporting;

/// <summary>The loss of a run less the loss of the unconstrained optimum, as far as doubles can tell.</summary>
internal sealed class ExcessLoss
{
    private readonly double _constant;

    internal ExcessLoss(LossSection loss)
    {
        _constant = loss.Constant.ToDouble();
        var scale = Math.Max(Math.Abs(loss.AtZero.ToDouble()), Math.Abs(_constant));
        Floor = scale > 0 && double.IsFinite(scale) ? Math.Max(1e-14 * scale, double.Epsilon) : 1e-14;
    }

    /// <summary>Below this the difference is rounding.</summary>
    internal double Floor { get; }

    /// <summary>What the reader should know about the values.</summary>
    internal string Sentence =>
        $"The constant part of the loss, {NumberText.TypesetDigits(NumberText.Significant(_constant))}, is subtracted; curves end where the difference falls below rounding.";

    /// <summary>The excess for a table.</summary>
    internal string Text(double loss) => loss - _constant > Floor
        ? NumberText.TypesetDigits(NumberText.Significant(loss - _constant, 4))
        : "0 up to rounding";

    /// <summary>The excess of one value.</summary>
    internal double Of(double loss) => loss - _constant;

    /// <summary>The excess at each time of the trace.</summary>
    internal IReadOnlyList<double> Of(FlowRunRow run) => [.. run.Trace.Loss.Select(loss => loss - _constant)];
}
