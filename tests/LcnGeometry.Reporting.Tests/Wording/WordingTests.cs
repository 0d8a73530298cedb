using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Groups, sentences and the command line that a report prints.</summary>
public sealed class WordingTests
{
    [Fact]
    public void Runs_that_end_alike_stand_together()
    {
        var flow = SampleStudies.Named("cubic-slice").Flow!;
        var groups = LimitGroup.Of(flow);
        Assert.Equal(Enumerable.Range(0, flow.Runs.Length), groups.SelectMany(group => group.Runs).Order());
        Assert.Equal(groups.Select(group => group.Loss).Order(), groups.Select(group => group.Loss));
        foreach (var group in groups)
            Assert.All(group.Runs, run => Assert.Equal(group.Pattern, flow.Runs[run].Limit.RealPattern));
        var moved = flow with { Runs = flow.Runs.SetItem(0, flow.Runs[0] with { Status = FlowStatus.Stiff }) };
        Assert.Equal([0], LimitGroup.Of(moved).Single(group => group.Status == FlowStatus.Stiff).Runs.AsEnumerable());
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(53, "BB")]
    public void Groups_have_letters(int index, string name) => Assert.Equal(name, new LimitGroup(index, FlowStatus.Converged, null, 0, []).Name);

    [Fact]
    public void A_selection_of_runs_leaves_no_group_out()
    {
        ImmutableArray<LimitGroup> groups =
        [
            new(0, FlowStatus.Converged, "2|", 0, [.. Enumerable.Range(0, 90)]),
            new(1, FlowStatus.Converged, "11|", 1, [90]),
            new(2, FlowStatus.Budget, null, 2, [91, 92]),
        ];
        var chosen = RunSelection.Of(groups, 10);
        Assert.Equal(10, chosen.Length);
        Assert.Equal([0, 90, 91, 1, 92, 2, 3, 4, 5, 6], chosen.Select(item => item.Run));
        Assert.Equal(93, RunSelection.Of(groups, 1000).Length);
        Assert.Empty(RunSelection.Of([], 10));
    }

    [Theory]
    [InlineData(2, "11|", 1e-9, "The run of gradient flow converged, to the unconstrained optimum.")]
    [InlineData(2, "2|", 1, "The run of gradient flow converged, not to the unconstrained optimum.")]
    [InlineData(0, "zero", 1e-20, "The run of gradient flow converged, to the unconstrained optimum.")]
    [InlineData(0, "2|", 1e-3, "The run of gradient flow converged, not to the unconstrained optimum.")]
    [InlineData(2, "2|", double.PositiveInfinity, "The run of gradient flow converged.")]
    [InlineData(double.PositiveInfinity, "2|", 1, "The run of gradient flow converged.")]
    [InlineData(2, "2|", double.NaN, "The run of gradient flow converged.")]
    public void Reaching_the_optimum_is_said_only_where_it_can_be_measured(double atZero, string pattern, double loss, string sentence)
    {
        var flow = SampleStudies.Named("cubic-slice").Flow!;
        flow = flow with { Loss = flow.Loss with { Constant = Rational.Zero, AtZero = atZero }, Runs = flow.Runs[..1] };
        Assert.Equal(sentence, FlowSentence.Of(flow, [new LimitGroup(0, FlowStatus.Converged, pattern, loss, [0])]));
    }

    [Theory]
    [InlineData(VerdictKind.Holds, null, "The filter is representable: 3 real roots, 1 needed.")]
    [InlineData(VerdictKind.Fails, null, "The filter is not representable: 3 real roots, 1 needed.")]
    [InlineData(VerdictKind.Undecided, "the budget was spent.", "Whether the filter is representable is undecided: the budget was spent.")]
    public void The_verdict_is_one_sentence(VerdictKind verdict, string? reason, string sentence)
    {
        var member = new MemberDocument
        {
            Inputs = new DocumentInputs(),
            Verdict = verdict,
            Reason = reason,
            Witness = new MemberWitness { RealRoots = 3, RequiredRealRoots = 1 },
        };
        Assert.Equal(sentence, OptimumSentence.Of(member, "The filter"));
    }

