using System.Collections.Immutable;

namespace LcnGeometry.Cli;

/// <summary>A file that appears complete or not at all: written beside its place under another name, then moved.</summary>
/// <remarks>Created before a long computation, so that a place that cannot be written is found out first.</remarks>
internal sealed class OutputFile : IDisposable
{
    private static readonly ImmutableArray<string> DeviceFolders = ["/dev/", "/proc/", "/sys/"];

    private readonly string _option;
    private readonly string _target;
    private readonly string _temporary;
    private bool _moved;

    private OutputFile(string option, string path, string target, string temporary) =>
        (_option, Path, _target, _temporary) = (option, path, target, temporary);

    /// <summary>The place as the user named it.</summary>
    public string Path { get; }

    /// <summary>Claims the place; null when the option was not given.</summary>
    /// <param name="option">The option's name, for messages.</param>
    /// <param name="path">Its value.</param>
    /// <param name="inputs">Files that must not be overwritten.</param>
    /// <exception cref="CommandException">The place cannot be written, or is an input.</exception>
    public static OutputFile? Claim(string option, string? path, params ReadOnlySpan<string?> inputs)
    {
        if (path is null) return null;
        if (string.IsNullOrWhiteSpace(path)) throw new CommandException(ErrorKind.Input, $"{option} needs the name of a file, not '{path}'.");
        var full = Resolve(path);
        foreach (var input in inputs)
        {
            if (input is not null && Resolve(input) == full)
            {
                throw new CommandException(ErrorKind.Input, $"{option} would overwrite '{path}', which another option names.", "Give every file its own name.");
            }
        }

        if (Directory.Exists(full)) throw Failure(option, path, "it is a folder");
        var folder = System.IO.Path.GetDirectoryName(full);
        if (folder is null || !Directory.Exists(folder)) throw Failure(option, path, "its folder does not exist");
        if (System.IO.Path.Exists(full) && !IsOrdinaryFile(full)) throw Failure(option, path, "it is not an ordinary file");
        return new OutputFile(option, path, full, CreateBeside(option, path, folder, System.IO.Path.GetFileName(full)));
    }

    /// <summary>Writes the content under the temporary name.</summary>
    public void Write(string content)
    {
        try
        {
            File.WriteAllText(_temporary, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(_option, Path, Lower(e.Message));
        }
    }

    /// <summary>Moves what was written to its place, replacing what was there.</summary>
    public void Publish()
    {
        try
        {
            File.Move(_temporary, _target, overwrite: true);
            _moved = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(_option, Path, Lower(e.Message));
        }
    }

    public void Dispose()
    {
        if (!_moved) File.Delete(_temporary);
    }

    private static string CreateBeside(string option, string path, string folder, string name)
    {
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                var candidate = System.IO.Path.Combine(folder, $".{name}.{Environment.ProcessId}-{attempt}.partial");
                if (System.IO.Path.Exists(candidate)) continue;
                File.Open(candidate, FileMode.CreateNew).Dispose();
                return candidate;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(option, path, Lower(e.Message));
        }
    }

    /// <summary>The full path, through a symbolic link if there is one: the link stays and its target is replaced.</summary>
    private static string Resolve(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }

    /// <summary>Replacing a device by a file would damage the system.</summary>
    private static bool IsOrdinaryFile(string path) =>
        !DeviceFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) &&
        (File.GetAttributes(path) & (FileAttributes.Device | FileAttributes.Directory)) == 0;

    private static CommandException Failure(string option, string path, string reason) => new(
        ErrorKind.File, $"{option} cannot write '{path}': {reason}.", "Name a file in an existing folder that you may write to.");

    private static string Lower(string message) => char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
