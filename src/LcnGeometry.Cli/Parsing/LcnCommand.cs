using System.Collections.Immutable;
using System.CommandLine;

namespace LcnGeometry.Cli;

/// <summary>One command of <c>lcn</c>: its syntax, its help, and what it does.</summary>
internal abstract class LcnCommand(string name, string summary) : Command(name, summary)
{
    /// <summary>Command lines that show the command at work; the first is the one to try.</summary>
    public abstract ImmutableArray<string> Examples { get; }

    /// <summary>What a reader of the help should know beyond the options, one paragraph each.</summary>
    public virtual ImmutableArray<string> Remarks => [];

    /// <summary>Runs the command on a syntactically correct command line.</summary>
    /// <returns>The exit code; everything else is an exception.</returns>
    public abstract ExitCode Run(Invocation invocation);
}
