namespace LcnGeometry;

/// <summary>Binary forms whose coefficients are known to lie in squares; index = exponent of x, the degree is the length less one.</summary>
internal static class SquareForms
{
    /// <summary>The form of degree 0 that is one.</summary>
    internal static ComplexSquare[] One(int bits) => [ComplexSquare.One(bits)];

    internal static ComplexSquare[] Multiply(ComplexSquare[] left, ComplexSquare[] right)
    {
        if (right.Length == 1 && IsOne(right[0])) return left;
        if (left.Length == 1 && IsOne(left[0])) return right;
        var product = Zeros(left.Length + right.Length - 1, left[0].Center.Bits);
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i].IsZero) continue;
            for (var j = 0; j < right.Length; j++)
            {
                if (!right[j].IsZero) product[i + j] += left[i] * right[j];
            }
        }

        return product;
    }

    internal static ComplexSquare[] Power(ComplexSquare[] form, int exponent)
    {
        var power = One(form[0].Center.Bits);
        for (var i = 0; i < exponent; i++) power = Multiply(power, form);
        return power;
    }

    /// <summary>The form in powers of x and y.</summary>
    internal static ComplexSquare[] Upsample(ComplexSquare[] form, int step)
    {
        if (step == 1) return form;
        var spread = Zeros(((form.Length - 1) * step) + 1, form[0].Center.Bits);
        for (var i = 0; i < form.Length; i++) spread[i * step] = form[i];
        return spread;
    }

    internal static ComplexSquare[] Times(ComplexSquare[] form, int factor) =>
        factor == 1 ? form : Array.ConvertAll(form, coefficient => coefficient.Times(factor));

    /// <summary>The sum of the products of a form's coefficients with those of a longer one from an index on.</summary>
    internal static ComplexSquare Dot(ComplexSquare[] form, ComplexSquare[] longer, int from)
    {
        var sum = Zero(longer[0].Center.Bits);
        for (var i = 0; i < form.Length; i++)
        {
            if (!form[i].IsZero && !longer[from + i].IsZero) sum += form[i] * longer[from + i];
        }

        return sum;
    }

    internal static ComplexSquare[] Zeros(int length, int bits)
    {
        var zeros = new ComplexSquare[length];
        Array.Fill(zeros, Zero(bits));
        return zeros;
    }

    private static ComplexSquare Zero(int bits) => new(new FixedComplex(0, 0, bits), 0);

    private static bool IsOne(ComplexSquare value) =>
        value.Radius.IsZero && value.Center.Im.IsZero && value.Center.Re.IsPowerOfTwo && value.Center.Re.GetBitLength() == value.Center.Bits + 1;
}
