namespace LcnGeometry.Algebra;

/// <summary>A real root [x : y] of a binary form.</summary>
/// <param name="Value">The affine coordinate x / y; null for the root at infinity, [1 : 0].</param>
/// <param name="Multiplicity">At least 1.</param>
public sealed record FormRoot(RealAlgebraicNumber? Value, int Multiplicity)
{
    /// <summary>Whether this is the point [1 : 0].</summary>
    public bool IsInfinity => Value is null;

    /// <summary>The coordinate, or <c>infinity</c>, with the multiplicity after a <c>^</c> when above one.</summary>
    public override string ToString() => (Value?.ToString() ?? "infinity") + (Multiplicity > 1 ? $"^{Multiplicity}" : "");
}
