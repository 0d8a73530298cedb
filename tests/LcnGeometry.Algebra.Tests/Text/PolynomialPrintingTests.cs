using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public class PolynomialPrintingTests
{
    private static readonly VariableList Variables = ["x", "y"];

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-1", "-1")]
    [InlineData("-1/2", "-1/2")]
    [InlineData("x", "x")]
    [InlineData("-x", "-x")]
    [InlineData("1 - x^2 + 3/2 x", "-x^2 + 3/2*x + 1")]
    [InlineData("x^10 - x", "x^10 - x")]
    public void Univariate_polynomials_start_with_the_highest_power(string text, string printed) =>
        Assert.Equal(printed, Polynomial.Parse(text.Replace("2 x", "2*x", StringComparison.Ordinal)).ToString());

    [Theory]
    [InlineData(PolynomialFormat.Plain, "-3/2*x^2*y + x - 1/3")]
    [InlineData(PolynomialFormat.LaTeX, @"-\frac{3}{2} x^{2} y + x - \frac{1}{3}")]
    [InlineData(PolynomialFormat.SymPy, "-Rational(3, 2)*x**2*y + x - Rational(1, 3)")]
    [InlineData(PolynomialFormat.Macaulay2, "-(3/2)*x^2*y + x - (1/3)")]
    [InlineData(PolynomialFormat.AngouriMath, "-3/2*x^2*y + x - 1/3")]
    [InlineData(
        PolynomialFormat.MathML,
        "<mrow><mo>&#x2212;</mo><mfrac><mn>3</mn><mn>2</mn></mfrac><mo>&#x2062;</mo><msup><mi>x</mi><mn>2</mn></msup><mo>&#x2062;</mo><mi>y</mi>" +
        "<mo>+</mo><mi>x</mi><mo>&#x2212;</mo><mfrac><mn>1</mn><mn>3</mn></mfrac></mrow>")]
    public void Every_format_writes_its_language(PolynomialFormat format, string expected)
    {
        var f = MultivariatePolynomial.Parse("x - 3/2*x^2*y - 1/3", Variables);
        Assert.Equal(expected, Cultures.Same(() => f.ToString(format)));
    }

    [Theory]
    [InlineData(PolynomialFormat.LaTeX, "c0", "c_{0}^{2}")]
    [InlineData(PolynomialFormat.LaTeX, "w_1_2", "w_{1,2}^{2}")]
    [InlineData(PolynomialFormat.LaTeX, "lambda3", @"\lambda_{3}^{2}")]
    [InlineData(PolynomialFormat.LaTeX, "speed", @"\mathit{speed}^{2}")]
    [InlineData(PolynomialFormat.Macaulay2, "x_1", "x_1^2")]
    [InlineData(PolynomialFormat.Macaulay2, "w_1_02", "w_(1,2)^2")]
    [InlineData(PolynomialFormat.AngouriMath, "c0", "c_0^2")]
    [InlineData(PolynomialFormat.AngouriMath, "w_1_2", "w_1u2^2")]
    [InlineData(PolynomialFormat.MathML, "c0", "<mrow><msubsup><mi>c</mi><mn>0</mn><mn>2</mn></msubsup></mrow>")]
    [InlineData(PolynomialFormat.MathML, "x_a", "<mrow><msubsup><mi>x</mi><mi>a</mi><mn>2</mn></msubsup></mrow>")]
    [InlineData(PolynomialFormat.SymPy, "w_1_2", "w_1_2**2")]
    public void Names_are_spelled_as_each_language_reads_them(PolynomialFormat format, string name, string expected) =>
        Assert.Equal(expected, Polynomial.Parse("t^2").ToString(format, name));

    [Theory]
    [InlineData(PolynomialFormat.SymPy, "lambda")]
    [InlineData(PolynomialFormat.Macaulay2, "x_a")]
    [InlineData(PolynomialFormat.Macaulay2, "for")]
    [InlineData(PolynomialFormat.AngouriMath, "i")]
    public void Names_that_a_language_cannot_read_are_refused(PolynomialFormat format, string name) =>
        Assert.Contains($"'{name}'", Assert.Throws<ArgumentException>(() => Polynomial.Parse("t").ToString(format, name)).Message, StringComparison.Ordinal);

    [Fact]
    public void Names_that_would_look_alike_are_refused()
    {
        var f = MultivariatePolynomial.Parse("c0 + c_0");
        Assert.Equal("c0 + c_0", f.ToString());
        Assert.Throws<ArgumentException>(() => f.ToString(PolynomialFormat.AngouriMath));
        Assert.Throws<ArgumentOutOfRangeException>(() => f.ToString((PolynomialFormat)99));
    }

    [Fact]
    public void Polynomials_as_coefficients_take_other_names()
    {
        var inner = new Polynomial<Rational>(1, -2);
        var nested = new Polynomial<Polynomial<Rational>>(inner, Polynomial<Rational>.Zero, new Polynomial<Rational>(0, -3), Polynomial<Rational>.One);
        Assert.Equal("x^3 - 3*y*x^2 + (-2*y + 1)", nested.ToString());
        Assert.Equal("y^3 - 3*x*y^2 + (-2*x + 1)", nested.ToString(PolynomialFormat.Plain, "y"));
        var f = MultivariatePolynomial.Parse("x^2*a + x*(b - a) - b", ["x", "a", "b"]);
        Assert.Equal("a*x^2 + (-a + b)*x - b", f.AsUnivariateIn("x").ToString());
        Assert.Equal("(u1 + u2)*x", new Polynomial<MultivariatePolynomial<Rational>>(MultivariatePolynomial<Rational>.Zero, MultivariatePolynomial.Parse("u1 + u2")).ToString());
        var unreadable = MultivariatePolynomial.Parse("lambda*x + 1", ["lambda", "x"]).AsUnivariateIn("x");
        Assert.Throws<ArgumentException>(() => unreadable.ToString(PolynomialFormat.SymPy));
    }

    [Fact]
    public void Forms_are_printed_by_descending_powers_of_x()
    {
        var form = new BinaryForm(-2, 0, new Rational(1, 2), 1);
        Assert.Equal("x^3 + 1/2*x^2*y - 2*y^3", form.ToString());
        Assert.Equal(@"x^{3} + \frac{1}{2} x^{2} y - 2 y^{3}", form.ToString(PolynomialFormat.LaTeX));
        Assert.Equal("0", new BinaryForm(0, 0).ToString());
        Assert.Equal("-7", new BinaryForm(-7).ToString());
    }

    [Fact]
    public void Printing_and_reading_is_the_identity() => PropertyRun.Trials(400, random =>
    {
        var variables = random.Pick<VariableList>([["x"], ["x", "y"], VariableList.Numbered("c", 6), ["xy", "x", "y", "x_1"]]);
        var f = random.NextMultivariate(variables);
        Assert.Equal(f, MultivariatePolynomial.Parse(f.ToString(), variables));
        var p = random.NextPolynomial(9, r => r.NextRational());
        Assert.Equal(p, Polynomial.Parse(p.ToString()));
    });
}
