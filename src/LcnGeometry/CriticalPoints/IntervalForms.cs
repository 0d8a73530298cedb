using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Products of forms with coefficients in intervals, index = exponent of x.</summary>
internal static class IntervalForms
{
    /// <summary>The form that is one.</summary>
    public static Interval[] One => [Interval.FromDouble(1)];

    /// <summary>The product of a form with another one in x^step; positions that no term reaches stay exactly zero.</summary>
    public static Interval[] Multiply(ReadOnlySpan<Interval> form, ReadOnlySpan<Interval> other, int step)
    {
        if (other.Length == 1) step = 1;
        var product = new Interval[form.Length + ((other.Length - 1) * step)];
        for (var j = 0; j < other.Length; j++)
        {
            for (var i = 0; i < form.Length; i++)
            {
                var place = i + (j * step);
                var term = form[i] * other[j];
                product[place] = product[place] == default ? term : product[place] + term;
            }
        }

        return product;
    }

    /// <summary>The sum of the products of the coefficients of a form with those of a functional, from a place on.</summary>
    public static Interval Apply(ReadOnlySpan<Interval> functional, ReadOnlySpan<Interval> form, int shift)
    {
        var sum = Interval.FromDouble(0);
        for (var i = 0; i < form.Length; i++) sum += functional[i + shift] * form[i];
        return sum;
    }
}
