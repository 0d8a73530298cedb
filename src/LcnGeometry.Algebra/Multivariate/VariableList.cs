using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace LcnGeometry.Algebra;

/// <summary>The names of the variables of a polynomial ring, in order.</summary>
/// <remarks>
/// <para>
/// A name is an ASCII letter followed by ASCII letters, digits and underscores: <c>x</c>, <c>c0</c>, <c>w_1_2</c>.
/// Names are distinct and case matters. The order of the names is part of the ring: it fixes the order of the terms.
/// </para>
/// <para>A collection expression makes one: <c>VariableList variables = ["x", "y"];</c>.</para>
/// </remarks>
[CollectionBuilder(typeof(VariableList), nameof(Create))]
public sealed class VariableList : IReadOnlyList<string>, IEquatable<VariableList>
{
    private readonly ImmutableArray<string> _names;

    private VariableList(ImmutableArray<string> names) => _names = names;

    /// <summary>No variables: the ring of the coefficients itself.</summary>
    public static VariableList Empty { get; } = new([]);

    /// <summary>The number of variables.</summary>
    public int Count => _names.Length;

    /// <summary>The name at a position.</summary>
    /// <param name="index">From 0.</param>
    public string this[int index] => _names[index];

    /// <summary>The list of the given names, in the given order.</summary>
    /// <exception cref="ArgumentException">A name is not an identifier, or occurs twice.</exception>
    public static VariableList Create(ReadOnlySpan<string> names)
    {
        if (names.IsEmpty) return Empty;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!IsName(name))
            {
                throw new ArgumentException($"'{name}' is not a variable name: expected a letter followed by letters, digits or underscores.", nameof(names));
            }

            if (!seen.Add(name)) throw new ArgumentException($"The variable '{name}' is listed twice.", nameof(names));
        }

        return new VariableList([.. names]);
    }

    /// <summary>A prefix with the numbers from 0: <c>Numbered("c", 3)</c> is <c>c0, c1, c2</c>.</summary>
    /// <param name="prefix">A variable name.</param>
    /// <param name="count">At least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static VariableList Numbered(string prefix, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Create([.. Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"{prefix}{i}"))]);
    }

    /// <summary>Whether a text can name a variable: an ASCII letter followed by ASCII letters, digits and underscores.</summary>
    public static bool IsName(string? text) =>
        !string.IsNullOrEmpty(text) && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>The position of a name, or -1.</summary>
    public int IndexOf(string name) => _names.IndexOf(name, StringComparer.Ordinal);

    /// <summary>Whether a name is in the list.</summary>
    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <inheritdoc/>
    public bool Equals(VariableList? other) =>
        ReferenceEquals(this, other) || (other is not null && _names.AsSpan().SequenceEqual(other._names.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VariableList);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var name in _names) hash.Add(name, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <summary>The names between brackets: <c>[x, y]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", _names)}]";

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Equality of names and order.</summary>
    public static bool operator ==(VariableList? left, VariableList? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality of names or order.</summary>
    public static bool operator !=(VariableList? left, VariableList? right) => !(left == right);

    /// <summary>The position of a name that must be there.</summary>
    internal int Require(string name)
    {
        var index = IndexOf(name);
        return index >= 0 ? index : throw new ArgumentException($"'{name}' is not among the variables {this}.", nameof(name));
    }
}
