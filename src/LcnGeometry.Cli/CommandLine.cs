namespace LcnGeometry.Cli;

/// <summary>The command line <c>lcn</c>.</summary>
public static class CommandLine
{
    /// <summary>Parses and runs one command.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args) => args.Length == 0 ? 0 : 2;
}
