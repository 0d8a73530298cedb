using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace LcnGeometry.Cli;

/// <summary>Runs real programs, each with a limit of ten seconds.</summary>
internal sealed class ProcessToolProbe : IToolProbe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public string? Ask(string program, ImmutableArray<string> arguments, CancellationToken token)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(Limit);
        try
        {
            return Run(new ProcessStartInfo(Find(program), arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }, limit.Token);
        }
        catch (Win32Exception)
        {
            return null; // not on the search path, or not executable
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The distribution's own program before any other of that name: that is what the lines that install something bring.</summary>
    private static string Find(string program)
    {
        var ofDistribution = Path.Combine("/usr/bin", program);
        return File.Exists(ofDistribution) ? ofDistribution : program;
    }

    private static string? Run(ProcessStartInfo start, CancellationToken token)
    {
        using var process = Process.Start(start);
        if (process is null) return null;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(token);
        var error = process.StandardError.ReadToEndAsync(token);
        try
        {
            process.WaitForExitAsync(token).GetAwaiter().GetResult();
            var text = output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult();
            return process.ExitCode == 0 ? text : null;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
