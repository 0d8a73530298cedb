using System.Collections.Immutable;
using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>The data of a quadratic function <c>w^T Q w - 2 b^T w</c>.</summary>
/// <param name="Form">Q, symmetric, row by row.</param>
/// <param name="Linear">b.</param>
internal sealed record QuadraticData(ImmutableArray<Complex> Form, ImmutableArray<Complex> Linear)
{
    /// <summary>The number of coefficients.</summary>
    public int Size => Linear.Length;

    /// <summary>The same function up to factors on both parts.</summary>
    public QuadraticData Times(Complex form, Complex linear) => new([.. Form.Select(q => form * q)], [.. Linear.Select(b => linear * b)]);
}
