using System.Collections.Immutable;

namespace LcnGeometry.Cli;

/// <summary>An outside tool: how to find it, how to install it, and what it is for.</summary>
/// <param name="Name">The name people know.</param>
/// <param name="Package">The Debian package.</param>
/// <param name="UsedFor">What needs it.</param>
/// <param name="Program">The program to ask.</param>
/// <param name="Arguments">Arguments that make it print its version.</param>
internal sealed record OutsideTool(string Name, string Package, string UsedFor, string Program, ImmutableArray<string> Arguments)
{
    /// <summary>What installs any number of Debian packages.</summary>
    public const string AptGet = "sudo apt-get install -y";

    /// <summary>The command line that installs the tool on Debian.</summary>
    public string Install { get; init; } = $"{AptGet} {Package}";
}

/// <summary>Every outside tool that some part of this project can use; none is needed by the commands of this version.</summary>
internal static class ToolCatalog
{
    public static ImmutableArray<OutsideTool> All { get; } =
    [
        new("dotnet", "dotnet-sdk-10.0", "building from source", "dotnet", ["--version"])
        {
            Install = "curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0", // not in Debian's own archive
        },
        Solver("z3", ["--version"]),
        Solver("cvc5", ["--version"]),
        Solver("qepcad", null),
        new("libtorch", "libtorch-dev", "learned layers", "dpkg-query", Query("libtorch-dev")),
        new("gp", "pari-gp", "tests and benchmarks", "gp", ["--version-short"]),
        new("M2", "macaulay2", "tests and benchmarks", "M2", ["--version"]),
        new("Singular", "singular-ui", "tests and benchmarks", "Singular", ["-q", "--execute", "system(\"version\");quit;"]),
        new("python3", "python3", "tests", "python3", ["--version"]),
        Module("sympy", "tests"),
        Module("numpy", "tests"),
        Module("torch", "tests"),
        new("chromium", "chromium", "tests of the report in a browser", "chromium", ["--version"]),
        new("slurm", "slurm-wlm", "large censuses on a cluster", "sh", ["-c", AskSlurm]),
    ];

    // Where there is no cluster, the commands of Debian's Slurm do not even say their version.
    private const string AskSlurm = "sinfo --version 2>/dev/null || dpkg-query --show --showformat='${db:Status-Status} ${Version}' slurm-client | grep '^installed '";

    private static OutsideTool Solver(string name, ImmutableArray<string>? arguments) => arguments is { } own
        ? new(name, name, "proof obligations", name, own)
        : new(name, name, "proof obligations", "dpkg-query", Query(name));

    private static OutsideTool Module(string name, string usedFor) => new(
        name, $"python3-{name}", usedFor, "python3", ["-c", $"import importlib.metadata as m; print(m.version('{name}'))"]);

    // Tools without a program of their own, or whose program prints no version, are known to Debian's package database.
    private static ImmutableArray<string> Query(string package) => ["--show", "--showformat=${db:Status-Status} ${Version}", package];
}
