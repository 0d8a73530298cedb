using Spectre.Console;
using Spectre.Console.Rendering;

namespace LcnGeometry.Reporting;

/// <summary>A table with a rule under its heads and nothing else.</summary>
internal sealed class HeadRuleBorder(bool unicode) : TableBorder
{
    /// <inheritdoc/>
    public override string GetPart(TableBorderPart part) => part switch
    {
        TableBorderPart.HeaderBottom or TableBorderPart.HeaderBottomSeparator or TableBorderPart.HeaderBottomLeft or TableBorderPart.HeaderBottomRight => unicode ? "─" : "-",
        _ => " ",
    };
}
