using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>The search for the solutions of one data set: follows the paths of a start system along several segments and collects proved ends.</summary>
internal sealed class SolutionSearch
{
    private readonly StartSystem _start;
    private readonly QuadraticData _target;
    private readonly PathTracker _tracker;
    private readonly SolutionCertifier _certifier;
    private readonly CertifiedCollection _collection = new();
    private readonly CancellationToken _token;
    private QuadraticData _from;
    private ImmutableArray<Complex[]> _starts;
    private List<(int Path, PathEnd End)> _open = [];

    /// <summary>A search that has found nothing yet.</summary>
    public SolutionSearch(StartSystem start, ExactData target, CancellationToken token)
    {
        _start = start;
        _target = target.ToDouble();
        _tracker = new PathTracker(start.Map);
        _certifier = new SolutionCertifier(start.Map, target);
        _token = token;
        _from = start.Data;
        _starts = start.Solutions;
    }

    /// <summary>The number of proved solutions so far.</summary>
    public int Found => _collection.Count;

    /// <summary>Follows all paths along a segment; the paths that end at no new solution once more, carefully.</summary>
    public void Follow(int segment)
    {
        if (segment > 0) Turn(segment);
        _open = [];
        Collect([.. Enumerable.Range(0, _starts.Length)], TrackerOptions.Standard);
        if (_open.Count > 0) Collect([.. _open.Select(o => o.Path)], TrackerOptions.Careful);
    }

    /// <summary>The result; the paths of the last segment that reached no solution are classified.</summary>
    public SolutionSet Finish(int expected, Rational unit)
    {
        var lost = ImmutableArray<LostPaths>.Empty;
        var missing = expected - Found;
        if (missing > 0)
        {
            var classifier = new EndClassifier(_start.Map, _tracker);
            var places = _open.Select(o => Place(classifier, o.Path, o.End)).ToList();

            // Paths that ended at a solution that another one had reached are not accounted for.
            while (places.Count < missing) places.Add(PathLoss.Singular);
            lost = [.. places.GroupBy(p => p).OrderBy(g => g.Key).Select(g => new LostPaths(g.Key, g.Count()))];
        }

        return new SolutionSet(_start.Map, expected, _collection.InOrder(unit), lost);
    }

    private PathLoss Place(EndClassifier classifier, int path, PathEnd end)
    {
        if (end.Status == PathStatus.Arrived && classifier.ClassifyArrived(end.Point) is var place && place != PathLoss.Singular) return place;
        return classifier.Classify(_from, _target, _starts[path], _token);
    }

    /// <summary>Another segment to the same end: the start data are turned by phases that the scale takes up.</summary>
    private void Turn(int segment)
    {
        var random = new CounterRandom(7, segment);
        Complex form = GenericPair.DrawPhase(random), linear = GenericPair.DrawPhase(random);
        _from = _start.Data.Times(form, linear);
        _starts = [.. _start.Solutions.Select(s => ProjectivePoints.WithScale(s, linear / form))];
    }

    private void Collect(int[] paths, TrackerOptions options)
    {
        var ends = _tracker.Track(_from, _target, [.. paths.Select(p => _starts[p])], options, _token);
        var reached = new HashSet<int>();
        _open = [];
        for (var i = 0; i < ends.Length; i++)
        {
            _token.ThrowIfCancellationRequested();
            if (ends[i].Status == PathStatus.Arrived && _certifier.Certify(ends[i].Point) is { } box && reached.Add(_collection.Add(box))) continue;
            _open.Add((paths[i], ends[i]));
        }
    }
}
