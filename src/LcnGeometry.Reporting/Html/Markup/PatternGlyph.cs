using System.Collections.Immutable;
using System.Globalization;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>A root pattern as a small picture: real roots on a line, larger when multiple, complex pairs above and below it.</summary>
internal static class PatternGlyph
{
    private const int MostRoots = 14;

    /// <summary>The pattern in type with its picture; only the type when the pattern is unusual.</summary>
    internal static Node Of(string pattern)
    {
        var text = Code(pattern);
        if (Sides(pattern) is not var (real, pairs)) return text;
        return real.Length + pairs.Length is 0 or > MostRoots ? text : Span("pattern", text, Draw(real, pairs));
    }

    /// <summary>The patterns of several blocks, separated by semicolons; only the type when one is unusual.</summary>
    internal static Node OfBlocks(string patterns)
    {
        var parts = patterns.Split(';');
        if (parts.Length == 1) return Of(patterns);
        return parts.All(part => Sides(part) is not null)
            ? Span("patterns", [.. parts.SelectMany((part, i) => i == 0 ? (Node[])[Of(part)] : [" ; ", Of(part)])])
            : Code(patterns);
    }

    private static (ImmutableArray<int> Real, ImmutableArray<int> Pairs)? Sides(string pattern) =>
        pattern.Split('|') is [var left, var right] && Multiplicities(left) is { } real && Multiplicities(right) is { } pairs ? (real, pairs) : null;

    private static Element Draw(ImmutableArray<int> real, ImmutableArray<int> pairs)
    {
        var shapes = Svg.Group();
        double x = 0;
        foreach (var multiplicity in real)
        {
            var radius = Radius(multiplicity);
            x += radius + 2;
            shapes.Add(Svg.Circle(x, 10, radius, "glyph"));
            x += radius + 2;
        }

        foreach (var multiplicity in pairs)
        {
            var radius = Radius(multiplicity);
            x += radius + 2;
            shapes.Add(Svg.Circle(x, 4.2, radius * 0.85, "glyph pair"), Svg.Circle(x, 15.8, radius * 0.85, "glyph pair"));
            x += radius + 2;
        }

        return El("svg", Svg.Line(0, 10, x, 10, "glyph-line"), shapes)
            .Set("xmlns", Svg.Namespace).Class("glyphs").Set("viewBox", $"0 0 {Coordinate.Text(x)} 20")
            .Set("style", $"width:{Coordinate.Text(x)}px").Set("aria-hidden", "true");
    }

    private static double Radius(int multiplicity) => 2.4 + (0.9 * (Math.Min(multiplicity, 5) - 1));

    private static ImmutableArray<int>? Multiplicities(string side)
    {
        if (side.Length == 0) return [];
        var parts = side.Contains(',', StringComparison.Ordinal) ? side.Split(',') : [.. side.Select(digit => digit.ToString())];
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) return null;
            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }
}
