using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Gradient descent beside the flow, in a sentence, on a terminal and on a page.</summary>
public sealed class DescentWordsTests
{
    private static readonly FlowDocument Plain = SampleStudies.Named("cubic-slice").Flow!;

    [Fact]
    public void Without_descent_nothing_is_said()
    {
        Assert.Null(DescentWords.Sentence(Plain));
        Assert.Null(DescentWords.Method(Plain.Inputs));
        Assert.Null(DescentWords.Method(null));
    }

    [Fact]
    public void A_sentence_counts_what_converged_and_where()
    {
        var flow = With(run => run.Limit);
        var settled = flow.Runs.Count(run => run.Status == FlowStatus.Converged);
        Assert.Equal($"Gradient descent with step 0.01 beside it: {settled} of {flow.Runs.Length} runs converged, to the limit of the flow; its invariants drift by up to 0.012 of their squared norms, those of the flow by {Largest(flow)}.",
            DescentWords.Sentence(flow));
        var elsewhere = With(run => run.Limit with { Function = [.. run.Limit.Function.Select(entry => entry * 1.01)] });
        Assert.Contains("runs converged, 0 to the limit of the flow;", DescentWords.Sentence(elsewhere), StringComparison.Ordinal);
        var nearby = With(run => run.Limit with { Function = [.. run.Limit.Function.Select(entry => entry * 1.001)] });
        Assert.Contains("runs converged, to the limit of the flow;", DescentWords.Sentence(nearby), StringComparison.Ordinal);
        var diverged = With(run => run.Limit with { Loss = double.PositiveInfinity }, FlowStatus.Diverging);
        Assert.Contains(": 0 of ", DescentWords.Sentence(diverged), StringComparison.Ordinal);
        Assert.DoesNotContain("limit of the flow", DescentWords.Sentence(diverged), StringComparison.Ordinal);
        Assert.All(diverged.Runs, run => Assert.Equal("–", DescentWords.SameLimit(run)));
    }

    [Fact]
    public void Limits_of_different_patterns_are_not_the_same_and_zero_is_zero()
    {
        var run = With(run => run.Limit).Runs.First(run => run.Status == FlowStatus.Converged);
        Assert.Equal("same", DescentWords.SameLimit(run));
        Assert.Equal("another", DescentWords.SameLimit(run with { Descent = run.Descent! with { Limit = run.Limit with { RealPattern = "3|" } } }));
        var zero = run.Limit with { RealPattern = "zero", Function = [.. run.Limit.Function.Select(_ => 1e-20)] };
        Assert.Equal("same", DescentWords.SameLimit(run with { Limit = zero, Descent = run.Descent! with { Limit = zero with { Function = [.. zero.Function.Select(_ => -3e-19)] } } }));
    }

    [Fact]
    public void Methods_are_named_when_they_are_not_the_default()
    {
        Assert.Equal("explicit Runge-Kutta 8(5,3)", DescentWords.Method(new DocumentInputs { Method = "explicit" }));
        Assert.Equal("explicit Runge-Kutta 8(5,3), projected onto the invariants", DescentWords.Method(new DocumentInputs { Method = "explicit", Project = true }));
        Assert.Equal("implicit extrapolation, projected onto the invariants", DescentWords.Method(new DocumentInputs { Project = true }));
    }

    [Fact]
    public void Output_at_80_columns_is_as_approved()
    {
        var flow = With(run => run.Limit);
        flow = flow with { Inputs = flow.Inputs with { Method = "explicit", Project = true } };
        Approved.Check(Cultures.Same(() => WrittenText.Of(flow, 80)), "Terminal/flow-descent.txt");
        foreach (var width in (int[])[60, 72, 80, 120])
            Assert.All(WrittenText.Of(flow, width).Split('\n'), line => Assert.True(line.Length <= width, $"{line.Length} > {width}: {line}"));
        Assert.All(WrittenText.Of(flow, 80, unicode: false), c => Assert.True(c < 128, $"'{c}' on a console without Unicode"));
    }

    [Fact]
    public void The_page_has_the_sentence_and_a_row_for_each_run()
    {
        var flow = With(run => run.Limit);
        var study = SampleStudies.Named("cubic-slice");
        string page = HtmlReport.Render(study with { Flow = flow }), without = HtmlReport.Render(study);
        Assert.Contains("Gradient descent with step 0.01 beside it", page, StringComparison.Ordinal);
        Assert.Contains("Gradient descent, run by run", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Gradient descent", without, StringComparison.Ordinal);
    }

    private static string Largest(FlowDocument flow) => NumberText.Significant(flow.Runs.Max(run => DescentWords.Drift(run.Invariants)), 2);

    /// <summary>The sample with a descent beside each run that ends where it is said to.</summary>
    private static FlowDocument With(Func<FlowRunRow, FlowLimitRow> limit, FlowStatus? status = null) => Plain with
    {
        Runs = [.. Plain.Runs.Select((run, i) => run with
        {
            Descent = new DescentRow
            {
                Step = 0.01,
                Status = status ?? run.Status,
                Steps = 500 + (1000 * i),
                GradientNorm = 1e-10,
                Limit = limit(run),
                Invariants = [new InvariantRow([1, 2], -5, 0.0123 / (1 + i))],
            },
        })],
    };
}
