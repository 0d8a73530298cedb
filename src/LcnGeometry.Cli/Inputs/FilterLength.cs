using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Cli;

/// <summary>The rule that an end-to-end filter has as many entries as the architecture says.</summary>
internal static class FilterLength
{
    /// <summary>The filter itself when it fits.</summary>
    /// <exception cref="CommandException">It has another length; the message says which is needed.</exception>
    public static ImmutableArray<Rational> Check(ImmutableArray<Rational> filter, Architecture net, string what) => filter.Length == net.EndToEndSize
        ? filter
        : throw new CommandException(
            ErrorKind.Input, FormattableString.Invariant($"{what} has {Entries(filter.Length)}; the end-to-end filter of {net} has {Entries(net.EndToEndSize)}."));

    private static string Entries(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "entry" : "entries")}");
}
