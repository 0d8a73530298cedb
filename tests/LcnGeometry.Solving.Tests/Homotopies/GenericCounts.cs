using LcnGeometry.Solving.Tests.Systems;

namespace LcnGeometry.Solving.Tests.Homotopies;

/// <summary>Numbers of critical points for generic data, from their generating functions, written out once more for these tests.</summary>
internal static class GenericCounts
{
    /// <summary>All partitions of a number, largest part first.</summary>
    public static IEnumerable<int[]> Partitions(int n, int largest = int.MaxValue)
    {
        if (n == 0) yield return [];
        for (var part = Math.Min(n, largest); part >= 1; part--)
        {
            foreach (var rest in Partitions(n - part, part)) yield return [part, .. rest];
        }
    }

    /// <summary>The generic ED degree of a root pattern: the coefficient of ∏ h_j^{m_j} in Σ_i C(ν+1, i) g^i v^{ν-i}, g = Σ (j-1) h_j, v = Σ j h_j.</summary>
    public static int OfPattern(params int[] parts)
    {
        // By exponents of g and v: the coefficient counts the ways to hand the ν parts, grouped by size, to ν places.
        var parted = parts.GroupBy(j => j).Select(g => (Size: g.Key, Count: g.Count())).ToArray();
        long total = 0;
        for (var i = 0; i <= parts.Length; i++) total += Binomial(parts.Length + 1, i) * Coefficient(parted, i, parts.Length - i);
        return checked((int)total);
    }

    /// <summary>The count of a shape such as <c>1:2,1</c>; with several blocks, found by elimination, see the theory.</summary>
    public static int OfShape(string shape) => shape switch
    {
        "1:1 2:1" => 6,
        "1:1,1 2:1" or "1:1,1 3:1" => 10,
        "1:2 2:1" => 14,
        "1:1 2:1 4:1" => 34,
        "1:1,1 2:1,1" => 39,
        _ => OfPattern([.. RandomMaps.Parse(shape).Factors.SelectMany(f => Enumerable.Repeat(f.Exponent, f.Degree))]),
    };

    /// <summary>The coefficient of the monomial in g^inG v^inV.</summary>
    private static long Coefficient((int Size, int Count)[] parts, int inG, int inV)
    {
        if (parts.Length == 0) return inG == 0 && inV == 0 ? 1 : 0;
        var (size, count) = parts[0];
        long total = 0;
        for (var a = 0; a <= Math.Min(count, inG); a++)
        {
            var b = count - a;
            if (b > inV) continue;
            var weight = Binomial(inG, a) * Binomial(inV, b) * Power(size - 1, a) * Power(size, b);
            total += weight * Coefficient(parts[1..], inG - a, inV - b);
        }

        return total;
    }

    private static long Binomial(int n, int k)
    {
        long value = 1;
        for (var i = 0; i < k; i++) value = value * (n - i) / (i + 1);
        return value;
    }

    private static long Power(int basis, int exponent)
    {
        long value = 1;
        for (var i = 0; i < exponent; i++) value *= basis;
        return value;
    }
}
