using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>One search for all critical points of a loss on a network.</summary>
internal sealed class CriticalSearch
{
    /// <summary>Below this many paths threads cost more than they save.</summary>
    private const int WorthThreads = 100;

    /// <summary>Losses that are known less precisely are computed again, with more digits.</summary>
    private const double NarrowLoss = 1e-8;

    private readonly Architecture _net;
    private readonly QuadraticLoss _loss;
    private readonly CriticalPointOptions _options;
    private readonly bool _onOneThread;
    private readonly IProgress<double>? _progress;
    private readonly CancellationToken _token;
    private readonly ImmutableArray<CriticalStratum> _strata;
    private readonly ImmutableArray<LayerBlock> _blocks;
    private readonly ImmutableArray<Rational> _linear;
    private readonly StratumSolver _solver;
    private readonly PointBuilder _builder;
    private readonly ImmutableArray<bool> _support;
    private readonly bool _isZeroBest;
    private readonly TargetFunction? _target;

    public CriticalSearch(
        Architecture net, QuadraticLoss loss, CriticalPointOptions options, CriticalSystemSolver solver, IProgress<double>? progress, CancellationToken token)
    {
        _net = net;
        _loss = loss;
        _options = options;
        _onOneThread = solver.OnOneThread;
        _progress = progress;
        _token = token;
        _strata = [.. CriticalStratum.All(net, token)];
        _blocks = CriticalStratum.BlocksOf(net);
        _linear = loss.Q.Multiply([.. loss.Target]);
        _solver = new StratumSolver(loss, _linear, solver, token);
        _builder = new PointBuilder(net, _blocks, new LossEnclosure(loss), options.MaxFactorizations, token);
        _support = FilterSupport.Of(net);
        _isZeroBest = ZeroPoint.IsMinimum(net, _linear);
        if (!_isZeroBest && _blocks.Length <= 1) _target = TargetFunction.Of(_blocks, loss, _linear, token);
    }

    public CriticalPointSet Run()
    {
        var solved = Solve();
        ImmutableArray<StratumSolutions> rows = [.. solved.Select(s => s.Row)];
        var completeness = CompletenessTotal.Of(_net, rows, _token);
        var unclear = solved.Sum(s => s.Unclear);
        var allReal = unclear == 0
            ? completeness.Verdict.Kind == VerdictKind.Holds ? Verdict.Holds : Verdict.Undecided(completeness.Verdict.Reason!)
            : Verdict.Undecided($"{unclear} certified solutions may or may not be real");

        var points = solved.SelectMany(s => s.Points).ToList();
        if (TargetPointOf(rows) is { } target)
        {
            points.RemoveAll(p => p.Stratum == target.Stratum && p.Box is not null && p.Box == target.Box);
            points.Add(target);
        }

        if (new ZeroPoint(_net, _loss, _linear, _token).Build(_isZeroBest) is { } zero) points.Add(zero);
        var notes = ImmutableArray.CreateBuilder<string>();
        var sorted = GlobalMinima.Sort(points);
        if (allReal.Kind == VerdictKind.Holds) sorted = GlobalMinima.Mark(sorted, notes);
        return new CriticalPointSet(_net, _loss, completeness, rows, sorted, allReal, notes.ToImmutable());
    }

    private SolvedStratum[] Solve()
    {
        var rows = new SolvedStratum[_strata.Length];
        Integer total = 0, done = 0;
        foreach (var stratum in _strata) total += stratum.GenericCount;
        if (total < WorthThreads || _isZeroBest || _onOneThread)
        {
            for (var s = 0; s < rows.Length; s++) rows[s] = Solve(s);
            return rows;
        }

        // The largest systems first.
        int[] order = [.. Enumerable.Range(0, rows.Length).OrderByDescending(s => _strata[s].GenericCount)];
        var gate = new Lock();
        Parallel.ForEach(order, new ParallelOptions { CancellationToken = _token }, s =>
        {
            rows[s] = Solve(s);
            if (_progress is null) return;
            lock (gate)
            {
                done += _strata[s].GenericCount;
                _progress.Report(new Rational(done, total).ToDouble());
            }
        });
        return rows;
    }

