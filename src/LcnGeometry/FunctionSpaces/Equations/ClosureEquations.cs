using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Equations of the Zariski closure of a function space.</summary>
/// <remarks>The closure is a cone that stays as it is when x is scaled, so its ideal is spanned by polynomials of one degree and one weight, the weight of <c>c_i</c> being i.</remarks>
public sealed class ClosureEquations
{
    /// <summary>The largest number of monomials of one degree among which equations are sought.</summary>
    internal const int MostMonomials = 8000;

    private readonly FunctionSpace _space;

    private ClosureEquations(FunctionSpace space, ImmutableArray<MultivariatePolynomial<Rational>> generators, int degreeBound)
    {
        _space = space;
        Generators = generators;
        DegreeBound = degreeBound;
    }

    /// <summary>Minimal generators in <c>c0, c1, ...</c>, by degree, then by weight: primitive integer coefficients, no generator in the ideal of the others.</summary>
    public ImmutableArray<MultivariatePolynomial<Rational>> Generators { get; }

    /// <summary>The largest degree that was searched.</summary>
    public int DegreeBound { get; }

    /// <summary>A program that defines the ideal and prints the dimension and the degree of its zero set, as a cone and a projective variety.</summary>
    /// <param name="format">Macaulay2 or Singular.</param>
    /// <exception cref="ArgumentException">Another format.</exception>
    public string Program(ExportFormat format)
    {
        var names = string.Join(",", Enumerable.Range(0, _space.AmbientDimension).Select(i => FormattableString.Invariant($"c{i}")));
        var about = $"The Zariski closure of the function space of {_space.Architecture}: dimension {_space.Dimension}, degree {_space.Degree}.";
        return format switch
        {
            ExportFormat.Macaulay2 => $$"""
                -- {{about}}
                R = QQ[{{names}}];
                I = ideal({{List(PolynomialFormat.Macaulay2, "0_R")}});
                print(toString dim I | " " | toString degree I);

                """,
            ExportFormat.Singular => $"""
                // {about}
                ring R = 0,({names}),dp;
                ideal I = {List(PolynomialFormat.Plain, "0")};
                ideal G = std(I);
                print(string(dim(G)) + " " + string(mult(G)));

                """,
            _ => throw new ArgumentException("Equations are written for Macaulay2 (m2) and Singular (singular).", nameof(format)),
        };
    }

    /// <summary>Whether the equations can be found with a bounded effort; if not, why.</summary>
    /// <param name="space">The function space.</param>
    public static Verdict Feasible(FunctionSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        if (space.Codimension == 0) return Verdict.Holds;
        var (bound, monomials) = SizeOf(space);
        return monomials <= MostMonomials
            ? Verdict.Holds
            : Verdict.Undecided($"equations up to degree {bound} would be sought among {monomials} monomials, more than {MostMonomials}");
    }

    /// <summary>Whether there are few enough monomials to find the equations at once.</summary>
    internal static bool IsQuick(FunctionSpace space, int mostMonomials) => SizeOf(space).Monomials <= mostMonomials;

    /// <summary>The largest degree to search and its number of monomials.</summary>
    private static (int Bound, Integer Monomials) SizeOf(FunctionSpace space)
    {
        var bound = EquationDegrees.Bound(space.Merged.Filters, space.Merged.Strides);
        return (bound, EquationDegrees.Monomials(space.AmbientDimension, bound));
    }

    /// <summary>Finds the equations.</summary>
    /// <param name="space">The function space.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>None for a thick function space, whose closure is everything.</returns>
    /// <exception cref="ArgumentException">They are not feasible.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact. Each generator vanishes identically on all end-to-end filters. The generators are minimal generators of the closure's
    /// ideal up to <see cref="DegreeBound"/>, and their common zeros are the closure: a set of equations with that zero set has no larger degrees.</para>
    /// <para><b>Method:</b> for each degree and weight, exact linear algebra on the monomials at random integer weights of the network, checked by
    /// substituting the network's polynomials; multiples of equations of lower degree are divided out.</para>
    /// <para><b>Cost:</b> one null space for each degree and weight; for d and k̄ coefficients there are C(k̄+d-1, d) monomials over d(k̄-1)+1 weights.</para>
    /// <para><b>Source:</b> F8 to F11 of the theory; Kohn, Montúfar, Shahverdi, Trager, arXiv 2304.05752.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var space = Architecture.Parse("3,2", "2,1").FunctionSpace();
    /// ClosureEquations.Of(space).Generators;   // c1*c2*c3 - c0*c3^2 - c1^2*c4, up to sign
    /// </code>
    /// </example>
    public static ClosureEquations Of(FunctionSpace space, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        var feasible = Feasible(space);
        if (feasible != Verdict.Holds) throw new ArgumentException($"The equations of {space.Architecture} are not feasible: {feasible.Reason}.", nameof(space));
        var bound = EquationDegrees.Bound(space.Merged.Filters, space.Merged.Strides);
        return new ClosureEquations(space, space.Codimension == 0 ? [] : new EquationSearch(space.Architecture).Run(bound, token), bound);
    }

    private string List(PolynomialFormat format, string none) =>
        Generators.IsEmpty ? none : string.Join(",\n  ", Generators.Select(generator => generator.ToString(format)));
}
