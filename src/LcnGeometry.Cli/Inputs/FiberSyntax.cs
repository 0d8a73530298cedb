using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Cli;

/// <summary>Reads the invariants of <c>factor --invariants</c>.</summary>
internal static class FiberSyntax
{
    /// <summary>One number less than there are layers; <c>none</c> for one layer.</summary>
    /// <exception cref="CommandException">The list does not fit the network.</exception>
    public static ImmutableArray<Rational> Read(string text, Architecture net)
    {
        ImmutableArray<Rational> invariants = text.Trim() == "none" ? [] : NumberLists.Filter(text, "--invariants");
        if (invariants.Length == net.Depth - 1) return invariants;
        var wanted = net.Depth == 1 ? "one layer has none (give --invariants none)" : $"{net} needs {net.Depth - 1}, one for each pair of neighboring layers";
        throw new CommandException(ErrorKind.Input, $"--invariants has {invariants.Length} {(invariants.Length == 1 ? "number" : "numbers")}; {wanted}.");
    }
}
