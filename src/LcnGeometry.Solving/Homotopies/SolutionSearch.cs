using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>The search for the solutions of one data set: follows the paths of a start system along several segments and collects proved ends.</summary>
internal sealed class SolutionSearch
{
    /// <summary>A path that was followed to so short a time before its end is accounted for.</summary>
    private const double NearEnd = 1e-8;

    private readonly StartSystem _start;
    private readonly LaneData<Lanes> _target;
    private readonly Lazy<LaneData<WideLanes>> _wideTarget;
    private readonly TrackerPool<Lanes> _trackers;
    private readonly TrackerPool<WideLanes> _wideTrackers;
    private readonly ConcurrentBag<SolutionCertifier> _certifiers = [];
    private readonly ExactData _exact;
    private readonly EndClassifier _classifier;
    private readonly CertifiedCollection _collection = new();
    private readonly int _enough;
    private readonly bool _onOneThread;
    private readonly CancellationToken _token;

    // For each path of the current segment the solution it reached, or -1, and its end.
    private readonly int[] _reached;
    private readonly PathEnd[] _ends;
    private QuadraticData _from;
    private ImmutableArray<Complex[]> _starts;

    /// <summary>A search that has found nothing yet.</summary>
    /// <param name="start">Where paths begin.</param>
    /// <param name="target">The data at their ends.</param>
    /// <param name="onOneThread">Whether it stays on this thread.</param>
    /// <param name="token">Stops it.</param>
    /// <param name="enough">The number of solutions at which it is done, if that is not the number of paths.</param>
    public SolutionSearch(StartSystem start, ExactData target, bool onOneThread, CancellationToken token, int? enough = null)
    {
        _start = start;
        _target = LaneData<Lanes>.Of(target);
        _wideTarget = new(() => LaneData<WideLanes>.Of(target));
        _trackers = new TrackerPool<Lanes>(start.Map, onOneThread);
        _wideTrackers = new TrackerPool<WideLanes>(start.Map, onOneThread);
        _exact = target;
        _classifier = new EndClassifier(start.Map);
        _enough = enough ?? start.Solutions.Length;
        _onOneThread = onOneThread;
        _token = token;
        _from = start.Data;
        _starts = start.Solutions;
        _reached = new int[_starts.Length];
        _ends = new PathEnd[_starts.Length];
    }

    /// <summary>The number of proved solutions so far.</summary>
    public int Found => _collection.Count;

    /// <summary>Where the paths of the last segment end that reached no solution of their own.</summary>
    public ImmutableArray<PathLoss> Lost { get; private set; } = [];

    /// <summary>Follows all paths along a segment, those that end at no solution of their own again with more care and then more digits.</summary>
    /// <returns>Whether every path is accounted for.</returns>
    public bool Follow(int segment)
    {
        if (segment > 0) Turn(segment);
        Array.Fill(_reached, -1);
        int[] open = [.. Enumerable.Range(0, _starts.Length)];
        var from = LaneData<Lanes>.Of(_from);
        Collect(_trackers.Track(from, _target, _starts, TrackerOptions.Standard, _token), open);
        if (IsDone(out open)) return true;
        Collect(_trackers.Track(from, _target, [.. open.Select(p => _starts[p])], TrackerOptions.Careful, _token), open);
        if (IsDone(out open)) return true;
        var wideFrom = LaneData<WideLanes>.Of(_from);
        Collect(_wideTrackers.Track(wideFrom, _wideTarget.Value, [.. open.Select(p => _starts[p])], TrackerOptions.Careful, _token), open);
        if (IsDone(out open)) return true;
        Lost = [.. open.Select(p => Place(wideFrom, p))];

        // Paths that were followed almost to their ends, each to an end of its own, would end there along any segment.
        return open.All(p => _reached[p] < 0 && (_ends[p].Status == PathStatus.Arrived || _ends[p].Rest < NearEnd));
    }

    /// <summary>An end of the last segment for each solution: where the paths to other data can begin; null when some solution was found on an earlier one.</summary>
    public ImmutableArray<Complex[]>? Points()
    {
        var points = new Complex[Found][];
        for (var p = 0; p < _reached.Length; p++)
        {
            if (_reached[p] >= 0) points[_reached[p]] ??= _ends[p].Point;
        }

        return points.Contains(null) ? null : [.. points];
    }

    /// <summary>The result.</summary>
    public SolutionSet Finish(DataUnits units)
    {
        var missing = _starts.Length - Found;

        // A path that another segment led to a solution is one of those whose end could not be told.
        var places = Lost.OrderBy(p => p).Take(missing).ToList();
        while (places.Count < missing) places.Add(PathLoss.Singular);
        return new SolutionSet(
            _start.Map,
            _starts.Length,
            _collection.InOrder(units),
            [.. places.GroupBy(p => p).OrderBy(g => g.Key).Select(g => new LostPaths(g.Key, g.Count()))]);
    }

    /// <summary>Another segment to the same end: the start data are turned by phases that the scale takes up.</summary>
    private void Turn(int segment)
    {
        var random = new CounterRandom(7, segment);
        Complex form = GenericPair.DrawPhase(random), linear = GenericPair.DrawPhase(random);
        _from = _start.Data.Times(form, linear);
        _starts = [.. _start.Solutions.Select(s => ProjectivePoints.WithScale(s, linear / form))];
    }

    private void Collect(PathEnd[] ends, int[] paths)
    {
        var boxes = new SolutionBox?[ends.Length];
        WorkShares.Run(ends.Length, (first, count) =>
        {
            if (!_certifiers.TryTake(out var certifier)) certifier = new SolutionCertifier(_start.Map, _exact);
            _token.ThrowIfCancellationRequested();
            certifier.Certify(ends.AsSpan(first, count), boxes.AsSpan(first, count));
            _certifiers.Add(certifier);
        }, _onOneThread, _token);
        for (var i = 0; i < ends.Length; i++)
        {
            _ends[paths[i]] = ends[i];
            _reached[paths[i]] = boxes[i] is { } box ? _collection.Add(box) : -1;
        }
    }

    /// <summary>Whether all solutions are there; else the paths that reached none or share one.</summary>
    private bool IsDone(out int[] open)
    {
        open = [];
        if (Found == _enough) return true;
        var visits = new int[Found];
        foreach (var index in _reached)
        {
            if (index >= 0) visits[index]++;
        }

        open = [.. Enumerable.Range(0, _reached.Length).Where(p => _reached[p] < 0 || visits[_reached[p]] > 1)];
        return false;
    }

    private PathLoss Place(LaneData<WideLanes> from, int path)
    {
        var end = _ends[path];
        if (end.Status == PathStatus.Arrived && _classifier.ClassifyArrived(end.Point) is var place && place != PathLoss.Singular) return place;
        return _classifier.Classify(_wideTrackers, from, _wideTarget.Value, _starts[path], _token);
    }
}
