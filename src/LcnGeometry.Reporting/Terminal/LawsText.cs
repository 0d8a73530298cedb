using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Conservation laws on a terminal.</summary>
internal static class LawsText
{
    private const int MostLaws = 40;

    internal static void Write(TerminalPage page, LawsDocument laws)
    {
        page.Title($"{Names.Network(laws.Inputs)}{Channels(laws)}: gradient flow has {Words.Counted(laws.Count, "conservation law")}");
        page.Facts(
            ("parameters", NumberText.Count(laws.Parameters)),
            ("filter entries", NumberText.Count(laws.Coordinates) + " (not always zero)"),
            ("ranks", string.Join(", ", laws.RankLadder.Select(NumberText.Count)) + " (gradients, then with brackets)"),
            ("laws", $"{NumberText.Count(laws.Parameters)} - {NumberText.Count(laws.RankLadder[^1])} = {NumberText.Count(laws.Count)}"),
            ("rests on", Words.Of(laws.Evidence)),
            ("of degree two", laws.Laws.IsEmpty ? "none" : $"{NumberText.Count(laws.Laws.Length)}, of which {NumberText.Count(laws.Independent)} independent"),
            ("at these filters", laws.AtPoint is { } at ? AtPoint(at) : null),
            ("names", laws.Laws.IsEmpty ? null : laws.Inputs.Channels is null ? "w_2_0 is entry 0 of the filter of layer 2" : "a_2_0 and b_2_0 are entries 0 of the filters into and out of channel 2"));
        if (laws.Laws.IsEmpty) return;
        page.Table(["law", "polynomial that stays constant"], laws.Laws, MostLaws, (law, _) => [law.Name ?? "", law.Formula]);
    }

    private static string AtPoint(LawsPointRow at) =>
        $"{string.Join(", ", at.RankLadder.Select(NumberText.Count))} ({(at.Verdict == VerdictKind.Holds ? $"final; laws allow {NumberText.Count(at.LargestRank)}" : at.Reason)})";

    private static string Channels(LawsDocument laws) => laws.Inputs.Channels is { } channels ? $" with {Words.Counted(channels, "channel")}" : "";
}
