namespace LcnGeometry;

public static partial class StudyBuilder
{
    /// <summary>Whether a certificate of critical points is true.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="source">The file that it was read from, for the document's inputs.</param>
    /// <param name="digest">SHA-256 of that file, in lower-case hexadecimal.</param>
    /// <param name="options">The seed, which changes nothing.</param>
    /// <param name="progress">Told the share of the boxes that are done.</param>
    /// <param name="token">Stops the verification.</param>
    public static RecheckDocument Recheck(
        Certificate certificate, string source, string digest, StudyOptions options, IProgress<double>? progress = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(options);
        var report = LcnGeometry.Recheck.Run(certificate, progress, token);
        return new RecheckDocument
        {
            Inputs = InputsOf(certificate.Architecture) with { Certificate = source, Digests = [digest] },
            Seed = options.Seed,
            Verdict = report.Verdict.Kind,
            Reason = report.Verdict.Reason,
            Problem = report.Problem is { } problem ? new RecheckProblemRow(problem.Claim, problem.Path, problem.Verdict, problem.Explanation) : null,
            Completeness = new RecheckCompleteness
            {
                Expected = report.Expected,
                Certified = report.Certified,
                Verdict = report.Completeness.Kind,
                Source = report.CompletenessSource,
                Reason = report.Completeness.Reason,
            },
            Points = certificate.Points.IsEmpty ? null : report.Points,
            Bits = report.Bits,
            Strata =
            [
                .. report.Strata.Select(row => new RecheckStratumRow
                {
                    Patterns = row.Patterns,
                    Expected = row.Expected,
                    Factorizations = row.Factorizations,
                    Claimed = row.Claimed,
                    Verified = row.Verified,
                    OpenStratum = row.OpenStratum,
                    Distinct = row.Distinct,
                    Real = row.Real,
                    Verdict = row.Verdict,
                }),
            ],
        };
    }
}
