using System.Diagnostics;
using System.Text;

namespace LcnGeometry.TestKit;

/// <summary>What a process left behind.</summary>
public sealed record CommandResult(int ExitCode, string Output, string Error);

/// <summary>Runs a process to its end with its input given, its output captured and a limit of time.</summary>
public static class Command
{
    /// <summary>Runs a program; on the limit it and its children are ended.</summary>
    /// <param name="program">The program on the search path, or its path.</param>
    /// <param name="arguments">Each argument as the program sees it.</param>
    /// <param name="standardInput">Everything it may read.</param>
    /// <param name="limit">After this the process tree is ended.</param>
    /// <param name="folder">The working folder; by default the root of the repository.</param>
    /// <param name="environment">Variables to set; null takes one away.</param>
    /// <exception cref="TimeoutException">The limit was reached.</exception>
    public static CommandResult Run(string program, IEnumerable<string> arguments, string standardInput, TimeSpan limit,
        string? folder = null, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(false),
            WorkingDirectory = folder ?? Repository.Root,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var input = Feed(process, standardInput);
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            throw new TimeoutException($"{program} {string.Join(' ', start.ArgumentList)} did not end within {limit.TotalSeconds:0} s.");
        }
        process.WaitForExit();
        input.GetAwaiter().GetResult();
        return new CommandResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static async Task Feed(Process process, string text)
    {
        try
        {
            await process.StandardInput.WriteAsync(text).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading all of it; its exit code and its error text say why.
        }
    }
}
