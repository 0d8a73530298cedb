using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>What was multiplied by which power of two when data were brought to size one.</summary>
/// <param name="Scale">The product of the solutions is so many times that of the scaled data, apart from the variable.</param>
/// <param name="VariableExponent">The coefficient of x^i is 2^(VariableExponent i) times that for the scaled data.</param>
internal sealed record DataUnits(Rational Scale, int VariableExponent)
{
    /// <summary>The change back.</summary>
    public DataUnits Inverse => new(Rational.One / Scale, -VariableExponent);

    /// <summary>Whether nothing was changed.</summary>
    public bool AreTrivial => Scale == Rational.One && VariableExponent == 0;
}

/// <summary>Brings exact data to size one by powers of two: the variable, the form and the linear part.</summary>
internal static class DataScaling
{
    /// <summary>The scaled data; solutions correspond one to one.</summary>
    /// <remarks>The variable is scaled so that the diagonal of the form neither grows nor shrinks on the whole.</remarks>
    public static ExactData Normalize(Matrix<Rational> form, ImmutableArray<Rational> linear, out DataUnits units)
    {
        var size = form.Rows;
        var exponent = VariableExponent(form);
        var powers = Enumerable.Range(0, size).Select(i => Rational.PowerOfTwo(exponent * i)).ToArray();
        ImmutableArray<Rational> entries = [.. Enumerable.Range(0, size * size).Select(i => form[i / size, i % size])];
        ImmutableArray<Rational> right = linear;
        if (exponent != 0)
        {
            entries = [.. entries.Select((q, i) => q * powers[i / size] * powers[i % size])];
            right = [.. linear.Select((b, i) => b * powers[i])];
        }

        var formScale = Rational.PowerOfTwo(-Log2(entries));
        var linearScale = Rational.PowerOfTwo(-Log2(right));
        units = new DataUnits(formScale / linearScale, exponent);
        return ExactData.Of(entries.Select(q => q * formScale), right.Select(b => b * linearScale));
    }

    /// <summary>Minus half the slope of the logarithms of the diagonal, rounded.</summary>
    private static int VariableExponent(Matrix<Rational> form)
    {
        double sum = 0, weight = 0, middle = (form.Rows - 1) / 2.0;
        for (var i = 0; i < form.Rows; i++)
        {
            if (form[i, i].IsZero) return 0;
            sum += (i - middle) * (form[i, i].Numerator.BitLength - form[i, i].Denominator.BitLength);
            weight += (i - middle) * (i - middle);
        }

        return weight == 0 ? 0 : (int)Math.Round(-sum / weight / 2);
    }

    private static int Log2(ImmutableArray<Rational> values)
    {
        var largest = int.MinValue;
        foreach (var value in values)
        {
            if (!value.IsZero) largest = Math.Max(largest, value.Numerator.BitLength - value.Denominator.BitLength);
        }

        return largest == int.MinValue ? 0 : largest;
    }
}
