using System.Globalization;
using System.Text;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

/// <summary>The array job of <c>examples/slurm</c> on a real Slurm, with the real program.</summary>
public sealed class SlurmTests : IDisposable
{
    private const int Parts = 4;
    private static readonly string[] Census = ["2,2,2", "--targets", "4000", "--inits", "2", "--seed", "5"];
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "lcn.dll");

    private readonly TemporaryFolder _folder = new();

    private Dictionary<string, string?> Environment => new() { ["LCN"] = Program, ["LCN_CACHE"] = _folder.PathOf("cache") };

    public void Dispose() => _folder.Dispose();

    [ToolFact("slurmctld", "slurmd", "sbatch", "munged")]
    public void A_census_whose_tasks_are_killed_stopped_and_submitted_again_is_that_of_one_process()
    {
        using var slurm = new OneNodeSlurm(_folder.Root, Environment);
        var job = Submit(slurm, "1-4");

        // As when its node dies, half way through part 2; and what the time limit sends to part 3, which then queues itself again.
        Interrupt(slurm, job, 2, "--signal=KILL", "--full");
        Interrupt(slurm, job, 3, "--signal=USR1", "--batch");
        slurm.WaitFor("what was not touched is done", () => slurm.HasEnded(job, 1) && slurm.HasEnded(job, 4));
        var log = File.ReadAllText(_folder.PathOf("census-3.log"));
        Assert.Matches(@"\d+ of 1000 data sets are kept in runs/3", string.Join(' ', log.Split('\n')));
        Assert.Contains("part 3 of 4 ended with exit code 130", log, StringComparison.Ordinal);
        Assert.Contains("restart 1", log, StringComparison.Ordinal);
        Assert.Contains("part 3 of 4 ended with exit code 0", log, StringComparison.Ordinal);
        Assert.Equal([true, false, true, true], Enumerable.Range(1, Parts).Select(IsFinished));

        // A part is unfinished: nothing is merged.
        var early = slurm.Submit(Script("merge"), $"{Parts}", "runs", "early");
        slurm.WaitFor("the early merge has ended", () => slurm.HasEnded(early));
        Assert.Equal("FAILED", slurm.StateOf(early));
        Assert.Contains("runs/2", File.ReadAllText(_folder.PathOf("census-merge.log")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("early")));

        // Only that part is submitted again, and the merge after it.
        job = Submit(slurm, "2");
        var merge = slurm.Submit("--dependency=afterok:" + job, "--kill-on-invalid-dep=yes", Script("merge"), $"{Parts}", "runs", "all");
        slurm.WaitFor("the merge has ended", () => slurm.HasEnded(merge));
        Assert.True(slurm.StateOf(merge) == "COMPLETED", slurm.Diagnosis());

        var alone = Command.Run("dotnet", [Program, "census", .. Census, "--out", "alone"], "", TimeSpan.FromMinutes(5), _folder.Root, Environment);
        Assert.True(alone.ExitCode == 0, alone.Error);
        Assert.Equal(["census.json", "plan.json", "report.html", "runs.csv"], Names("alone"));
        Assert.Equal(Names("alone"), Names("all"));
        Assert.All(Names("alone"), name => Assert.Equal(File.ReadAllBytes(_folder.PathOf("alone", name)), File.ReadAllBytes(_folder.PathOf("all", name))));
    }

    [ToolFact("slurmctld", "slurmd", "sbatch", "munged")]
    public void A_task_that_is_no_part_of_the_census_is_refused()
    {
        using var slurm = new OneNodeSlurm(_folder.Root, Environment);
        var job = slurm.Submit("--array=0,5", Script("census"), $"{Parts}", "runs", "2,2");
        slurm.WaitFor("both have ended", () => slurm.HasEnded(job, 0) && slurm.HasEnded(job, 5));
        Assert.Equal(["FAILED", "FAILED"], new[] { 0, 5 }.Select(task => slurm.StateOf(job, task)));
        Assert.Contains("There is no part '0' of '4'", File.ReadAllText(_folder.PathOf("census-0.log")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("runs")));
    }

    [ToolFact("slurmctld", "slurmd", "sbatch", "munged")]
    public void A_cluster_whose_holder_is_killed_leaves_nothing()
    {
        using var slurm = new OneNodeSlurm(_folder.Root, Environment);
        var folder = slurm.Folder;
        var job = slurm.Submit(_folder.Write("sleep.sh", "#!/bin/bash\nsleep 1000\n"));
        slurm.WaitFor("a job runs", () => slurm.StateOf(job) == "RUNNING");
        Assert.True(Members(folder) >= 5);
        slurm.Kill();
        for (var wait = 0; Directory.Exists(folder) && wait < 3000; wait++) Thread.Sleep(20);
        Assert.False(Directory.Exists(folder));
        Assert.Equal(0, Members(folder));
    }

    /// <summary>Signals a part between its first rows and its last, and waits for the end of that run; from the beginning if the signal came too late.</summary>
    private void Interrupt(OneNodeSlurm slurm, string job, int part, params string[] signal)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            slurm.WaitFor($"part {part} has rows", () => File.Exists(Part(part, "runs.csv")) && new FileInfo(Part(part, "runs.csv")).Length > 1000);
            slurm.Signal(FormattableString.Invariant($"{job}_{part}"), signal);
            slurm.WaitFor($"part {part} has stopped", () => slurm.HasEnded(job, part));
            if (!IsFinished(part) || File.ReadAllText(_folder.PathOf($"census-{part}.log")).Contains("queued again", StringComparison.Ordinal)) return;
            Directory.Delete(_folder.PathOf("runs", $"{part}"), recursive: true);
            job = Submit(slurm, $"{part}");
        }

        Assert.Fail($"Part {part} was always finished before the signal came.{slurm.Diagnosis()}");
    }

    private string Submit(OneNodeSlurm slurm, string tasks) => slurm.Submit(["--array=" + tasks, Script("census"), $"{Parts}", "runs", .. Census]);

    private static string Script(string name) => Repository.PathOf("examples", "slurm", name + ".sbatch");

    private string Part(int part, string name) => _folder.PathOf("runs", part.ToString(CultureInfo.InvariantCulture), name);

    private bool IsFinished(int part) => File.Exists(Part(part, "report.html")) && !File.Exists(Part(part, "journal"));

    private string[] Names(string folder) => [.. Directory.GetFileSystemEntries(_folder.PathOf(folder)).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    /// <summary>How many processes carry the mark of a cluster in their environment.</summary>
    private static int Members(string folder)
    {
        var mark = "LCN_ONE_NODE=" + folder;
        return Directory.GetDirectories("/proc").Count(process =>
        {
            try
            {
                return File.ReadAllText(Path.Combine(process, "environ"), Encoding.Latin1).Split('\0').Contains(mark);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return false; // no process, one that is gone, or another user's
            }
        });
    }
}
