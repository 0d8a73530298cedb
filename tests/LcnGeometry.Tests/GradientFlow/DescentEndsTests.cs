using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;
using Xunit;

namespace LcnGeometry.Tests.GradientFlow;

public class DescentEndsTests
{
    [Fact]
    public void One_weight_shrinks_its_error_by_the_same_factor_in_every_step() => PropertyRun.Trials(50, random =>
    {
        // L = (w - u)^2 and |w - u| <= 3, so the step is 1/50 and the gradient 2 (w - u) shrinks by 24/25.
        double target = random.Between(-5, 5), error = random.Between(1, 300) / 100.0 * (random.Chance(0.5) ? 1 : -1);
        var run = Run("1", [target], [[target + error]], new DescentOptions { GradientTolerance = 1e-2 });
        Assert.Equal(FlowStatus.Converged, run.Status);
        Assert.Equal((int)Math.Ceiling(Math.Log(2 * Math.Abs(error) / 1e-2) / Math.Log(25.0 / 24)), run.Steps);
        Assert.Equal(2 * Math.Abs(error) * Math.Pow(24.0 / 25, run.Steps), run.GradientNorm, 1e-12);
        Assert.Equal(target + (error * Math.Pow(24.0 / 25, run.Steps)), run.End[0][0], 1e-13);
    });

    [Theory]
    [InlineData("3,2", "6,11,6,1", "2,3,1;3,1")]
    [InlineData("2,2,2", "0,0,0,1", "0,1;0,1;0,1")]
    [InlineData("2,2", "1,0,1", "0,0;0,0")]
    [InlineData("1,3", "4,-2,8", "2;2,-1,4")]
    [InlineData("2,2", "1,0,-1", "1e-30,0;0,1e-40")]
    public void A_start_whose_gradient_is_negligible_takes_no_step(string filters, string target, string start)
    {
        var filtersOfStart = Filters(start);
        var run = Run(filters, Numbers(target), filtersOfStart);
        Assert.Equal((FlowStatus.Converged, 0), (run.Status, run.Steps));
        Assert.Equal(filtersOfStart.SelectMany(filter => filter), run.End.SelectMany(filter => filter));
    }

    [Fact]
    public void The_gradient_is_tested_before_the_first_step_and_after_the_last()
    {
        // The gradient 2 * 1/2 * (24/25)^n is below 0.93 after two steps and not after one.
        var options = new DescentOptions { GradientTolerance = 0.93 };
        Assert.Equal((FlowStatus.Budget, 1), Ending(Run("1", [0], [[0.5]], options with { MaxSteps = 1 })));
        Assert.Equal((FlowStatus.Converged, 2), Ending(Run("1", [0], [[0.5]], options with { MaxSteps = 2 })));
        Assert.Equal((FlowStatus.Converged, 2), Ending(Run("1", [0], [[0.5]], options with { MaxSteps = 3 })));
    }

    [Theory]
    [InlineData("2,2", "1e200,1;1,1e200")]
    [InlineData("2,2,2", "1e120,1e120;1e120,-1e120;1,1e120")]
    [InlineData("1,1", "1e170;1e170")]
    public void Weights_beyond_the_range_of_doubles_are_diverging(string filters, string start)
    {
        var net = Architecture.Parse(filters);
        var run = Run(filters, [.. Enumerable.Repeat(1.0, net.EndToEndSize)], Filters(start));
        Assert.Equal(FlowStatus.Diverging, run.Status);
        Assert.InRange(run.Steps, 0, 2);
    }

    [Fact]
    public void A_run_that_diverges_leaves_its_neighbors_alone()
    {
        var net = Architecture.Parse("2,2");
        var loss = QuadraticLoss.FromTarget([1, 0, 1], Metric.Identity(3));
        double[] calm = [1, 0.5, -0.25, 1], wild = [1e200, 1, 1, 1e200];
        var alone = new DescentBatch { Targets = [1, 0, 1], TargetOf = [0], Weights = [.. calm] };
        var mixed = new DescentBatch { Targets = [1, 0, 1], TargetOf = [0, 0, 0, 0], Weights = [.. wild, .. calm, .. wild, .. calm] };
        var descent = new BatchDescent(net, loss.Q, new DescentOptions());
        descent.Run(alone, CancellationToken.None);
        descent.Run(mixed, CancellationToken.None);
        Assert.Equal([FlowStatus.Diverging, FlowStatus.Converged, FlowStatus.Diverging, FlowStatus.Converged], mixed.Statuses);
        Assert.Equal(alone.Weights, mixed.Weights[4..8]);
        Assert.Equal(alone.Weights, mixed.Weights[12..16]);
        Assert.Equal(alone.Steps[0], mixed.Steps[3]);
    }

