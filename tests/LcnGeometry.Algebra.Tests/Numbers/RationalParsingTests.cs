using System.Text.RegularExpressions;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed partial class RationalParsingTests
{
    [Theory]
    [InlineData("3", 3, 1)]
    [InlineData("-0.25", -1, 4)]
    [InlineData("+1.50", 3, 2)]
    [InlineData("2/3", 2, 3)]
    [InlineData(" -2 / 6 ", -1, 3)]
    [InlineData("1e-3", 1, 1000)]
    [InlineData("12.5E2", 1250, 1)]
    [InlineData(".5", 1, 2)]
    [InlineData("5.", 5, 1)]
    [InlineData("-0", 0, 1)]
    [InlineData("0.5/-0.25", -2, 1)]
    public void Numbers_are_read_exactly(string text, long numerator, long denominator) =>
        Assert.Equal(new Rational(numerator, denominator), Rational.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1/0")]
    [InlineData("1/2/3")]
    [InlineData("/2")]
    [InlineData("1/")]
    [InlineData("1,5")]
    [InlineData("1 2")]
    [InlineData("--1")]
    [InlineData("1e")]
    [InlineData("1e5.0")]
    [InlineData("1e10001")]
    [InlineData("1e99999999999")]
    [InlineData("1e-2147483648")]
    [InlineData("1e5\0")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("\u0663")]
    [InlineData("\u22121")]
    [InlineData("1e\u22121")]
    public void What_is_no_number_is_refused_with_the_text(string text)
    {
        Assert.False(Rational.TryParse(text, out _));
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => Rational.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_is_no_number() => Assert.False(Rational.TryParse(null, out _));

    [Fact]
    public void Printed_numbers_are_read_back() => PropertyRun.Trials(500, random =>
    {
        var value = random.NextRational();
        Assert.Equal(value, Rational.Parse(value.ToString()));
    });

    [Fact]
    public void Random_texts_are_read_exactly_when_the_grammar_has_them() => PropertyRun.Trials(5000, random =>
    {
        var text = string.Concat(Enumerable.Range(0, random.Between(0, 9)).Select(_ => random.Pick("0123456789..--+/eE /\0\u0663,x".ToCharArray())));
        var match = Grammar().Match(text);
        var exponents = match.Groups["e"].Captures.Select(capture => capture.Value);
        var expected = match.Success && exponents.All(e => Math.Abs(int.Parse(e, System.Globalization.CultureInfo.InvariantCulture)) <= 10000)
            && !(match.Groups["d"].Success && match.Groups["d"].Value.Split('e', 'E')[0].All(c => !char.IsAsciiDigit(c) || c == '0'));
        Assert.True(expected == Rational.TryParse(text, out _), $"'{text}' should {(expected ? "" : "not ")}be a number.");
    });

    [GeneratedRegex(@"^\s*(?<n>[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE](?<e>[+-]?[0-9]+))?)(\s*/\s*(?<d>[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE](?<e>[+-]?[0-9]+))?))?\s*\z")]
    private static partial Regex Grammar();
}
