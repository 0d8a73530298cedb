using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.Studies;

/// <summary>A computation that is stopped keeps what was finished and says what is missing; with nothing finished it is cancelled.</summary>
public class StoppingTests
{
    private static readonly StudyOptions Options = new();
    private static readonly Architecture Net = Architecture.Parse("3,2");
    private static readonly LossSource Source = new(QuadraticLoss.FromTarget([1, -2, 0, 3], Metric.Identity(4)), new DocumentInputs { Metric = "identity" });

    [Fact]
    public void Finished_runs_are_kept_and_are_those_of_the_whole_computation()
    {
        using var stop = new CancellationTokenSource();
        var part = StudyBuilder.Flow(Net, Source, new FlowRequest(null, 5), Options, new StopAfter(0.5, stop), stop.Token);
        var whole = StudyBuilder.Flow(Net, Source, new FlowRequest(null, 5), Options);
        Assert.Equal(2, part.Runs.Length);
        Assert.Equal(DocumentJson.Write(whole with { Runs = whole.Runs[..2], Notes = part.Notes }), DocumentJson.Write(part));
        Assert.Contains("The computation was stopped: 2 of 5 runs were finished.", part.Notes);
        Assert.DoesNotContain(whole.Notes, note => note.Contains("stopped", StringComparison.Ordinal));
    }

    [Fact]
    public void Finished_answers_of_a_batch_are_kept()
    {
        using var stop = new CancellationTokenSource();
        ImmutableArray<ImmutableArray<Rational>> filters = [[1, 0, 0, 1], [1, 2, 3, 4], [0, 0, 0, 0]];
        var part = StudyBuilder.MemberBatch(Net, filters, "filters.txt", Options, new StopAfter(0.5, stop), stop.Token);
        Assert.Equal(2, part.Results!.Value.Length);
        Assert.Contains("The computation was stopped: 2 of 3 filters were finished.", part.Notes);
    }

    [Theory]
    [InlineData(0.05, 5)]
    [InlineData(0.15, 3)]
    [InlineData(0.45, 2)]
    public void Finished_sections_of_a_study_are_kept_and_notes_name_the_others(double share, int missing)
    {
        using var stop = new CancellationTokenSource();
        var study = StudyBuilder.Explore(Net, Source, new FlowRequest(null, 4), Options, new StopAfter(share, stop), stop.Token);
        Assert.Equal(DocumentJson.Write(StudyBuilder.Describe(Net, Options)), DocumentJson.Write(study.Describe));
        Assert.Equal(missing, study.Notes.Count(note => note.StartsWith("The computation was stopped before", StringComparison.Ordinal)));
        object?[] sections = [study.Member, study.Factor, study.Critical, study.Flow, study.Slice, study.Kernels];
        Assert.Equal(missing, sections.Count(section => section is null));
        Assert.Equal("identity", study.Inputs.Metric);
    }

    [Fact]
    public void With_nothing_finished_there_is_nothing_to_keep()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => StudyBuilder.Flow(Net, Source, new FlowRequest(null, 2), Options, null, stop.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => StudyBuilder.MemberBatch(Net, [[1, 2, 3, 4]], "x", Options, null, stop.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => StudyBuilder.Explore(Net, Source, new FlowRequest(null, 2), Options, null, stop.Token));
    }

    private sealed class StopAfter(double share, CancellationTokenSource stop) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= share) stop.Cancel();
        }
    }
}
