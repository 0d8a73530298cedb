using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;
using LcnGeometry.Solving.Tests.Homotopies;
using LcnGeometry.Solving.Tests.Systems;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Tracking;

public class PathTrackerTests
{
    private static readonly StartLibrary Library = new(null);

    public static TheoryData<string> Shapes => ["1:2", "1:2,1", "1:2,2", "1:2,1,1", "1:1,1 2:1", "1:1 2:1 4:1"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Ends_satisfy_the_equations(string shape) => PropertyRun.Trials(3, random =>
    {
        var (map, start) = Start(shape);
        var target = Target(random, map);
        EndsAreSolutions<Lanes>(start, target, 1e-12);
        EndsAreSolutions<WideLanes>(start, target, 1e-26);
    });

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_path_does_not_depend_on_its_neighbors_nor_on_the_order(string shape) => PropertyRun.Trials(2, random =>
    {
        var (map, start) = Start(shape);
        var target = Target(random, map);
        IsIndependent<Lanes>(random, start, target);
        if (map.Unknowns <= 4) IsIndependent<WideLanes>(random, start, target);
    });

    // 116 paths in shares of 32 on all cores.
    [Fact]
    public void Sharing_paths_among_threads_changes_nothing()
    {
        var (map, start) = Start("1:3,2,1");
        LaneData<Lanes> from = LaneData<Lanes>.Of(start.Data), to = LaneData<Lanes>.Of(Target(new TestRandom(12), map));
        var alone = new PathTracker<Lanes>(map).Track(from, to, start.Solutions, TrackerOptions.Standard, CancellationToken.None);
        var pool = new TrackerPool<Lanes>(map);
        for (var run = 0; run < 3; run++)
        {
            var shared = pool.Track(from, to, start.Solutions, TrackerOptions.Standard, CancellationToken.None);
            Assert.Equal(alone.Length, shared.Length);
            foreach (var (one, other) in alone.Zip(shared)) Same(one, other);
        }
    }

    // Identity and Bombieri send paths to infinity: their lanes must not disturb those that are refilled.
    [Fact]
    public void Paths_that_fail_do_not_disturb_those_that_follow_them() => PropertyRun.Trials(4, random =>
    {
        var (map, start) = Start("1:2,1,1");
        var form = Matrix<Rational>.Diagonal([1, new(1, 4), new(1, 6), new(1, 4), 1]);
        IsIndependent<Lanes>(random, start, ExactData.Of(RandomMaps.Entries(form), form.Multiply(random.NextVector(5).AsSpan())));
    });

    // On a real segment two real solutions can meet; there is no real way on. Such paths must stop, and no two may reach one solution.
    [Fact]
    public void Paths_through_singular_data_stop_and_do_not_jump()
    {
        var stalled = 0;
        PropertyRun.Trials(40, random =>
        {
            var (map, start) = Start("1:2,1");
            ExactData from = Target(random, map), to = Target(random, map);
            var tracker = new PathTracker<Lanes>(map);
            var real = tracker.Track(LaneData<Lanes>.Of(start.Data), LaneData<Lanes>.Of(from), start.Solutions, TrackerOptions.Standard, CancellationToken.None);
            Assert.All(real, e => Assert.Equal(PathStatus.Arrived, e.Status));
            var ends = tracker.Track(LaneData<Lanes>.Of(from), LaneData<Lanes>.Of(to), [.. real.Select(e => e.Point)], TrackerOptions.Careful, CancellationToken.None);
            var table = new SolutionTable(map);
            foreach (var end in ends)
            {
                if (end.Status == PathStatus.Stalled)
                {
                    stalled++;
                    Assert.InRange(end.Rest, 1e-30, 1);
                    continue;
                }

                Assert.True(Residual(map, to, end) < 1e-10);
                Assert.True(table.Add(end.Point), "Two paths reach one solution.");
            }
        });
        Assert.True(stalled > 0 || Effort.Level < 1, "No path met another: the data test nothing.");
    }

    [Fact]
    public void A_segment_of_no_length_keeps_the_points()
    {
        var (map, start) = Start("1:2,2");
        var data = LaneData<Lanes>.Of(start.Data);
        var ends = new PathTracker<Lanes>(map).Track(data, data, start.Solutions, TrackerOptions.Standard, CancellationToken.None);
        foreach (var (end, point) in ends.Zip(start.Solutions))
        {
            Assert.Equal(PathStatus.Arrived, end.Status);
            Assert.True(ProjectivePoints.Signature(map, end.Point).Zip(ProjectivePoints.Signature(map, point)).All(p => Complex.Abs(p.First - p.Second) < 1e-9 * (1 + Complex.Abs(p.First))));
        }
    }

    [Fact]
    public void There_and_back_again_is_where_it_began()
    {
        var (map, start) = Start("1:2,1,1");
        var tracker = new PathTracker<WideLanes>(map);
        LaneData<WideLanes> home = LaneData<WideLanes>.Of(start.Data), away = LaneData<WideLanes>.Of(start.Data with { Linear = GenericPair.DrawLinear(map.Size, new CounterRandom(8, 1)) });
        var out1 = tracker.Track(home, away, start.Solutions, TrackerOptions.Standard, CancellationToken.None);
        var back = tracker.Track(away, home, [.. out1.Select(e => e.Point)], TrackerOptions.Standard, CancellationToken.None);
        var table = new SolutionTable(map);
        foreach (var point in start.Solutions) Assert.True(table.Add(point));
        for (var i = 0; i < back.Length; i++) Assert.Equal(i, table.Find(back[i].Point));
    }

    [Fact]
    public void Starts_are_left_alone_and_none_is_fine()
    {
        var (map, start) = Start("1:2,1");
        var before = start.Solutions.Select(s => s.ToArray()).ToArray();
        var data = LaneData<Lanes>.Of(start.Data);
        var tracker = new PathTracker<Lanes>(map);
        Assert.Empty(tracker.Track(data, data, [], TrackerOptions.Standard, CancellationToken.None));
        tracker.Track(data, LaneData<Lanes>.Of(Target(new TestRandom(1), map)), start.Solutions, TrackerOptions.Standard, CancellationToken.None);
        Assert.Equal(before, start.Solutions);
    }

    [Fact]
    public void Tracking_can_be_stopped()
    {
        var (map, start) = Start("1:2,1");
        using var source = new CancellationTokenSource();
        source.Cancel();
        var data = LaneData<Lanes>.Of(start.Data);
        Assert.ThrowsAny<OperationCanceledException>(() => new PathTracker<Lanes>(map).Track(data, data, start.Solutions, TrackerOptions.Standard, source.Token));
    }

    private static void EndsAreSolutions<T>(StartSystem start, ExactData target, double tolerance)
        where T : struct, ILanes<T>
    {
        var ends = new PathTracker<T>(start.Map).Track(LaneData<T>.Of(start.Data), LaneData<T>.Of(target), start.Solutions, TrackerOptions.Standard, CancellationToken.None);
        Assert.Equal(start.Solutions.Length, ends.Length);
        foreach (var end in ends)
        {
            Assert.Equal(PathStatus.Arrived, end.Status);
            Assert.Equal(0, end.Rest);
            Assert.InRange(Residual(start.Map, target, end), 0, tolerance);
        }
    }

    private static void IsIndependent<T>(TestRandom random, StartSystem start, ExactData target)
        where T : struct, ILanes<T>
    {
        LaneData<T> from = LaneData<T>.Of(start.Data), to = LaneData<T>.Of(target);
        var tracker = new PathTracker<T>(start.Map);
        var together = tracker.Track(from, to, start.Solutions, TrackerOptions.Standard, CancellationToken.None);
        var order = Enumerable.Range(0, together.Length).OrderBy(_ => random.Next()).ToArray();
        var shuffled = tracker.Track(from, to, [.. order.Select(i => start.Solutions[i])], TrackerOptions.Standard, CancellationToken.None);
        for (var i = 0; i < order.Length; i++) Same(together[order[i]], shuffled[i]);
        foreach (var i in order.Take(3)) Same(together[i], new PathTracker<T>(start.Map).Track(from, to, [start.Solutions[i]], TrackerOptions.Standard, CancellationToken.None)[0]);
    }

    private static void Same(PathEnd left, PathEnd right)
    {
        Assert.Equal((left.Status, left.Rest, left.Steps, left.Evaluations), (right.Status, right.Rest, right.Steps, right.Evaluations));
        Assert.Equal(left.Point, right.Point);
        Assert.Equal(left.Low, right.Low);
    }

    /// <summary>The largest equation at an end, in exact arithmetic, relative to the sizes of what is summed there.</summary>
    private static double Residual(ProductMap map, ExactData data, PathEnd end)
    {
        var point = end.Point.Zip(end.Low, (high, low) => GaussianRational.FromComplex(high) + GaussianRational.FromComplex(low)).ToArray();
        var system = new ExpandedSystem(map, [.. data.Form.Select(q => (GaussianRational)q.Re)], [.. data.Linear.Select(b => (GaussianRational)b.Re)]);
        var size = data.Form.Concat(data.Linear).Max(x => Math.Abs(x.Re.ToDouble())) * map.Size;
        return system.At(point[..^2], point[^2], point[^1]).Max(e => e.Size.ToDouble()) / size;
    }

    private static ExactData Target(TestRandom random, ProductMap map)
    {
        var form = random.NextForm(map.Size);
        return DataScaling.Normalize(form, [.. form.Multiply(random.NextVector(map.Size).AsSpan())], out _);
    }

    private static (ProductMap Map, StartSystem Start) Start(string shape)
    {
        var map = RandomMaps.Parse(shape);
        return (map, Library.Get(map, GenericCounts.OfShape(shape), CancellationToken.None));
    }
}
