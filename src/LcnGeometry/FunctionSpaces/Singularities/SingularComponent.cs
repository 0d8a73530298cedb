namespace LcnGeometry;

/// <summary>One irreducible component of the singular locus of a Zariski closure: itself the Zariski closure of the function space of a network.</summary>
public sealed record SingularComponent
{
    internal SingularComponent(Architecture network, int layer, int stride)
    {
        Network = network;
        Layer = layer;
        Stride = stride;
    }

    /// <summary>The network whose function space has the component as its Zariski closure.</summary>
    public Architecture Network { get; }

    /// <summary>
    /// The merged layer, 1-based, that can hold all the roots that one root of the next merged layer stands for: it can trade them for that root. A generic
    /// filter of the component has as many factorizations into merged layers as there are ways to choose that root.
    /// </summary>
    public int Layer { get; }

    /// <summary>The stride behind that layer: how many of its roots stand for one root of the next.</summary>
    public int Stride { get; }

    /// <summary>The dimension, scale included.</summary>
    public int Dimension => Network.RootCount + 1;

    /// <summary>The codimension in the Zariski closure of the function space.</summary>
    public int Codimension => Stride - 1;

    internal SingularLocusRow ToRow(IReadOnlyList<string>? equations) => new()
    {
        Filters = Network.Filters,
        Strides = Network.Strides,
        Dimension = Dimension,
        Codimension = Codimension,
        Sentence =
            $"Merged layer {Layer} holds all {Stride} roots that stand for one root of merged layer {Layer + 1}, and can trade them for it: several factorizations over the complex numbers, or one that is a critical point of the parameterization.",
        Equations = equations is null ? null : [.. equations],
    };
}
