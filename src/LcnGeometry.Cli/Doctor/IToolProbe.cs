using System.Collections.Immutable;

namespace LcnGeometry.Cli;

/// <summary>Asks outside programs who they are.</summary>
internal interface IToolProbe
{
    /// <summary>Runs a program.</summary>
    /// <returns>What it printed; null when it is not there, fails, or does not answer in time.</returns>
    string? Ask(string program, ImmutableArray<string> arguments, CancellationToken token);
}
