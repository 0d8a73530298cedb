using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>One complex factorization of a filter into layers, in normal form.</summary>
/// <remarks>In layers 2..L the nonzero coefficient of highest index is one; layer 1 carries the scale.</remarks>
public sealed class ComplexFactorization
{
    internal ComplexFactorization(ImmutableArray<ComplexLayerFilter> filters, bool isReal, bool isCritical, bool isSquarefree, int conjugate) =>
        (Filters, IsReal, IsCritical, IsSquarefree, Conjugate) = (filters, isReal, isCritical, isSquarefree, conjugate);

    /// <summary>One filter per layer.</summary>
    public ImmutableArray<ComplexLayerFilter> Filters { get; }

    /// <summary>Whether every filter is real; decided exactly.</summary>
    public bool IsReal { get; }

    /// <summary>Whether the parameterization map is critical there: its differential has less than the generic rank; decided exactly (F12).</summary>
    public bool IsCritical { get; }

    /// <summary>Whether every layer has distinct roots.</summary>
    public bool IsSquarefree { get; }

    /// <summary>The place of the complex conjugate in the whole list, from 0; its own place for a real one.</summary>
    public int Conjugate { get; }

    /// <summary>Exact if every filter has rational real and imaginary parts, else certified.</summary>
    public Evidence Evidence => Filters.All(f => f.IsExact) ? Evidence.Exact : Evidence.Certified;

    internal ComplexFactorizationRow ToRow(int listed) => new()
    {
        Filters = [.. Filters.Select(f => f.ToScalars())],
        Evidence = Evidence,
        Radius = Evidence == Evidence.Exact ? null : Filters.Max(f => f.Radius()),
        Real = IsReal,
        Conjugate = Conjugate < listed ? Conjugate + 1 : null,
        Critical = IsCritical,
        Squarefree = IsSquarefree,
    };
}

/// <summary>Every complex factorization of a filter, or the first ones of a long list; the count is always complete.</summary>
public sealed class ComplexFactorizationSet
{
    internal ComplexFactorizationSet(Integer? count, ImmutableArray<ComplexFactorization> factorizations)
    {
        Count = count;
        Factorizations = factorizations;
    }

    /// <summary>The exact number of complex factorizations modulo layer scalings; null for the zero filter, which has infinitely many.</summary>
    public Integer? Count { get; }

    /// <summary>The factorizations that were built, in a fixed order, conjugate ones side by side.</summary>
    public ImmutableArray<ComplexFactorization> Factorizations { get; }

    /// <summary>Whether <see cref="Factorizations"/> holds all of them.</summary>
    public Verdict Complete => Verdict.Of(Count == Factorizations.Length);
}
