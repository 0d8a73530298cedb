using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>One way to factor a filter into layers over the complex numbers, in normal form.</summary>
public sealed record ComplexFactorizationRow
{
    /// <summary>The filters: for each layer, for each coefficient its real and its imaginary part, exact where both are rational.</summary>
    public required ImmutableArray<ImmutableArray<ImmutableArray<Scalar>>> Filters { get; init; }

    /// <summary><c>exact</c> if every part is rational, else <c>certified</c>.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>A bound on the error of every printed part; null if exact.</summary>
    public double? Radius { get; init; }

    /// <summary>Whether every filter is real.</summary>
    public required bool Real { get; init; }

    /// <summary>The place of the complex conjugate in the list, from 1; its own for a real one; null if the list was cut before it.</summary>
    public int? Conjugate { get; init; }

    /// <summary>Whether the parameterization map is critical there: its differential has less than the generic rank.</summary>
    public required bool Critical { get; init; }

    /// <summary>Whether every filter has distinct roots.</summary>
    public required bool Squarefree { get; init; }
}
