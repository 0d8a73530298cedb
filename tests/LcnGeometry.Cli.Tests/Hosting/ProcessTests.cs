using System.Diagnostics;
using System.Globalization;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

/// <summary>A few real processes: streams, exit codes and signals as a shell sees them.</summary>
public sealed class ProcessTests
{
    private static string Program => Path.Combine(AppContext.BaseDirectory, "lcn.dll");

    [Fact]
    public void The_answer_is_utf8_without_a_mark_and_the_exit_code_is_passed_on()
    {
        var result = Start("member", "2,2", "--filter", "1,0,1", "--json");
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Equal('{', result.Output[0]);
        Assert.DoesNotContain('\r', result.Output);
        Lcn.CheckDocument(result.Output);
    }

    [Fact]
    public void The_same_bytes_come_out_of_a_process_and_of_this_test()
    {
        var process = Start("describe", "2,2,2", "--json", "--seed", "5");
        Assert.Equal(Lcn.WithoutTimings(Lcn.Run("describe", "2,2,2", "--json", "--seed", "5").Output), Lcn.WithoutTimings(process.Output));
    }

    [Fact]
    public void Errors_go_to_standard_error()
    {
        var result = Start("describe", "0");
        Assert.Equal((2, "", "The filter size of layer 1 is 0; it must be at least 1.\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void A_batch_is_read_from_a_pipe()
    {
        var result = Command.Run("dotnet", [Program, "member", "2,2", "--batch", "-", "--json"], "-1,0,1\n", TimeSpan.FromMinutes(1));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public void An_answer_that_cannot_be_printed_is_an_error()
    {
        var result = Command.Run("bash", ["-c", "dotnet \"$0\" describe 3,2 > /dev/full", Program], "", TimeSpan.FromMinutes(1));
        Assert.Equal((2, "No space left on device.\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Two_processes_share_a_cache_that_neither_has_made()
    {
        using var folder = new TemporaryFolder();
        var cache = folder.PathOf("cache");
        var environment = new Dictionary<string, string?> { ["LCN_CACHE"] = cache };
        CommandResult Critical() => Command.Run("dotnet", [Program, "critical", "3,2,2", "--target", "1,2,0,5,1", "--json"], "", TimeSpan.FromMinutes(2), environment: environment);
        var both = await Task.WhenAll(Task.Run(Critical), Task.Run(Critical));
        Assert.All(both, result => Assert.Equal((0, ""), (result.ExitCode, result.Error)));
        var texts = both.Append(Critical()).Select(result => Lcn.WithoutTimings(result.Output)).Distinct();
        Assert.Single(texts);
        Assert.NotEmpty(Directory.GetFiles(cache));
        Assert.All(Directory.GetFiles(cache), file => Assert.EndsWith(".start", file, StringComparison.Ordinal));
    }

    [Fact]
    public void Redirected_output_has_no_color()
    {
        var result = Command.Run("dotnet", [Program, "describe", "3,2"], "", TimeSpan.FromMinutes(1), environment: new Dictionary<string, string?> { ["TERM"] = "xterm-256color", ["COLORTERM"] = "truecolor" });
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_process_in_order_with_exit_code_130()
    {
        using var folder = new TemporaryFolder();
        string[] args = ["explore", "4,4,4,4", "--target", "1,0,0,0,0,0,2,0,0,0,0,0,1", "--random", "10000", "--out", folder.PathOf("report.html"), "--json"];

        // A shell starts its background jobs with the interrupt ignored, and so would be whatever they start.
        using var process = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Program, .. args]) { RedirectStandardOutput = true })!;
        using var end = new Ending(process);
        var output = process.StandardOutput.ReadToEndAsync();

        // The output file is claimed, under another name, when the command is under way.
        var limit = Stopwatch.StartNew();
        while (Directory.GetFileSystemEntries(folder.Root).Length == 0 && limit.Elapsed < TimeSpan.FromMinutes(1)) await Task.Delay(20);
        Assert.False(process.HasExited);
        Command.Run("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)], "", TimeSpan.FromSeconds(10));
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal(130, process.ExitCode);
        var document = await output;
        Lcn.CheckDocument(document);
        Assert.Contains("nterrupted", document, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFileSystemEntries(folder.Root), entry => entry.EndsWith(".partial", StringComparison.Ordinal));
    }

    private static CommandResult Start(params string[] args) => Command.Run("dotnet", [Program, .. args], "", TimeSpan.FromMinutes(1));

    /// <summary>Leaves no process behind, whatever the test finds.</summary>
    private sealed class Ending(Process process) : IDisposable
    {
        public void Dispose()
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
