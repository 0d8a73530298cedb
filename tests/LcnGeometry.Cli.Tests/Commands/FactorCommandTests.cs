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
