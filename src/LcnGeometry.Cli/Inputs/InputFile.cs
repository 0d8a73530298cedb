using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace LcnGeometry.Cli;

/// <summary>The whole content of an input file, read once, so that the digest in the document belongs to what was used.</summary>
internal sealed class InputFile
{
    private InputFile(string path, ImmutableArray<byte> content) => (Path, Content) = (path, content);

    /// <summary>The file as the user named it.</summary>
    public string Path { get; }

    /// <summary>Its bytes.</summary>
    public ImmutableArray<byte> Content { get; }

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Content.AsSpan()));

    /// <summary>Reads a file.</summary>
    /// <param name="option">The option that names it, for messages.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="CommandException">The file cannot be read.</exception>
    public static InputFile Read(string option, string path)
    {
        try
        {
            return new InputFile(path, [.. File.ReadAllBytes(path)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = Directory.Exists(path) ? "it is a folder" : e switch
            {
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
                UnauthorizedAccessException => "access is denied",
                _ => char.ToLowerInvariant(e.Message[0]) + e.Message[1..].TrimEnd('.'),
            };
            throw new CommandException(ErrorKind.File, $"{option} cannot read '{path}': {reason}.", "Check the name of the file.");
        }
    }

    /// <summary>The content as text.</summary>
    /// <param name="problem">What the file is not, for the message.</param>
    /// <param name="hint">What to do about it.</param>
    /// <exception cref="CommandException">The bytes are no UTF-8 text.</exception>
    public string Text(string problem = "is neither UTF-8 text nor a .npy array", string hint = "Save it as CSV in UTF-8, or with numpy.save.")
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Content.AsSpan());
        }
        catch (DecoderFallbackException e)
        {
            throw new CommandException(
                ErrorKind.File, FormattableString.Invariant($"{Path}, byte {e.Index}: the file {problem}."), hint);
        }
    }
}
