using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The critical equations of a stratum after elimination: all unknowns as quotients of polynomials in one parameter, at the roots of a condition.</summary>
/// <param name="Condition">Vanishes where the equations have a solution, at infinity or not, as often as the solution counts.</param>
/// <param name="Numerator">The coefficients of the factor that enters linearly, scale included, times the denominator.</param>
/// <param name="Denominator">Zero where the scale is infinite.</param>
/// <param name="Others">The other factors, each times its denominator.</param>
/// <param name="OtherDenominators">Their denominators.</param>
/// <param name="Equations">
/// Linear equations for the powers of the eliminated unknowns: the columns of the linear factor first, those of the scale last. Consulted where numerators
/// and denominator all vanish.
/// </param>
/// <param name="ScaleColumns">The number of last columns that belong to the scale.</param>
internal sealed record EliminatedSystem(
    Polynomial<Integer> Condition,
    ImmutableArray<Polynomial<Integer>> Numerator,
    Polynomial<Integer> Denominator,
    ImmutableArray<Polynomial<Polynomial<Integer>>> Others,
    ImmutableArray<Polynomial<Integer>> OtherDenominators,
    Matrix<Polynomial<Integer>> Equations,
    int ScaleColumns);
