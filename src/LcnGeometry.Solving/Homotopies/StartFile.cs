using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace LcnGeometry.Solving;

/// <summary>Start systems as bytes: a header that names the version, the build and the map, the data, the solutions, and a digest.</summary>
/// <remarks>
/// The last digits of what is found depend on the last digits of its start, and the same command gives the same bytes: so a build reads only what it
/// would compute itself, and what another build left is computed again and replaced.
/// </remarks>
internal static class StartFile
{
    private const string Version = "lcn-start/1";
    private const int DigestLength = 32;
    private static readonly string Build = typeof(StartFile).Module.ModuleVersionId.ToString("N");

    /// <summary>The key of a map in a store: letters, digits and dashes.</summary>
    public static string KeyOf(ProductMap map) =>
        "start-1-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(map.ToString())).AsSpan(0, 12));

    /// <summary>The bytes of a system.</summary>
    public static byte[] Write(StartSystem system)
    {
        var header = Header(system.Map);
        var numbers = system.Data.Form.Concat(system.Data.Linear).Concat(system.Solutions.SelectMany(s => s)).ToArray();
        var bytes = new byte[header.Length + (16 * numbers.Length) + DigestLength];
        header.CopyTo(bytes, 0);
        var offset = header.Length;
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(offset), number.Real);
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(offset + 8), number.Imaginary);
            offset += 16;
        }

        SHA256.HashData(bytes.AsSpan(0, offset), bytes.AsSpan(offset));
        return bytes;
    }

    /// <summary>The system in bytes, checked; null when they are damaged, of another version, build or map, or not solutions.</summary>
    public static StartSystem? Read(ProductMap map, int expected, byte[]? bytes)
    {
        var header = Header(map);
        var form = map.Size * map.Size;
        var length = map.CoefficientCount + 2;
        var count = form + map.Size + ((long)length * expected);
        if (bytes is null || bytes.Length != header.Length + (16 * count) + DigestLength) return null;
        var body = bytes.AsSpan(0, bytes.Length - DigestLength);
        if (!body.StartsWith(header) || !SHA256.HashData(body).AsSpan().SequenceEqual(bytes.AsSpan(body.Length))) return null;
        var numbers = new Complex[count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var entry = body.Slice(header.Length + (16 * i), 16);
            numbers[i] = new Complex(BinaryPrimitives.ReadDoubleLittleEndian(entry), BinaryPrimitives.ReadDoubleLittleEndian(entry[8..]));
        }

        var system = new StartSystem(
            map,
            new QuadraticData([.. numbers.Take(form)], [.. numbers.Skip(form).Take(map.Size)]),
            [.. numbers.Skip(form + map.Size).Chunk(length)]);
        return StartCheck.Holds(system) ? system : null;
    }

    private static byte[] Header(ProductMap map) => Encoding.UTF8.GetBytes($"{Version}\n{Build}\n{map}\n");
}
