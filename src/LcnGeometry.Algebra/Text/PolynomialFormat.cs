namespace LcnGeometry.Algebra;

/// <summary>The languages that polynomials are written in.</summary>
public enum PolynomialFormat
{
    /// <summary><c>3/2*x^2*y - x + 1</c>; what <see cref="MultivariatePolynomial.Parse"/> reads back.</summary>
    Plain,

    /// <summary>Math mode of LaTeX: <c>\frac{3}{2} x^{2} y - x + 1</c>; <c>c0</c> and <c>c_0</c> become <c>c_{0}</c>.</summary>
    LaTeX,

    /// <summary>Python for SymPy: <c>Rational(3, 2)*x**2*y - x + 1</c>. The variables must be declared as symbols there.</summary>
    SymPy,

    /// <summary>Macaulay2: <c>(3/2)*x^2*y-x+1</c>. The variables must be those of the current ring there; <c>w_1_2</c> becomes <c>w_(1,2)</c>.</summary>
    Macaulay2,

    /// <summary>Text for AngouriMath: <c>3/2*x^2*y - x + 1</c>. It reads <c>c0</c> as a power of c, hence <c>c0</c> becomes <c>c_0</c>.</summary>
    AngouriMath,

    /// <summary>Presentation MathML: one <c>mrow</c> element, to be placed inside <c>math</c>.</summary>
    MathML,
}
