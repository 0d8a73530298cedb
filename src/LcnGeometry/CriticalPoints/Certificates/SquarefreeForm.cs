namespace LcnGeometry;

/// <summary>Decides for a binary form with coefficients in squares whether all its roots are certainly simple.</summary>
internal static class SquarefreeForm
{
    /// <summary>Whether every form with coefficients in the squares is nonzero and has no multiple root, the roots at 0 and at infinity included; false if that could not be shown.</summary>
    /// <remarks>
    /// A form of degree n has a multiple root exactly if its two partial derivatives have a common one, so exactly if their Sylvester matrix of order 2n-2 is
    /// singular. An approximate inverse shows that it is not: if all row sums of the defect are below one, the product of the two matrices is regular.
    /// </remarks>
    internal static bool IsCertain(ComplexSquare[] form)
    {
        var degree = form.Length - 1;
        if (degree < 2) return form.Any(coefficient => coefficient.ExcludesZero);
        var (size, bits) = (2 * (degree - 1), form[0].Center.Bits);
        var sylvester = new ComplexSquare[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                // The upper half holds shifts of the derivative by x, the lower half those of the derivative by y.
                var (shift, byX) = i < degree - 1 ? (i, true) : (i - degree + 1, false);
                var k = j - shift;
                sylvester[i, j] = k < 0 || k > degree - 1
                    ? new ComplexSquare(new FixedComplex(0, 0, bits), 0)
                    : byX ? form[k + 1].Times(k + 1) : form[k].Times(degree - k);
            }
        }

        if (ApproximateInverse.Of(ApproximateInverse.CentersOf(sylvester)) is not { } inverse) return false;
        var defect = ApproximateInverse.Defect(inverse, sylvester);
        var one = FixedComplex.One(bits).Re;
        for (var i = 0; i < size; i++)
        {
            var sum = defect[i, 0];
            for (var j = 1; j < size; j++) sum += defect[i, j];
            if (sum >= one) return false;
        }

        return true;
    }
}
