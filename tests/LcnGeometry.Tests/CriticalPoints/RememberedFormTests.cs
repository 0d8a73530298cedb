using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>Paths that start from the special metric itself lead to the same lists as paths from generic data.</summary>
public class RememberedFormTests
{
    private static readonly CriticalPointOptions Plain = new() { Solver = new CriticalSystemSolver() };
    private static readonly CriticalPointOptions Remembering = new() { Solver = new CriticalSystemSolver { RemembersForms = true, OnOneThread = true } };

    [Theory]
    [InlineData("2,2", null, "bombieri")]
    [InlineData("3,2", null, "bombieri")]
    [InlineData("2,2,2", null, "bombieri")]
    [InlineData("3,2", null, "[[1,0,0,0],[0,4/3,0,0],[0,0,16/3,0],[0,0,0,64]]")]
    [InlineData("3,2", null, "identity")]
    [InlineData("2,2", "2,1", "identity")]
    public void Both_ways_give_the_same_points(string filters, string? strides, string metric) => PropertyRun.Trials(1, random =>
    {
        var net = Architecture.Parse(filters, strides);
        var loss = random.NextLoss(net.EndToEndSize, Metric.Parse(metric, net.EndToEndSize));
        var (plain, remembered) = (LcnGeometry.CriticalPoints.Find(net, loss, Plain), LcnGeometry.CriticalPoints.Find(net, loss, Remembering));
        Assert.Equal(plain.Completeness.ToString(), remembered.Completeness.ToString());
        Assert.Equal(plain.Completeness.Verdict.Kind, remembered.Completeness.Verdict.Kind);
        Assert.Equal(plain.AllRealPoints.Kind, remembered.AllRealPoints.Kind);
        Assert.Equal(plain.Count, remembered.Count);
        foreach (var (left, right) in plain.Zip(remembered))
        {
            Assert.Equal((left.Kind, left.RealPattern, left.Factorizations.Length), (right.Kind, right.RealPattern, right.Factorizations.Length));
            Assert.All(left.Function.Zip(right.Function), pair => Assert.False(pair.First.IsDisjoint(pair.Second)));
        }
    });

    /// <summary>A special target besides the special metric: what is missing is sought along the other paths.</summary>
    [Theory]
    [InlineData("1,2,1")]
    [InlineData("1,0,1")]
    [InlineData("0,0,0")]
    [InlineData("0,1,0")]
    public void Special_targets_are_no_worse(string target)
    {
        var net = Architecture.Parse("2,2");
        var loss = QuadraticLoss.FromTarget([.. target.Split(',').Select(Rational.Parse)], Metric.Bombieri(3));
        var (plain, remembered) = (LcnGeometry.CriticalPoints.Find(net, loss, Plain), LcnGeometry.CriticalPoints.Find(net, loss, Remembering));
        Assert.Equal(plain.Completeness.Verdict.Kind, remembered.Completeness.Verdict.Kind);
        Assert.Equal(plain.Select(p => p.Kind), remembered.Select(p => p.Kind));
    }

    [Fact]
    public void A_wrong_number_of_solutions_is_no_list()
    {
        var map = new ProductMap([new ProductBlock(1, [new ProductFactor(1, 2)])]);
        var solver = new CriticalSystemSolver();
        Assert.Equal(2, solver.SolveSpecial(map, Metric.Bombieri(3).Matrix, [1, 0, 2], 4, 2)!.Boxes.Length);
        Assert.Null(new CriticalSystemSolver().SolveSpecial(map, Metric.Bombieri(3).Matrix, [1, 0, 2], 4, 3));
        Assert.Null(solver.SolveSpecial(map, Metric.Bombieri(3).Matrix, [0, 0, 0], 4, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => solver.SolveSpecial(map, Metric.Bombieri(3).Matrix, [1, 0, 2], 4, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => solver.SolveSpecial(map, Metric.Bombieri(3).Matrix, [1, 0, 2], 4, 5));
        Assert.Throws<ArgumentException>(() => solver.SolveSpecial(map, Metric.Bombieri(3).Matrix, [1, 0], 4, 2));
    }
}
