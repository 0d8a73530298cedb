namespace LcnGeometry.Solving;

/// <summary>Monodromy did not find all start solutions of a map.</summary>
public sealed class IncompleteStartException : InvalidOperationException
{
    /// <summary>With what was found and what a closed formula says.</summary>
    public IncompleteStartException(ProductMap map, int found, int expected)
        : base($"Monodromy found {found} of {expected} start solutions of {map}.")
    {
        Map = map;
        Found = found;
        Expected = expected;
    }

    /// <summary>The map.</summary>
    public ProductMap Map { get; }

    /// <summary>The number found.</summary>
    public int Found { get; }

    /// <summary>The number that a closed formula gives.</summary>
    public int Expected { get; }
}
