using System.Collections.Immutable;
using System.Globalization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Decides whether the tangent kernels of several factorizations of one function are the same.</summary>
internal static class KernelComparison
{
    /// <summary>Compares the kernels of factorizations with the same function and the same invariants.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="set">The factorizations.</param>
    /// <param name="gaps">How much the squared norm of each layer exceeds the smallest one.</param>
    /// <param name="kernels">The kernels of the first factorizations, in order.</param>
    public static KernelAgreement Of(Architecture net, FactorizationSet set, ImmutableArray<Rational> gaps, ImmutableArray<TangentKernel> kernels)
    {
        if (set.Count == Integer.One) return KernelAgreement.Holds("There is one factorization, and signs leave the kernel as it is.", Evidence.Proved);
        if (HasOnlyExchanges(net, gaps))
            return KernelAgreement.Holds("All factorizations differ by exchanging linear filters of equal norm and stride, which leaves the kernel as it is.", Evidence.Proved);
        var byExchange = set.Factorizations.Select((factorization, i) => (Key: KeyOf(net, factorization, gaps), Place: i)).GroupBy(item => item.Key, item => item.Place).ToArray();
        if (byExchange.Length == 1 && set.Complete == Verdict.Holds)
            return KernelAgreement.Holds("All factorizations differ by exchanging filters of layers of equal size, norm and stride, which leaves the kernel as it is.", Evidence.Proved);

        ImmutableArray<int> representatives = [.. byExchange.Select(places => places.First()).Where(place => place < kernels.Length)];
        foreach (var place in representatives.Skip(1))
        {
            if (Difference(kernels[representatives[0]], kernels[place]) is { } at)
            {
                return KernelAgreement.Fails(
                    string.Create(CultureInfo.InvariantCulture, $"The kernels of factorizations {representatives[0] + 1} and {place + 1} differ in entry ({at.Row}, {at.Column})."),
                    kernels[representatives[0]].Evidence == Evidence.Exact && kernels[place].Evidence == Evidence.Exact ? Evidence.Exact : Evidence.Certified);
            }
        }

        if (set.Complete != Verdict.Holds || representatives.Length < byExchange.Length)
            return KernelAgreement.Undecided($"Only {kernels.Length} of {set.Count} factorizations were compared, and their kernels were not told apart.");
        if (representatives.All(place => kernels[place].Evidence == Evidence.Exact)) return KernelAgreement.Holds("The exact kernels of all factorizations are equal.", Evidence.Exact);
        return KernelAgreement.Undecided("The enclosures of the kernels overlap; they may be equal or very near to each other.");
    }

    /// <summary>
    /// Whether any two factorizations of any function differ by exchanging filters of equal size, norm and stride only: then every layer with
    /// more than one entry has two, no two of them have different strides, and all of them have the same norm.
    /// </summary>
    private static bool HasOnlyExchanges(Architecture net, ImmutableArray<Rational> gaps)
    {
        var layers = Enumerable.Range(0, net.Depth).Where(layer => net.Filters[layer] > 1).ToArray();
        return layers.Length > 0 && layers.All(layer => net.Filters[layer] == 2 && net.StrideProducts[layer] == net.StrideProducts[layers[0]] && gaps[layer] == gaps[layers[0]]);
    }

    /// <summary>Factorizations with the same key differ by exchanging filters of layers of equal size, norm and stride.</summary>
    private static string KeyOf(Architecture net, Factorization factorization, ImmutableArray<Rational> gaps) =>
        string.Join(';', Enumerable.Range(0, net.Depth)
            .Where(layer => net.Filters[layer] > 1)
            .Select(layer => $"{net.StrideProducts[layer]}/{net.Filters[layer]}/{gaps[layer]}/{factorization.Roots[layer]}")
            .Order(StringComparer.Ordinal));

    private static (int Row, int Column)? Difference(TangentKernel left, TangentKernel right)
    {
        for (var row = 0; row < left.Enclosure.Rows; row++)
        {
            for (var column = row; column < left.Enclosure.Rows; column++)
            {
                if (!left.Enclosure[row, column].Intersects(right.Enclosure[row, column])) return (row, column);
            }
        }

        return null;
    }
}
