using System.Text;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Whatever the text, the parser ends soon with a polynomial or with a <see cref="PolynomialSyntaxException"/>.</summary>
public class PolynomialFuzzTests
{
    private static readonly string[] Pieces =
    [
        "x", "y", "z", "xy", "c0", "c_1", "0", "1", "2", "17", "0.5", ".25", "1.", "65535", "65536", "999999999999", "+", "-", "*", "**", "^", "/", "(", ")", " ", "\n", "\r\n",
        "\t", "e5", "2e5", "_", ",", "=", "\\frac", "{", "}", "\0", "\u00e9", "\ud835", "\u2212", "\u0661", "\uff11", "x^2", "(x+1)", "1/3", "-x", "3x",
    ];

    [Fact]
    public void Sequences_of_pieces() => PropertyRun.Trials(4000, random =>
    {
        var text = new StringBuilder();
        for (var i = random.Between(0, 14); i > 0; i--) text.Append(random.Pick(Pieces));
        EndsWell(text.ToString(), random);
    });

    [Fact]
    public void Arbitrary_characters() => PropertyRun.Trials(2000, random =>
    {
        var text = new StringBuilder();
        for (var i = random.Between(0, 20); i > 0; i--) text.Append((char)(random.Chance(0.8) ? random.Between(0, 127) : random.Between(0, 0xFFFF)));
        EndsWell(text.ToString(), random);
    });

    [Fact]
    public void Damaged_polynomials() => PropertyRun.Trials(1000, random =>
    {
        var text = random.NextMultivariate(["x", "y", "z"]).ToString();
        var at = random.Between(0, text.Length);
        EndsWell(text[..at] + random.Pick(Pieces) + text[Math.Min(text.Length, at + random.Between(0, 2))..], random);
    });

    [Theory]
    [InlineData("(", 100_000, "at most 200 parentheses inside each other")]
    [InlineData("2(x+", 100_000, "at most 200 parentheses inside each other")]
    [InlineData("-", 100_000, "a number, a variable or '('")]
    [InlineData("x^", 100_000, "an exponent: a whole number of at least 0")]
    [InlineData("x^2^", 100_000, "parentheses around the inner power")]
    [InlineData("1/", 100_000, "a number, a variable or '('")]
    [InlineData(")", 100_000, "a number, a variable or '('")]
    [InlineData("9", 200_000, "a number of at most 100000 digits")]
    [InlineData("x ", 65_536, "a total degree of at most 65535")]
    public void Long_repetitions_are_refused_without_a_stack_overflow(string piece, int times, string expected)
    {
        var text = new StringBuilder().Insert(0, piece, times).ToString();
        Assert.Equal(expected, Assert.Throws<PolynomialSyntaxException>(() => MultivariatePolynomial.Parse(text)).Expected);
    }

    [Theory]
    [InlineData("((3^65535)^65535)^65535")]
    [InlineData("(x+1)^65535")]
    [InlineData("(x+y+z)^20000")]
    [InlineData("(((x+1)^9(y+1)^9(z+1)^9)^9)^9")]
    [InlineData("(1/3 + 1/5)^65535^1")]
    public void Short_texts_for_huge_polynomials_are_refused(string text) =>
        Assert.Throws<PolynomialSyntaxException>(() => MultivariatePolynomial.Parse(text));

    [Fact]
    public void Long_texts_for_moderate_polynomials_are_read()
    {
        var signs = new string('-', 100_001) + "x";
        Assert.Equal("-x", MultivariatePolynomial.Parse(signs).ToString());
        var sum = string.Join(" + ", Enumerable.Range(0, 20_000).Select(i => $"{i % 7}x^{i % 100}"));
        Assert.Equal(99, Polynomial.Parse(sum).Degree);
        var nested = new StringBuilder().Insert(0, "(", 200).Append('x').Insert(201, ")", 200).ToString();
        Assert.Equal("x", MultivariatePolynomial.Parse(nested).ToString());
        Assert.Equal("1000*x", MultivariatePolynomial.Parse(string.Join('+', Enumerable.Repeat("((x))", 1000))).ToString());
        var tooMany = string.Join("+", Enumerable.Range(0, 257).Select(i => $"v{i}"));
        Assert.Equal("at most 256 different variables", Assert.Throws<PolynomialSyntaxException>(() => MultivariatePolynomial.Parse(tooMany)).Expected);
        Assert.Equal(257, MultivariatePolynomial.Parse(tooMany, VariableList.Numbered("v", 257)).TermCount);
    }

    private static void EndsWell(string text, TestRandom random)
    {
        VariableList? variables = random.Chance(0.5) ? null : ["x", "y", "c0"];
        try
        {
            var f = MultivariatePolynomial.Parse(text, variables);
            Assert.Equal(f, MultivariatePolynomial.Parse(f.ToString(), f.IsConstant ? null : f.Variables));
            if (f.Variables.Count <= 1) Assert.Equal(f.ToUnivariate(), Polynomial.Parse(f.ToString()));
        }
        catch (PolynomialSyntaxException refusal)
        {
            Assert.InRange(refusal.Line, 1, text.Split('\n', '\r').Length);
            Assert.InRange(refusal.Column, 1, text.Length + 1);
        }
    }
}
