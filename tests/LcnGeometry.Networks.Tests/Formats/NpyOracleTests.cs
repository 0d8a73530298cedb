using System.Globalization;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Networks.Tests;

/// <summary>Files that NumPy itself wrote, compared with the exact fractions that Python prints for them.</summary>
public sealed class NpyOracleTests
{
    // Writes one file per element type, byte order, memory order and format version, and prints name and exact elements in C order.
    private const string Script = """
        import sys, fractions, numpy as np
        folder = sys.argv[1]
        rng = np.random.RandomState(7)
        for kind in ['b1','i1','u1','i2','u2','i4','u4','i8','u8','f2','f4','f8']:
            for order in '<>':
                for fortran in (False, True):
                    for version in ((1,0),(2,0),(3,0)):
                        t = np.dtype(order + kind)
                        if t.kind == 'f':
                            a = (rng.randn(3,4) * 10.0 ** rng.randint(-4, 4, (3,4))).astype(t)
                        elif t.kind == 'b':
                            a = rng.rand(3,4) < 0.5
                        else:
                            a = np.frombuffer(rng.bytes(12 * t.itemsize), dtype=t).reshape(3,4)
                        if fortran: a = np.asfortranarray(a)
                        name = '%s%s%d%d.npy' % ('LB'['<>'.index(order)], kind, fortran, version[0])
                        with open(folder + '/' + name, 'wb') as f: np.lib.format.write_array(f, a, version=version)
                        print(name, ' '.join(str(fractions.Fraction(x) if t.kind == 'f' else int(x)) for x in a.ravel(order='C').tolist()))
        """;

    [ToolFact("numpy")]
    public void Files_of_NumPy_are_read_exactly()
    {
        using var folder = new TemporaryFolder();
        var lines = Tool.Run("numpy", "", "-c", Script, folder.Root).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(12 * 2 * 2 * 3, lines.Length);
        foreach (var line in lines)
        {
            var words = line.Trim().Split(' ');
            var matrix = NpyFile.Read(folder.PathOf(words[0])).ToMatrix();
            Assert.Equal((3, 4), (matrix.Rows, matrix.Columns));
            for (var i = 0; i < 12; i++)
            {
                Assert.True(
                    Rational.Parse(words[i + 1]) == matrix[i / 4, i % 4],
                    string.Create(CultureInfo.InvariantCulture, $"{words[0]}, element {i}: {words[i + 1]} is not {matrix[i / 4, i % 4]}"));
            }
        }
    }
}
