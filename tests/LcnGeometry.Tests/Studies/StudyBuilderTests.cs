using LcnGeometry.Algebra;
using LcnGeometry.Tests.FunctionSpaces;

namespace LcnGeometry.Tests.Studies;

public class StudyBuilderTests
{
    private static readonly StudyOptions Options = new() { Seed = 7 };
    private static readonly FlowRequest ThreeStarts = new(null, 3);

    [Fact]
    public void Describe_of_2_2_2_has_the_counts_of_the_theory()
    {
        var document = StudyBuilder.Describe(Architecture.Parse("2,2,2"), Options);
        Assert.Equal(34, document.CriticalPoints.Generic);
        Assert.Equal(
            ["111| 1", "1|1 1", "21| 7", "3| 7"],
            document.Strata!.Value.Select(s => $"{s.RealPattern} {s.GenericCount}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2,2", "1,2,3", "identity")]
    [InlineData("3,2", "1,-2,1/3,4", "bombieri")]
    [InlineData("3,3", "0,0,0,0,1", "identity")]
    [InlineData("2,2", "0,0,0", "identity")]
    public void Sections_of_a_study_are_the_documents_of_the_commands(string filters, string target, string metric)
    {
        var net = Architecture.Parse(filters);
        var u = MembershipTests.Filter(target);
        var source = Source(net, target, metric);
        var study = StudyBuilder.Explore(net, source, ThreeStarts, Options);
        Assert.Equal(DocumentJson.Write(StudyBuilder.Describe(net, Options)), DocumentJson.Write(study.Describe));
        Assert.Equal(DocumentJson.Write(StudyBuilder.Member(net, u, Options)), DocumentJson.Write(study.Member!));
        Assert.Equal(DocumentJson.Write(StudyBuilder.Factor(net, u, Options)), DocumentJson.Write(study.Factor!));
        Assert.Equal(DocumentJson.Write(StudyBuilder.Flow(net, source, ThreeStarts, Options)), DocumentJson.Write(study.Flow!));
    }

    [Theory]
    [InlineData("3,2", null, "1,-2,1/3,4")]
    [InlineData("2,2", null, "1,0,1")]
    [InlineData("2,2", "2,1", "1,2,3,4")]
    [InlineData("2,2,2,2", null, "1,0,0,0,1")]
    public void A_saved_study_reads_back_to_the_same_text(string filters, string? strides, string target)
    {
        var net = Architecture.Parse(filters, strides);
        var text = DocumentJson.Write(StudyBuilder.Explore(net, Source(net, target, "identity"), ThreeStarts, Options));
        Assert.Equal(text, DocumentJson.Write(DocumentJson.ReadStudy(text)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("{\"schema\":")]
    public void What_is_no_study_is_refused(string json) => Assert.Throws<FormatException>(() => DocumentJson.ReadStudy(json));

    [Fact]
    public void A_target_of_the_wrong_length_is_refused_before_anything_runs()
    {
        var net = Architecture.Parse("3,2");
        var error = Assert.Throws<ArgumentException>(() => StudyBuilder.Explore(net, Source(Architecture.Parse("2,2"), "1,2,3", "identity"), ThreeStarts, Options));
        Assert.Contains("The target has 3 coefficients; the end-to-end filter of (3,2) has 4", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("25,25", "would take about [0-9]+ (minutes|hours), which is over the budget of 60 s; allow it with --timeout [0-9]{3,6}[.]$")]
    [InlineData("60,60", "would take about [0-9]+ days, which is over the budget of 60 s; choose a smaller architecture[.]$")]
    [InlineData("5000,5000", "The generic count of .* would take about [0-9]+ hours, .*; allow it with --timeout [0-9]+[.]$")]
    [InlineData("60,60,60", "would take many years, which is over the budget of 60 s; choose a smaller architecture[.]$")]
    public void Sizes_that_would_take_too_long_are_refused_with_an_estimate_and_a_budget_if_one_would_do(string filters, string pattern)
    {
        var error = Assert.Throws<TimeBudgetException>(() => StudyBuilder.Describe(Architecture.Parse(filters), Options));
        Assert.Matches(pattern, error.Message);
    }

    private static LossSource Source(Architecture net, string target, string metric) => new(
        QuadraticLoss.FromTarget(MembershipTests.Filter(target), Metric.Parse(metric, net.EndToEndSize)),
        new DocumentInputs { Target = [.. MembershipTests.Filter(target).Select(u => (Scalar)u)], Metric = metric });
}
