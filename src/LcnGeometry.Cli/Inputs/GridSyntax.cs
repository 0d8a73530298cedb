using System.Collections.Immutable;
using System.Globalization;
using LcnGeometry.Algebra;

namespace LcnGeometry.Cli;

/// <summary>Reads what has several directions: sizes such as <c>3x3</c>, and tensors such as <c>1,2;3,4</c>.</summary>
internal static class GridSyntax
{
    /// <summary>Whether filter sizes have several directions.</summary>
    public static bool IsGrid(string filters) => filters.Contains('x', StringComparison.Ordinal) && filters.Any(char.IsAsciiDigit);

    /// <summary>Reads the points of a torus, such as <c>8</c> or <c>8x8</c>; a plain number holds in every direction.</summary>
    /// <exception cref="CommandException">An entry is not a number of points, or the number of directions differs.</exception>
    public static ImmutableArray<int> Points(string text, string what, int directions)
    {
        ImmutableArray<int> points = [.. text.Split('x').Select(size => NumberLists.Count(size.Trim(), what, 1, Architecture.LargestEndToEndSize))];
        if (points.Length == directions) return points;
        if (points.Length == 1) return [.. Enumerable.Repeat(points[0], directions)];
        throw Failure(string.Create(CultureInfo.InvariantCulture, $"{what} has {points.Length} directions, and the filters have {directions}: give a number, or one for each direction joined by x."));
    }

    /// <summary>Reads a tensor: commas along the last direction, semicolons along the one before, two semicolons along the one before that, and so on.</summary>
    /// <param name="text">The value as it was given.</param>
    /// <param name="what">What it is the value of, for messages.</param>
    /// <param name="sizes">The size in every direction.</param>
    /// <returns>The entries in C order.</returns>
    /// <exception cref="CommandException">The tensor has another shape, or an entry is not a number.</exception>
    public static ImmutableArray<Rational> Tensor(string text, string what, ImmutableArray<int> sizes)
    {
        var entries = ImmutableArray.CreateBuilder<Rational>();
        Read(text, 0);
        return entries.ToImmutable();

        void Read(string part, int direction)
        {
            if (direction == sizes.Length - 1)
            {
                var row = NumberLists.Filter(part, what);
                if (row.Length != sizes[direction]) throw Shape(part, row.Length, direction);
                entries.AddRange(row);
                return;
            }

            var separator = new string(';', sizes.Length - 1 - direction);
            var parts = part.Split(separator);
            if (parts.Length != sizes[direction]) throw Shape(part, parts.Length, direction);
            foreach (var one in parts) Read(one, direction + 1);
        }

        CommandException Shape(string part, int found, int direction)
        {
            var shape = string.Join('x', sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));
            var separator = direction == sizes.Length - 1 ? "," : new string(';', sizes.Length - 1 - direction);
            var shown = part.Length <= 40 ? part : part[..37] + "...";
            return Failure(string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: '{shown}' has {found} {(found == 1 ? "part" : "parts")} separated by '{separator}', and the end-to-end filter of size {shape} needs {sizes[direction]} along direction {direction + 1}."));
        }
    }

    /// <summary>The error of a command that takes filters with one direction only.</summary>
    public static CommandException OneDirectionOnly(GridArchitecture grid)
    {
        const string rule = "has filters with several directions, which lcn describe and lcn member take; this command is about one direction";
        if (grid.ActiveDirections.Length > 1) return new CommandException(ErrorKind.Input, $"{grid} {rule}.", "lcn describe shows its card.");
        var line = grid.Directions[grid.ActiveDirections is [var only] ? only : 0];
        var strides = line.Strides.All(stride => stride == 1) ? "" : $" --strides {string.Join(',', line.Strides)}";
        return new CommandException(ErrorKind.Input, $"{grid} {rule}. All its layers act along one direction: ask about {string.Join(',', line.Filters)}{strides}.");
    }

    private static CommandException Failure(string message) => new(ErrorKind.Input, message);
}
