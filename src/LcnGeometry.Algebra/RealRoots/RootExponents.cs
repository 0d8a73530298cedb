namespace LcnGeometry.Algebra;

/// <summary>Powers of two between which all positive roots lie, from signs and lengths of coefficients alone.</summary>
/// <remarks>
/// Every coefficient of the wrong sign is outweighed by one share of a coefficient of the right sign further down; the shares of one coefficient
/// are its halves, quarters and so on. A. Akritas, A. Strzeboński, P. Vigklas, Improving the performance of the continued fractions method
/// using new bounds of positive roots, with shares chosen for the largest margin.
/// </remarks>
internal static class RootExponents
{
    /// <summary>An e such that every positive root is above 2^e.</summary>
    /// <param name="profile">See <see cref="CoefficientProfile"/>; the first entry has a sign, and some entry has the other one.</param>
    /// <param name="reversed">Whether to read the profile from its end: then every positive root is below 2^-e.</param>
    /// <param name="slack">The number of bits by which the lengths may be wrong.</param>
    public static int Below(ReadOnlySpan<int> profile, bool reversed, int slack)
    {
        Span<int> room = profile.Length <= 512 ? stackalloc int[profile.Length] : new int[profile.Length];
        Span<int> place = profile.Length <= 512 ? stackalloc int[profile.Length] : new int[profile.Length];
        int shares = 0, exponent = int.MaxValue;
        var first = profile[reversed ? ^1 : 0];
        for (var i = 0; i < profile.Length; i++)
        {
            var entry = profile[reversed ? profile.Length - 1 - i : i];
            if (entry == 0) continue;
            if ((entry ^ first) >= 0 && !CoefficientProfile.IsUnknown(entry))
            {
                (room[shares], place[shares]) = (Math.Abs(entry) - 2 - slack, i);
                shares++;
                continue;
            }

            var length = CoefficientProfile.Length(entry) + slack;
            var best = exponent == int.MaxValue ? -1 : WidestMargin(room[..shares], place, i, length, exponent);
            if (best < 0) (best, exponent) = Lower(room[..shares], place, i, length);
            room[best]--;
        }

        return exponent;
    }

    /// <summary>The share that outweighs coefficient i at 2^exponent by the largest factor, or -1.</summary>
    private static int WidestMargin(ReadOnlySpan<int> room, ReadOnlySpan<int> place, int i, int length, int exponent)
    {
        int best = -1, widest = length - 1;
        for (var j = 0; j < room.Length; j++)
        {
            var margin = room[j] - (exponent * (i - place[j]));
            if (margin > widest) (best, widest) = (j, margin);
        }

        return best;
    }

    /// <summary>The share that needs the exponent lowered least.</summary>
    private static (int Share, int Exponent) Lower(ReadOnlySpan<int> room, ReadOnlySpan<int> place, int i, int length)
    {
        int best = 0, exponent = int.MinValue;
        for (var j = 0; j < room.Length; j++)
        {
            var possible = -RootInterval.CeilingDivide(length - room[j], i - place[j]);
            if (possible > exponent) (best, exponent) = (j, possible);
        }

        return (best, exponent);
    }
}
