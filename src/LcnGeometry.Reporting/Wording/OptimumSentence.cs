namespace LcnGeometry.Reporting;

/// <summary>The verdict on the unconstrained optimum, or on any one filter, in one sentence.</summary>
internal static class OptimumSentence
{
    /// <summary>For the optimum of a study.</summary>
    internal static string Of(MemberDocument member) => Of(member, "The unconstrained optimum");

    /// <summary>For a filter that is called by the given name.</summary>
    internal static string Of(MemberDocument member, string name)
    {
        if (member.Position == StratumPosition.Zero) return $"{name} is the zero filter, which every network represents.";
        var verdict = member.Verdict switch
        {
            VerdictKind.Holds => $"{name} is representable",
            VerdictKind.Fails => $"{name} is not representable",
            _ => $"Whether {Lowered(name)} is representable is undecided",
        };
        return verdict + Reason(member) + ".";
    }

    private static string Reason(MemberDocument member)
    {
        if (member.Verdict is VerdictKind.Undecided) return member.Reason is { } reason ? ": " + reason.TrimEnd('.') : "";
        if (member.Witness is { RealRoots: { } roots, RequiredRealRoots: { } needed }) return $": {Words.Counted(roots, "real root")}, {NumberText.Count(needed)} needed";
        return member.Verdict is VerdictKind.Fails && member.Witness?.Obstruction is { } obstruction ? ": " + obstruction.TrimEnd('.') : "";
    }

    private static string Lowered(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
