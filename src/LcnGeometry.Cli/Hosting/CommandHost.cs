namespace LcnGeometry.Cli;

/// <summary>What a command may touch outside its arguments and files; tests bring their own.</summary>
internal sealed record CommandHost
{
    /// <summary>Standard output: the answer and nothing else.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Standard error: one sentence when something is wrong, progress in between.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard input, for <c>-</c> in place of a file.</summary>
    public required TextReader Input { get; init; }

    /// <summary>Outside programs, for <c>doctor</c>.</summary>
    public required IToolProbe Tools { get; init; }

    /// <summary>Whether people read standard output as it appears.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether people read standard error as it appears.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The width of the terminal in characters; redirected output is always 80 wide.</summary>
    public int TerminalWidth { get; init; } = 80;

    /// <summary>Looks up an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>The clock of time limits, progress and timings.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Interrupt { get; init; }
}
