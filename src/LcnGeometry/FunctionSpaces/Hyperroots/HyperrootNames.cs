using System.Globalization;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Roots of a form in words: real ones, then complex pairs.</summary>
internal static class HyperrootNames
{
    private const int MostListed = 5;

    /// <summary>A word for each real root and each pair.</summary>
    public static IEnumerable<string> Of(CertifiedRoots roots) =>
    [
        .. roots.Real.Select(root => root.Interval is { } interval ? Number(interval) : "infinity"),
        .. roots.Pairs.Select(pair => Number(pair.Re) is "0" ? $"±{Factor(pair.Im)}i" : $"{Number(pair.Re)} ± {Factor(pair.Im)}i"),
    ];

    /// <summary>Their multiplicities.</summary>
    public static IEnumerable<int> Multiplicities(CertifiedRoots roots) => [.. roots.Real.Select(root => root.Multiplicity), .. roots.Pairs.Select(pair => pair.Multiplicity)];

    /// <summary>Some of them, with how often they occur.</summary>
    public static string List(IEnumerable<(string Name, int Copies)> roots)
    {
        var all = roots.ToArray();
        var listed = all.Take(MostListed).Select(root => root.Copies == 1 ? root.Name : $"{root.Name} ({(root.Copies == 2 ? "twice" : $"{root.Copies} times")})");
        return string.Join(", ", listed) + (all.Length > MostListed ? $" and {all.Length - MostListed} more" : "");
    }

    private static string Factor(RationalInterval value) => Number(value) is "1" ? "" : Number(value);

    // Enclosures of the first precision are far narrower than six digits unless they enclose zero.
    private static string Number(RationalInterval value) => value.ContainsZero ? "0" : value.Midpoint.ToDouble().ToString("G6", CultureInfo.InvariantCulture);
}
