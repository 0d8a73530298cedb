using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>One search for all critical points of a loss on a network.</summary>
internal sealed class CriticalSearch
{
    /// <summary>Below this many paths threads cost more than they save.</summary>
    private const int WorthThreads = 8;

    private readonly Architecture _net;
    private readonly QuadraticLoss _loss;
    private readonly CriticalPointOptions _options;
    private readonly IProgress<double>? _progress;
    private readonly CancellationToken _token;
    private readonly ImmutableArray<CriticalStratum> _strata;
    private readonly ImmutableArray<Rational> _linear;
    private readonly StratumSolver _solver;

    public CriticalSearch(Architecture net, QuadraticLoss loss, CriticalPointOptions options, CriticalSystemSolver solver, IProgress<double>? progress, CancellationToken token)
    {
        _net = net;
        _loss = loss;
        _options = options;
        _progress = progress;
        _token = token;
        _strata = [.. CriticalStratum.All(net, token)];
        _linear = loss.Q.Multiply([.. loss.Target]);
        _solver = new StratumSolver(loss, _linear, solver, token);
    }

    public CriticalPointSet Run()
    {
        var rows = Solve();
        var completeness = Total(rows);
        var undecided = 0;
        var points = ImmutableArray.CreateBuilder<CriticalPoint>();
        var loss = new LossEnclosure(_loss);
        for (var s = 0; s < rows.Length; s++)
        {
            if (rows[s].Minimizer is { } exact)
            {
                points.Add(ExactPoint(exact, s));
                continue;
            }

            for (var i = 0; i < rows[s].Boxes.Length; i++)
            {
                var box = rows[s].Boxes[i];
                if (!box.IsReal)
                {
                    if (!IsProvedNotReal(box)) undecided++;
                    continue;
                }

                var function = CriticalFunction.Of(rows[s].Stratum, box, s, i);
                points.Add(new CriticalPoint
                {
                    Function = function.Function,
                    Loss = loss.At(function.Function).Loss,
                    RealPattern = _net.IsStrideOne ? function.Pattern : null,
                    ComplexPattern = _net.IsStrideOne ? rows[s].Stratum.Patterns[0] : null,
                    Stratum = s,
                    Box = i,
                    Kind = CriticalPointKind.Degenerate,
                });
            }
        }

        points.Sort(static (a, b) => a.Loss.Midpoint.CompareTo(b.Loss.Midpoint));
        var real = completeness.Verdict.Kind == VerdictKind.Holds && undecided == 0
            ? Verdict.Holds
            : Verdict.Undecided(completeness.Verdict.Reason ?? $"{undecided} certified solutions may or may not be real");
        return new CriticalPointSet(_net, _loss, completeness, rows, points.ToImmutable(), real, []);
    }

    private ImmutableArray<StratumSolutions> Solve()
    {
        var rows = new StratumSolutions[_strata.Length];
        Integer total = 0, done = 0;
        foreach (var stratum in _strata) total += stratum.GenericCount;
        if (total < WorthThreads)
        {
            for (var s = 0; s < rows.Length; s++) rows[s] = Solve(_strata[s]);
        }
        else
        {
            // The largest systems first.
            int[] order = [.. Enumerable.Range(0, rows.Length).OrderByDescending(s => _strata[s].GenericCount)];
            var gate = new Lock();
            Parallel.ForEach(order, new ParallelOptions { CancellationToken = _token }, s =>
            {
                rows[s] = Solve(_strata[s]);
                if (_progress is null) return;
                lock (gate) done += _strata[s].GenericCount;
                _progress.Report(new Rational(done, total).ToDouble());
            });
        }

        return [.. rows];
    }

    private StratumSolutions Solve(CriticalStratum stratum)
    {
        if (!stratum.IsUnconstrained) return _solver.Solve(stratum);
        var minimizer = UnconstrainedMinimizer.Of(stratum, _loss, _linear);
        return new StratumSolutions(stratum, new Completeness(1, 1, 1, [], Verdict.Holds, "linear equations"), [], minimizer);
    }

    private CriticalPoint ExactPoint(ImmutableArray<Rational> exact, int stratum) => new()
    {
        Function = [.. exact.Select(Interval.Enclose)],
        ExactFunction = exact,
        Loss = Interval.Enclose(_loss.Evaluate(exact)),
        RealPattern = _net.IsStrideOne ? RootPattern.Of(new BinaryForm(exact.AsSpan())) : null,
        ComplexPattern = _net.IsStrideOne ? RootPattern.Of(new BinaryForm(exact.AsSpan())).Complex : null,
        Stratum = stratum,
        Kind = CriticalPointKind.Degenerate,
    };

    private Completeness Total(ImmutableArray<StratumSolutions> rows)
    {
        var expected = CriticalPointCount.OnParameters(_net.Filters, _token);
        Integer certified = 0;
        var lost = new Dictionary<LostPlace, Integer>();
        foreach (var row in rows)
        {
            certified += row.Stratum.Factorizations * row.Completeness.Certified;
            foreach (var one in row.Completeness.Lost) lost[one.Place] = lost.GetValueOrDefault(one.Place) + (row.Stratum.Factorizations * one.Count);
        }

        var open = rows.FirstOrDefault(r => r.Completeness.Verdict.Kind != VerdictKind.Holds);
        return new Completeness(
            expected,
            certified,
            certified,
            [.. lost.OrderBy(l => l.Key).Select(l => new LostSolutions(l.Key, l.Value))],
            open is null ? Verdict.Holds : open.Completeness.Verdict,
            string.Join("; ", rows.Select(r => r.Completeness.Source).Distinct()));
    }

    private static bool IsProvedNotReal(SolutionBox box) =>
        box.Scale.Im.ExcludesZero || box.Factors.Any(f => f.Any(c => c.Im.ExcludesZero));
}
