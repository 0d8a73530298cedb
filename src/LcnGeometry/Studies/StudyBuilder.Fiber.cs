using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    /// <summary>Every real way to factor a filter into layers, and all parameters that have given invariants besides.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="filter">k̄ coefficients.</param>
    /// <param name="invariants">For each layer but the last the squared norm of its filter less that of the next one's.</param>
    /// <param name="options">Seed, budget, and the largest number of factorizations, and of parameters, to list.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <exception cref="ArgumentException">The filter or the list of invariants has another length.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static FactorDocument Factor(
        Architecture net, ImmutableArray<Rational> filter, ImmutableArray<Rational> invariants, StudyOptions options, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(options);
        RequireAffordableRoots(net, options);
        var space = net.FunctionSpace();
        var set = space.Factor(filter, options.MaxFactorizations, token);
        var fiber = InvariantFiber.Of(space, filter, set, invariants, options.MaxFactorizations, token);
        var document = DocumentOf(net, filter, set, options, token);
        var (kernels, ways) = (fiber.Kernels.Length, set.Factorizations.Length);
        return document with
        {
            Inputs = document.Inputs with { Invariants = Scalars(invariants) },
            Notes =
            [
                .. document.Notes,
                .. NoteOnList(fiber.Count ?? 0, fiber.Parameters.Length, "parameters with these invariants"),
                .. kernels < ways ? (ImmutableArray<string>)[$"Tangent kernels are listed for the first {kernels} factorizations."] : [],
            ],
            Fiber = fiber.ToSection(),
        };
    }
}
