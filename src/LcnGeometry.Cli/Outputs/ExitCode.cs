namespace LcnGeometry.Cli;

/// <summary>What the process tells its caller.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>The answer is no.</summary>
    No = 1,

    /// <summary>Wrong usage, bad input, or a refused file.</summary>
    Refused = 2,

    /// <summary>The question was not decided, or the time limit was reached.</summary>
    Undecided = 3,

    /// <summary>A bug of ours.</summary>
    Bug = 4,

    /// <summary>Interrupted.</summary>
    Interrupted = 130,
}
