using System.Collections.Concurrent;
using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Trackers of one map for several threads.</summary>
/// <typeparam name="T">The arithmetic, with one path in each lane.</typeparam>
/// <remarks>Paths do not depend on each other, so neither the number of threads nor the way the paths are shared out changes an end.</remarks>
internal sealed class TrackerPool<T>(ProductMap map, bool onOneThread = false)
    where T : struct, ILanes<T>
{
    private readonly ConcurrentBag<PathTracker<T>> _idle = [];

    /// <summary>Follows paths; see <see cref="PathTracker{T}.Track"/>.</summary>
    public PathEnd[] Track(LaneData<T> from, LaneData<T> to, IReadOnlyList<Complex[]> starts, TrackerOptions options, CancellationToken token)
    {
        var ends = new PathEnd[starts.Count];
        WorkShares.Run(starts.Count, (first, count) =>
        {
            if (!_idle.TryTake(out var tracker)) tracker = new PathTracker<T>(map);
            tracker.Track(from, to, [.. Enumerable.Range(first, count).Select(i => starts[i])], options, token).CopyTo(ends, first);
            _idle.Add(tracker);
        }, onOneThread, token);
        return ends;
    }
}
