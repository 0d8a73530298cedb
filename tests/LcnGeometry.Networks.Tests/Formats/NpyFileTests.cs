using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Networks.Tests;

public sealed class NpyFileTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void All_format_versions_are_read(int major)
    {
        var array = NpyFile.Parse(NpyWriter.File("<f8", false, "(2, 2)", NpyWriter.Doubles(1, 2, 3, 4), major), "x.npy");
        Assert.Equal(MatrixOf([1, 2], [3, 4]), array.ToMatrix());
    }

    [Fact]
    public void Fortran_order_is_transposed_back()
    {
        var array = NpyFile.Parse(NpyWriter.File("<f8", true, "(2, 3)", NpyWriter.Doubles(1, 4, 2, 5, 3, 6)), "x.npy");
        Assert.Equal(MatrixOf([1, 2, 3], [4, 5, 6]), array.ToMatrix());
    }

    [Fact]
    public void Fortran_order_of_three_axes_follows_the_index_formula()
    {
        // Element (i, j, k) of a 2 x 3 x 4 array in Fortran order stands at i + 2 j + 6 k.
        var stored = Enumerable.Range(0, 24).Select(n => (double)n).ToArray();
        var array = NpyFile.Parse(NpyWriter.File("<f8", true, "(2, 3, 4)", NpyWriter.Doubles(stored)), "x.npy");
        for (var i = 0; i < 2; i++)
            for (var j = 0; j < 3; j++)
                for (var k = 0; k < 4; k++)
                    Assert.Equal(i + (2 * j) + (6 * k), array.ExactAt((12 * i) + (4 * j) + k));
    }

    [Fact]
    public void A_single_axis_is_a_column()
    {
        var array = NpyFile.Parse(NpyWriter.File("<f8", false, "(3,)", NpyWriter.Doubles(1, 2, 0.5)), "x.npy");
        Assert.Equal(MatrixOf([1], [2], [new Rational(1, 2)]), array.ToMatrix());
    }

    [Theory]
    [InlineData("()", 1)]
    [InlineData("(1, 1, 1)", 1)]
    [InlineData("(0,)", 0)]
    [InlineData("(3, 0)", 0)]
    [InlineData("(2147483647, 2147483647, 0)", 0)]
    public void Arrays_that_are_no_tables_are_read_but_give_no_matrix(string shape, int count)
    {
        var array = NpyFile.Parse(NpyWriter.File("<f8", false, shape, NpyWriter.Doubles(new double[count])), "x.npy");
        Assert.Equal(count, array.Count);
        Assert.Contains("table of rows and columns", Assert.Throws<NetworkFormatException>(array.ToMatrix).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_outside_the_array_is_refused()
    {
        var array = NpyFile.Parse(NpyWriter.File("<f8", false, "(1,)", NpyWriter.Doubles(7)), "x.npy");
        Assert.Throws<ArgumentOutOfRangeException>(() => array.ExactAt(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => array.ExactAt(-1));
    }

    [Theory]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }")]
    [InlineData("{'shape':(1,),'fortran_order':False,'descr':'<f8'}")]
    [InlineData("{\"descr\": \"<f8\", \"fortran_order\": False, \"shape\": (1L,)}")]
    public void The_header_may_be_written_in_any_way_that_Python_reads_the_same(string dictionary)
    {
        var array = NpyFile.Parse(NpyWriter.Raw(dictionary, NpyWriter.Doubles(3)), "x.npy");
        Assert.Equal(3, array.ExactAt(0));
    }

    [Theory]
    [InlineData("", "'{'")]
    [InlineData("{}", "the keys")]
    [InlineData("{'descr': '<f8', 'fortran_order': False}", "the keys")]
    [InlineData("{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (1,)}", "once")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'more': 1}", "no other")]
    [InlineData("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,)}", "structured")]
    [InlineData("{'descr': '<f8', 'fortran_order': 0, 'shape': (1,)}", "True or False")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1)}", "','")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}", "digits")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (4294967297,)}", "below 2^31")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1 1)}", "','")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': [1]}", "'('")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1,)} + 1", "nothing but spaces")]
    [InlineData("__import__('os').system('true')", "'{'")]
    public void Damaged_headers_are_refused(string dictionary, string expected)
    {
        var error = Assert.Throws<NetworkFormatException>(() => NpyFile.Parse(NpyWriter.Raw(dictionary, NpyWriter.Doubles(3)), "x.npy"));
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(2,)")]
    [InlineData("(0,)")]
    [InlineData("(1000000, 1000000)")]
    [InlineData("(2147483647, 2147483647, 2147483647, 2147483647)")]
    public void A_size_that_is_not_that_of_the_file_is_refused_before_anything_is_allocated(string shape)
    {
        var content = NpyWriter.File("<f8", false, shape, NpyWriter.Doubles(3));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<NetworkFormatException>(() => NpyFile.Parse(content, "x.npy"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    [Fact]
    public void A_header_length_beyond_the_file_is_refused()
    {
        byte[] bytes = [.. NpyWriter.File("<f8", false, "(1,)", NpyWriter.Doubles(3), major: 2)];
        bytes[8] = bytes[9] = bytes[10] = bytes[11] = 0xFF;
        var error = Assert.Throws<NetworkFormatException>(() => NpyFile.Parse([.. bytes], "x.npy"));
        Assert.Contains("not 4294967295", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_on_disk_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("x.npy");
        File.WriteAllBytes(path, [.. NpyWriter.File("<i4", false, "(1, 2)", [1, 0, 0, 0, 2, 0, 0, 0])]);
        Assert.Equal(MatrixOf([1, 2]), NpyFile.Read(path).ToMatrix());
    }

    private static Matrix<Rational> MatrixOf(params Rational[][] rows) => new(rows.Length, rows[0].Length, (i, j) => rows[i][j]);
}
