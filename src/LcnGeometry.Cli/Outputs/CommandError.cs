using System.Text.Json.Serialization;

namespace LcnGeometry.Cli;

/// <summary>What kind of thing went wrong.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ErrorKind>))]
internal enum ErrorKind
{
    /// <summary>An unknown command or option, a missing or superfluous one.</summary>
    Usage,

    /// <summary>A value that breaks its rule.</summary>
    Input,

    /// <summary>A file that cannot be read or written, or whose content is refused.</summary>
    File,

    /// <summary>Something that this version does not do.</summary>
    NotSupported,

    /// <summary>The time limit was reached before there was anything to show.</summary>
    Timeout,

    /// <summary>Ctrl-C before there was anything to show.</summary>
    Interrupted,

    /// <summary>A bug of ours.</summary>
    Internal,
}

/// <summary>One sentence about what went wrong and one about what to do.</summary>
internal sealed record CommandError(ErrorKind Kind, string Message, string Hint)
{
    /// <summary>The exit code that goes with the kind.</summary>
    [JsonIgnore]
    public ExitCode ExitCode => Kind switch
    {
        ErrorKind.Timeout => ExitCode.Undecided,
        ErrorKind.Interrupted => ExitCode.Interrupted,
        ErrorKind.Internal => ExitCode.Bug,
        _ => ExitCode.Refused,
    };
}

/// <summary>Stops a command with an error that is already in its final words.</summary>
internal sealed class CommandException(ErrorKind kind, string message, string? hint = null) : Exception(message)
{
    public ErrorKind Kind => kind;

    /// <summary>What to do; null for a pointer to the command's help.</summary>
    public string? Hint => hint;
}
