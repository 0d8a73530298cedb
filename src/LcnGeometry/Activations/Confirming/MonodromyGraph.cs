using System.Numerics;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Random data sets, each with the solutions known so far, and segments between them along which solutions are carried.</summary>
/// <remarks>Two segments between the same data sets differ by a phase of the end, which changes its solutions in a known way. A solution is carried along a segment once.</remarks>
internal sealed class MonodromyGraph
{
    private const int FirstNodes = 3, SegmentsBetween = 2, MostNodes = 8;
    private const double SamePoint = 1e-6;
    private readonly ActivationSystem _system;
    private readonly int _expected;
    private readonly CounterRandom _random;
    private readonly CancellationToken _token;
    private readonly PathFollower _follower;
    private readonly List<Node> _nodes = [];
    private readonly List<Segment> _segments = [];

    /// <summary>A graph around one data set and one solution.</summary>
    public MonodromyGraph(ActivationSystem system, Complex[] data, Complex[] solution, int expected, CounterRandom random, CancellationToken token)
    {
        (_system, _expected, _random, _token) = (system, expected, random, token);
        _follower = new PathFollower(system, 0.02);
        _nodes.Add(new Node(data, [solution]));
        while (_nodes.Count < FirstNodes) AddNode();
    }

    /// <summary>Carries solutions along until a data set has as many as expected, or nothing new turns up.</summary>
    /// <returns>A data set with most solutions, and these.</returns>
    public (Complex[] Data, List<Complex[]> Solutions) Fill()
    {
        while (Best.Solutions.Count < _expected)
        {
            var next = _segments.SelectMany(segment => new[] { (Segment: segment, Forward: true), (Segment: segment, Forward: false) }).MaxBy(one => Promise(one.Segment, one.Forward));
            if (Promise(next.Segment, next.Forward) > 0) Carry(next.Segment, next.Forward);
            else if (_nodes.Count < MostNodes) AddNode();
            else break;
        }

        return (Best.Data, Best.Solutions);
    }

    private Node Best => _nodes.MaxBy(node => node.Solutions.Count)!;

    private void AddNode()
    {
        var node = new Node(_system.RandomData(_random), []);
        foreach (var other in _nodes)
        {
            for (var i = 0; i < SegmentsBetween; i++) _segments.Add(new Segment(other, node, Complex.FromPolarCoordinates(1, 2 * Math.PI * _random.NextDouble())));
        }

        _nodes.Add(node);
    }

    /// <summary>How many new solutions a segment may bring: no more than are waiting, no more than are missing.</summary>
    private int Promise(Segment segment, bool forward)
    {
        var (from, to) = forward ? (segment.From, segment.To) : (segment.To, segment.From);
        return Math.Min(from.Solutions.Count - segment.Carried(forward).Count, _expected - to.Solutions.Count);
    }

    private void Carry(Segment segment, bool forward)
    {
        var (from, to) = forward ? (segment.From, segment.To) : (segment.To, segment.From);
        var (carried, arrived) = (segment.Carried(forward), segment.Carried(!forward));
        var (turned, turn) = _system.Turn(segment.To.Data, segment.Phase);
        var back = _system.Turn(turned, Complex.Conjugate(segment.Phase)).Solution;
        for (var s = 0; s < from.Solutions.Count; s++)
        {
            if (!carried.Add(s)) continue;
            _token.ThrowIfCancellationRequested();
            var end = forward
                ? _follower.Follow(from.Data, turned, from.Solutions[s])
                : _follower.Follow(turned, to.Data, turn(from.Solutions[s]));
            if (end is null) continue;
            var point = forward ? back(end) : end;
            var place = to.Solutions.FindIndex(other => Distance(other, point) < SamePoint);
            if (place < 0)
            {
                place = to.Solutions.Count;
                to.Solutions.Add(point);
            }

            arrived.Add(place);
        }
    }

    private static double Distance(Complex[] left, Complex[] right)
    {
        double distance = 0, norm = 1;
        for (var i = 0; i < left.Length; i++)
        {
            distance = Math.Max(distance, Complex.Abs(left[i] - right[i]));
            norm = Math.Max(norm, Complex.Abs(left[i]));
        }

        return distance / norm;
    }

    private sealed record Node(Complex[] Data, List<Complex[]> Solutions);

    private sealed record Segment(Node From, Node To, Complex Phase)
    {
        private readonly HashSet<int> _forward = [], _backward = [];

        /// <summary>The solutions, by index, whose partner along this segment is known or was lost.</summary>
        public HashSet<int> Carried(bool forward) => forward ? _forward : _backward;
    }
}