    [Fact]
    public void Batches_neighbors_and_threads_make_no_difference()
    {
        var net = Architecture.Parse("3,2");
        const int Runs = 60;
        var descent = new BatchDescent(net, Metric.Identity(4).Matrix, new DescentOptions { MaxSteps = 5000 });
        double[] targets = [.. Enumerable.Range(0, Runs).SelectMany(item => FlowCases.NormalTarget(4, item)).Select(entry => entry.ToDouble())];
        DescentBatch Of(IEnumerable<int> runs) => new()
        {
            Targets = targets,
            TargetOf = [.. runs],
            Weights = [.. runs.SelectMany(run => FlowCases.Flat(FilterFlow.RandomStart(net, 2, run)))],
        };
        var whole = Of(Enumerable.Range(0, Runs));
        descent.Run(whole, CancellationToken.None);
        Assert.Contains(FlowStatus.Converged, whole.Statuses);
        Assert.Contains(FlowStatus.Budget, whole.Statuses);
        var parts = Enumerable.Range(0, 7).Select(part => Of(Enumerable.Range(0, Runs).Where(run => run % 7 == part).Reverse())).ToArray();
        Parallel.ForEach(parts, part => descent.Run(part, CancellationToken.None));
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                var run = part.TargetOf[i];
                Assert.Equal((whole.Steps[run], whole.Statuses[run], whole.GradientNorms[run]), (part.Steps[i], part.Statuses[i], part.GradientNorms[i]));
                Assert.Equal(whole.Weights[(run * 5)..((run + 1) * 5)], part.Weights[(i * 5)..((i + 1) * 5)]);
            }
        }
    }

    [Fact]
    public void The_loss_is_divided_by_the_largest_eigenvalue_of_its_form() => PropertyRun.Trials(20, random =>
    {
        var net = FlowCases.Net(random);
        var loss = FlowCases.Loss(random, net.EndToEndSize);
        var start = FilterFlow.RandomStart(net, 4, random.Between(0, 1000));
        var scale = Rational.Pow((Rational)2, random.Between(-3000, 3000));
        var run = GradientDescent.Run(net, loss, start, new DescentOptions { MaxSteps = 100 });
        var scaled = GradientDescent.Run(net, QuadraticLoss.FromTarget(loss.Target, Metric.FromMatrix(scale * loss.Q)), start, new DescentOptions { MaxSteps = 100 });
        Assert.Equal((run.Steps, run.GradientNorm), (scaled.Steps, scaled.GradientNorm));
        Assert.Equal(run.End.SelectMany(filter => filter), scaled.End.SelectMany(filter => filter));
    });

    [Fact]
    public void Identity_and_Bombieri_forms_are_taken_as_they_are()
    {
        Assert.Equal(FlowCases.Doubles(Metric.Identity(4).Matrix), UnitForm.Of(Metric.Identity(4).Matrix, 4));
        Assert.Equal(FlowCases.Doubles(Metric.Bombieri(6).Matrix), UnitForm.Of(Metric.Bombieri(6).Matrix, 6));
    }

    [Fact]
    public void A_unit_form_has_largest_eigenvalue_one() => PropertyRun.Trials(30, random =>
    {
        var size = random.Between(1, 7);
        var q = FlowCases.Loss(random, size).Q;
        var form = UnitForm.Of(q, size);
        var expected = PlainDescent.UnitForm(q);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) Assert.Equal(expected[i, j], form[i, j], 1e-9);
        }
    });

    [Fact]
    public void A_cancelled_run_stops()
    {
        var net = Architecture.Parse("2,2");
        var loss = QuadraticLoss.FromTarget([1, 0, 1], Metric.Identity(3));
        using var early = new CancellationTokenSource();
        early.Cancel();
        Assert.Throws<OperationCanceledException>(() => GradientDescent.Run(net, loss, FilterFlow.RandomStart(net, 1, 0), token: early.Token));

        // Rounding errors stay above this tolerance, so the run would go on for days.
        using var late = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var endless = new DescentOptions { MaxSteps = int.MaxValue, GradientTolerance = 1e-200 };
        var start = FilterFlow.RandomStart(net, 1, 0);
        Assert.Throws<OperationCanceledException>(() => GradientDescent.Run(net, loss, start, endless, late.Token));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var net = Architecture.Parse("2,2");
        var loss = QuadraticLoss.FromTarget([1, 0, 1], Metric.Identity(3));
        Assert.Contains("4", Assert.Throws<ArgumentException>(() => GradientDescent.Run(net, QuadraticLoss.FromTarget([1, 0, 1, 2], Metric.Identity(4)), Filters("1,2;3,4"))).Message);
        Assert.Throws<ArgumentException>(() => GradientDescent.Run(net, loss, Filters("1,2;3")));
        Assert.Throws<ArgumentException>(() => GradientDescent.Run(net, loss, Filters("1,2;3,NaN")));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientDescent.Run(net, loss, Filters("1,2;3,4"), new DescentOptions { MaxSteps = 0 }));
        var huge = QuadraticLoss.FromTarget([Rational.Pow((Rational)10, 400), 0, 1], Metric.Identity(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientDescent.Run(net, huge, Filters("1,2;3,4")));
        var descent = new BatchDescent(net, loss.Q, new DescentOptions());
        Assert.Throws<ArgumentException>(() => descent.Run(new DescentBatch { Targets = [1, 0, 1], TargetOf = [1], Weights = [1, 2, 3, 4] }, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => descent.Run(new DescentBatch { Targets = [1, 0, 1], TargetOf = [0], Weights = [1, 2, 3] }, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => descent.Run(new DescentBatch { Targets = [1, 0], TargetOf = [0], Weights = [1, 2, 3, 4] }, CancellationToken.None));
    }

    [Fact]
    public void An_empty_batch_ends_at_once()
    {
        var batch = new DescentBatch { Targets = [], TargetOf = [], Weights = [] };
        new BatchDescent(Architecture.Parse("2,2"), Metric.Identity(3).Matrix, new DescentOptions()).Run(batch, CancellationToken.None);
        Assert.Empty(batch.Steps);
    }

    [Fact]
    public void A_run_says_where_it_ended() => PropertyRun.Trials(20, random =>
    {
        var net = FlowCases.Net(random);
        var loss = FlowCases.Loss(random, net.EndToEndSize);
        var start = FilterFlow.RandomStart(net, 4, random.Between(0, 1000));
        var run = GradientDescent.Run(net, loss, start, new DescentOptions { MaxSteps = 200 });
        var end = ParameterizationMap.EndToEnd(new FilterStack<Rational>(net, [.. run.End.Select(filter => filter.Select(Rational.RationalizeExactly).ToImmutableArray())]));
        Assert.Equal(start, run.Start);
        for (var i = 0; i < end.Length; i++) Assert.Equal(end[i].ToDouble(), run.Function[i], 1e-12 * (1 + Math.Abs(run.Function[i])));
        var exact = loss.Evaluate(end).ToDouble();
        Assert.Equal(exact, run.Loss, 1e-10 * (1 + exact));
    });

    private static (FlowStatus Status, int Steps) Ending(DescentRun run) => (run.Status, run.Steps);

    private static DescentRun Run(string filters, double[] target, ImmutableArray<ImmutableArray<double>> start, DescentOptions? options = null) => GradientDescent.Run(
        Architecture.Parse(filters), QuadraticLoss.FromTarget([.. target.Select(Rational.RationalizeExactly)], Metric.Identity(target.Length)), start, options);

    private static double[] Numbers(string text) => [.. text.Split(',').Select(entry => double.Parse(entry, System.Globalization.CultureInfo.InvariantCulture))];

    private static ImmutableArray<ImmutableArray<double>> Filters(string text) => [.. text.Split(';').Select(filter => Numbers(filter).ToImmutableArray())];
}
