using System.CommandLine;

namespace LcnGeometry.Cli;

/// <summary>All commands of <c>lcn</c> and the options that they share.</summary>
internal sealed class LcnRootCommand : RootCommand
{
    public LcnRootCommand()
        : base("lcn: the geometry of linear convolutional networks. What can a network represent, where does training go, and what does the answer rest on?")
    {
        // The defaults (help, version, completion directives) speak another language than the rest of lcn.
        Options.Clear();
        Directives.Clear();
        Common.AddTo(this);
        foreach (var command in (ReadOnlySpan<LcnCommand>)
            [new DescribeCommand(), new MemberCommand(), new FactorCommand(), new CompareCommand(), new CriticalCommand(), new FlowCommand(), new ExploreCommand(), new AtlasCommand(), new CensusCommand(), new CensusMergeCommand(), new LawsCommand(), new RecheckCommand(), new RenderCommand(), new DoctorCommand()])
        {
            Subcommands.Add(command);
        }
    }

    /// <summary>The name of the command that was meant; <c>lcn</c> when none was recognized.</summary>
    public static string NameOf(ParseResult parse)
    {
        if (parse.CommandResult.Command is LcnCommand command) return command.Name;
        return parse.UnmatchedTokens.Count > 0 && Limitations.OfCommand(parse.UnmatchedTokens[0]) is not null ? parse.UnmatchedTokens[0] : "lcn";
    }

    /// <summary>The options that every command takes.</summary>
    public CommonOptions Common { get; } = new();
}
