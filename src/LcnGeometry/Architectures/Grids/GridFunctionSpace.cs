using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The set of end-to-end filters that a network with several directions can represent, over the real numbers.</summary>
/// <remarks>
/// A closed cone: a product of nonzero polynomials is not zero. It is the Segre product of the function spaces of the blocks, over the real numbers too,
/// because a sign moves between blocks. What is stated here is exact.
/// </remarks>
public sealed partial class GridFunctionSpace
{
    internal GridFunctionSpace(GridArchitecture architecture)
    {
        Architecture = architecture;
        Blocks = GridBlock.Of(architecture);
    }

    /// <summary>The architecture.</summary>
    public GridArchitecture Architecture { get; }

    /// <summary>The blocks of layers that never meet; empty if every layer has one entry.</summary>
    public ImmutableArray<GridBlock> Blocks { get; }

    /// <summary>The dimension: the number of filter entries less the scalings between layers (A8).</summary>
    /// <remarks>Sizes of one and strides make no exception: a polynomial has finitely many factorizations, so fibers are finite modulo scalings.</remarks>
    public int Dimension => Architecture.EntryCounts.Sum() - Architecture.Depth + 1;

    /// <summary>The number of entries of an end-to-end filter.</summary>
    public int AmbientDimension => Architecture.EndToEndEntries;

    /// <summary>Ambient dimension less dimension.</summary>
    public int Codimension => AmbientDimension - Dimension;

    /// <summary>The degree of the Zariski closure as a projective variety.</summary>
    /// <remarks>
    /// That of the Segre variety of the layers, divided by the number of parameters modulo scalings over a generic filter: layers with entries in several
    /// directions are irreducible there, so that only equal ones can be exchanged; the layers along one direction share out its roots.
    /// </remarks>
    public Integer Degree => Integer.DivideExactly(GridDegree.OfSegre(Architecture.EntryCounts), GridDegree.OfFiber(Architecture));

    /// <summary>Does the function space have interior points?</summary>
    public Verdict Thick => Verdict.Of(Codimension == 0);

    /// <summary>Is every filter representable (A8)?</summary>
    /// <remarks>With entries in several directions a generic filter is irreducible, so there one layer must do all; in one direction the theory of one dimension decides.</remarks>
    public Verdict Filling => Verdict.Of(Codimension == 0 &&
        (Architecture.ActiveDirections is not [var only] || Architecture.Directions[only].FunctionSpace().Filling == Verdict.Holds));

    /// <summary>Is the Zariski closure smooth away from zero?</summary>
    /// <remarks>
    /// A tangled block always has singular points: some product of linear forms has more factorizations than a generic filter, which no normal point allows
    /// under a finite map. Else the closure is the product of linear spaces and of closures in one direction.
    /// </remarks>
    public Verdict SmoothAwayFromZero => Verdict.Of(Blocks.All(block => block.Kind switch
    {
        GridBlockKind.Free => true,
        GridBlockKind.Line => block.Line!.FunctionSpace().SmoothAwayFromZero == Verdict.Holds,
        _ => false,
    }));

    /// <summary>Does the function space equal its Zariski closure?</summary>
    public Verdict ZariskiClosed
    {
        get
        {
            var verdicts = Blocks.Select(ClosedOf).ToArray();
            return verdicts.Contains(Verdict.Fails) ? Verdict.Fails : verdicts.FirstOrDefault(verdict => verdict.Kind == VerdictKind.Undecided, Verdict.Holds);
        }
    }

    /// <summary>The number of complex critical parameters modulo layer scalings, with nonzero function, for generic data (S3, F17).</summary>
    /// <param name="token">Stops a long computation.</param>
    public Integer GenericCriticalPoints(CancellationToken token = default) => CriticalPointCount.OnParameters(Architecture.EntryCounts, token);

    /// <summary>The number of independent conservation laws of the gradient flow where the map has full rank (F24).</summary>
    public int ConservationLaws => Architecture.Depth - 1;

    /// <summary>Whether the function space of one block equals its Zariski closure.</summary>
    internal Verdict ClosedOf(GridBlock block)
    {
        if (block.Kind == GridBlockKind.Free) return Verdict.Holds;
        if (block.Kind == GridBlockKind.Line) return block.Line!.FunctionSpace().ZariskiClosed;

        // Two equal layers can hold an irreducible form and its conjugate. And next to generic irreducible forms of full size the layers along one direction are on their own.
        if (GridDegree.ExchangeableLayers(Architecture, block.Layers).Any(group => group.Length > 1)) return Verdict.Fails;
        foreach (var direction in Architecture.ActiveDirections)
        {
            if (GridDegree.LayersAlong(Architecture, direction, block.Layers) is { } along && along.FunctionSpace().ZariskiClosed == Verdict.Fails) return Verdict.Fails;
        }

        var layers = string.Join(", ", block.Layers.Select(layer => layer + 1));
        if (!HasEqualSteps(block)) return Verdict.Undecided($"no criterion is known for layers {layers}, which overlap and act in several directions with different steps");
        var (verdict, _) = FactorDistribution.Decide([.. block.Layers.Select(layer => (int[])[.. Architecture.Filters[layer].Select(size => size - 1)])]);
        return verdict.Reason is { } reason ? Verdict.Undecided($"for layers {layers} {reason}") : verdict;
    }

    private bool HasEqualSteps(GridBlock block) => Architecture.Directions.All(direction =>
        block.Layers.Where(layer => direction.Filters[layer] > 1).Select(layer => direction.StrideProducts[layer]).Distinct().Count() <= 1);
}
