using System.Collections;
using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>All real critical functions of a loss on a network, ascending by loss, with a statement of how complete the list is.</summary>
public sealed partial class CriticalPointSet : IReadOnlyList<CriticalPoint>
{
    private readonly ImmutableArray<CriticalPoint> _points;

    internal CriticalPointSet(
        Architecture architecture,
        QuadraticLoss loss,
        Completeness completeness,
        ImmutableArray<StratumSolutions> strata,
        ImmutableArray<CriticalPoint> points,
        Verdict allRealPoints,
        ImmutableArray<string> notes)
    {
        Architecture = architecture;
        Loss = loss;
        Completeness = completeness;
        Strata = strata;
        _points = points;
        AllRealPoints = allRealPoints;
        Notes = notes;
    }

    /// <summary>The network.</summary>
    public Architecture Architecture { get; }

    /// <summary>The loss.</summary>
    public QuadraticLoss Loss { get; }

    /// <summary>Complex critical parameters modulo layer scalings with a nonzero function: how many there should be, and how many are certified.</summary>
    public Completeness Completeness { get; }

    /// <summary>The complex critical functions, stratum by stratum.</summary>
    public ImmutableArray<StratumSolutions> Strata { get; }

    /// <summary>Whether the list holds every real critical function: completeness holds, and of every certified solution it is proved whether it is real.</summary>
    public Verdict AllRealPoints { get; }

    /// <summary>What a reader should know besides, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <inheritdoc/>
    public int Count => _points.Length;

    /// <inheritdoc/>
    public CriticalPoint this[int index] => _points[index];

    /// <summary>The claims about all solutions, real or not, in a form that can be verified without the program that found them.</summary>
    public Certificate ToCertificate() => CertificateBuilder.Build(this);

    /// <inheritdoc/>
    public IEnumerator<CriticalPoint> GetEnumerator() => ((IEnumerable<CriticalPoint>)_points).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
