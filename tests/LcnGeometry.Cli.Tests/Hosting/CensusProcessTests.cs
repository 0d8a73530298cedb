using System.Diagnostics;
using System.Globalization;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

/// <summary>Censuses in real processes that are killed, run into each other, or run out of room.</summary>
public sealed class CensusProcessTests : IDisposable
{
    private static readonly string[] Census = ["census", "2,2", "--targets", "300", "--inits", "4", "--seed", "3"];

    /// <summary>So long that no test sees its end.</summary>
    private static readonly string[] Endless = ["census", "2,2", "--targets", "1000000", "--inits", "4", "--seed", "3"];

    private readonly TemporaryFolder _folder = new();
    private readonly List<Process> _started = [];

    private static string Program => Path.Combine(AppContext.BaseDirectory, "lcn.dll");

    private string Runs => _folder.PathOf("runs");

    public void Dispose()
    {
        foreach (var process in _started)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            process.Dispose();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Killed_at_random_moments_again_and_again_it_ends_with_the_same_bytes()
    {
        var random = new TestRandom(20261120);
        var (kills, least) = (0, 0L);
        for (var i = 0; i < Effort.Trials(4); i++)
        {
            var process = Start(Runs);

            // From before the first file to after the last: some are killed while they start, most while rows are written.
            var wanted = least + random.Between(0, 9000);
            if (i % 4 != 0) await Until(() => process.HasExited || Length("runs.csv") > wanted);
            await Task.Delay(random.Between(0, i % 4 == 0 ? 400 : 30));
            process.Kill();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) kills++;
            var table = Length("runs.csv");
            Assert.True(table >= least, $"{table} bytes after {least}");
            least = Kept();
        }

        Assert.True(kills > 0);
        Assert.Equal(0, Lcn.Run([.. Census, "--out", Runs]).ExitCode);
        Assert.Equal(Whole(), Files(Runs));
    }

    [Fact]
    public async Task Two_processes_in_one_folder_and_the_second_is_refused_at_once()
    {
        var first = Start(Runs, Endless);
        await Until(() => Length("runs.csv") > 0);
        var second = Lcn.Run([.. Endless, "--out", Runs, "--json"]);
        Assert.False(first.HasExited);
        Assert.Equal((2, "file"), (second.ExitCode, second.ErrorKind));
        Assert.Contains($"'{Runs}' is being written by process {first.Id} on {Environment.MachineName}.", second.Error, StringComparison.Ordinal);
        var merge = Lcn.Run("census-merge", Runs, "--out", _folder.PathOf("all"));
        Assert.Equal(2, merge.ExitCode);
        Assert.Contains("is not finished", merge.Error, StringComparison.Ordinal);

        // Killed, the first leaves its lock behind, and blocks nobody.
        first.Kill();
        await first.WaitForExitAsync();
        Assert.True(File.Exists(Path.Combine(Runs, "lock")));
        await GoesOn();
    }

    [Fact]
    public void Without_room_it_says_what_is_kept_and_goes_on_when_there_is()
    {
        // The shell's limit on the size of files; without the signal that goes with it, writing fails as on a full disk.
        var script = $"trap '' XFSZ; ulimit -f 24; exec dotnet \"$0\" {string.Join(' ', Census)} --out \"$1\"";
        var environment = new Dictionary<string, string?> { ["DOTNET_EnableWriteXorExecute"] = "0", ["LCN_CACHE"] = "off" };
        var result = Command.Run("bash", ["-c", script, Program, Runs], "", TimeSpan.FromMinutes(1), environment: environment);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Matches($"^'{Path.Combine(Runs, "runs.csv")}' cannot be written: file too large; [1-9][0-9]* of 300 data sets are kept, and the same command goes on from there.\n$", result.Error);
        Assert.Equal(["journal", "plan.json", "runs.csv"], Files(Runs).Keys);
        Assert.Equal(0, Lcn.Run([.. Census, "--out", Runs]).ExitCode);
        Assert.Equal(Whole(), Files(Runs));
    }

    [Fact]
    public async Task Asked_to_end_it_stops_in_order()
    {
        var process = Start(Runs, Endless);
        await Until(() => Length("runs.csv") > 5000);
        Command.Run("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)], "", TimeSpan.FromSeconds(10));
        await process.WaitForExitAsync();
        Assert.Equal(130, process.ExitCode);
        Assert.Equal(["journal", "plan.json", "runs.csv"], Files(Runs).Keys);
        await GoesOn();
    }

    /// <summary>The same command goes on behind what was kept.</summary>
    private async Task GoesOn()
    {
        var kept = Kept();
        var before = File.ReadAllText(Path.Combine(Runs, "runs.csv"))[..(int)kept];
        var process = Start(Runs, Endless);
        await Until(() => Kept() > kept);
        process.Kill();
        await process.WaitForExitAsync();
        Assert.StartsWith(before, File.ReadAllText(Path.Combine(Runs, "runs.csv")), StringComparison.Ordinal);
    }

    private Process Start(string folder, string[]? census = null)
    {
        // Two threads, and no cache of start solutions: every process does the same work.
        var start = new ProcessStartInfo("dotnet", [Program, .. census ?? Census, "--threads", "2", "--out", folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LCN_CACHE"] = "off";
        var process = Process.Start(start)!;
        _started.Add(process);
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private long Length(string name)
    {
        var file = new FileInfo(Path.Combine(Runs, name));
        return file.Exists ? file.Length : 0;
    }

    /// <summary>The bytes of the table that the last whole line of the journal vouches for.</summary>
    private long Kept()
    {
        var path = Path.Combine(Runs, "journal");
        if (!File.Exists(path)) return 0;
        var lines = File.ReadAllText(path).Split('\n')[1..^1];
        return lines.Length == 0 ? 0 : long.Parse(lines[^1].Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private static async Task Until(Func<bool> condition)
    {
        var limit = Stopwatch.StartNew();
        while (!condition())
        {
            if (limit.Elapsed > TimeSpan.FromMinutes(1)) throw new TimeoutException("The process did not come so far in a minute.");
            await Task.Delay(2);
        }
    }

    private static readonly Lazy<SortedDictionary<string, string>> LazyWhole = new(() =>
    {
        using var folder = new TemporaryFolder();
        var result = Lcn.Run([.. Census, "--threads", "1", "--out", folder.PathOf("whole")]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return Files(folder.PathOf("whole"));
    });

    private static SortedDictionary<string, string> Whole() => LazyWhole.Value;

    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.GetFiles(folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllText), StringComparer.Ordinal);
}
