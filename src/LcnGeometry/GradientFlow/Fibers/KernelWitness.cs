using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Two parameters with the same function and the same invariants, and different tangent kernels.</summary>
public sealed class KernelWitness
{
    private const int MostEntries = 64, MostEntriesOfSeveralBlocks = 24, Tries = 16;

    private KernelWitness(
        ImmutableArray<Rational> filter, ImmutableArray<Rational> invariants, ImmutableArray<ImmutableArray<LayerFilter>> parameters, ImmutableArray<RationalInterval> entries)
    {
        Filter = filter;
        Invariants = invariants;
        Parameters = parameters;
        Entries = entries;
    }

    /// <summary>The end-to-end filter of both parameters.</summary>
    public ImmutableArray<Rational> Filter { get; }

    /// <summary>The invariants of both: the squared norm of each layer's filter less that of the next one's.</summary>
    public ImmutableArray<Rational> Invariants { get; }

    /// <summary>The two parameters, one filter per layer.</summary>
    public ImmutableArray<ImmutableArray<LayerFilter>> Parameters { get; }

    /// <summary>The entry in the first row and column of the tangent kernel at each; the two enclosures are disjoint.</summary>
    public ImmutableArray<RationalInterval> Entries { get; }

    internal static KernelWitness? Find(FunctionSpace space, int a, int b, CancellationToken token)
    {
        var net = space.Architecture;
        if (net.EndToEndSize > MostEntries || net.Depth > MostEntries) return null;
        if (space.SmoothAwayFromZero == Verdict.Holds)
        {
            return Between(
                net, a, b, [.. net.Filters.Select((size, layer) => Padded(layer == a ? [3, 4] : [1], size))], [.. net.Filters.Select((size, layer) => Padded(layer == b ? [3, 4] : [1], size))], token);
        }

        if (net.EndToEndSize > MostEntriesOfSeveralBlocks) return null;

        // Several merged layers: a generic choice makes the function smooth, and that is checked.
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var random = new CounterRandom(1, attempt);
            ImmutableArray<ImmutableArray<Rational>> rest = [.. net.Filters.Select((size, layer) => Enumerable.Range(0, layer == a || layer == b ? size - 1 : size).Select(_ => NonzeroDigit(random)).ToImmutableArray())];
            ImmutableArray<Rational> one = [NonzeroDigit(random), NonzeroDigit(random)], other = [NonzeroDigit(random), NonzeroDigit(random)];
            var first = rest.SetItem(a, Product(rest[a], one)).SetItem(b, Product(rest[b], other));
            if (space.Contains(FunctionOf(net, first), token).Smooth != Verdict.Holds) continue;
            if (Between(net, a, b, first, rest.SetItem(a, Product(rest[a], other)).SetItem(b, Product(rest[b], one)), token) is { } witness) return witness;
        }

        return null;
    }

    internal RiemannianWitnessRow ToRow()
    {
        LayerFilter entries = new(Entries);
        var isExact = entries.IsExact && Parameters.All(parameter => parameter.All(filter => filter.IsExact));
        return new RiemannianWitnessRow
        {
            Filter = [.. Filter.Select(c => (Scalar)c)],
            Invariants = [.. Invariants.Select(d => (Scalar)d)],
            Parameters = [.. Parameters.Select(parameter => parameter.Select(filter => filter.ToScalars()).ToImmutableArray())],
            Entries = entries.ToScalars(),
            Evidence = isExact ? Evidence.Exact : Evidence.Certified,
            Radius = isExact ? null : Parameters.SelectMany(parameter => parameter).Append(entries).Max(filter => filter.Radius()),
        };
    }

    /// <summary>The first stack as it is, and the second one rescaled to the same function and invariants; null if their kernels are not told apart.</summary>
    private static KernelWitness? Between(
        Architecture net, int a, int b, ImmutableArray<ImmutableArray<Rational>> first, ImmutableArray<ImmutableArray<Rational>> second, CancellationToken token)
    {
        ImmutableArray<Rational> norms = [.. first.Select(filter => filter.Aggregate(Rational.Zero, (sum, c) => sum + (c * c)))];
        ImmutableArray<Rational> invariants = [.. norms.Skip(1).Zip(norms, (next, own) => own - next)];
        var function = FunctionOf(net, first);

        // Layers a and b of the second stack have the product of those of the first one up to a factor.
        var scale = function.First(c => !c.IsZero) / FunctionOf(net, second).First(c => !c.IsZero);
        second = second.SetItem(a, [.. second[a].Select(c => c * scale)]);
        if (!FunctionOf(net, second).SequenceEqual(function)) throw new InvariantViolationException("exchanging factors keeps the function", $"{net}, layers {a + 1} and {b + 1}");
        ImmutableArray<ImmutableArray<LayerFilter>> parameters = [Exact(first), ScaledFactorization.Of(net, Exact(second), InvariantScale.Gaps(invariants), TangentKernel.UsualBits, token).Parameters().First().Filters];
        ImmutableArray<RationalInterval> entries = [.. parameters.Select(FirstEntry)];
        return entries[0].Intersects(entries[1]) ? null : new KernelWitness(function, invariants, parameters, entries);
    }

    // The first entry of T_l T_l^T is the square of the first entry of the product of the other layers.
    private static RationalInterval FirstEntry(ImmutableArray<LayerFilter> filters)
    {
        var sum = RationalInterval.Zero;
        for (var layer = 0; layer < filters.Length; layer++)
        {
            var product = filters.Where((_, other) => other != layer).Aggregate(RationalInterval.One, (value, filter) => value * filter.Coefficients[0]);
            sum += RationalInterval.Pow(product, 2);
        }

        return sum;
    }

    private static ImmutableArray<Rational> FunctionOf(Architecture net, ImmutableArray<ImmutableArray<Rational>> filters) =>
        ParameterizationMap.EndToEnd(new FilterStack<Rational>(net, filters));

    private static ImmutableArray<LayerFilter> Exact(ImmutableArray<ImmutableArray<Rational>> filters) =>
        [.. filters.Select(filter => new LayerFilter([.. filter.Select(c => new RationalInterval(c))]))];

    private static ImmutableArray<Rational> Product(ImmutableArray<Rational> left, ImmutableArray<Rational> right) =>
        (new Polynomial<Rational>(left.AsSpan()) * new Polynomial<Rational>(right.AsSpan())).CoefficientsPadded(left.Length + right.Length - 1);

    private static ImmutableArray<Rational> Padded(ReadOnlySpan<Rational> entries, int size) =>
        [.. entries, .. Enumerable.Repeat(Rational.Zero, size - entries.Length)];

    private static Rational NonzeroDigit(CounterRandom random)
    {
        var digit = (int)(random.NextWord() % 8);
        return digit < 4 ? digit - 4 : digit - 3;
    }
}