    [Fact]
    public void The_command_line_makes_the_study_again()
    {
        Assert.Equal(
            "lcn explore 3,2 --series examples/data/sunspots.csv --random 18 --seed 1 --out report.html",
            ReproducingCommand.Of(SampleStudies.Named("cubic-slice")));
        Assert.Equal(
            "lcn explore 3,2 --strides 2,1 --target 1,2,3,4,5 --metric '[[1,0,0,0,0],[0,1,0,0,0],[0,0,1,0,0],[0,0,0,1,0],[0,0,0,0,1]]' --init '1,-1/2,1/3;2,1' --seed 1 --out report.html",
            ReproducingCommand.Of(SampleStudies.Named("strided-undecided")));
        var study = SampleStudies.Named("card-only");
        var odd = study with { Inputs = study.Inputs with { Target = SampleParts.ExactFilter("-1", "2", "3"), Data = ["x y.csv", "it's.npy"], Centered = false } };
        Assert.Equal(
            "lcn explore 2,2 --target=-1,2,3 --data 'x y.csv' 'it'\\''s.npy' --no-center --seed 1 --out report.html",
            ReproducingCommand.Of(odd));
    }

    [Fact]
    public void Repeated_filters_are_told_by_classes_of_layers()
    {
        Assert.Equal("none", RepeatedFilters.Of([]));
        Assert.Equal("1 ∥ 3 ∥ 4, 2 ∥ 5", RepeatedFilters.Of([[1, 3], [2, 5], [1, 4], [3, 4]]));
        Assert.Equal("1 ∥ 2 ∥ 3 ∥ 4", RepeatedFilters.Of([[1, 2], [3, 4], [2, 3]]));
        Assert.Equal("1 ∥ 2", RepeatedFilters.OfMany([[[1, 2]], [[1, 2]]]));
        Assert.Equal("1 ∥ 2 in 2; none in 1", RepeatedFilters.OfMany([[[1, 2]], [[1, 2]], []]));
        Assert.Equal("2 layers alike", RepeatedFilters.OfMany([[[1, 2]], [[1, 3]], [[2, 3]]]));
        Assert.Equal("2 layers alike in 2; 2 and 2 layers alike in 1; none in 1", RepeatedFilters.OfMany([[[1, 2]], [[1, 3]], [[1, 2], [3, 4]], []]));
    }

    [Theory]
    [InlineData("21|1", true)]
    [InlineData("12,1|2", true)]
    [InlineData("|", false)]
    [InlineData("zero", false)]
    [InlineData("0|1", false)]
    [InlineData("1|a", false)]
    public void Patterns_that_can_be_read_get_a_picture(string pattern, bool drawn) =>
        Assert.Equal(drawn, PatternGlyph.Of(pattern).ToString().Contains("<svg", StringComparison.Ordinal));

    [Fact]
    public void A_form_is_written_as_mathematics_is()
    {
        ImmutableArray<Scalar> form = [(Rational)(-1), (Rational)0, Rational.Parse("2/3"), (Rational)1];
        Assert.Equal(
            "<mrow><mrow><msup><mi>x</mi><mn>3</mn></msup></mrow><mo>+</mo><mfrac><mn>2</mn><mn>3</mn></mfrac><mrow><msup><mi>x</mi><mn>2</mn></msup><mi>y</mi></mrow><mo>−</mo><mrow><msup><mi>y</mi><mn>3</mn></msup></mrow></mrow>",
            Formula.Form(form).ToString());
        Assert.Equal("<mrow><mn>0</mn></mrow>", Formula.Form([(Rational)0, (Rational)0]).ToString());
        Assert.Equal("<mrow><mo>−</mo><mn>5</mn></mrow>", Formula.Form([(Rational)(-5)]).ToString());
    }
}
