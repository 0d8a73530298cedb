namespace LcnGeometry.Algebra;

/// <summary>The Taylor shift by one on coefficients of a single word.</summary>
internal static class WordShift
{
    /// <summary>Replaces p(x) by p(x + 1); every coefficient of the result fits its word.</summary>
    public static void ByOne(Span<ulong> coefficients)
    {
        var degree = coefficients.Length - 1;
        var pass = 0;
        unchecked
        {
            // Four passes of the triangle of sums at a time, so that each coefficient is loaded once for four additions.
            for (; pass + 4 <= degree; pass += 4)
            {
                ulong a = 0, b = 0, c = 0, d = 0;
                for (var i = degree; i >= pass + 3; i--)
                {
                    a += coefficients[i];
                    b += a;
                    c += b;
                    d += c;
                    coefficients[i] = d;
                }

                a += coefficients[pass + 2];
                b += a;
                c += b;
                coefficients[pass + 2] = c;
                a += coefficients[pass + 1];
                b += a;
                coefficients[pass + 1] = b;
                coefficients[pass] += a;
            }

            for (; pass < degree; pass++)
            {
                ulong a = 0;
                for (var i = degree; i >= pass; i--)
                {
                    a += coefficients[i];
                    coefficients[i] = a;
                }
            }
        }
    }
}
