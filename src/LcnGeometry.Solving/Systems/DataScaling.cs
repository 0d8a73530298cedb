using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>Brings exact data to size one by powers of two.</summary>
internal static class DataScaling
{
    /// <summary>The data with Q and b of size about one; the solutions are then <paramref name="unit"/> times smaller.</summary>
    public static ExactData Normalize(Matrix<Rational> form, ImmutableArray<Rational> linear, out Rational unit)
    {
        var size = form.Rows;
        var entries = Enumerable.Range(0, size * size).Select(i => form[i / size, i % size]).ToImmutableArray();
        var formScale = Rational.PowerOfTwo(-Log2(entries));
        var linearScale = Rational.PowerOfTwo(-Log2(linear));
        unit = formScale / linearScale;
        return new ExactData([.. entries.Select(q => q * formScale)], [.. linear.Select(b => b * linearScale)]);
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
