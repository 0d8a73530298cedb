namespace LcnGeometry.Algebra;

public sealed partial class BinaryForm
{
    private static readonly VariableList Variables = ["x", "y"];

    /// <summary>Terms by descending exponent of x, such as <c>x^2*y - 2*y^3</c>; <c>0</c> for a zero form.</summary>
    public override string ToString() => ToString(PolynomialFormat.Plain);

    /// <summary>The form in the syntax of a language, the terms by descending exponent of x.</summary>
    /// <param name="format">The language.</param>
    public string ToString(PolynomialFormat format) => PolynomialPrinter.Print(
        Enumerable.Range(0, Degree + 1).Reverse().Where(i => !_coefficients[i].IsZero).Select(i => (_coefficients[i], new[] { i, Degree - i })),
        Variables,
        format);
}
