using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;
using LcnGeometry.Solving.Tests.Homotopies;
using LcnGeometry.Solving.Tests.Systems;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Certifying;

public class SolutionCertifierTests
{
    private static readonly StartLibrary Library = new(null);

    // Points that are no solutions: what is certified in spite of it must be a solution close by.
    [Fact]
    public void Points_that_are_no_solutions_are_refused_or_lead_to_a_proved_one() => PropertyRun.Trials(60, random =>
    {
        var map = random.NextMap(6);
        var form = random.NextForm(map.Size);
        var exact = DataScaling.Normalize(form, [.. form.Multiply(random.NextVector(map.Size).AsSpan())], out _);
        var point = Enumerable.Range(0, map.CoefficientCount + 2).Select(_ => new Complex(random.NextSmall(), random.Chance(0.5) ? 0 : random.NextSmall())).ToArray();
        if (new SolutionCertifier(map, exact).Certify(End(point)) is { } box) SolverChecks.HoldsUp(exact, box);
    });

    // Approximations of any quality: the box holds the solution that they approximate.
    [Fact]
    public void Boxes_hold_the_solution_that_was_approximated() => PropertyRun.Trials(3, random =>
    {
        var (map, exact, ends) = Solve(random, random.Pick(["1:2", "1:2,1", "1:3,1", "1:1 2:1"]));
        var certifier = new SolutionCertifier(map, exact);
        var boxes = new SolutionBox?[ends.Length];
        certifier.Certify(ends, boxes);
        foreach (var (end, box) in ends.Zip(boxes).Take(4))
        {
            Assert.NotNull(box);
            SolverChecks.HoldsUp(exact, box);
            var error = random.Pick([1e-3, 1e-6, 1e-9, 1e-12]);
            var rough = end.Point.Select(x => x * (1 + (error * new Complex(random.Unit(), random.Unit())))).ToArray();
            if (certifier.Certify(End(rough)) is not { } again) continue;
            SolverChecks.HoldsUp(exact, again);
            if (error < 1e-5) Assert.False(SolverChecks.Differ(box, again, conjugate: false), $"From {error} away another solution was certified.");
        }
    });

    // The fast test of four at once, against the test of one.
    [Fact]
    public void Certifying_several_at_once_does_not_depend_on_neighbors() => PropertyRun.Trials(10, random =>
    {
        var (map, exact, ends) = Solve(random, random.Pick(["1:2,1", "1:2,2", "1:1,1 2:1"]));
        var boxes = new SolutionBox?[ends.Length];
        var certifier = new SolutionCertifier(map, exact);
        certifier.Certify(ends, boxes);
        var broken = ends.Select((e, i) => i % 3 == 1 ? e with { Point = [.. e.Point.Select(_ => new Complex(double.NaN, 1))] } : i % 3 == 2 ? e with { Point = [.. e.Point.Select(_ => Complex.Zero)] } : e).ToArray();
        var others = new SolutionBox?[ends.Length];
        certifier.Certify(broken, others);
        for (var i = 0; i < ends.Length; i++)
        {
            if (i % 3 != 0)
            {
                Assert.Null(others[i]);
                continue;
            }

            Assert.Equal(boxes[i]!.Coordinates.AsEnumerable(), others[i]!.Coordinates.AsEnumerable());
            Assert.Equal(boxes[i]!.Product.AsEnumerable(), others[i]!.Product.AsEnumerable());
            var single = certifier.Certify(ends[i]);
            Assert.Equal(boxes[i]!.IsReal, single!.IsReal);
            Assert.False(SolverChecks.Differ(boxes[i]!, single, conjugate: false));
        }
    });

    // Real solutions whose approximations have imaginary parts beyond rounding: Hilbert matrices and targets of wide scale.
    [Fact]
    public void Real_solutions_are_proved_real_also_where_digits_are_lost() => PropertyRun.Trials(2, random =>
    {
        var map = RandomMaps.OfPattern(2, 1, 1);
        var form = random.NextForm(5);
        ImmutableArray<Rational> target = [new(243, 35000), new(-57, 4375000), new(53, 10000000), new(-61, 7), new(-429000000, 7)];
        ImmutableArray<Rational> linear = [.. form.Multiply(target.AsSpan())];
        var answer = new CriticalSystemSolver().Solve(map, form, linear, 10);
        Assert.True(answer.IsComplete);
        SolverChecks.IsSound(answer, form, linear, exact: 2);
    });

    private static (ProductMap Map, ExactData Data, PathEnd[] Ends) Solve(TestRandom random, string shape)
    {
        var map = RandomMaps.Parse(shape);
        var start = Library.Get(map, GenericCounts.OfShape(shape), CancellationToken.None);
        var form = random.NextForm(map.Size);
        var exact = DataScaling.Normalize(form, [.. form.Multiply(random.NextVector(map.Size).AsSpan())], out _);
        var ends = new PathTracker<Lanes>(map).Track(LaneData<Lanes>.Of(start.Data), LaneData<Lanes>.Of(exact), start.Solutions, TrackerOptions.Standard, CancellationToken.None);
        Assert.All(ends, e => Assert.Equal(PathStatus.Arrived, e.Status));
        return (map, exact, ends);
    }

    private static PathEnd End(Complex[] point) => new(PathStatus.Arrived, point, new Complex[point.Length], 0, 0, 0);
}
