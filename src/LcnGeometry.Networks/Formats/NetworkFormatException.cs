using System.Globalization;

namespace LcnGeometry.Networks;

/// <summary>A damaged, hostile or unsupported file: nothing of it was used and no code in it was run.</summary>
public sealed class NetworkFormatException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="file">The file, as the caller named it.</param>
    /// <param name="offset">The byte, from 0, at which reading stopped.</param>
    /// <param name="expected">What should have stood there, and what did.</param>
    public NetworkFormatException(string file, long offset, string expected)
        : base(string.Create(CultureInfo.InvariantCulture, $"{file}, byte {offset}: expected {expected}."))
    {
        File = file;
        Offset = offset;
        Expected = expected;
    }

    /// <summary>The file, as the caller named it.</summary>
    public string File { get; }

    /// <summary>The byte, from 0, at which reading stopped.</summary>
    public long Offset { get; }

    /// <summary>What should have stood there, and what did.</summary>
    public string Expected { get; }
}
