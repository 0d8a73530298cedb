using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Exponents of monomials, compared entry by entry.</summary>
internal sealed class ExponentOrder : IComparer<ImmutableArray<int>>, IEqualityComparer<ImmutableArray<int>>
{
    public static ExponentOrder Comparer { get; } = new();

    public int Compare(ImmutableArray<int> x, ImmutableArray<int> y) => x.AsSpan().SequenceCompareTo(y.AsSpan());

    public bool Equals(ImmutableArray<int> x, ImmutableArray<int> y) => x.AsSpan().SequenceEqual(y.AsSpan());

    public int GetHashCode(ImmutableArray<int> obj)
    {
        var hash = default(HashCode);
        foreach (var exponent in obj) hash.Add(exponent);
        return hash.ToHashCode();
    }
}
