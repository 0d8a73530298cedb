using System.Collections.Immutable;
using System.Globalization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A one-dimensional single-channel linear convolutional network: filter sizes k_1..k_L and strides s_1..s_L.</summary>
/// <remarks>
/// Layer l is a cross-correlation without padding. The composition of all layers is one convolution whose filter,
/// read as the coefficients of a form in x and y (index = exponent of x), is the product of the layers' forms,
/// layer l in <c>x^S_l</c> and <c>y^S_l</c> with <c>S_l = s_1 ... s_(l-1)</c> (D1 to D4 of the theory). The last stride never enters.
/// </remarks>
public sealed class Architecture : IEquatable<Architecture>
{
    /// <summary>The largest end-to-end filter that is accepted.</summary>
    public const int LargestEndToEndSize = 1_000_000;

    private const int MostLayers = 10_000;

    /// <summary>Creates an architecture.</summary>
    /// <param name="filters">Filter sizes, each at least 1; at least one layer.</param>
    /// <param name="strides">One stride per layer, each at least 1; omitted, all strides are 1.</param>
    /// <exception cref="ArgumentException">A size or stride is below 1, the numbers of sizes and strides differ, or the end-to-end filter is too large.</exception>
    public Architecture(ImmutableArray<int> filters, ImmutableArray<int>? strides = null)
    {
        if (filters.IsDefaultOrEmpty) throw new ArgumentException("An architecture has at least one layer.", nameof(filters));
        if (filters.Length > MostLayers) throw new ArgumentException($"{filters.Length} layers are more than the {MostLayers} that are accepted.", nameof(filters));
        Filters = filters;
        Strides = strides ?? [.. Enumerable.Repeat(1, filters.Length)];
        for (var layer = 0; layer < filters.Length; layer++) CheckSize("filter size", filters[layer], layer, nameof(filters));
        if (Strides.Length != filters.Length)
        {
            throw new ArgumentException(
                $"{Quantity.Of(Strides.Length, "stride")} for {Quantity.Of(filters.Length, "layer")}: give one stride per layer (the last never changes the function space).", nameof(strides));
        }

        for (var layer = 0; layer < filters.Length; layer++) CheckSize("stride", Strides[layer], layer, nameof(strides));

        var products = ImmutableArray.CreateBuilder<Integer>(filters.Length);
        Integer size = 1, product = 1;
        for (var layer = 0; layer < filters.Length; layer++)
        {
            products.Add(product);
            size += (Integer)(filters[layer] - 1) * product;
            product *= Strides[layer];
        }

        if (size > LargestEndToEndSize)
        {
            throw new ArgumentException($"The end-to-end filter would have {size} entries; at most {LargestEndToEndSize} are accepted.", nameof(filters));
        }

        StrideProducts = products.MoveToImmutable();
        EndToEndSize = (int)size;
        EndToEndStride = product;
    }

    /// <summary>Filter sizes k_1..k_L.</summary>
    public ImmutableArray<int> Filters { get; }

    /// <summary>Strides s_1..s_L.</summary>
    public ImmutableArray<int> Strides { get; }

    /// <summary>The number of layers L.</summary>
    public int Depth => Filters.Length;

    /// <summary>S_l, the product of the strides before layer l: layer l is upsampled by it.</summary>
    public ImmutableArray<Integer> StrideProducts { get; }

    /// <summary>The number of entries of the end-to-end filter: 1 + sum of (k_l - 1) S_l.</summary>
    public int EndToEndSize { get; }

    /// <summary>The product of all strides.</summary>
    public Integer EndToEndStride { get; }

    /// <summary>The number of filter entries of all layers.</summary>
    public int ParameterCount => Filters.Sum();

    /// <summary>The sum of k_l - 1: the number of roots that the layers hold together.</summary>
    public int RootCount => Filters.Sum() - Depth;

    /// <summary>The number of layers with an even filter size: each holds a polynomial of odd degree, so each needs a real root.</summary>
    public int EvenFilters => Filters.Count(k => k % 2 == 0);

    /// <summary>Whether no layer with more than one entry is upsampled: the function space is then that of stride one.</summary>
    public bool IsStrideOne => Enumerable.Range(0, Depth).All(l => Filters[l] == 1 || StrideProducts[l].IsOne);

    /// <summary>Reads filter sizes such as <c>3,2,2</c> and, optionally, strides such as <c>2,1,1</c>.</summary>
    /// <exception cref="FormatException">A list is empty or an entry is not an integer.</exception>
    /// <exception cref="ArgumentException">See the constructor.</exception>
    public static Architecture Parse(string filters, string? strides = null) =>
        new(ParseList(filters, "filter size"), strides is null ? null : ParseList(strides, "stride"));

    /// <summary>The set of end-to-end filters that the network can represent.</summary>
    public FunctionSpace FunctionSpace() => new(this);

    /// <inheritdoc/>
    public bool Equals(Architecture? other) =>
        other is not null && Filters.SequenceEqual(other.Filters) && Strides.SequenceEqual(other.Strides);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Architecture);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var k in Filters) hash.Add(k);
        foreach (var s in Strides) hash.Add(s);
        return hash.ToHashCode();
    }

    /// <summary>Equality of sizes and strides.</summary>
    public static bool operator ==(Architecture? left, Architecture? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality of sizes or strides.</summary>
    public static bool operator !=(Architecture? left, Architecture? right) => !(left == right);

    /// <summary><c>(3,2)</c>, with strides other than one appended as in <c>(3,2) strides (2,1)</c>.</summary>
    public override string ToString() => Strides.All(s => s == 1)
        ? $"({string.Join(',', Filters)})"
        : $"({string.Join(',', Filters)}) strides ({string.Join(',', Strides)})";

    private static void CheckSize(string what, int value, int layer, string parameter)
    {
        if (value < 1) throw new ArgumentOutOfRangeException(parameter, $"The {what} of layer {layer + 1} is {value}; it must be at least 1.");
    }

    private static ImmutableArray<int> ParseList(string text, string what)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split(',').Select((entry, i) =>
            int.TryParse(entry.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new FormatException($"'{entry.Trim()}' is not a {what}: entry {i + 1} of '{text}' must be an integer of at least 1 and at most {int.MaxValue}."))];
    }
}
