using System.Globalization;

namespace LcnGeometry.Reporting;

/// <summary>Coordinates of figures: two decimals at most, the same in every culture.</summary>
internal static class Coordinate
{
    internal static string Text(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "A coordinate of a figure must be finite.");
        var text = Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