    private SolvedStratum Solve(int index)
    {
        var stratum = _strata[index];
        if (_isZeroBest) return new SolvedStratum(AllAtZero(stratum), [], 0);
        if (stratum.IsUnconstrained) return new SolvedStratum(Unconstrained(stratum), [], 0);
        var row = _solver.SolveOrExplain(stratum);
        var points = ImmutableArray.CreateBuilder<CriticalPoint>();
        var doubtful = row.Boxes.Any(box => box.IsReal && PurityCheck.Of(stratum, box) == MapStanding.Undecided);
        var standings = doubtful ? StratumStandings.Of(row, _loss, _token) : null;
        var unclear = 0;
        for (var i = 0; i < row.Boxes.Length; i++)
        {
            if (row.Boxes[i].IsReal) points.Add(Build(stratum, row.Boxes[i], standings?.Boxes[i] ?? PurityCheck.Of(stratum, row.Boxes[i]), index, i));
            else if (!IsProvedNotReal(row.Boxes[i])) unclear++;
        }

        return new SolvedStratum(row, points.ToImmutable(), unclear);
    }

    private CriticalPoint Build(CriticalStratum stratum, SolutionBox box, MapStanding standing, int index, int number)
    {
        var point = _builder.Build(CriticalFunction.Of(stratum, box, _support, index, number, _token), stratum, standing);
        if (IsSettled(point)) return point;

        // More digits: ill-conditioned data leave wide enclosures.
        return _builder.Build(CriticalFunction.Of(stratum, _solver.Refine(box), _support, index, number, _token), stratum, standing);
    }

    private static bool IsSettled(CriticalPoint point) =>
        point.Kind != CriticalPointKind.Degenerate
        && point.UndecidedFactorizations.IsZero
        && point.Factorizations.All(f => f.Index is not null)
        && point.Loss.Radius <= NarrowLoss * point.Loss.Magnitude;

    private StratumSolutions Unconstrained(CriticalStratum stratum)
    {
        if (_target!.Pattern.IsSquarefree)
        {
            return new StratumSolutions(stratum, new Completeness(1, 1, 1, [], Verdict.Holds, "linear equations"), [], _target.Filter);
        }

        var lost = new LostSolutions(LostPlace.DeeperStratum, 1) { Reason = $"because the target itself has the root pattern {_target.Pattern}" };
        return new StratumSolutions(stratum, new Completeness(1, 0, 0, [lost], Verdict.Holds, "the exact root pattern of the target"), [], null);
    }

    /// <summary>When the gradient at zero vanishes on all filters, the loss grows along every ray: the equations are homogeneous and have no isolated solution but zero.</summary>
    private static StratumSolutions AllAtZero(CriticalStratum stratum)
    {
        var count = stratum.GenericCount;
        var lost = new LostSolutions(LostPlace.ZeroFunction, count) { Reason = "because the target is zero" };
        return new StratumSolutions(stratum, new Completeness(count, 0, 0, [lost], Verdict.Holds, "the target is zero"), [], null);
    }

    /// <summary>The point at the target, and where it is found among the solutions.</summary>
    private CriticalPoint? TargetPointOf(ImmutableArray<StratumSolutions> rows)
    {
        if (_target is null) return null;
        int? stratum = null, box = null;
        for (var s = 0; s < rows.Length && stratum is null; s++)
        {
            if (rows[s].Minimizer is not null) stratum = s;
            if (_blocks.Length != 1 || !rows[s].Stratum.Patterns[0].SequenceEqual(_target.Pattern.Complex)) continue;
            for (var i = 0; i < rows[s].Boxes.Length && stratum is null; i++)
            {
                if (_target.IsIn(rows[s].Boxes[i], rows[s].Stratum, _token)) (stratum, box) = (s, i);
            }
        }

        return new TargetPoint(_net, _loss, _builder, _options.MaxFactorizations, _token).Build(_target, stratum, box);
    }

    private static bool IsProvedNotReal(SolutionBox box) =>
        box.Scale.Im.ExcludesZero || box.Factors.Any(f => f.Any(c => c.Im.ExcludesZero));

    /// <summary>The solutions on a stratum, the real ones among them as critical points, and how many may or may not be real.</summary>
    private readonly record struct SolvedStratum(StratumSolutions Row, ImmutableArray<CriticalPoint> Points, int Unclear);
}
