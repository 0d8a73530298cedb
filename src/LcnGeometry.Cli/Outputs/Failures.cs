using System.CommandLine;
using System.Reflection;

namespace LcnGeometry.Cli;

/// <summary>Turns what stopped a command into one sentence, a hint and an exit code.</summary>
internal static class Failures
{
    /// <summary>The error that the user sees.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="args">The command line, for a bug report.</param>
    /// <param name="parse">The command line, understood.</param>
    /// <param name="host">Tells an interruption from a time limit.</param>
    public static CommandError Describe(Exception error, string[] args, ParseResult parse, CommandHost host)
    {
        var help = parse.CommandResult.Command is LcnCommand own ? $"lcn {own.Name} --help shows the syntax and an example." : "lcn --help lists the commands.";
        return error switch
        {
            CommandException e => new(e.Kind, e.Message, e.Hint ?? help),
            OperationCanceledException when host.Interrupt.IsCancellationRequested =>
                new(ErrorKind.Interrupted, "Interrupted before there was anything to show.", "Nothing was written; run the same command again."),
            OperationCanceledException =>
                new(ErrorKind.Timeout, "The time limit was reached before there was anything to show.", "Give a larger --timeout, or a smaller architecture."),
            NotSupportedException when IsOurs(error) => new(ErrorKind.NotSupported, Sentence(error.Message), "lcn --help lists what this version does."),
            TimeBudgetException e => new(ErrorKind.Input, Sentence(e.Message), "Give a larger --timeout, or a smaller architecture."),
            SingularLossException e => new(ErrorKind.Input, Sentence(e.Message), "Give more or richer data, or a smaller architecture."),
            CsvFormatException or Networks.NetworkFormatException => new(ErrorKind.File, Sentence(error.Message), "Correct the file, or name another one."),
            CensusFolderException e => new(ErrorKind.File, Sentence(e.Message), e.Advice),
            FormatException when IsOurs(error) => new(ErrorKind.Input, Sentence(error.Message), help),
            ArgumentException e when IsOurs(error) => new(ErrorKind.Input, Sentence(WithoutParameter(e)), help),
            AggregateException { InnerException: { } inner } => Describe(inner, args, parse, host),
            IOException or UnauthorizedAccessException => new(ErrorKind.File, Sentence(error.Message), "Check the file and the folder."),
            _ => Bug(error, args),
        };
    }

    private static CommandError Bug(Exception error, string[] args)
    {
        var line = string.Join(' ', args.Select(Quote));
        var seed = args.Any(a => a.StartsWith("--seed", StringComparison.Ordinal)) ? "" : " (seed 1)";
        return new CommandError(
            ErrorKind.Internal,
            Sentence($"This is a bug of ours in version {LibraryVersion.Text}, please report it with the command line 'lcn {line}'{seed}: {error.GetType().Name}: {error.Message}"),
            "Nothing was written.");
    }

    private static string Quote(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || ",.:/=_+-".Contains(c)) ? word : $"\"{word}\"";

    /// <summary>Whether our own code raised the exception: then its message is written for the caller, and else it is a bug.</summary>
    private static bool IsOurs(Exception error) => error.TargetSite?.Module.Assembly is { } assembly &&
        (assembly == Assembly.GetExecutingAssembly() || assembly.GetName().Name!.StartsWith("LcnGeometry", StringComparison.Ordinal));

    /// <summary>The runtime appends the name of the parameter, which means nothing on a command line.</summary>
    private static string WithoutParameter(ArgumentException error)
    {
        var suffix = $" (Parameter '{error.ParamName}')";
        var end = error.ParamName is null ? -1 : error.Message.LastIndexOf(suffix, StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }

    private static string Sentence(string message)
    {
        var line = OneLine(message);
        return line.Length > 0 && line[^1] is '.' or '!' or '?' ? line : line + ".";
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
