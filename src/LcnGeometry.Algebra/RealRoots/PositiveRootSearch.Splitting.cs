namespace LcnGeometry.Algebra;

internal sealed partial class PositiveRootSearch
{
    /// <summary>Cuts a node at a power of two, or at one nearby when a root too close to the cut leaves the truncated signs open.</summary>
    private bool TrySplit(ref SearchNode node, ReadOnlySpan<int> profile, int variations, int exponent)
    {
        if (TrySplit(ref node, profile, variations, Cut.PowerOfTwo(exponent))) return true;
        return node.Error.IsPresent
            && (TrySplit(ref node, profile, variations, Cut.PowerOfTwo(exponent + 1))
                || TrySplit(ref node, profile, variations, Cut.PowerOfTwo(exponent - 1)));
    }

    /// <summary>Cuts a node just below a cluster, as close as the truncation permits.</summary>
    private bool TrySplit(ref SearchNode node, ReadOnlySpan<int> profile, int variations, Cut center, int bits)
    {
        for (; bits >= 2; bits /= 2)
        {
            if (TrySplit(ref node, profile, variations, ClusterCenter.Below(center, bits))) return true;
            if (!node.Error.IsPresent) return false;
        }

        return false;
    }

    /// <summary>Cuts a node, explores the part with fewer variations and leaves the other one. False, and no change, when truncation forbids it.</summary>
    private bool TrySplit(ref SearchNode node, ReadOnlySpan<int> profile, int variations, Cut cut)
    {
        var upper = Part(node, profile, cut, false, out var rootsAtCut);
        if (!TryVariations(upper, out var upperVariations))
        {
            upper.Polynomial.Release();
            return false;
        }

        if (rootsAtCut > 0) Report(upper.Map, true);

        // Budan: the roots below the cut number at most this, and less by an even number.
        var lowerBound = variations - upperVariations - rootsAtCut;
        if (lowerBound <= 1)
        {
            if (lowerBound == 1) Report(node.Map?.Shifted(cut, true), false);
            node.Polynomial.Release();
            node = upper with { Stalls = upperVariations == variations ? node.Stalls + 1 : 0 };
            return true;
        }

        var lower = Part(node, profile, cut, true, out _);
        var lowerIsKnown = TryVariations(lower, out var lowerVariations);
        node.Polynomial.Release();
        lower = lower with { Stalls = lowerVariations == variations ? node.Stalls + 1 : 0 };
        if (!lowerIsKnown)
        {
            LeaveUndecided(lower.Path);
            lower.Polynomial.Release();
            node = upper;
            return true;
        }

        (node, var other) = upperVariations < lowerVariations ? (lower, upper) : (upper, lower);
        Explore(other);
        return true;
    }

    /// <summary>The part of a node above or below a cut; roots at the cut are divided out.</summary>
    private SearchNode Part(SearchNode node, ReadOnlySpan<int> profile, Cut cut, bool lower, out int rootsAtCut)
    {
        var error = node.Error;
        var part = cut.IsPowerOfTwo
            ? TaylorShift.Apply(node.Polynomial, profile, ref error, cut.Exponent, lower, _precision)
            : PartBeyondMantissa(node, ref error, cut, lower);
        rootsAtCut = 0;
        if (!error.IsPresent)
        {
            while (!part[rootsAtCut].ContainsAnyExcept(0UL)) rootsAtCut++;
        }

        return new SearchNode(part.WithoutLowest(rootsAtCut), error, node.Map?.Shifted(cut, lower), new SearchStep(node.Path, cut, lower), 0);
    }

    private LimbPolynomial PartBeyondMantissa(SearchNode node, ref TruncationError error, Cut cut, bool lower)
    {
        var scaled = MantissaScaling.Apply(node.Polynomial, ref error, cut.Mantissa, _precision, out var exponent);
        Span<int> profile = scaled.Degree < 512 ? stackalloc int[scaled.Degree + 1] : new int[scaled.Degree + 1];
        FillProfile(scaled, error, profile);
        var part = TaylorShift.Apply(scaled, profile, ref error, exponent + cut.Exponent, lower, _precision);
        scaled.Release();
        return part;
    }

    /// <summary>The node at the end of a path, from the exact polynomial with the present precision.</summary>
    private SearchNode Remake(SearchStep? path)
    {
        var steps = new Stack<SearchStep>();
        for (var step = path; step is not null; step = step.Parent) steps.Push(step);
        var node = Root();
        Span<int> buffer = node.Polynomial.Degree < 512 ? stackalloc int[node.Polynomial.Degree + 1] : new int[node.Polynomial.Degree + 1];
        foreach (var step in steps)
        {
            _token.ThrowIfCancellationRequested();
            var profile = buffer[..(node.Polynomial.Degree + 1)];
            FillProfile(node.Polynomial, node.Error, profile);
            var next = Part(node, profile, step.Cut, step.Lower, out _);
            node.Polynomial.Release();
            node = next;
        }

        return node;
    }

    private bool TryVariations(SearchNode node, out int variations)
    {
        Span<int> profile = node.Polynomial.Degree < 512 ? stackalloc int[node.Polynomial.Degree + 1] : new int[node.Polynomial.Degree + 1];
        return TryVariations(node, profile, out variations);
    }

    private bool TryVariations(SearchNode node, Span<int> profile, out int variations)
    {
        FillProfile(node.Polynomial, node.Error, profile);
        return CoefficientProfile.TryVariations(profile, out variations);
    }

    private void FillProfile(LimbPolynomial polynomial, TruncationError error, Span<int> profile)
    {
        CoefficientProfile.Fill(polynomial, profile);
        if (!error.IsPresent) return;
        var degree = polynomial.Degree;
        if (_binomials is null || _binomials.Length != degree + 1) _binomials = TruncationError.BinomialLengths(degree);
        Span<int> thresholds = degree < 512 ? stackalloc int[degree + 1] : new int[degree + 1];
        error.Thresholds(degree, _binomials, thresholds);
        CoefficientProfile.MarkUnknown(profile, thresholds);
    }
}
