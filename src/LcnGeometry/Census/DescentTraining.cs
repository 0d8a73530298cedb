using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Follows the runs of a census by gradient descent, all runs of a range at once.</summary>
internal sealed class DescentTraining
{
    private readonly CensusPlan _plan;
    private readonly BatchDescent _descent;
    private readonly int _parameters;
    private readonly double[,] _q;
    private readonly int _unit;

    public DescentTraining(CensusPlan plan)
    {
        _plan = plan;
        _descent = new BatchDescent(plan.Net, plan.Q, new DescentOptions());
        _parameters = plan.Net.Filters.Sum();
        var size = plan.Net.EndToEndSize;
        _unit = Enumerable.Range(0, size).Max(i => plan.Q[i, i].Numerator.BitLength - plan.Q[i, i].Denominator.BitLength);
        _q = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) _q[i, j] = (plan.Q[i, j] * Rational.PowerOfTwo(-_unit)).ToDouble();
        }
    }

    /// <summary>Trains from all starts of consecutive data sets; run after run by data set and start.</summary>
    public DescentBatch Run(int firstDataset, ReadOnlySpan<QuadraticLoss> losses, CancellationToken token)
    {
        int inits = _plan.Inits, size = _plan.Net.EndToEndSize;
        var batch = new DescentBatch
        {
            Targets = new double[losses.Length * size],
            TargetOf = new int[losses.Length * inits],
            Weights = new double[losses.Length * inits * _parameters],
        };
        for (var d = 0; d < losses.Length; d++)
        {
            for (var k = 0; k < size; k++) batch.Targets[(d * size) + k] = losses[d].Target[k].ToDouble();
            for (var i = 0; i < inits; i++)
            {
                batch.TargetOf[(d * inits) + i] = d;
                _plan.Start(firstDataset + d, i, batch.Weights.AsSpan(((d * inits) + i) * _parameters, _parameters));
            }
        }

        _descent.Run(batch, token);
        return batch;
    }

    /// <summary>The ends of the runs on one data set.</summary>
    public DescentEnds Ends(int dataset, QuadraticLoss loss)
    {
        var target = new double[loss.Size];
        for (var k = 0; k < target.Length; k++) target[k] = loss.Target[k].ToDouble();
        return new DescentEnds(_plan, dataset, new FlowField(_plan.Net, _q, target), _unit, loss.Constant.ToDouble());
    }
}
