using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The factors of a form that are forms in a power of the variables.</summary>
internal static class CommonResidues
{
    /// <summary>The form G in X = x^ratio, Y = y^ratio of highest degree with G(x^ratio, y^ratio) dividing the given nonzero form.</summary>
    /// <remarks>The residues of the exponents split the form into forms in X, Y; what divides all of them, zero and infinity included, is G.</remarks>
    public static BinaryForm Of(BinaryForm form, int ratio, CancellationToken token)
    {
        BinaryForm? common = null;
        for (var residue = 0; residue < ratio && residue <= form.Degree; residue++)
        {
            var degree = (form.Degree - residue) / ratio;
            var part = new BinaryForm([.. Enumerable.Range(0, degree + 1).Select(i => form[residue + (i * ratio)])]);
            if (!part.IsZero) common = common is null ? part : CommonDivisor.Of(common, part, token);
        }

        return common!;
    }
}
