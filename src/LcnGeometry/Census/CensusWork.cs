using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Makes the rows of a census: trains from every start, and says where each run ended.</summary>
/// <remarks>
/// <para>The rows of a data set depend on the plan alone, not on the range they are asked for in, nor on threads; several threads may ask.
/// Everything but the start solutions of the first call stays on the thread that asks.</para>
/// <para>The root pattern at the end is numerical: the roots of each filter, told apart by the clearest gap among their distances. A small gradient
/// does not bound the distance to the limit, so the length of Newton's step at the end says how near roots and filters must be to count as equal.
/// The least loss, the critical point and its kind are certified.</para>
/// </remarks>
internal sealed class CensusWork
{
    private static readonly CriticalSystemSolver Shared = new();

    private readonly CensusPlan _plan;
    private readonly CriticalPointOptions? _search;
    private readonly LayerProducts _layers;
    private readonly DescentTraining? _descent;
    private readonly FlowTraining? _flow;

    /// <param name="plan">What the rows are about.</param>
    /// <param name="solver">Keeps the start solutions of critical points; if null, one that all censuses share.</param>
    public CensusWork(CensusPlan plan, CriticalSystemSolver? solver = null)
    {
        _plan = plan;
        _layers = new LayerProducts(plan.Net);
        if (CriticalReach.Refusal(plan.Net, CancellationToken.None) is null) _search = new CriticalPointOptions { Solver = (solver ?? Shared).ForManyDataSets() };
        if (plan.Method == CensusMethod.Descent) _descent = new DescentTraining(plan);
        else _flow = new FlowTraining(plan);
    }

    /// <summary>The rows of consecutive data sets, by data set and start.</summary>
    /// <param name="firstDataset">The number of the first data set, from 0.</param>
    /// <param name="count">How many data sets.</param>
    /// <param name="token">Stops the work; no rows are returned then.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ImmutableArray<CensusRow> Rows(int firstDataset, int count, CancellationToken token = default)
    {
        var losses = new QuadraticLoss[count];
        for (var d = 0; d < count; d++) losses[d] = _plan.Loss(firstDataset + d);
        var batch = _descent?.Run(firstDataset, losses, token);
        var rows = ImmutableArray.CreateBuilder<CensusRow>(count * _plan.Inits);
        for (var d = 0; d < count; d++)
        {
            var dataset = new CensusDataset(firstDataset + d, PatternOf(losses[d], token), Find(losses[d], token));
            var ends = _descent?.Ends(firstDataset + d, losses[d]);
            for (var i = 0; i < _plan.Inits; i++)
            {
                token.ThrowIfCancellationRequested();
                var run = (d * _plan.Inits) + i;
                var end = ends?.Of(i, batch!.Statuses[run], batch.Steps[run], batch.Weights[(run * _layers.ParameterCount)..((run + 1) * _layers.ParameterCount)])
                    ?? _flow!.Run(firstDataset + d, i, losses[d], token);
                rows.Add(dataset.Row(i, _plan.Seed, end, _layers));
            }
        }

        return rows.MoveToImmutable();
    }

    private CriticalPointSet? Find(QuadraticLoss loss, CancellationToken token)
    {
        if (_search is null) return null;
        try
        {
            return CriticalPoints.Find(_plan.Net, loss, _search, null, token);
        }
        catch (IncompleteStartException)
        {
            return null;
        }
    }

    private static string PatternOf(QuadraticLoss loss, CancellationToken token) =>
        loss.Target.All(u => u.IsZero) ? "zero" : RootPattern.Of(new BinaryForm(loss.Target.AsSpan()), token).ToString();
}
