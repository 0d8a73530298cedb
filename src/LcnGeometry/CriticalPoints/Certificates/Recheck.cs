using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Verifies certificates of critical points, without the code that finds them.</summary>
public static class Recheck
{
    /// <summary>Verifies every claim of a certificate with integers only.</summary>
    /// <param name="certificate">What is claimed.</param>
    /// <param name="progress">Told the share of the boxes that are done, from 0 to 1.</param>
    /// <param name="token">Stops the verification.</param>
    /// <returns>What was verified for each stratum and in total, with the first claim that is wrong or open.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> what is reported as verified is proved by exact arithmetic with outward rounding; a claim that is reported as wrong is wrong.
    /// A box that is much too wide, or that does not lie on the open stratum, is reported as undecided.</para>
    /// <para><b>Method:</b> Krawczyk's operator on each box for existence, uniqueness and simplicity; mirror symmetry for reality; regular Sylvester matrices
    /// for simple roots; disjoint functions or factors for distinctness; closed formulas for the counts.</para>
    /// <para><b>Cost:</b> for each box a few hundred products per pair of unknowns, with numbers of some hundred bits; boxes are spread over the processors.</para>
    /// <para><b>Source:</b> R. Krawczyk, <i>Newton-Algorithmen zur Bestimmung von Nullstellen mit Fehlerschranken</i>, Computing 4, 1969; S2, S3 and F17 of the theory.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var stratum = new CertificateStratum([[1, 1]], 1, 1, [CertificateSolution.Exact]);
    /// var claims = new Certificate(Architecture.Parse("3"), Matrix&lt;Rational&gt;.Identity(3), [1, 2, 3], 0, [stratum], new CertificateCompleteness(1, 1, VerdictKind.Holds));
    /// Recheck.Run(claims).Completeness;    // Holds
    /// </code>
    /// </example>
    public static RecheckReport Run(Certificate certificate, IProgress<double>? progress = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (LossCheck.Problem(certificate.Q, token) is { } problem) return CompletenessCheck.Refuse(certificate, problem, token);
        var meter = new BoxMeter(certificate.Strata.Sum(stratum => stratum.Solutions.Length), progress);
        var strata = ImmutableArray.CreateBuilder<StratumOutcome>(certificate.Strata.Length);
        for (var s = 0; s < certificate.Strata.Length; s++) strata.Add(new StratumCheck(certificate, s).Run(meter, token));
        var points = PointCheck.Run(certificate, strata.ToImmutable(), token);
        return CompletenessCheck.Conclude(certificate, strata.MoveToImmutable(), points, token);
    }
}
