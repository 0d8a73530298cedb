using System.Collections.Immutable;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class DoctorTests
{
    private static readonly string[] SlurmQuestion =
        ["sh", .. ToolCatalog.All.Single(tool => tool.Name == "slurm").Arguments];

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["dotnet --version"] = "10.0.401\n",
        ["z3 --version"] = "Z3 version 4.8.12 - 64 bit\n",
        ["dpkg-query --show --showformat=${db:Status-Status} ${Version} qepcad"] = "installed 1.74+ds-4",
        ["dpkg-query --show --showformat=${db:Status-Status} ${Version} libtorch-dev"] = "config-files 1.13.1+dfsg-4",
        ["gp --version-short"] = "2.15.2\n",
        ["chromium --version"] = "Chromium 143.0.7499.40 built on Debian GNU/Linux 12 (bookworm)\n",
        [string.Join(' ', SlurmQuestion)] = "no digits here\n",
    };

    [Fact]
    public void Present_and_missing_tools_are_told_apart()
    {
        var tools = Run("--json").Json.GetProperty("tools").EnumerateArray().ToDictionary(tool => tool.GetProperty("name").GetString()!);
        Assert.Equal(["dotnet", "z3", "cvc5", "qepcad", "libtorch", "gp", "M2", "Singular", "python3", "sympy", "numpy", "torch", "chromium", "slurm"], tools.Keys);
        Assert.Equal("4.8.12", tools["z3"].GetProperty("version").GetString());
        Assert.Equal("1.74+ds-4", tools["qepcad"].GetProperty("version").GetString());
        Assert.Equal("143.0.7499.40", tools["chromium"].GetProperty("version").GetString());
        Assert.False(tools["libtorch"].GetProperty("present").GetBoolean());
        Assert.False(tools["cvc5"].TryGetProperty("version", out _));
        Assert.True(tools["slurm"].GetProperty("present").GetBoolean());
        Assert.False(tools["slurm"].TryGetProperty("version", out _));
        Assert.Equal("sudo apt-get install -y python3-numpy", tools["numpy"].GetProperty("install").GetString());
    }

    [Fact]
    public void People_see_a_table_with_the_line_that_installs_a_missing_tool() => Approved.Check(Run().Output, "doctor.txt");

    [Fact]
    public void Missing_tools_are_no_error() => Assert.Equal(0, Lcn.Run("doctor").ExitCode);

    [Fact]
    public void The_real_probe_finds_the_sdk_that_runs_these_tests()
    {
        var probe = new ProcessToolProbe();
        Assert.Matches(@"^[0-9]+\.", probe.Ask("dotnet", ["--version"], CancellationToken.None));
        Assert.Null(probe.Ask("lcn-no-such-program", ["--version"], CancellationToken.None));
        Assert.Null(probe.Ask("dotnet", ["no-such-command-of-dotnet"], CancellationToken.None));
    }

    /// <summary>Its commands need a cluster even to say their version; there is none here.</summary>
    [ToolFact("sbatch")]
    public void The_real_probe_finds_slurm_without_a_cluster() =>
        Assert.Matches("^(installed|slurm-wlm) [0-9]+", new ProcessToolProbe().Ask(SlurmQuestion[0], [.. SlurmQuestion[1..]], CancellationToken.None));

    [Fact]
    public void The_real_probe_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new ProcessToolProbe().Ask("dotnet", ["--version"], stop.Token));
    }

    private static LcnResult Run(params string[] args)
    {
        var result = Lcn.Run(host => host with { Tools = new Recorded() }, ["doctor", .. args]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result;
    }

    private sealed class Recorded : IToolProbe
    {
        public string? Ask(string program, ImmutableArray<string> arguments, CancellationToken token) =>
            Answers.GetValueOrDefault($"{program} {string.Join(' ', arguments)}");
    }
}
