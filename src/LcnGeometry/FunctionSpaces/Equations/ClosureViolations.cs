using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Equations of one closure that filters violate: the shortest generator where all generators are quickly found, else the minor of a matrix.</summary>
internal sealed class ClosureViolations(FunctionSpace space)
{
    // So many that finding all generators takes less than a second.
    private const int MostMonomials = 800;
    private ImmutableArray<MultivariatePolynomial<Rational>>? _generators;

    /// <summary>An equation that a filter outside the closure violates; null if none is within reach.</summary>
    public ViolatedEquation? Of(ImmutableArray<Rational> filter, CancellationToken token)
    {
        if (!ClosureEquations.IsQuick(space, MostMonomials)) return ViolationSearch.Find(space, filter, token);
        _generators ??= ClosureEquations.Of(space, token).Generators;
        foreach (var generator in _generators)
        {
            var value = generator.Evaluate(filter.AsSpan());
            if (!value.IsZero) return ViolatedEquation.Of(generator, value);
        }

        throw new InvariantViolationException("a filter outside the closure violates one of its equations", $"{space.Architecture} and filter {string.Join(',', filter)}");
    }
}
