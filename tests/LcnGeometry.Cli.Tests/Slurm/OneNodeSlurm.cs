using System.Diagnostics;
using System.Text;
using LcnGeometry.TestKit;
using Xunit.Sdk;

namespace LcnGeometry.Cli.Tests;

/// <summary>A real Slurm of one node, as long as this object lives: <c>tests/slurm/one-node.sh</c>.</summary>
internal sealed class OneNodeSlurm : IDisposable
{
    private static readonly TimeSpan Start = TimeSpan.FromMinutes(3), Answer = TimeSpan.FromMinutes(1), End = TimeSpan.FromMinutes(1);

    private readonly Process _cluster;
    private readonly Task<string> _errors;
    private readonly string _folder;
    private readonly Dictionary<string, string?> _environment;

    /// <summary>The folder of the daemons, deleted at the end.</summary>
    public string Folder => Path.GetDirectoryName(_environment["SLURM_CONF"])!;

    /// <summary>Starts the daemons and waits for an idle node.</summary>
    /// <param name="folder">Where jobs are submitted and run.</param>
    /// <param name="environment">What jobs see.</param>
    public OneNodeSlurm(string folder, IReadOnlyDictionary<string, string?> environment)
    {
        // The cluster ends when what runs in it has read all of its input: also when this process is killed.
        _cluster = Process.Start(new ProcessStartInfo("bash", [Repository.PathOf("tests", "slurm", "one-node.sh"), "bash", "-c", "echo \"$SLURM_CONF\"; exec cat"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;
        _errors = _cluster.StandardError.ReadToEndAsync();
        _folder = folder;
        var configuration = _cluster.StandardOutput.ReadLineAsync();
        if (!configuration.Wait(Start) || configuration.Result is not { Length: > 0 } path)
        {
            Dispose();
            throw new XunitException("No Slurm. " + _errors.Result);
        }

        _environment = new Dictionary<string, string?>(environment) { ["SLURM_CONF"] = path };
    }

    /// <summary>Submits a job and returns its id.</summary>
    public string Submit(params string[] arguments) => Run("sbatch", ["--parsable", .. arguments]).Trim();

    /// <summary>Runs a command of Slurm, which must succeed.</summary>
    public string Run(string program, params string[] arguments)
    {
        var result = Command.Run(program, arguments, "", Answer, _folder, _environment);
        return result.ExitCode == 0 ? result.Output : throw new XunitException($"{program} {string.Join(' ', arguments)}: {result.Error}{Diagnosis()}");
    }

    /// <summary>Sends a signal to a job, if it is still there.</summary>
    public void Signal(string job, params string[] arguments) => Command.Run("scancel", [.. arguments, job], "", Answer, _folder, _environment);

    /// <summary>The state of a job that has one task, or of one task of an array, such as RUNNING.</summary>
    public string StateOf(string job, int? task = null)
    {
        var lines = Run("squeue", "--noheader", "--array", "--states=all", "--jobs=" + job, "--format=%K %T").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var found = lines.Select(line => line.Split(' ')).Where(fields => task is null || fields[0] == FormattableString.Invariant($"{task}")).ToArray();
        return found.Length == 1 ? found[0][1] : throw new XunitException($"Job {job}, task {task}: {string.Join('|', lines)}{Diagnosis()}");
    }

    /// <summary>Whether a job has ended, well or not.</summary>
    public bool HasEnded(string job, int? task = null) => StateOf(job, task) is not ("PENDING" or "CONFIGURING" or "RUNNING" or "COMPLETING" or "SUSPENDED" or "REQUEUED");

    /// <summary>Waits until something is so; the limit is there so that a broken cluster does not hold up everything else.</summary>
    public void WaitFor(string what, Func<bool> reached)
    {
        var clock = Stopwatch.StartNew();
        while (!reached())
        {
            if (clock.Elapsed > TimeSpan.FromMinutes(4)) throw new XunitException($"Waited too long until {what}.{Diagnosis()}");
            if (_cluster.HasExited) throw new XunitException($"The cluster ended before {what}. {_errors.Result}");
            Thread.Sleep(100);
        }
    }

    /// <summary>The queue and the ends of all logs.</summary>
    public string Diagnosis()
    {
        var text = new StringBuilder("\n");
        foreach (var query in new[] { "squeue --states=all --array", "sinfo --list-reasons" })
        {
            var words = query.Split(' ');
            text.AppendLine(query).AppendLine(Command.Run(words[0], words[1..], "", Answer, _folder, _environment).Output);
        }

        foreach (var log in Directory.GetFiles(Folder, "*.log").Concat(Directory.GetFiles(_folder, "*.log")).Order(StringComparer.Ordinal))
            text.AppendLine(FormattableString.Invariant($"-- {Path.GetFileName(log)}")).AppendJoin('\n', File.ReadLines(log).TakeLast(25)).AppendLine();
        return text.ToString();
    }

    /// <summary>Kills the script that holds the cluster, and nothing else.</summary>
    public void Kill() => _cluster.Kill();

    public void Dispose()
    {
        _cluster.StandardInput.Close();
        if (!_cluster.WaitForExit(End)) _cluster.Kill(entireProcessTree: true);
        _cluster.WaitForExit();
        _cluster.Dispose();
    }
}
