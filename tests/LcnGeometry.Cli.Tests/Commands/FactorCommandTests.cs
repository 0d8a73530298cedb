using System.Text.Json;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class FactorCommandTests
{
    [Fact]
    public void The_document_is_the_approved_one() =>
        Approved.Check(Cultures.Same(() => Lcn.WithoutTimings(Lcn.Run("factor", "3,2", "--filter", "-6,11,-6,1", "--json").Output)), "factor-32.json");

    [Theory]
    [InlineData("3,2", "-6,11,-6,1", 3)]
    [InlineData("2,2,2", "-6,11,-6,1", 6)]
    [InlineData("2,2,2", "0,1,-1,0", 6)]
    [InlineData("2,2", "1,0,1", 0)]
    [InlineData("2,2", "1,2,1", 1)]
    public void Rational_factorizations_are_counted_and_multiply_back(string filters, string filter, int count)
    {
        var document = Lcn.Document("factor", filters, "--filter", filter);
        Assert.Equal(count, document.GetProperty("count").GetInt32());
        var expected = filter.Split(',').Select(Rational.Parse);
        var found = document.GetProperty("factorizations").EnumerateArray().ToArray();
        Assert.Equal(count, found.Length);
        Assert.All(found, one => Assert.Equal(expected, one.GetProperty("filters").EnumerateArray().Select(FilterOf).Aggregate(Multiply)));
    }

    [Fact]
    public void The_zero_filter_has_no_count()
    {
        var document = Lcn.Document("factor", "2,2", "--filter", "0,0,0");
        Assert.Equal(JsonValueKind.Null, document.GetProperty("count").ValueKind);
        Assert.Equal(0, document.GetProperty("factorizations").GetArrayLength());
        Assert.NotEqual(0, document.GetProperty("notes").GetArrayLength());
        var complex = Lcn.Document("factor", "2,2", "--filter", "0,0,0", "--complex");
        Assert.False(complex.TryGetProperty("complexCount", out _));
        Assert.Equal(0, complex.GetProperty("complexFactorizations").GetArrayLength());
    }

    [Theory]
    [InlineData("factor-32-complex.txt", "3,2", "--filter", "1,0,0,0,1", "--strides", "2,1")]
    [InlineData("factor-222-complex.txt", "2,2,2", "--filter", "2,1,1,1")]
    public void Complex_factorizations_read_as_approved_and_fit_80_columns(string file, params string[] args)
    {
        var text = Cultures.Same(() => Lcn.Run(["factor", .. args, "--complex"]).Output);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Approved.Check(text, file);
    }

    [Theory]
    [InlineData("3,2", "-6,11,-6,1", 3, 3)]
    [InlineData("2,2,2", "2,1,1,1", 6, 0)]
    [InlineData("3,2,2", "1,0,2,0,1", 4, 2)]
    public void Complex_factorizations_hold_the_real_ones(string filters, string filter, int count, int exact)
    {
        var document = Lcn.Document("factor", filters, "--filter", filter, "--complex");
        var rows = document.GetProperty("complexFactorizations").EnumerateArray().ToArray();
        Assert.Equal((count, count), (document.GetProperty("complexCount").GetInt32(), rows.Length));
        Assert.Equal(document.GetProperty("count").GetInt32(), rows.Count(row => row.GetProperty("real").GetBoolean()));
        Assert.All(rows, row => Assert.InRange(row.GetProperty("conjugate").GetInt32(), 1, count));
        Assert.InRange(rows.Count(row => row.GetProperty("evidence").GetString() == "exact"), exact, count);
        var plain = Lcn.Document("factor", filters, "--filter", filter);
        Assert.False(plain.TryGetProperty("complexCount", out _) || plain.TryGetProperty("complexFactorizations", out _));
        Assert.Equal(plain.GetProperty("factorizations").ToString(), document.GetProperty("factorizations").ToString());
    }

    [Theory]
    [InlineData("factor-32-invariants.json", "3,2", "-6,11,-6,1", "0")]
    [InlineData("factor-212-invariants.json", "2,1,2", "3,4,0", "24,0")]
    public void The_document_with_invariants_is_the_approved_one(string file, string filters, string filter, string invariants) =>
        Approved.Check(Cultures.Same(() => Lcn.WithoutTimings(Lcn.Run("factor", filters, "--filter", filter, "--invariants", invariants, "--json").Output)), file);

    [Theory]
    [InlineData("factor-32-invariants.txt", "3,2", "-6,11,-6,1", "0")]
    [InlineData("factor-22-invariants.txt", "2,2", "1,3,1", "0")]
    [InlineData("factor-22-zero-invariants.txt", "2,2", "0,0,0", "3")]
    [InlineData("factor-21-zero-invariants.txt", "2,1", "0,0", "-4")]
    [InlineData("factor-22-outside-invariants.txt", "2,2", "1,0,1", "1/2")]
    [InlineData("factor-3-invariants.txt", "3", "1,0,-1/3", "none")]
    [InlineData("factor-2222-invariants.txt", "2,2,2,2", "24,-50,35,-10,1", "1e-30,0,1e30")]
    public void The_view_with_invariants_is_the_approved_one_and_fits_80_columns(string file, string filters, string filter, string invariants)
    {
        var result = Lcn.Run("factor", filters, "--filter", filter, "--invariants", invariants);
        Assert.Equal(0, result.ExitCode);
        var text = Cultures.Same(() => Lcn.Run("factor", filters, "--filter", filter, "--invariants", invariants).Output);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Approved.Check(text, file);
    }

    /// <summary>Without the option the document is what it was before there was one.</summary>
    [Fact]
    public void Invariants_are_asked_for()
    {
        var (with, without) = (Lcn.Document("factor", "2,2", "--filter", "2,3,1", "--invariants", "0"), Lcn.Document("factor", "2,2", "--filter", "2,3,1"));
        Assert.False(without.TryGetProperty("fiber", out _));
        Assert.Equal(without.GetProperty("factorizations").ToString(), with.GetProperty("factorizations").ToString());
        Assert.Equal(2 * without.GetProperty("count").GetInt32(), with.GetProperty("fiber").GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData("2,2", "1,2,1", "0,0", "needs 1")]
    [InlineData("2,2,2", "1,3,3,1", "0", "needs 2")]
    [InlineData("2,2", "1,2,1", "none", "has 0 numbers")]
    [InlineData("2,2", "1,2,1", "x", "is not a number")]
    [InlineData("2,2", "1,2,1", "", "is empty")]
    [InlineData("3", "1,2,1", "1", "none")]
    public void Wrong_invariants_are_refused(string filters, string filter, string invariants, string message)
    {
        var result = Lcn.Run("factor", filters, "--filter", filter, "--invariants", invariants, "--json");
        Assert.Equal((2, "input"), (result.ExitCode, result.ErrorKind));
        Assert.Contains(message, result.Output, StringComparison.Ordinal);
    }

    private static Rational[] FilterOf(JsonElement filter) =>
        [.. filter.EnumerateArray().Select(x => Rational.Parse(x.ValueKind == JsonValueKind.String ? x.GetString()! : x.GetRawText()))];

    private static Rational[] Multiply(Rational[] a, Rational[] b)
    {
        var product = new Rational[a.Length + b.Length - 1];
        for (var i = 0; i < a.Length; i++)
            for (var j = 0; j < b.Length; j++)
                product[i + j] += a[i] * b[j];
        return product;
    }
}
