using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class NumberListTests
{
    [Theory]
    [InlineData("3", "3")]
    [InlineData("-1,0,1", "-1", "0", "1")]
    [InlineData(" 1 , -0.25 ,2/3", "1", "-1/4", "2/3")]
    [InlineData("1e-3,-2/-4,+.5,7.", "1/1000", "1/2", "1/2", "7")]
    [InlineData("123456789012345678901234567890,0.1", "123456789012345678901234567890", "1/10")]
    public void Filters_are_read_exactly(string text, params string[] expected) =>
        Assert.Equal(expected, NumberLists.Filter(text, "--filter").Select(v => v.ToString()));

    [Theory]
    [InlineData("", "--filter is empty; expected numbers separated by commas, such as 1,-2.5,2/3.")]
    [InlineData("  ", "--filter is empty; expected numbers separated by commas, such as 1,-2.5,2/3.")]
    [InlineData("1,,2", "--filter: entry 2 of '1,,2' is empty; expected a number between the commas.")]
    [InlineData("1,2,", "--filter: entry 3 of '1,2,' is empty; expected a number between the commas.")]
    [InlineData("1,NaN", "--filter: 'NaN' (entry 2) is not a number; expected 3, -0.25, 1e-3 or 2/3.")]
    [InlineData("Infinity", "--filter: 'Infinity' (entry 1) is not a number; expected 3, -0.25, 1e-3 or 2/3.")]
    [InlineData("1;2", "--filter: '1;2' (entry 1) is not a number; expected 3, -0.25, 1e-3 or 2/3.")]
    [InlineData("1/0", "--filter: '1/0' (entry 1) is not a number; expected 3, -0.25, 1e-3 or 2/3.")]
    [InlineData("0x10", "--filter: '0x10' (entry 1) is not a number; expected 3, -0.25, 1e-3 or 2/3.")]
    [InlineData("١", "--filter: '١' (entry 1) is not a number; expected 3, -0.25, 1e-3 or 2/3.")]
    public void What_is_no_filter_is_refused_with_its_entry(string text, string sentence)
    {
        var error = Assert.Throws<CommandException>(() => NumberLists.Filter(text, "--filter"));
        Assert.Equal((ErrorKind.Input, sentence), (error.Kind, error.Message));
    }

    [Fact]
    public void Layers_are_separated_by_semicolons()
    {
        var layers = NumberLists.Layers("1,-2,3;4,5", "--init");
        Assert.Equal(["1,-2,3", "4,5"], layers.Select(layer => string.Join(',', layer)));
        Assert.Equal("--init, layer 2 is empty; expected numbers separated by commas, such as 1,-2.5,2/3.",
            Assert.Throws<CommandException>(() => NumberLists.Layers("1;", "--init")).Message);
    }

    [Fact]
    public void A_printed_filter_is_read_back() => PropertyRun.Trials(200, random =>
    {
        var filter = Enumerable.Range(0, random.Between(1, 6)).Select(_ => new Rational(random.Bits(random.Between(1, 90)), random.Bits(random.Between(1, 40)) * 2 + 1)).ToArray();
        Assert.Equal(filter, NumberLists.Filter(string.Join(',', filter), "--filter"));
    });

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("x")]
    [InlineData("99999999999")]
    public void Counts_are_whole_numbers_in_a_range(string text) =>
        Assert.Equal($"--random needs a whole number from 1 to 10, not '{text}'.", Assert.Throws<CommandException>(() => NumberLists.Count(text, "--random", 1, 10)).Message);
}
