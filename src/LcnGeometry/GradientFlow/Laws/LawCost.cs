namespace LcnGeometry;

/// <summary>How long the conservation laws of a network take.</summary>
internal static class LawCost
{
    private const double SecondsPerEquationTerm = 2e-6;
    private const double SecondsPerBracketTerm = 3e-9;
    private const double SecondsPerSymbolicTerm = 4e-7;
    private const double SecondsPerLawAndParameter = 3e-6;

    /// <summary>An estimate, right within a small factor on two cores of 2020s server hardware.</summary>
    public static double Seconds(Architecture net, int? channels)
    {
        double terms = PolynomialModel.TermCount(net, channels ?? 1), parameters = net.ParameterCount * (channels ?? 1.0), depth = net.Depth;
        var equations = parameters * terms * depth * SecondsPerEquationTerm;

        // With one channel no bracket is kept; with several, those of a Lie algebra of matrices of the size of both filters.
        double size = net.EndToEndSize, rank = parameters - depth + 1, slopes = terms * depth * depth, symbolic = 0, laws = depth;
        if (channels > 1)
        {
            double filter = net.ParameterCount;
            rank = Math.Min(rank, filter * (filter + 1) / 2);
            slopes = parameters * filter;
            laws = (double)channels.Value * channels.Value;
            symbolic = rank * parameters * filter * filter * SecondsPerSymbolicTerm;
        }

        return equations + symbolic + (laws * parameters * SecondsPerLawAndParameter) + (2 * laws * parameters * parameters * SecondsPerBracketTerm) + (2 * rank * Math.Min(size, terms) * (slopes + (parameters * rank)) * SecondsPerBracketTerm);
    }
}
