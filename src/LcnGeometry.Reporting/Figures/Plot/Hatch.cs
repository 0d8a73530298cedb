namespace LcnGeometry.Reporting;

/// <summary>Diagonal lines over regions that the network cannot represent.</summary>
internal static class Hatch
{
    /// <summary>The pattern, to be kept in a panel under its id.</summary>
    internal static Element Pattern(string id) =>
        new Element("pattern", Svg.Path("M-1 1L1 -1M0 7L7 0M6 8L8 6", "hatch-line"))
            .Set("id", id).Set("width", 7).Set("height", 7).Set("patternUnits", "userSpaceOnUse");
}
