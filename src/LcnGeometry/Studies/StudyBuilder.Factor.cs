using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    /// <summary>Every real way to factor a filter into layers, and the complex ones if the options ask for them.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="filter">k̄ coefficients.</param>
    /// <param name="options">Seed, budget, and the largest number of factorizations to list.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <exception cref="ArgumentException">The filter has another length.</exception>
    public static FactorDocument Factor(Architecture net, ImmutableArray<Rational> filter, StudyOptions options, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(options);
        RequireAffordableRoots(net, options);
        return DocumentOf(net, filter, net.FunctionSpace().Factor(filter, options.MaxFactorizations, token), options, token);
    }

    private static FactorDocument DocumentOf(Architecture net, ImmutableArray<Rational> filter, FactorizationSet set, StudyOptions options, CancellationToken token)
    {
        var complex = options.ComplexFactorizations ? net.FunctionSpace().FactorComplex(filter, options.MaxFactorizations, token) : null;
        return new FactorDocument
        {
            Inputs = InputsOf(net) with { Filter = Scalars(filter) },
            Seed = options.Seed,
            Notes = set.Count is not { } count
                ? ["The zero filter has infinitely many factorizations: any layer may be zero."]
                : [.. NoteOnList(count, set.Factorizations.Length, "factorizations"), .. NoteOnList(complex?.Count ?? 0, complex?.Factorizations.Length ?? 0, "complex factorizations")],
            Count = set.Count,
            Factorizations = [.. set.Factorizations.Select(f => f.ToRow())],
            ComplexCount = complex?.Count,
            ComplexFactorizations = complex is null ? null : [.. complex.Factorizations.Select(f => f.ToRow(complex.Factorizations.Length))],
        };
    }

    private static ImmutableArray<string> NoteOnList(Integer count, int listed, string what) =>
        count > listed ? [$"The first {listed} of {count} {what} are listed; the count is exact."] : [];
}
