using System.Text.Json;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class FlowCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_given_start_is_one_run_and_is_printed_exactly()
    {
        var document = Lcn.Document("flow", "3,2", "--target", "1,-2,0,1/3", "--init", "1,-2,3;-1/2,5");
        Assert.Equal(1, document.GetProperty("runs").GetArrayLength());
        Assert.Equal("""[[1,-2,3],["-1/2",5]]""", Compact(document.GetProperty("inputs").GetProperty("init")));
        Assert.Equal("""[[1.0,-2.0,3.0],[-0.5,5.0]]""", Compact(document.GetProperty("runs")[0].GetProperty("init")));
        Assert.Equal("""[1,-2,0,"1/3"]""", Compact(document.GetProperty("loss").GetProperty("u")));
    }

    [Fact]
    public void A_start_may_begin_with_a_minus()
    {
        var spaced = Lcn.Document("flow", "2,2", "--target", "-1,0,1", "--init", "-1,2;-3,4");
        var equals = Lcn.Document("flow", "2,2", "--target=-1,0,1", "--init=-1,2;-3,4");
        Assert.Equal(spaced.GetProperty("runs").ToString(), equals.GetProperty("runs").ToString());
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_other_starts()
    {
        string[] args = ["flow", "3,2", "--target", "1,0,0,1", "--random", "3", "--json"];
        var first = Cultures.Same(() => Lcn.WithoutTimings(Lcn.Run(args).Output));
        Assert.Equal(first, Lcn.WithoutTimings(Lcn.Run([.. args, "--seed", "1"]).Output));
        Assert.NotEqual(first, Lcn.WithoutTimings(Lcn.Run([.. args, "--seed", "2"]).Output));
    }

    [Theory]
    [InlineData("identity", "[[1,0,0],[0,1,0],[0,0,1]]")]
    [InlineData("bombieri", """[[1,0,0],[0,"1/2",0],[0,0,1]]""")]
    [InlineData("[[2,1,0],[1,3/2,0],[0,0,0.25]]", """[[2,1,0],[1,"3/2",0],[0,0,"1/4"]]""")]
    public void Metrics_are_named_or_inline(string metric, string q)
    {
        var document = Lcn.Document("flow", "2,2", "--target", "1,0,-1", "--metric", metric, "--random", "1");
        Assert.Equal(q, Compact(document.GetProperty("loss").GetProperty("q")));
        Assert.Equal(metric[0] == '[' ? "matrix" : metric, document.GetProperty("inputs").GetProperty("metric").GetString());
    }

    [Theory]
    [InlineData("[[2,1,0],[1,2,0],[0,0,1]]")]
    [InlineData("[[2, 1, 0],\n [1, 2, 0],\n [0, 0, 1]]\n")]
    [InlineData("2,1,0\n1,2,0\n0,0,1\n")]
    public void A_metric_may_come_from_a_file(string content)
    {
        var path = _folder.Write("metric.txt", content);
        var document = Lcn.Document("flow", "2,2", "--target", "1,0,-1", "--metric", path, "--random", "1");
        Assert.Equal("[[2,1,0],[1,2,0],[0,0,1]]", Compact(document.GetProperty("loss").GetProperty("q")));
    }

    [Fact]
    public void Data_are_read_from_csv_and_npy_alike()
    {
        // Four samples of (x0, x1, x2) with y = x0 - 2 x1 + 3 x2 exactly.
        double[] x = [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1.5], y = [1, -2, 3, 3.5];
        var csvX = _folder.Write("x.csv", "a,b,c\n1,0,0\n0,1,0\n0,0,1\n1,1,1.5\n");
        var csvY = _folder.Write("y.csv", "1\n-2\n3\n3.5\n");
        var (npyX, npyY) = (_folder.PathOf("x.npy"), _folder.PathOf("y.txt")); // the content decides, not the name
        File.WriteAllBytes(npyX, Npy("(4, 3)", x));
        File.WriteAllBytes(npyY, Npy("(4,)", y));

        var csv = Lcn.Document("flow", "2,2", "--data", csvX, csvY, "--random", "1");
        var npy = Lcn.Document("flow", "2,2", "--data", npyX, npyY, "--random", "1");
        Assert.Equal("[1,-2,3]", Compact(csv.GetProperty("loss").GetProperty("u")));
        Assert.Equal(csv.GetProperty("loss").ToString(), npy.GetProperty("loss").ToString());
        Assert.Equal(4, csv.GetProperty("loss").GetProperty("samples").GetInt32());
        Assert.NotEqual(Compact(csv.GetProperty("inputs").GetProperty("digests")), Compact(npy.GetProperty("inputs").GetProperty("digests")));
    }

    [Fact]
    public void A_series_is_centered_unless_that_is_not_wanted()
    {
        var path = _folder.Write("s.csv", "a,b\n1,5\n2,7\n4,1\n3,0\n7,2\n5,5\n6,1\n9,3\n");
        var centered = Lcn.Document("flow", "2", "--series", path, "--column", "a", "--random", "1");
        var raw = Lcn.Document("flow", "2", "--series", path, "--column", "a", "--no-center", "--random", "1");
        Assert.Equal("\"37/8\"", centered.GetProperty("loss").GetProperty("mean").GetRawText());
        Assert.False(raw.GetProperty("loss").TryGetProperty("mean", out _));
        Assert.True(centered.GetProperty("inputs").GetProperty("centered").GetBoolean());
        Assert.False(raw.GetProperty("inputs").GetProperty("centered").GetBoolean());
        Assert.Equal("a", raw.GetProperty("inputs").GetProperty("column").GetString());
    }

    [Fact]
    public void A_series_may_be_a_single_npy_column()
    {
        var path = _folder.PathOf("s.npy");
        File.WriteAllBytes(path, Npy("(6,)", [1, 2, 4, 3, 7, 5]));
        var csv = _folder.Write("s.csv", "1\n2\n4\n3\n7\n5\n");
        var fromNpy = Lcn.Document("flow", "2", "--series", path, "--random", "1");
        var fromCsv = Lcn.Document("flow", "2", "--series", csv, "--random", "1");
        Assert.Equal(fromCsv.GetProperty("loss").ToString(), fromNpy.GetProperty("loss").ToString());
    }

    private static string Compact(JsonElement element) => string.Concat(element.GetRawText().Where(c => !char.IsWhiteSpace(c)));

    private static byte[] Npy(string shape, double[] values)
    {
        var header = System.Text.Encoding.ASCII.GetBytes($"{{'descr': '<f8', 'fortran_order': False, 'shape': {shape}, }}\n");
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, .. values.SelectMany(BitConverter.GetBytes)];
    }
}
