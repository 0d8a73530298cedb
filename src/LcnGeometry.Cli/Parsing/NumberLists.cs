using System.Collections.Immutable;
using System.Globalization;
using LcnGeometry.Algebra;

namespace LcnGeometry.Cli;

/// <summary>Reads the number syntax of the command line: <c>3</c>, <c>-0.25</c>, <c>2/3</c>; commas between entries, semicolons between layers.</summary>
internal static class NumberLists
{
    /// <summary>Reads a filter or a target: comma-separated, index = exponent of x.</summary>
    /// <param name="text">The value as it was given.</param>
    /// <param name="what">What it is the value of, for messages: an option, or a file and line.</param>
    /// <exception cref="CommandException">An entry is missing or not a number.</exception>
    public static ImmutableArray<Rational> Filter(string text, string what)
    {
        if (string.IsNullOrWhiteSpace(text)) throw Failure($"{what} is empty; expected numbers separated by commas, such as 1,-2.5,2/3.");
        var entries = text.Split(',');
        var values = ImmutableArray.CreateBuilder<Rational>(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i].Trim();
            if (entry.Length == 0) throw Failure($"{what}: entry {i + 1} of '{text}' is empty; expected a number between the commas.");
            if (!Rational.TryParse(entry, out var value))
            {
                throw Failure($"{what}: '{entry}' (entry {i + 1}) is not a number; expected 3, -0.25, 1e-3 or 2/3.");
            }

            values.Add(value);
        }

        return values.MoveToImmutable();
    }

    /// <summary>Reads one filter per layer, separated by semicolons.</summary>
    public static ImmutableArray<ImmutableArray<Rational>> Layers(string text, string what)
    {
        var layers = text.Split(';');
        return layers.Length == 1
            ? [Filter(text, what)]
            : [.. layers.Select((layer, i) => Filter(layer, string.Create(CultureInfo.InvariantCulture, $"{what}, layer {i + 1}")))];
    }

    /// <summary>Reads a whole number in a range.</summary>
    public static int Count(string text, string what, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Failure(string.Create(CultureInfo.InvariantCulture, $"{what} needs a whole number from {least} to {most}, not '{text}'."));

    private static CommandException Failure(string message) => new(ErrorKind.Input, message);
}
