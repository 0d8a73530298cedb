using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The set of end-to-end filters that an architecture can represent, over the real numbers.</summary>
/// <remarks>A closed semi-algebraic cone (A1, A2 of the theory). What is stated here is exact.</remarks>
public sealed partial class FunctionSpace
{
    internal FunctionSpace(Architecture architecture)
    {
        Architecture = architecture;
        Merged = MergedArchitecture.Of(architecture);
    }

    /// <summary>The architecture.</summary>
    public Architecture Architecture { get; }

    /// <summary>The merged architecture, with the same dimension and Zariski closure.</summary>
    public MergedArchitecture Merged { get; }

    /// <summary>The dimension: the number of filter entries less the scalings between layers (A3).</summary>
    public int Dimension => Architecture.RootCount + 1;

    /// <summary>The number of entries of an end-to-end filter.</summary>
    public int AmbientDimension => Architecture.EndToEndSize;

    /// <summary>Ambient dimension less dimension.</summary>
    public int Codimension => AmbientDimension - Dimension;

    /// <summary>The degree of the Zariski closure as a projective variety: a multinomial coefficient of the merged sizes (F3).</summary>
    public Integer Degree
    {
        get
        {
            Integer degree = 1;
            var placed = 0;
            foreach (var size in Merged.Filters)
            {
                for (var i = 1; i < size; i++) degree = Integer.DivideExactly(degree * ++placed, i);
            }

            return degree;
        }
    }

    /// <summary>The coefficients of the end-to-end filter that are zero whatever the weights, by index: no choice of one entry per layer contributes to them.</summary>
    /// <remarks>Strides above the filter size before them leave gaps. Time and memory grow with the size of the end-to-end filter.</remarks>
    public ImmutableArray<int> StructuralZeros => [.. FilterSupport.Of(Architecture).Select((reached, index) => (reached, index)).Where(entry => !entry.reached).Select(entry => entry.index)];

    /// <summary>Does the function space have interior points (F2)?</summary>
    public Verdict Thick => Verdict.Of(Codimension == 0);

    /// <summary>Is every filter representable: thick, and at most one layer of odd degree (A5)?</summary>
    public Verdict Filling => Verdict.Of(Codimension == 0 && Architecture.EvenFilters <= 1);

    /// <summary>Is the Zariski closure smooth away from zero (F4)?</summary>
    public Verdict SmoothAwayFromZero => Verdict.Of(HasSegreClosure);

    /// <summary>Does the function space equal its Zariski closure?</summary>
    /// <remarks>
    /// Always decided: in merged form, with S_j the product of the earlier strides, it does exactly when every layer j has odd size or the layers before it
    /// have a product of degree below S_j, and no two layers of even size were merged into one. For two merged layers this is F5 of the theory.
    /// </remarks>
    public Verdict ZariskiClosed => Verdict.Of(ClosureGap.Block(Architecture, LayerBlock.Of(Architecture)) is null);

    /// <summary>A filter of the Zariski closure that the network does not represent; null when the function space is Zariski closed.</summary>
    /// <param name="token">Stops a long computation.</param>
    public ImmutableArray<Rational>? OutsideInClosure(CancellationToken token = default) => ClosureGap.Witness(Architecture, token);

    /// <summary>The number of complex critical parameters modulo layer scalings, with nonzero function, for generic data (S3).</summary>
    /// <param name="token">Stops a long computation.</param>
    public Integer GenericCriticalPoints(CancellationToken token = default) => CriticalPointCount.OnParameters(Architecture.Filters, token);

    /// <summary>The number of independent conservation laws of the gradient flow where the map has full rank (F24).</summary>
    public int ConservationLaws => Architecture.Depth - 1;

    // One merged layer is a linear space; otherwise the map is a Segre embedding exactly when no filter is longer than its stride.
    private bool HasSegreClosure => Merged.Layers.SkipLast(1).All(l => l.Size <= l.Stride);
}
