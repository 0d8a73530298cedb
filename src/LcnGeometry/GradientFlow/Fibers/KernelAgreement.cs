namespace LcnGeometry;

/// <summary>Whether several tangent kernels are the same, and why.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Reason">What decides, or why nothing does, in one sentence.</param>
/// <param name="Evidence">What the answer rests on; null if undecided.</param>
public sealed record KernelAgreement(Verdict Verdict, string Reason, Evidence? Evidence)
{
    internal static KernelAgreement Holds(string reason, Evidence evidence) => new(Verdict.Holds, reason, evidence);

    internal static KernelAgreement Fails(string reason, Evidence evidence) => new(Verdict.Fails, reason, evidence);

    internal static KernelAgreement Undecided(string reason) => new(Verdict.Undecided(reason), reason, null);

    internal KernelAgreementRow ToRow() => new() { Verdict = Verdict.Kind, Reason = Reason, Evidence = Evidence };
}
