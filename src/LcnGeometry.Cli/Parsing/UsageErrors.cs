using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LcnGeometry.Cli;

/// <summary>Says in one sentence what is wrong with the syntax of a command line.</summary>
internal static class UsageErrors
{
    /// <summary>Throws when the syntax is wrong.</summary>
    /// <exception cref="CommandException">The first thing that is wrong.</exception>
    public static void Check(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        if (command is RootCommand) CheckCommandIsNamed(parse);
        var options = OptionsOf(command);
        foreach (var option in parse.CommandResult.Children.OfType<OptionResult>()) CheckOption(option, options);
        CheckNoUnknownOption(parse, command);
        foreach (var argument in command.Arguments)
        {
            if (parse.GetResult(argument) is null or { Tokens.Count: 0 } && argument.Arity.MinimumNumberOfValues > 0)
            {
                throw Failure($"lcn {command.Name} needs {argument.HelpName}: {argument.Description}.", $"lcn {command.Name} --help shows an example.");
            }
        }

        if (parse.UnmatchedTokens.Count > 0)
        {
            throw Failure(
                $"'{parse.UnmatchedTokens[0]}' is one argument more than lcn {command.Name} takes.",
                "Entries of a list are separated by commas without spaces; quote a value that contains a space or a semicolon.");
        }

        if (parse.Errors.Count > 0) throw Failure(parse.Errors[0].Message, $"lcn {command.Name} --help shows the syntax.");
    }

    private static void CheckCommandIsNamed(ParseResult parse)
    {
        if (parse.UnmatchedTokens.Count == 0) throw Failure("No command was named.", "lcn --help lists the commands.");
        var name = parse.UnmatchedTokens[0];
        if (name.StartsWith('-')) throw UnknownOption(name, parse.CommandResult.Command);
        var limitation = Limitations.OfCommand(name);
        if (limitation is not null) throw limitation;
        var known = parse.CommandResult.Command.Subcommands.Select(c => c.Name);
        throw Failure($"'{name}' is not a command of lcn{NameSuggestion.DidYouMean(name, known)}", "lcn --help lists the commands.");
    }

    private static void CheckNoUnknownOption(ParseResult parse, Command command)
    {
        // The parser takes an unknown option for a value wherever a value may stand.
        foreach (var token in parse.Tokens)
        {
            if (token.Type == TokenType.Argument && IsLongOption(token.Value)) throw UnknownOption(token.Value, command);
        }

        foreach (var token in parse.UnmatchedTokens)
        {
            if (token.Length > 1 && token[0] == '-' && char.IsAsciiLetter(token[1])) throw UnknownOption(token, command);
        }
    }

    private static void CheckOption(OptionResult option, ImmutableArray<string> options)
    {
        var name = option.Option.Name;
        if (option.IdentifierTokenCount > 1)
        {
            throw Failure(string.Create(CultureInfo.InvariantCulture, $"{name} was given {option.IdentifierTokenCount} times; once is enough."));
        }

        var (least, most) = (option.Option.Arity.MinimumNumberOfValues, option.Option.Arity.MaximumNumberOfValues);
        if (option.Tokens.Count < least || option.Tokens.Any(token => options.Contains(token.Value)))
        {
            // The parser takes the option that follows for the missing value.
            throw Failure(least == 1
                ? $"{name} needs a value: {option.Option.HelpName}."
                : string.Create(CultureInfo.InvariantCulture, $"{name} needs {least} values: {option.Option.HelpName}."));
        }

        if (option.Tokens.Count > most) throw Failure(most == 0 ? $"{name} takes no value." : $"{name} takes {most} values, not {option.Tokens.Count}.");
    }

    /// <summary>The names of the command's own options and of those that it inherits.</summary>
    private static ImmutableArray<string> OptionsOf(Command command) =>
        [.. command.Options.Concat(command.Parents.OfType<RootCommand>().SelectMany(root => root.Options).Where(option => option.Recursive)).Select(option => option.Name)];

    private static bool IsLongOption(string token) =>
        token.StartsWith("--", StringComparison.Ordinal) && token.Length > 2 && char.IsAsciiLetter(token[2]);

    private static CommandException UnknownOption(string token, Command command)
    {
        var name = token.Split('=', ':')[0];
        var place = command is RootCommand ? "lcn" : $"lcn {command.Name}";
        return Failure($"'{name}' is not an option of {place}{NameSuggestion.DidYouMean(name, OptionsOf(command))}", $"{place} --help lists the options.");
    }

    private static CommandException Failure(string message, string? hint = null) => new(ErrorKind.Usage, message, hint);
}
