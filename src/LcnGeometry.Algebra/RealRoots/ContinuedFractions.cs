namespace LcnGeometry.Algebra;

/// <summary>The search tree of the continued fractions method on the positive axis.</summary>
/// <remarks>
/// A node is a polynomial whose positive roots are the images of some of the wanted roots. No sign variation: no root. One: exactly one root.
/// Otherwise the interval between the bounds of <see cref="RootExponents"/> is cut at a power of two.
/// </remarks>
internal sealed class ContinuedFractions
{
    private readonly List<(MoebiusMap Map, bool IsPoint)>? _found;
    private readonly CancellationToken _token;
    private int _nodesLeft;

    private ContinuedFractions(bool collect, int nodes, CancellationToken token)
    {
        _found = collect ? [] : null;
        _nodesLeft = nodes;
        _token = token;
    }

    /// <summary>The number of roots found so far.</summary>
    private int Count { get; set; }

    /// <summary>The number of distinct positive roots; null when more nodes were needed than allowed.</summary>
    /// <param name="polynomial">With nonzero constant coefficient; released by this method. Multiple positive roots never end the search.</param>
    /// <param name="nodes">The largest number of nodes.</param>
    /// <param name="token">Cancels the search.</param>
    public static int? CountPositive(LimbPolynomial polynomial, int nodes, CancellationToken token)
    {
        var search = new ContinuedFractions(false, nodes, token);
        search.Explore(polynomial, MoebiusMap.Identity);
        return search._nodesLeft < 0 ? null : search.Count;
    }

    /// <summary>A map for every positive root: a point is the image of 0, an interval lies between the images of 0 and infinity.</summary>
    /// <param name="polynomial">Squarefree, with nonzero constant coefficient; released by this method.</param>
    /// <param name="token">Cancels the search.</param>
    public static List<(MoebiusMap Map, bool IsPoint)> IsolatePositive(LimbPolynomial polynomial, CancellationToken token)
    {
        var search = new ContinuedFractions(true, int.MaxValue, token);
        search.Explore(polynomial, MoebiusMap.Identity);
        return search._found!;
    }

    /// <summary>Searches below a node: loops on one half and recurs on the one with fewer variations, so the recursion stays shallow.</summary>
    private void Explore(LimbPolynomial polynomial, MoebiusMap map)
    {
        Span<int> profile = polynomial.Degree < 512 ? stackalloc int[polynomial.Degree + 1] : new int[polynomial.Degree + 1];
        while (true)
        {
            _token.ThrowIfCancellationRequested();
            profile = profile[..(polynomial.Degree + 1)];
            CoefficientProfile.Fill(polynomial, profile);
            var variations = CoefficientProfile.Variations(profile);
            if (variations == 1) Report(map, false);
            if (variations <= 1 || --_nodesLeft < 0)
            {
                polynomial.Release();
                return;
            }

            int above = RootExponents.Below(profile, false), below = -RootExponents.Below(profile, true);
            if (above >= 0 || below <= 0)
            {
                var reversed = above < 0;
                Advance(ref polynomial, ref map, profile, reversed ? -below : above, reversed);
                continue;
            }

            Split(ref polynomial, ref map, profile, variations, (above + below) >> 1);
        }
    }

    /// <summary>Replaces a node by the part above a bound that no root is below.</summary>
    private void Advance(ref LimbPolynomial polynomial, ref MoebiusMap map, ReadOnlySpan<int> profile, int exponent, bool reversed)
    {
        var shifted = Part(polynomial, profile, map, exponent, reversed, out var shiftedMap, out _, report: true);
        polynomial.Release();
        (polynomial, map) = (shifted, shiftedMap);
    }

    /// <summary>Cuts a node at a power of two, explores the half with fewer variations and leaves the other one.</summary>
    private void Split(ref LimbPolynomial polynomial, ref MoebiusMap map, ReadOnlySpan<int> profile, int variations, int exponent)
    {
        var upper = Part(polynomial, profile, map, exponent, false, out var upperMap, out var rootsAtCut, report: true);
        var upperVariations = SignVariations(upper);

        // Budan: the roots below the cut number at most this, and less by an even number.
        var lowerBound = variations - upperVariations - rootsAtCut;
        if (lowerBound <= 1)
        {
            if (lowerBound == 1) Report(_found is null ? map : map.Shifted(-exponent, true), false);
            polynomial.Release();
            (polynomial, map) = (upper, upperMap);
            return;
        }

        var lower = Part(polynomial, profile, map, -exponent, true, out var lowerMap, out _, report: false);
        polynomial.Release();
        if (upperVariations < SignVariations(lower))
        {
            Explore(upper, upperMap);
            (polynomial, map) = (lower, lowerMap);
        }
        else
        {
            Explore(lower, lowerMap);
            (polynomial, map) = (upper, upperMap);
        }
    }

    /// <summary>The part of a node above a cut; roots at the cut are divided out.</summary>
    private LimbPolynomial Part(
        LimbPolynomial polynomial, ReadOnlySpan<int> profile, MoebiusMap map, int exponent, bool reversed,
        out MoebiusMap partMap, out int rootsAtCut, bool report)
    {
        var part = TaylorShift.Apply(polynomial, profile, exponent, reversed);
        partMap = _found is null ? map : map.Shifted(exponent, reversed);
        rootsAtCut = 0;
        while (IsZero(part[rootsAtCut])) rootsAtCut++;
        if (rootsAtCut == 0) return part;
        if (report) Report(partMap, true);
        return part.WithoutLowest(rootsAtCut);
    }

    private void Report(MoebiusMap map, bool isPoint)
    {
        Count++;
        _found?.Add((map, isPoint));
    }

    private static bool IsZero(ReadOnlySpan<ulong> limbs) => !limbs.ContainsAnyExcept(0UL);

    private static int SignVariations(LimbPolynomial polynomial)
    {
        Span<int> profile = polynomial.Degree < 512 ? stackalloc int[polynomial.Degree + 1] : new int[polynomial.Degree + 1];
        CoefficientProfile.Fill(polynomial, profile);
        return CoefficientProfile.Variations(profile);
    }
}
