using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Numbers as a reader sees them.</summary>
public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0", "0", false)]
    [InlineData("-2/3", "-2/3", false)]
    [InlineData("123456789", "123456789", false)]
    [InlineData("1234567890", "1.23457e9", true)]
    [InlineData("123456789/246913577", "0.5", true)]
    [InlineData("-1/1000000000000", "-1e-12", true)]
    [InlineData("14048/289", "14048/289", false)]
    public void Exact_values_are_shown_whole_when_short(string value, string text, bool rounded)
    {
        var number = NumberText.Of((Scalar)Rational.Parse(value));
        Assert.Equal(text, number.Text);
        Assert.Equal(rounded, number.IsRounded);
    }

    [Fact]
    public void Rationals_beyond_the_range_of_doubles_keep_six_digits()
    {
        var huge = Rational.FromInteger(System.Numerics.BigInteger.Pow(10, 400) * 123456789);
        Assert.Equal("1.23457e408", NumberText.Of((Scalar)huge).Text);
        Assert.Equal("-1.23457e408", NumberText.Of((Scalar)(-huge)).Text);
        Assert.Equal("8.1e-409", NumberText.Of((Scalar)((Rational)1 / huge)).Text);
    }

    // 9.9999996 rounds up to 10: the exponent has to follow.
    [Fact]
    public void Rounding_up_to_a_power_of_ten_moves_the_exponent()
    {
        var value = Rational.FromInteger(System.Numerics.BigInteger.Pow(10, 400) - 1);
        Assert.Equal("1e400", NumberText.Of((Scalar)value).Text);
    }

    [Fact]
    public void Powers_of_ten_beyond_the_range_of_doubles_keep_their_exponent()
    {
        for (var exponent = 309; exponent < 2000; exponent += 7)
        {
            var value = Rational.Pow(10, exponent);
            Assert.Equal($"1e{exponent}", NumberText.Of((Scalar)value).Text);
            Assert.Equal($"1e-{exponent}", NumberText.Of((Scalar)((Rational)1 / value)).Text);
            Assert.Equal($"9.99999e{exponent - 1}", NumberText.Of((Scalar)(value * new Rational(999999, 1000000))).Text);
        }

        Assert.Equal("1e10000", NumberText.Of((Scalar)Rational.Pow(10, 10000)).Text);
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "0")]
    [InlineData(1e21, "1e21")]
    [InlineData(-1.23456789e-12, "-1.23457e-12")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Doubles_are_shown_to_six_digits_in_every_culture(double value, string text) =>
        Cultures.Each(_ => Assert.Equal(text, NumberText.Of((Scalar)value).Text));

    [Theory]
    [InlineData("-1.5e-9", "−1.5\u202F×\u202F10⁻⁹")]
    [InlineData("-2/3", "−2/3")]
    [InlineData("9999", "9999")]
    [InlineData("-31752000", "−31\u202F752\u202F000")]
    [InlineData("123456/7", "123\u202F456/7")]
    [InlineData("1e21", "1\u202F×\u202F10²¹")]
    [InlineData("Infinity", "Infinity")]
    public void Pages_get_true_minus_signs_and_powers(string plain, string typeset) => Assert.Equal(typeset, NumberText.TypesetDigits(plain));
}
