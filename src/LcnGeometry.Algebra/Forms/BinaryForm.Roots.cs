using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

public sealed partial class BinaryForm
{
    /// <summary>All real roots with their multiplicities, exactly.</summary>
    /// <param name="token">Cancels the isolation.</param>
    /// <returns>The roots by ascending coordinate x / y, the root at infinity last.</returns>
    /// <exception cref="ZeroFormException">The form is zero: every point is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact and complete; infinity and 0 are roots like any other.</para>
    /// <para><b>Method:</b> leading zeros give the multiplicity of infinity; the rest is <see cref="Algebra.RealRoots.Isolate(Polynomial{Rational}, CancellationToken)"/>.</para>
    /// <para><b>Cost:</b> that of the isolation.</para>
    /// <para><b>Source:</b> see <see cref="DescartesIsolation"/>.</para>
    /// </remarks>
    /// <example><code>
    /// var roots = new BinaryForm(0, -2, 0, 1, 0).RealRoots();   // x^3*y - 2*x*y^3
    /// // -sqrt(2), 0, sqrt(2), infinity
    /// </code></example>
    public ImmutableArray<FormRoot> RealRoots(CancellationToken token = default)
    {
        if (IsZero) throw new ZeroFormException(this);
        var affine = Dehomogenize();
        var roots = ImmutableArray.CreateBuilder<FormRoot>();
        foreach (var root in Algebra.RealRoots.Isolate(affine, token)) roots.Add(new FormRoot(root.Value, root.Multiplicity));
        if (affine.Degree < Degree) roots.Add(new FormRoot(null, Degree - affine.Degree));
        return roots.ToImmutable();
    }
}
