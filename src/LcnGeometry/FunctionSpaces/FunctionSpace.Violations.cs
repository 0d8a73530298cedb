using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class FunctionSpace
{
    /// <summary>An equation of the Zariski closure that a filter violates.</summary>
    /// <param name="filter">k̄ coefficients, index = exponent of x.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The equation with its value at the filter; null if the filter is in the closure, or if the minors that would show it are larger than 24 rows.</returns>
    /// <exception cref="ArgumentException">The filter has another length.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> the polynomial vanishes identically on the function space, and its value is exact.</para>
    /// <para><b>Method:</b> small closures: the first of the minimal generators that does not vanish. Others: residues that must be zero, minors of the stacked Sylvester matrix of the
    /// residues, and the same for the network without its first layer at a residue or at a random combination of all of them.</para>
    /// <para><b>Cost:</b> less than a second for the generators; else linear algebra with as many rows as a minor has.</para>
    /// <para><b>Source:</b> F8 to F11 of the theory; Kohn, Montúfar, Shahverdi, Trager, arXiv 2304.05752.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var space = Architecture.Parse("2,2", "2,1").FunctionSpace();
    /// space.ViolatedEquation([1, 2, 3, 7])?.ToString();   // c1*c2 - c0*c3 = -1
    /// </code>
    /// </example>
    public ViolatedEquation? ViolatedEquation(ImmutableArray<Rational> filter, CancellationToken token = default) =>
        Contains(filter, token).InZariskiClosure == Verdict.Fails ? new ClosureViolations(this).Of(filter, token) : null;
}
