using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>LaTeX, MathML and AngouriMath's syntax are read back by readers that know nothing of the printer.</summary>
public partial class PolynomialRereadingTests
{
    private static readonly VariableList Variables = ["x", "c0", "w_1_2", "lambda", "ab"];

    [Fact]
    public void LaTeX_reads_back() => PropertyRun.Trials(150, random =>
    {
        var f = random.NextMultivariate(Variables);
        var text = f.ToString(PolynomialFormat.LaTeX);
        text = Fraction().Replace(text, "($1/$2)");
        text = text.Replace("c_{0}", "c0", StringComparison.Ordinal).Replace("w_{1,2}", "w_1_2", StringComparison.Ordinal)
            .Replace(@"\lambda", "lambda", StringComparison.Ordinal).Replace(@"\mathit{ab}", "ab", StringComparison.Ordinal);
        text = Exponent().Replace(text, "^$1");
        Assert.DoesNotContain('\\', text);
        Assert.DoesNotContain('{', text);

        // What is left between spaces is juxtaposition, which is multiplication in LaTeX too.
        Assert.Equal(f, MultivariatePolynomial.Parse(text, Variables));
    });

    [Fact]
    public void MathML_reads_back() => PropertyRun.Trials(150, random =>
    {
        var f = random.NextMultivariate(Variables);
        var row = XElement.Parse(f.ToString(PolynomialFormat.MathML).Replace("&#x2062;", "\u2062", StringComparison.Ordinal));
        Assert.Equal("mrow", row.Name.LocalName);
        Assert.Equal(f, MultivariatePolynomial.Parse(string.Concat(row.Elements().Select(Text)), Variables));
    });

    /// <summary>A coefficient that is a sum itself is grouped in every language.</summary>
    [Fact]
    public void Sums_as_coefficients_are_grouped()
    {
        var f = MultivariatePolynomial.Parse("(a - 1/2)x^2 - a x + 1", ["x", "a"]).AsUnivariateIn("x");
        Assert.Equal(@"\left(a - \frac{1}{2}\right) x^{2} - a x + 1", f.ToString(PolynomialFormat.LaTeX));
        Assert.Equal("(a - Rational(1, 2))*x**2 - a*x + 1", f.ToString(PolynomialFormat.SymPy));
        var row = XElement.Parse(f.ToString(PolynomialFormat.MathML));
        Assert.Equal(["mrow", "mo", "msup", "mo", "mi", "mo", "mi", "mo", "mn"], row.Elements().Select(e => e.Name.LocalName));
    }

    /// <summary>There a number directly after a letter is an exponent, and a name is letters with at most one underscore.</summary>
    [Fact]
    public void AngouriMath_reads_back() => PropertyRun.Trials(150, random =>
    {
        var f = random.NextMultivariate(Variables);
        var text = f.ToString(PolynomialFormat.AngouriMath);
        var back = new List<string>();
        var position = 0;
        foreach (Match token in AngouriMathToken().Matches(text))
        {
            Assert.Equal(position, token.Index);
            position += token.Length;
            back.Add(token.Value switch { "c_0" => "c0", "w_1u2" => "w_1_2", var other => other });
        }

        Assert.Equal(text.Length, position);
        Assert.Equal(f, MultivariatePolynomial.Parse(string.Join(' ', back.Where(token => token != " ")), Variables));
    });

    private static string Text(XElement element)
    {
        var children = element.Elements().ToList();
        return element.Name.LocalName switch
        {
            "mn" or "mi" => element.Value,
            "mo" => element.Value switch { "\u2062" => "*", "\u2212" => "-", "+" => "+", var other => throw new InvalidOperationException(other) },
            "mfrac" => $"({Text(children[0])}/{Text(children[1])})",
            "msup" => $"{Text(children[0])}^{Text(children[1])}",
            "msub" => Subscripted(children[0].Value, children[1].Value),
            "msubsup" => $"{Subscripted(children[0].Value, children[1].Value)}^{Text(children[2])}",
            var other => throw new InvalidOperationException(other),
        };
    }

    private static string Subscripted(string stem, string subscript) => (stem + "_" + subscript) switch
    {
        "c_0" => "c0",
        "w_1,2" => "w_1_2",
        var other => throw new InvalidOperationException(other.ToString(CultureInfo.InvariantCulture)),
    };

    [GeneratedRegex(@"\\frac\{(\d+)\}\{(\d+)\}")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\^\{(\d+)\}")]
    private static partial Regex Exponent();

    [GeneratedRegex(@"[A-Za-z]+(_[A-Za-z0-9]+)?|(?<![A-Za-z_])\d+|[-+*/^() ]")]
    private static partial Regex AngouriMathToken();
}
