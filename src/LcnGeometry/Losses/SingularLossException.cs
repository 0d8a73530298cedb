using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The quadratic form of a loss is singular: some directions of the end-to-end filter do not change the loss.</summary>
public sealed class SingularLossException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="flatDirections">A basis of the directions that do not change the loss.</param>
    public SingularLossException(ImmutableArray<ImmutableArray<Rational>> flatDirections)
        : base(Describe(flatDirections)) => FlatDirections = flatDirections;

    /// <summary>A basis of the directions that do not change the loss.</summary>
    public ImmutableArray<ImmutableArray<Rational>> FlatDirections { get; }

    private static string Describe(ImmutableArray<ImmutableArray<Rational>> directions)
    {
        const int shown = 3;
        var list = string.Join(", ", directions.Take(shown).Select(d => $"({string.Join(", ", d)})"));
        var more = directions.Length > shown ? $" and {directions.Length - shown} more" : string.Empty;
        return $"The data do not determine a target: Q is singular, and the loss does not change along {(directions.Length == 1 ? "the direction" : "the directions")} {list}{more}.";
    }
}
