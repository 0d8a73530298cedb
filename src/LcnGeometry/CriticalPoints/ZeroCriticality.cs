using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>In which ways the zero function is critical.</summary>
/// <param name="SeveralZeroFilters">Whether parameters with two or more zero filters exist: they are critical for every loss.</param>
/// <param name="OneZeroFilter">For each layer: what its being the only zero filter demands of the others.</param>
/// <param name="IsGlobalMinimum">Whether the target is zero, as seen by the network: then nothing is better than the zero function.</param>
public sealed record ZeroCriticality(bool SeveralZeroFilters, ImmutableArray<ApolarLayer> OneZeroFilter, bool IsGlobalMinimum);

/// <summary>The critical parameters with exactly one zero filter, in a given layer: the product P of the other layers must be apolar to the gradient at zero.</summary>
/// <param name="Layer">The layer, 1-based.</param>
/// <param name="Dimension">The dimension of the space of apolar forms, all forms of the degree of P that the gradient annihilates.</param>
/// <param name="Form">The apolar form, up to scale, if the dimension is one; index = exponent of x.</param>
/// <param name="Exists">Whether a nonzero apolar form is a product of real filters of the other layers.</param>
public sealed record ApolarLayer(int Layer, int Dimension, ImmutableArray<Rational>? Form, Verdict Exists);
