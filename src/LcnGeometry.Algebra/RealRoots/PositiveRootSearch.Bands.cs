namespace LcnGeometry.Algebra;

internal sealed partial class PositiveRootSearch
{
    /// <summary>
    /// Explores an exact node whose roots are of too different sizes to be cut in two with few bits: from one power of two to the next, each band
    /// by itself, since within a band all coefficients weigh alike.
    /// </summary>
    private void ExploreBands(SearchNode node, ReadOnlySpan<int> profile, int above, int below)
    {
        for (var exponent = above; exponent < below; exponent++)
        {
            if (HasDominantTerm(profile, exponent)) continue;
            var band = Band(node, profile, exponent, out var rootsAtLowerEnd);
            var precision = _precision;
            if (!TryVariations(band, out _) && EndsAtRoot(node, exponent))
            {
                // Truncation would never recognize the root; what is still open otherwise is left undecided like any other node.
                band.Polynomial.Release();
                _precision = int.MaxValue;
                band = Band(node, profile, exponent, out rootsAtLowerEnd);
            }

            if (rootsAtLowerEnd > 0) Report(node.Map?.Shifted(Cut.PowerOfTwo(exponent), false), true);
            Explore(band);
            _precision = precision;
        }
    }

    /// <summary>The part of a node between 2^exponent and twice that.</summary>
    private SearchNode Band(SearchNode node, ReadOnlySpan<int> profile, int exponent, out int rootsAtLowerEnd)
    {
        var beyond = Part(node, profile, Cut.PowerOfTwo(exponent), false, out rootsAtLowerEnd);
        Span<int> buffer = profile.Length <= 512 ? stackalloc int[profile.Length] : new int[profile.Length];
        buffer = buffer[..(beyond.Polynomial.Degree + 1)];
        FillProfile(beyond.Polynomial, beyond.Error, buffer);
        var band = Part(beyond, buffer, Cut.PowerOfTwo(0), true, out _);
        beyond.Polynomial.Release();
        return band;
    }

    /// <summary>Whether lengths alone show that one term outweighs all others together from 2^exponent to twice that.</summary>
    private static bool HasDominantTerm(ReadOnlySpan<int> profile, int exponent)
    {
        long largest = long.MinValue;
        var dominant = 0;
        for (var i = 0; i < profile.Length; i++)
        {
            var size = CoefficientProfile.Length(profile[i]) + ((long)exponent * i);
            if (profile[i] != 0 && size > largest) (dominant, largest) = (i, size);
        }

        var limit = largest - 1 - (32 - System.Numerics.BitOperations.LeadingZeroCount((uint)profile.Length));
        for (var i = 0; i < profile.Length; i++)
        {
            if (i == dominant || profile[i] == 0) continue;
            var size = CoefficientProfile.Length(profile[i]) + ((long)exponent * i) + Math.Max(i - dominant, 0);
            if (size > limit) return false;
        }

        return true;
    }

    /// <summary>Whether 2^exponent or twice that is a root of an exact node.</summary>
    private static bool EndsAtRoot(SearchNode node, int exponent) =>
        TaylorShift.IsRoot(node.Polynomial, exponent) || TaylorShift.IsRoot(node.Polynomial, exponent + 1);
}
