using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public class PolynomialParsingTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("x", "x")]
    [InlineData("3x^2y", "3*x^2*y")]
    [InlineData("2 x y", "2*x*y")]
    [InlineData("2(x+1)", "2*x + 2")]
    [InlineData("(x+1)(x-1)", "x^2 - 1")]
    [InlineData("x(x+1)", "x^2 + x")]
    [InlineData("x**2", "x^2")]
    [InlineData("x^(3)", "x^3")]
    [InlineData("-x^2", "-x^2")]
    [InlineData("(-x)^2", "x^2")]
    [InlineData("2*-x", "-2*x")]
    [InlineData("1 - - x", "x + 1")]
    [InlineData("+x", "x")]
    [InlineData("x/2", "1/2*x")]
    [InlineData("1/2*x", "1/2*x")]
    [InlineData("1/2*x y", "1/2*x*y")]
    [InlineData("x/2 + 3y", "1/2*x + 3*y")]
    [InlineData("x/(3/4)", "4/3*x")]
    [InlineData("6/3/2", "1")]
    [InlineData("0.25x", "1/4*x")]
    [InlineData(".5x", "1/2*x")]
    [InlineData("x + x + x", "3*x")]
    [InlineData("x y - y x", "0")]
    [InlineData("x*0 + 7", "7")]
    [InlineData("0^0", "1")]
    [InlineData("x^0", "1")]
    [InlineData("(x + y)^3", "x^3 + 3*x^2*y + 3*x*y^2 + y^3")]
    [InlineData(" \t\r\n x\n+\n1 ", "x + 1")]
    [InlineData("c1^2 - 4c0 c2", "c1^2 - 4*c0*c2")]
    [InlineData("c10 + c9", "c9 + c10")]
    [InlineData("xy", "xy")]
    [InlineData("x_1 x_2", "x_1*x_2")]
    [InlineData("2e + 3E", "3*E + 2*e")]
    public void Reads(string text, string expanded) => Assert.Equal(expanded, MultivariatePolynomial.Parse(text).ToString());

    [Theory]
    [InlineData("", 1, 1, "a number, a variable or '('")]
    [InlineData("x +", 1, 4, "a number, a variable or '('")]
    [InlineData("x + * y", 1, 5, "a number, a variable or '('")]
    [InlineData("(x + 1", 1, 7, "an operator or ')'")]
    [InlineData("x + 1)", 1, 6, "an operator or the end of the text")]
    [InlineData("x^", 1, 3, "an exponent: a whole number of at least 0")]
    [InlineData("x^y", 1, 3, "an exponent: a whole number of at least 0")]
    [InlineData("x^-1", 1, 3, "an exponent: a whole number of at least 0")]
    [InlineData("x^1.5", 1, 3, "an exponent: a whole number from 0 to 65535")]
    [InlineData("x^65536", 1, 3, "an exponent: a whole number from 0 to 65535")]
    [InlineData("x^99999999999999999999", 1, 3, "an exponent: a whole number from 0 to 65535")]
    [InlineData("x^40000*x^40000", 1, 8, "a total degree of at most 65535")]
    [InlineData("x^2^3", 1, 4, "parentheses around the inner power")]
    [InlineData("x 2", 1, 3, "an operator before this number")]
    [InlineData("2 3", 1, 3, "an operator before this number")]
    [InlineData("1.2.3", 1, 4, "an operator before this number")]
    [InlineData("5.", 1, 2, "digits after the decimal point")]
    [InlineData("1/2x", 1, 4, "'*' or parentheses, since multiplication without a sign is ambiguous after a division")]
    [InlineData("x/2(3)", 1, 4, "'*' or parentheses, since multiplication without a sign is ambiguous after a division")]
    [InlineData("1/x", 1, 3, "a number to divide by, not a polynomial with variables")]
    [InlineData("1/(1-1)", 1, 3, "a nonzero number to divide by")]
    [InlineData("1e3", 1, 2, "'*' before a variable, or a number without exponent notation")]
    [InlineData("2E-3", 1, 2, "'*' before a variable, or a number without exponent notation")]
    [InlineData("x + é", 1, 5, "a number, a variable, an operator or a parenthesis")]
    [InlineData("x\n + y\r\n  + ?", 3, 5, "a number, a variable, an operator or a parenthesis")]
    [InlineData("x\r+)", 2, 2, "a number, a variable or '('")]
    public void Refuses_with_the_place_and_what_was_expected(string text, int line, int column, string expected)
    {
        var refusal = Assert.Throws<PolynomialSyntaxException>(() => MultivariatePolynomial.Parse(text));
        Assert.Equal((line, column, expected), (refusal.Line, refusal.Column, refusal.Expected));
        Assert.Contains($"Line {line}, column {column}: expected {expected}, found ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_split_only_by_given_variables_and_only_in_one_way()
    {
        Assert.Equal("x*y^2", MultivariatePolynomial.Parse("xy^2", ["x", "y"]).ToString());
        Assert.Equal("c1*c2", MultivariatePolynomial.Parse("c1c2", ["c1", "c2"]).ToString());
        Assert.Equal("xy + x", MultivariatePolynomial.Parse("xy + x", ["xy", "x", "y"]).ToString());
        var ambiguous = Assert.Throws<PolynomialSyntaxException>(() => MultivariatePolynomial.Parse("1 + aab", ["a", "ab", "aa", "b"]));
        Assert.Equal(5, ambiguous.Column);
        Assert.Contains("more than one way", ambiguous.Expected, StringComparison.Ordinal);
        var unknown = Assert.Throws<PolynomialSyntaxException>(() => MultivariatePolynomial.Parse("x + xyq", ["x", "y"]));
        Assert.Equal("one of the variables [x, y]", unknown.Expected);
        Assert.Equal("'xyq'", unknown.Found);
    }

    [Fact]
    public void Variables_are_the_given_ones_or_those_mentioned_in_natural_order()
    {
        Assert.Equal(["c1", "c2", "c10", "x"], MultivariatePolynomial.Parse("x c10 c2 c1").Variables);
        Assert.Equal(["x9", "x010", "x10", "x10a", "x11"], MultivariatePolynomial.Parse("x11 x10a x10 x010 x9").Variables);
        Assert.Equal(["x", "y"], MultivariatePolynomial.Parse("x", ["x", "y"]).Variables);
        Assert.Equal(MultivariatePolynomial.Parse("y + x"), MultivariatePolynomial.Parse("x + y"));
    }

    [Fact]
    public void One_variable_reads_into_a_univariate_polynomial()
    {
        Assert.Equal(new Polynomial<Rational>(0, -2, 0, 1), Polynomial.Parse("x^3 - 2x"));
        Assert.Equal(Polynomial.Parse("x^2"), Polynomial.Parse("t t"));
        Assert.Equal(new Polynomial<Rational>(new Rational(7, 2)), Polynomial.Parse("3.5"));
        Assert.Equal(new Polynomial<Rational>(), Polynomial.Parse("x - x"));
        Assert.Equal("no variable other than 'x'", Assert.Throws<PolynomialSyntaxException>(() => Polynomial.Parse("x + y")).Expected);
        Assert.Equal("one of the variables [t]", Assert.Throws<PolynomialSyntaxException>(() => Polynomial.Parse("x", "t")).Expected);
        Assert.Throws<ArgumentException>(() => Polynomial.Parse("x", "2"));
    }
}
