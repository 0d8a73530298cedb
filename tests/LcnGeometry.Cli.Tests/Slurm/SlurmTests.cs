using System.Globalization;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

/// <summary>The array job of <c>examples/slurm</c> on a real Slurm.</summary>
public sealed class SlurmTests
{
    private const int Parts = 4;

    /// <summary>Appends one line at a time to what is there, and stops in order when it is asked to.</summary>
    private const string StandIn = """
        #!/bin/bash
        trap 'exit 130' TERM
        while [ $# -gt 0 ]; do case $1 in --out) out=$2 ;; --shard) shard=$2 ;; esac; shift; done
        mkdir -p "$out"
        touch "$out/runs.csv"
        while [ "$(wc -l <"$out/runs.csv")" -lt 50 ]; do echo "$shard" >>"$out/runs.csv"; sleep 0.05; done
        touch "$out/report.html"
        """;

    [ToolFact("slurmctld", "slurmd", "sbatch", "munged")]
    public void Killed_and_requeued_parts_go_on_where_they_were()
    {
        using var folder = new TemporaryFolder();
        var program = folder.Write("stand-in", StandIn);
        Command.Run("chmod", ["+x", program], "", TimeSpan.FromSeconds(10));
        using var slurm = new OneNodeSlurm(folder.Root, new Dictionary<string, string?> { ["LCN"] = program });
        string Submit(string tasks) => slurm.Submit("--array=" + tasks, Repository.PathOf("examples", "slurm", "census.sbatch"), $"{Parts}", "runs", "2,2,2");
        string Part(int part, string name) => folder.PathOf("runs", part.ToString(CultureInfo.InvariantCulture), name);
        bool Started(int part) => File.Exists(Part(part, "runs.csv")) && File.ReadLines(Part(part, "runs.csv")).Any();

        var job = Submit("1-4");
        slurm.WaitFor("part 1 has lines", () => Started(1));
        slurm.Run("scancel", "--signal=KILL", "--full", job + "_1");
        slurm.WaitFor("part 1 is no more", () => slurm.HasEnded(job, 1));
        slurm.WaitFor("part 3 has lines", () => Started(3));
        slurm.Run("scancel", "--signal=USR1", "--batch", job + "_3");
        slurm.WaitFor("the others are done", () => new[] { 2, 3, 4 }.All(task => slurm.HasEnded(job, task)));
        Assert.Equal(["COMPLETED", "COMPLETED", "COMPLETED"], new[] { 2, 3, 4 }.Select(task => slurm.StateOf(job, task)));
        Assert.Contains("restart 1", File.ReadAllText(folder.PathOf("census-3.log")), StringComparison.Ordinal);
        Assert.False(File.Exists(Part(1, "report.html")));
        job = Submit("1");
        slurm.WaitFor("part 1 is done", () => slurm.HasEnded(job, 1));
        for (var part = 1; part <= Parts; part++) Assert.Equal(Enumerable.Repeat($"{part}/{Parts}", 50), File.ReadLines(Part(part, "runs.csv")));
    }
}
