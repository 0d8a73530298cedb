using System.Collections.Immutable;
using System.Globalization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Decides whether the tangent kernels of several factorizations of one function are the same.</summary>
/// <param name="space">The function space.</param>
/// <param name="filter">The function.</param>
/// <param name="set">Its factorizations.</param>
/// <param name="gaps">How much the squared norm of each layer exceeds the smallest one.</param>
internal sealed class KernelComparison(FunctionSpace space, ImmutableArray<Rational> filter, FactorizationSet set, ImmutableArray<Rational> gaps)
{
    private const int MostSharpened = 12;
    private static readonly ImmutableArray<int> Precisions = [256, 1024];

    /// <summary>Compares the kernels of the function with the same invariants.</summary>
    /// <param name="kernels">The kernels of the first factorizations, in order.</param>
    /// <param name="token">Stops a long computation.</param>
    public KernelAgreement Of(ImmutableArray<TangentKernel> kernels, CancellationToken token)
    {
        var net = space.Architecture;
        if (set.Count == Integer.One) return KernelAgreement.Holds("There is one factorization, and signs leave the kernel as it is.", Evidence.Proved);
        if (HasOnlyExchanges(net, gaps))
            return KernelAgreement.Holds("All factorizations differ by exchanging linear filters of equal norm and stride, which leaves the kernel as it is.", Evidence.Proved);
        var byExchange = set.Factorizations.Select((factorization, i) => (Key: KeyOf(net, factorization, gaps), Place: i)).GroupBy(item => item.Key, item => item.Place).ToArray();
        if (byExchange.Length == 1 && set.Complete == Verdict.Holds)
            return KernelAgreement.Holds("All factorizations differ by exchanging filters of layers of equal size, norm and stride, which leaves the kernel as it is.", Evidence.Proved);

        ImmutableArray<int> places = [.. byExchange.Select(group => group.First()).Where(place => place < kernels.Length)];
        if (Differing(places, [.. places.Select(place => kernels[place])]) is { } found) return found;
        var isComplete = set.Complete == Verdict.Holds && places.Length == byExchange.Length;
        if (isComplete && places.All(place => kernels[place].Evidence == Evidence.Exact)) return KernelAgreement.Holds("The exact kernels of all factorizations are equal.", Evidence.Exact);
        if (places.Length is > 1 and <= MostSharpened)
        {
            foreach (var bits in Precisions)
            {
                var sharper = space.Factor(filter, places[^1] + 1, bits, token).Factorizations;
                if (Differing(places, [.. places.Select(place => ScaledFactorization.Of(net, sharper[place].Filters, gaps, bits, token).Kernel())]) is { } apart) return apart;
            }
        }

        return KernelAgreement.Undecided(isComplete
            ? "The enclosures of the kernels overlap; they may be equal or very near to each other."
            : $"Only {kernels.Length} of {set.Count} factorizations were compared, and their kernels were not told apart.");
    }

    private static KernelAgreement? Differing(ImmutableArray<int> places, ImmutableArray<TangentKernel> kernels)
    {
        for (var i = 1; i < kernels.Length; i++)
        {
            if (Difference(kernels[0], kernels[i]) is not { } at) continue;
            return KernelAgreement.Fails(
                string.Create(CultureInfo.InvariantCulture, $"The kernels of factorizations {places[0] + 1} and {places[i] + 1} differ in entry ({at.Row}, {at.Column})."),
                kernels[0].Evidence == Evidence.Exact && kernels[i].Evidence == Evidence.Exact ? Evidence.Exact : Evidence.Certified);
        }

        return null;
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
