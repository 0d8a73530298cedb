using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Cli;

/// <summary>Reads the filters of <c>laws --at</c>.</summary>
internal static class LawsSyntax
{
    /// <summary>One filter per layer; with several channels one filter into each channel, then one out of each.</summary>
    /// <exception cref="CommandException">The filters do not fit the network.</exception>
    public static ImmutableArray<ImmutableArray<Rational>> Read(string text, Architecture net, int? channels)
    {
        var filters = NumberLists.Layers(text, "--at");
        ImmutableArray<int> sizes = channels is { } width && net.Depth == 2
            ? [.. Enumerable.Repeat(net.Filters[0], width), .. Enumerable.Repeat(net.Filters[1], width)]
            : net.Filters;
        if (filters.Select(filter => filter.Length).SequenceEqual(sizes)) return filters;
        throw new CommandException(
            ErrorKind.Input, $"--at has filters of sizes {string.Join(',', filters.Select(filter => filter.Length))}; {net} needs {string.Join(',', sizes)}.");
    }
}
