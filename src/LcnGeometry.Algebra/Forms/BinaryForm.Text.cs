using System.Globalization;
using System.Text;

namespace LcnGeometry.Algebra;

public sealed partial class BinaryForm
{
    /// <summary>Terms by descending exponent of x, such as <c>x^2*y - 2*y^3</c>; <c>0</c> for a zero form.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = Degree; i >= 0; i--)
        {
            var coefficient = _coefficients[i];
            if (coefficient.IsZero) continue;
            if (text.Length > 0) text.Append(coefficient.Sign < 0 ? " - " : " + ");
            else if (coefficient.Sign < 0) text.Append('-');
            AppendTerm(text, Rational.Abs(coefficient), i);
        }

        return text.Length == 0 ? "0" : text.ToString();
    }

    private void AppendTerm(StringBuilder text, Rational magnitude, int exponent)
    {
        if (Degree == 0)
        {
            text.Append(magnitude);
            return;
        }

        if (magnitude != Rational.One) text.Append(magnitude).Append('*');
        AppendPower(text, 'x', exponent);
        if (exponent > 0 && exponent < Degree) text.Append('*');
        AppendPower(text, 'y', Degree - exponent);
    }

    private static void AppendPower(StringBuilder text, char variable, int exponent)
    {
        if (exponent == 0) return;
        text.Append(variable);
        if (exponent > 1) text.Append('^').Append(exponent.ToString(CultureInfo.InvariantCulture));
    }
}
