using System.CommandLine;

namespace LcnGeometry.Cli;

/// <summary>The command line <c>lcn</c>.</summary>
public static class CommandLine
{
    /// <summary>Parses and runs one command on the console of this process.</summary>
    /// <param name="args">The arguments, without the name of the program.</param>
    /// <returns>The exit code: 0 done, 1 the answer is no, 2 wrong usage or bad input, 3 undecided or out of time, 4 a bug of ours, 130 interrupted.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        using var process = new ProcessHost();
        return Run(args, process.Host);
    }

    /// <summary>Parses and runs one command on a host.</summary>
    internal static int Run(string[] args, CommandHost host)
    {
        var root = new LcnRootCommand();
        var parse = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        var code = ExitCode.Bug;
        try
        {
            code = Dispatch(args, host, root.Common, parse);
            host.Output.Flush();
        }
        catch (Exception error)
        {
            var failure = Failures.Describe(error, args, parse, host);
            code = failure.ExitCode;
            Report(failure, args.Contains(root.Common.Json.Name), LcnRootCommand.NameOf(parse), host);
        }

        return (int)code;
    }

    private static ExitCode Dispatch(string[] args, CommandHost host, CommonOptions common, ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        if (args.Length == 0 || parse.GetValue(common.Help))
        {
            host.Output.Write(HelpText.Of(command, common));
            return ExitCode.Done;
        }

        if (parse.GetValue(common.Version))
        {
            host.Output.WriteLine(LibraryVersion.Text);
            return ExitCode.Done;
        }

        UsageErrors.Check(parse);
        using var invocation = new Invocation(host, parse, common);
        return ((LcnCommand)command).Run(invocation);
    }

    private static void Report(CommandError failure, bool json, string command, CommandHost host)
    {
        host.Error.WriteLine(failure.Message);
        if (host.ErrorIsTerminal) host.Error.WriteLine(failure.Hint);
        host.Error.Flush();
        if (!json) return;
        try
        {
            host.Output.Write(ErrorDocument.Write(command, failure));
            host.Output.Flush();
        }
        catch (IOException)
        {
            // Standard output itself is what failed; standard error has said so.
        }
    }
}
