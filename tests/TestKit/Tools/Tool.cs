using System.Collections.Immutable;

namespace LcnGeometry.TestKit;

/// <summary>An outside program that tests compare against, the Debian package that brings it, and how to run it.</summary>
/// <param name="Name">The name used in <see cref="ToolFactAttribute"/>.</param>
/// <param name="Executable">The program on the search path.</param>
/// <param name="Package">The Debian package.</param>
/// <param name="Probe">Arguments that print a version and succeed only when the tool is usable.</param>
public sealed record Tool(string Name, string Executable, string Package, ImmutableArray<string> Probe)
{
    /// <summary>Every outside tool of the tests; <c>tests/run.sh</c> installs exactly these packages.</summary>
    public static ImmutableArray<Tool> All { get; } =
    [
        new("gp", "gp", "pari-gp", ["--version-short"]),
        new("python3", "python3", "python3", ["--version"]),
        new("sympy", "python3", "python3-sympy", ["-c", "import sympy; print(sympy.__version__)"]),
        new("numpy", "python3", "python3-numpy", ["-c", "import numpy; print(numpy.__version__)"]),
        new("scipy", "python3", "python3-scipy", ["-c", "import scipy; print(scipy.__version__)"]),
        new("mpmath", "python3", "python3-mpmath", ["-c", "import mpmath; print(mpmath.__version__)"]),
        new("jsonschema", "python3", "python3-jsonschema", ["-W", "ignore", "-c", "import jsonschema; print(jsonschema.__version__)"]),
        new("chromium", "chromium", "chromium", ["--version"]),
        new("M2", "M2", "macaulay2", ["--version"]),
        new("Singular", "Singular", "singular-ui", ["-q", "--execute", "system(\"version\");quit;"]),
        new("slurmctld", "slurmctld", "slurmctld", ["-V"]),
        new("slurmd", "slurmd", "slurmd", ["-V"]),
        new("sbatch", "dpkg-query", "slurm-client", ["--show", "--showformat=${Version}", "slurm-client"]), // tells its version only to a cluster
        new("munged", "munged", "munge", ["--version"]),
    ];

    /// <summary>Whether this is the full run, in which no tool may be missing.</summary>
    public static bool Required => Environment.GetEnvironmentVariable("LCN_TOOLS") == "1";

    public static Tool Named(string name) => All.FirstOrDefault(tool => tool.Name == name)
        ?? throw new ArgumentException($"'{name}' is not an outside tool of the tests; add it to Tool.All and tests/run.sh.", nameof(name));

    /// <summary>Runs a tool to its end.</summary>
    /// <exception cref="InvalidOperationException">The tool is missing (the message has the line that installs it), failed or ran out of time.</exception>
    public static string Run(string name, string standardInput, params string[] arguments) =>
        Run(name, standardInput, TimeSpan.FromMinutes(2), arguments);

    /// <inheritdoc cref="Run(string, string, string[])"/>
    public static string Run(string name, string standardInput, TimeSpan limit, params string[] arguments)
    {
        var tool = Named(name);
        var result = Command.Run(tool.Find(), arguments, standardInput, limit);
        return result.ExitCode == 0
            ? result.Output
            : throw new InvalidOperationException($"{name} ended with {result.ExitCode}: {result.Error.Trim()}{Environment.NewLine}{result.Output.Trim()}");
    }

    /// <summary>The version that the tool prints.</summary>
    public string Version()
    {
        var result = Command.Run(Find(), Probe, "", TimeSpan.FromMinutes(1));
        return result.ExitCode == 0
            ? (result.Output + result.Error).Trim().Split('\n')[0].Trim()
            : throw new InvalidOperationException($"{Name} is there but does not answer: {result.Error.Trim()}. {InstallLine}");
    }

    internal static string? ReasonToSkip(IReadOnlyList<string> tools)
    {
        foreach (var tool in tools) Named(tool);
        if (Required) return null;
        return tools.Count == 0 ? "part of the full run: bash tests/run.sh" : $"needs {string.Join(", ", tools)}: bash tests/run.sh";
    }

    private string InstallLine => $"Install it: apt-get install -y {Package}";

    /// <summary>Where the program is; the distribution's own comes first, since it is the one that sees the installed packages.</summary>
    /// <exception cref="InvalidOperationException">It is missing; the message has the line that installs it.</exception>
    public string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(folder => folder.Length > 0);
        return folders.Prepend("/usr/bin").Append("/usr/sbin").Select(folder => Path.Combine(folder, Executable)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{Name} is not on this machine. {InstallLine}");
    }
}
