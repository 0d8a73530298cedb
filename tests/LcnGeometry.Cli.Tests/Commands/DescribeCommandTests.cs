using System.Text.Json;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class DescribeCommandTests
{
    [Theory]
    [InlineData("2,2,2", null)]
    [InlineData("3,3", null)]
    [InlineData("4,2", null)]
    [InlineData("3,2", null)]
    [InlineData("3,2", "2,1")]
    public void The_document_is_the_approved_one(string filters, string? strides)
    {
        string[] args = strides is null ? ["describe", filters, "--json"] : ["describe", filters, "--strides", strides, "--json"];
        var text = Cultures.Same(() => Lcn.WithoutTimings(Lcn.Run(args).Output));
        Approved.Check(text, $"describe-{Digits(filters)}{(strides is null ? "" : "-strides-" + Digits(strides))}.json");
    }

    [Fact]
    public void Three_layers_of_two_have_generic_counts_7_7_and_1_and_34_in_total()
    {
        var document = Lcn.Document("describe", "2,2,2");
        var counts = document.GetProperty("strata").EnumerateArray()
            .GroupBy(row => string.Join(',', row.GetProperty("complexPattern").EnumerateArray()), row => row.GetProperty("genericCount").GetInt32())
            .ToDictionary(group => group.Key, group => group.Distinct().Single());
        Assert.Equal(3, counts.Count);
        Assert.Equal((7, 7, 1), (counts["3"], counts["2,1"], counts["1,1,1"]));
        Assert.Equal(34, document.GetProperty("criticalPoints").GetProperty("generic").GetInt32());
    }

    /// <summary>Agrees with the tables of small architectures in lcn-geometry.md section 10: pattern, position, real and critical factorizations.</summary>
    [Theory]
    [InlineData("3,2", "111| interior 3 3", "21| interior 2 1", "3| interior 1 0", "1|1 interior 1 1")]
    [InlineData("2,2,2", "111| interior 6 6", "21| boundary 3 3", "3| boundary 1 1", "1|1 outside 0 0")]
    [InlineData("4,2", "1111| interior 4 4", "211| interior 3 1", "31| interior 2 0", "22| boundary 2 0", "4| boundary 1 0", "11|1 interior 2 2", "2|1 boundary 1 1", "|11 outside 0 0", "|2 outside 0 0")]
    [InlineData("3,3", "1111| interior 6 6", "211| interior 4 2", "22| interior 3 1", "31| interior 2 0", "4| interior 1 0", "11|1 interior 2 2", "2|1 interior 2 0", "|11 interior 2 2", "|2 interior 1 1")]
    public void Strata_agree_with_the_tables(string filters, params string[] rows)
    {
        var strata = Lcn.Document("describe", filters).GetProperty("strata").EnumerateArray().Select(row =>
            $"{row.GetProperty("realPattern")} {row.GetProperty("position")} {row.GetProperty("realFactorizations")} {row.GetProperty("criticalFactorizations")}");
        Assert.Equal(rows.Order(StringComparer.Ordinal), strata.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_strided_architecture_has_a_pattern_for_each_block()
    {
        var document = Lcn.Document("describe", "3,2", "--strides", "2,1");
        Assert.Equal(2, document.GetProperty("endToEnd").GetProperty("stride").GetInt32());
        Assert.Equal(["11|;1|", "2|;1|", "|1;1|"], document.GetProperty("strata").EnumerateArray().Select(row => row.GetProperty("realPattern").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(document.GetProperty("strata").EnumerateArray(), row => Assert.Equal(JsonValueKind.Null, row.GetProperty("complexPattern").ValueKind));
        Assert.All(document.GetProperty("strata").EnumerateArray(), row => Assert.Equal(2, row.GetProperty("complexPatterns").GetArrayLength()));
    }

    [Fact]
    public void Too_many_strata_of_a_strided_architecture_are_left_out_with_a_note()
    {
        var document = Lcn.Document("describe", "30,30", "--strides", "2,1");
        Assert.False(document.TryGetProperty("strata", out _));
        Assert.Contains(document.GetProperty("notes").EnumerateArray(), note => note.GetString()!.StartsWith("Strata are not listed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_single_multiplicity_above_nine_stands_alone()
    {
        var patterns = Lcn.Document("describe", "12").GetProperty("strata").EnumerateArray().Select(row => row.GetProperty("realPattern").GetString()).ToList();
        Assert.Contains("11|", patterns);
        Assert.Contains("11|", Lcn.Document("describe", "3").GetProperty("strata").EnumerateArray().Select(row => row.GetProperty("realPattern").GetString()));
        Assert.Equal(patterns.Count, patterns.Distinct().Count());
    }

    [Fact]
    public void Structural_zeros_are_named_by_their_index() =>
        Assert.Equal([1, 3], Lcn.Document("describe", "1,3", "--strides", "2,1").GetProperty("functionSpace").GetProperty("structuralZeros").EnumerateArray().Select(index => index.GetInt32()));

    [Fact]
    public void A_budget_below_a_second_is_shown_as_it_was_given() =>
        Assert.Contains("the budget of 0.01 s", Lcn.Run("describe", "20,20", "--timeout", "0.01").Error, StringComparison.Ordinal);

    [Fact]
    public void The_last_stride_changes_the_stride_alone()
    {
        JsonElement one = Lcn.Document("describe", "3,2"), three = Lcn.Document("describe", "3,2", "--strides", "1,3");
        Assert.Equal(one.GetProperty("strata").ToString(), three.GetProperty("strata").ToString());
        Assert.Equal(3, three.GetProperty("endToEnd").GetProperty("stride").GetInt32());
    }

    [Fact]
    public void A_size_that_would_take_too_long_is_refused_with_an_estimate_and_a_budget()
    {
        var result = Lcn.Run("describe", "25,25", "--json");
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("input", result.ErrorKind);
        Assert.Matches("would take about .* over the budget of 60 s; allow it with --timeout [0-9]+", result.Error);
    }

    [Fact]
    public void People_get_plain_text_when_it_is_redirected_the_same_in_every_culture()
    {
        var text = Cultures.Same(() => Lcn.Run("describe", "2,2,2").Output);
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("34", text, StringComparison.Ordinal);
    }

    private static string Digits(string list) => list.Replace(",", "", StringComparison.Ordinal);
}
