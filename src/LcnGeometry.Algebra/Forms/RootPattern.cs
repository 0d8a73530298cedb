using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>The multiplicities of the roots of a nonzero real binary form: those of its real roots and those of its complex pairs.</summary>
/// <remarks>
/// Written <c>21|1</c>: a double and a simple real root, and one complex pair. The root at infinity is a real root.
/// Patterns are ordered by degree, then by the degree in complex pairs, then by the real multiplicities read as a word.
/// </remarks>
public sealed partial class RootPattern : IEquatable<RootPattern>, IComparable<RootPattern>
{
    /// <summary>The pattern with the given multiplicities, in any order.</summary>
    /// <param name="real">The multiplicity of each distinct real root, at least 1.</param>
    /// <param name="pairs">The multiplicity of each distinct pair of complex conjugate roots, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A multiplicity is below 1.</exception>
    public RootPattern(IEnumerable<int> real, IEnumerable<int> pairs)
    {
        Real = Descending(real, nameof(real));
        Pairs = Descending(pairs, nameof(pairs));
    }

    /// <summary>The multiplicities of the distinct real roots, descending.</summary>
    public ImmutableArray<int> Real { get; }

    /// <summary>The multiplicities of the distinct complex pairs, descending.</summary>
    public ImmutableArray<int> Pairs { get; }

    /// <summary>The degree of the forms with this pattern.</summary>
    public int Degree => RealRootsWithMultiplicity + (2 * Pairs.Sum());

    /// <summary>The number of real roots, each counted as often as its multiplicity says.</summary>
    public int RealRootsWithMultiplicity => Real.Sum();

    /// <summary>The number of different real roots.</summary>
    public int DistinctRealRoots => Real.Length;

    /// <summary>The number of different real roots of odd multiplicity: where the form changes its sign.</summary>
    public int OddRealRoots => Real.Count(int.IsOddInteger);

    /// <summary>The multiplicities of all complex roots, descending: the real ones once, those of pairs twice.</summary>
    public ImmutableArray<int> Complex => Descending(Real.Concat(Pairs).Concat(Pairs), nameof(Complex));

    /// <summary>Whether all roots are simple.</summary>
    public bool IsSquarefree => (Real.IsEmpty || Real[0] == 1) && (Pairs.IsEmpty || Pairs[0] == 1);

    /// <inheritdoc/>
    public bool Equals(RootPattern? other) =>
        other is not null && Real.AsSpan().SequenceEqual(other.Real.AsSpan()) && Pairs.AsSpan().SequenceEqual(other.Pairs.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RootPattern);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var multiplicity in Real) hash.Add(multiplicity);
        hash.Add(0);
        foreach (var multiplicity in Pairs) hash.Add(multiplicity);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public int CompareTo(RootPattern? other)
    {
        if (other is null) return 1;
        var byDegree = Degree.CompareTo(other.Degree);
        if (byDegree != 0) return byDegree;
        var byRealDegree = other.RealRootsWithMultiplicity.CompareTo(RealRootsWithMultiplicity);
        if (byRealDegree != 0) return byRealDegree;
        var byReal = Real.AsSpan().SequenceCompareTo(other.Real.AsSpan());
        return byReal != 0 ? byReal : Pairs.AsSpan().SequenceCompareTo(other.Pairs.AsSpan());
    }

    /// <summary>Equality of multiplicities.</summary>
    public static bool operator ==(RootPattern? left, RootPattern? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality of multiplicities.</summary>
    public static bool operator !=(RootPattern? left, RootPattern? right) => !(left == right);

    private static ImmutableArray<int> Descending(IEnumerable<int> multiplicities, string parameter)
    {
        var sorted = multiplicities.ToArray();
        foreach (var multiplicity in sorted)
        {
            if (multiplicity < 1) throw new ArgumentOutOfRangeException(parameter, $"{multiplicity} is not a multiplicity; it must be at least 1.");
        }

        Array.Sort(sorted, static (a, b) => b.CompareTo(a));
        return [.. sorted];
    }
}
