using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A model whose prediction depends on its parameters through polynomials <c>φ(θ)</c>, such as the end-to-end filter of a network.</summary>
/// <remarks>Gradient flow of any loss <c>ℓ(φ(θ))</c> moves in the span of the gradients of the coordinates of φ; what is constant along all of them is conserved by every such flow.</remarks>
public sealed partial class PolynomialModel
{
    /// <summary>Creates a model.</summary>
    /// <param name="name">A name for messages, such as <c>(3,2)</c>.</param>
    /// <param name="parameters">The names of the parameters θ.</param>
    /// <param name="coordinates">The coordinates of φ; those that are constant are left out.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a coordinate has other variables than the parameters.</exception>
    public PolynomialModel(string name, VariableList parameters, ImmutableArray<MultivariatePolynomial<Integer>> coordinates)
        : this(name, parameters, coordinates, [])
    {
    }

    private PolynomialModel(string name, VariableList parameters, ImmutableArray<MultivariatePolynomial<Integer>> coordinates, ImmutableArray<ConservationLaw> familiar)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Count == 0) throw new ArgumentException("A model has at least one parameter.", nameof(parameters));
        if (coordinates.IsDefault) throw new ArgumentException("The coordinates are missing.", nameof(coordinates));
        foreach (var coordinate in coordinates)
        {
            if (!coordinate.IsConstant && coordinate.Variables != parameters) throw new VariableMismatchException(parameters, coordinate.Variables);
        }

        Name = name;
        Parameters = parameters;
        Coordinates = [.. coordinates.Where(coordinate => !coordinate.IsConstant)];
        Familiar = familiar;
    }

    /// <summary>A name for messages.</summary>
    public string Name { get; }

    /// <summary>The names of the parameters.</summary>
    public VariableList Parameters { get; }

    /// <summary>The coordinates of φ that are not constant.</summary>
    public ImmutableArray<MultivariatePolynomial<Integer>> Coordinates { get; }

    /// <summary>Laws that readers expect, under their names; which of them hold is found out, not believed.</summary>
    internal ImmutableArray<ConservationLaw> Familiar { get; }

    /// <summary>The gradients of the coordinates.</summary>
    internal ImmutableArray<VectorField> Fields() => [.. Coordinates.Select(coordinate => VectorField.Gradient(Parameters, coordinate))];

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
