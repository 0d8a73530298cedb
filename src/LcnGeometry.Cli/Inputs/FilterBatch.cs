using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Cli;

/// <summary>A file with one filter per line; blank lines and what follows <c>#</c> are skipped.</summary>
internal static class FilterBatch
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads all filters.</summary>
    /// <param name="path">A file, or <c>-</c> for standard input.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="net">The architecture, for the length that every filter must have.</param>
    /// <exception cref="CommandException">The file cannot be read, holds no filter, or a line is not a filter of the right length; the message names the line.</exception>
    public static ImmutableArray<ImmutableArray<Rational>> Read(string path, TextReader input, Architecture net)
    {
        var source = path == StandardInput ? "standard input" : path;
        return Parse(path == StandardInput ? input.ReadToEnd() : InputFile.Read("--batch", path).Text(), source, net);
    }

    /// <summary>Reads all filters of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">What it is called in messages.</param>
    /// <param name="net">The architecture, for the length that every filter must have.</param>
    /// <exception cref="CommandException">The text holds no filter, or a line is not a filter of the right length; the message names the line.</exception>
    public static ImmutableArray<ImmutableArray<Rational>> Parse(string text, string source, Architecture net)
    {
        var filters = ImmutableArray.CreateBuilder<ImmutableArray<Rational>>();
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var content = line.Split('#')[0].Trim();
            if (content.Length == 0) continue;
            var place = FormattableString.Invariant($"{source}, line {number}");
            filters.Add(FilterLength.Check(NumberLists.Filter(content, place), net, place));
        }

        return filters.Count > 0 ? filters.ToImmutable() : throw new CommandException(ErrorKind.Input, $"{source} holds no filter; expected one per line, such as 1,-2,0,1/3.");
    }
}
