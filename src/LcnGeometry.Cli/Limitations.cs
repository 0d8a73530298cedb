using System.Collections.Immutable;

namespace LcnGeometry.Cli;

/// <summary>Something that the contract of <c>lcn</c> names and this version does not do.</summary>
/// <param name="What">What it is.</param>
/// <param name="Probe">A command line that meets it: exit code 2, kind <c>notSupported</c>.</param>
internal sealed record Limitation(string What, ImmutableArray<string> Probe);

/// <summary>The one list of what is missing; a test prints it and runs every probe, so that it can only tell the truth.</summary>
internal static class Limitations
{
    /// <summary>Commands of the contract that this version does not have.</summary>
    private static readonly ImmutableArray<string> Commands =
    [
        "verify", "tensors", "check", "spectrum", "glm", "train",
    ];

    /// <summary>Everything that is missing.</summary>
    public static ImmutableArray<Limitation> All { get; } =
    [
        .. Commands.Select(name => new Limitation($"the command {name}", [name])),
    ];

    /// <summary>The error for a command of the contract that this version does not have; null for every other name.</summary>
    public static CommandException? OfCommand(string name) => Commands.Contains(name)
        ? new CommandException(ErrorKind.NotSupported, $"lcn {name} is not part of version {LibraryVersion.Text}.", "lcn --help lists the commands of this version.")
        : null;
}
