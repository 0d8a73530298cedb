using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>A numbered figure: panels side by side, a legend and a caption.</summary>
internal sealed record Figure
{
    private const double Enlarged = 1.3;

    /// <summary>What the figure shows, a few words without a full stop.</summary>
    internal required string Title { get; init; }

    /// <summary>The drawings; each has its own title and description.</summary>
    internal required ImmutableArray<Panel> Panels { get; init; }

    /// <summary>Whether the panels are small pictures of one kind, to be set side by side even on a phone.</summary>
    internal bool AreSmall { get; init; }

    /// <summary>Whether the panels hold lines of text, so that more than two of them beside each other are hard to read.</summary>
    internal bool AreWide { get; init; }

    /// <summary>Names for colours and marks.</summary>
    internal Legend? Legend { get; init; }

    /// <summary>Sentences that say what is seen and what is exact, certified or numerical about it.</summary>
    internal required ImmutableArray<Node> Caption { get; init; }

    /// <summary>The figure with its number.</summary>
    internal Element ToHtml(FigureNumber number)
    {
        var panels = Div(AreSmall ? "panels small" : AreWide && Panels.Length > 1 ? "panels wide" : Panels.Length == 1 ? "panels single" : Panels.Length > 2 ? "panels many" : "panels");
        if (Panels.Length == 1 && !AreSmall) panels.Set("style", $"max-width:{Coordinate.Text(Math.Round(Enlarged * Panels[0].Width))}px");
        for (var i = 0; i < Panels.Length; i++)
        {
            panels.Add(Panels[i].ToSvg(number.Id(((char)('a' + i)).ToString())));
        }

        return El("figure", Div(Panels.Length == 1 && !AreSmall ? "plate single" : "plate", panels, Legend?.ToHtml()),
            El("figcaption", Span("label", $"Figure {NumberText.Count(number.Value)}."), " ", El("strong", Title + "."), " ").AddAll(Caption))
            .Set("id", number.Id());
    }
}

/// <summary>The number of a figure and the ids that belong to it.</summary>
internal readonly record struct FigureNumber(int Value)
{
    /// <summary>The id of the figure itself, or of a part of it.</summary>
    internal string Id(string? part = null) => "figure-" + NumberText.Count(Value) + (part is null ? "" : "-" + part);
}
