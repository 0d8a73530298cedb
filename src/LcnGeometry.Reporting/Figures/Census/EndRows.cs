using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>A panel for one target pattern of a census, with a labelled line for each way in which its runs end.</summary>
internal sealed class EndRows
{
    private const double Width = 420, Top = 40, Step = 26, Bottom = 42, LetterWidth = 6.9, ValueWidth = 52;

    internal EndRows(CensusTargetRow target, int longest, string title, string description)
    {
        Panel = new Panel(Width, Top + (Step * target.Ends.Length) + Bottom, $"{title} {target.Pattern}", description);
        Left = 14 + (LetterWidth * longest);
        Panel.Draw(
            Svg.Text(4, 16, $"target {target.Pattern}", "panel-name"),
            Svg.Text(Width - 4, 16, $"{CensusWords.Percent(target.Share)} % of the data sets", "tick end"));
        for (var i = 0; i < target.Ends.Length; i++)
            Panel.Draw(Svg.Text(Left - 8, Middle(i) + 4, CensusWords.End(target.Ends[i]), target.Ends[i].EndPattern is null ? "tick end" : "row-name end"));
    }

    internal Panel Panel { get; }

    internal double Left { get; }

    internal static double Right => Width - ValueWidth;

    /// <summary>Where the line of a row runs.</summary>
    internal static double Middle(int row) => Top + (Step * (row + 0.5));

    /// <summary>The axis below the rows.</summary>
    internal void Axis(Scale scale, int ticks, string name)
    {
        var bottom = Panel.Height - Bottom;
        foreach (var tick in scale.Ticks(ticks))
        {
            Panel.Draw(
                Svg.Line(scale.At(tick.Value), Top - 6, scale.At(tick.Value), bottom, "grid"),
                Svg.Text(scale.At(tick.Value), bottom + 15, tick.Label, "tick middle"));
        }

        Panel.Draw(Svg.Line(Left, bottom, Right, bottom, "axis"), Svg.Text((Left + Right) / 2, bottom + 33, name, "name middle"));
    }

    /// <summary>The number at the end of a row.</summary>
    internal void Value(int row, string text) => Panel.Draw(Svg.Text(Width - 4, Middle(row) + 4, text, "tick end"));

    /// <summary>The targets that are drawn: those with most data sets, in the order of the document.</summary>
    internal static ImmutableArray<CensusTargetRow> Shown(CensusDocument census, int most)
    {
        var chosen = census.Targets.OrderByDescending(target => target.DataSets).Take(most).ToHashSet();
        return [.. census.Targets.Where(chosen.Contains)];
    }

    /// <summary>The letters of the longest name of an end: all panels are laid out alike.</summary>
    internal static int Longest(ImmutableArray<CensusTargetRow> targets) => targets.Max(target => target.Ends.Max(end => CensusWords.End(end).Length));

    /// <summary>What was left out.</summary>
    internal static string LeftOut(CensusDocument census, int shown) => shown == census.Targets.Length ? "" : $" The {NumberText.Count(shown)} most frequent of {NumberText.Count(census.Targets.Length)} target patterns are drawn.";
}
