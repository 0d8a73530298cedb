using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>What a certificate claims about one stratum: the functions with given complex root patterns.</summary>
/// <param name="Patterns">The root multiplicities of each block, descending.</param>
/// <param name="Expected">The number of critical functions on the stratum for generic data.</param>
/// <param name="Factorizations">The number of critical parameters modulo layer scalings over each of them.</param>
/// <param name="Solutions">The critical functions that were found.</param>
public sealed record CertificateStratum(
    ImmutableArray<ImmutableArray<int>> Patterns, Integer Expected, Integer Factorizations, ImmutableArray<CertificateSolution> Solutions);

/// <summary>What a certificate claims in total.</summary>
/// <param name="Expected">The number of critical parameters modulo layer scalings, with nonzero function, for generic data.</param>
/// <param name="Certified">How many of them the solutions of the certificate amount to.</param>
/// <param name="Verdict">Whether the list is claimed to be complete.</param>
public sealed record CertificateCompleteness(Integer Expected, Integer Certified, VerdictKind Verdict);

/// <summary>An enclosure of a real critical function and of its loss.</summary>
/// <param name="Stratum">The index of the stratum in the certificate, from 0.</param>
/// <param name="Solution">The index of the solution in the stratum, from 0.</param>
/// <param name="Function">An interval for each coefficient, index = exponent of x.</param>
/// <param name="Loss">An interval for the loss, the constant included.</param>
public sealed record CertificatePoint(int Stratum, int Solution, ImmutableArray<RationalInterval> Function, RationalInterval Loss);
