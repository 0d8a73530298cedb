using System.Text.RegularExpressions;

namespace LcnGeometry.Conventions.Tests;

/// <summary>The table of claims speaks of tests that exist.</summary>
public partial class ClaimTableTests
{
    [Fact]
    public void Every_class_in_the_table_exists()
    {
        var files = SourceTree.CSharp("tests").Select(file => Path.GetFileName(file).Split('.')[0]).ToHashSet();
        Rule.Holds("A class in the table of claims exists",
            ClassName().Matches(SourceTree.Read("tests/README.md")).Select(match => match.Groups[1].Value).Distinct().Where(name => !files.Contains(name)));
    }

    [Theory]
    [InlineData("A3"), InlineData("A4"), InlineData("A5"), InlineData("A6"), InlineData("A7"), InlineData("C1"), InlineData("C3"), InlineData("S1"), InlineData("S2"), InlineData("S3")]
    public void Every_claim_of_the_stride_one_theory_is_in_the_table(string id) =>
        Assert.Matches($@"(?m)^\| {id} \|.*`\w+Tests`", SourceTree.Read("tests/README.md"));

    [Fact]
    public void Every_decision_is_in_the_list_once_under_its_number()
    {
        var list = SourceTree.Read("src/decisions/README.md");
        var records = SourceTree.Files.Where(file => file.StartsWith("src/decisions/0", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)).ToArray();
        Assert.NotEmpty(records);
        Rule.Holds("A decision is listed", records.Where(record => !list.Contains($"({record})", StringComparison.Ordinal)));
        Assert.Equal(records.Length, records.Select(record => record[..4]).Distinct().Count());
        Rule.Holds("A decision begins with its number",
            records.Where(record => !SourceTree.Read("src/decisions/" + record).StartsWith($"# {int.Parse(record[..4], System.Globalization.CultureInfo.InvariantCulture)}. ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_changelog_says_which_results_were_wrong() =>
        Assert.Contains("### Results that were wrong", SourceTree.Read("src/CHANGELOG.md"), StringComparison.Ordinal);

    [GeneratedRegex(@"`(\w+Tests)`")]
    private static partial Regex ClassName();
}
