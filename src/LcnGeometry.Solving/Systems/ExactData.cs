using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>The exact data of a quadratic function <c>w^T Q w - 2 b^T w</c>.</summary>
/// <param name="Form">Q, symmetric, row by row.</param>
/// <param name="Linear">b.</param>
internal sealed record ExactData(ImmutableArray<Rational> Form, ImmutableArray<Rational> Linear)
{
    /// <summary>The nearest doubles.</summary>
    public QuadraticData ToDouble() => new([.. Form.Select(q => (Complex)q.ToDouble())], [.. Linear.Select(b => (Complex)b.ToDouble())]);
}
