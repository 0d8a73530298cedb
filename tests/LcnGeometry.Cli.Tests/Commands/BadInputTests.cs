using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

/// <summary>Bad input of every kind: one clear sentence that names the value and the rule, exit code 2, nothing on standard output, nothing written.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("describe 0,2", "The filter size of layer 1 is 0; it must be at least 1.")]
    [InlineData("describe 3,-2", "The filter size of layer 2 is -2; it must be at least 1.")]
    [InlineData("describe -3,2", "The filter size of layer 1 is -3; it must be at least 1.")]
    [InlineData("describe 3,2.5", "'2.5' is not a filter size")]
    [InlineData("describe 3,x", "'x' is not a filter size")]
    [InlineData("describe 3,,2", "'' is not a filter size: entry 2 of '3,,2'")]
    [InlineData("describe 99999999999", "'99999999999' is not a filter size")]
    [InlineData("describe NaN", "'NaN' is not a filter size")]
    [InlineData("describe 3,2 --strides 2", "1 stride for 2 layers")]
    [InlineData("describe 3,2 --strides 2,1,1", "3 strides for 2 layers")]
    [InlineData("describe 3,2 --strides 0,1", "The stride of layer 1 is 0; it must be at least 1.")]
    [InlineData("describe 3,2 --strides a,1", "'a' is not a stride")]
    [InlineData("describe 2000000", "The end-to-end filter would have 2000000 entries; at most 1000000 are accepted.")]
    [InlineData("describe 25,25", "over the budget of 60 s; allow it with --timeout")]
    [InlineData("describe 60,60,60", "would take many years, which is over the budget of 60 s; choose a smaller architecture.")]
    [InlineData("member 3,2 --filter 1,2", "--filter has 2 entries; the end-to-end filter of (3,2) has 4 entries.")]
    [InlineData("member 3,2 --filter 1,2,3,NaN", "--filter: 'NaN' (entry 4) is not a number; expected 3, -0.25, 1e-3 or 2/3.")]
    [InlineData("factor 3,2 --filter 1,2,3,4,5", "--filter has 5 entries; the end-to-end filter of (3,2) has 4 entries.")]
    [InlineData("flow 3,2 --target 1,2,3", "--target has 3 entries; the end-to-end filter of (3,2) has 4 entries.")]
    [InlineData("flow 3,2 --target 1,Infinity,3,4", "--target: 'Infinity' (entry 2) is not a number")]
    [InlineData("flow 2,2 --target 1,2,3 --init 1,2", "--init has 1 filter; (2,2) has 2 layers, separated by semicolons.")]
    [InlineData("flow 2,2 --target 1,2,3 --init 1,2;3", "--init, layer 2 has 1 entry; filter 2 of (2,2) has 2.")]
    [InlineData("flow 2,2 --target 1,2,3 --init 1,2;3,x", "--init, layer 2: 'x' (entry 2) is not a number")]
    [InlineData("flow 2,2 --target 1,2,3 --random 0", "--random needs a whole number from 1 to 10000, not '0'.")]
    [InlineData("flow 2,2 --target 1,2,3 --random -4", "--random needs a whole number from 1 to 10000, not '-4'.")]
    [InlineData("flow 2,2 --target 1,2,3 --random many", "--random needs a whole number from 1 to 10000, not 'many'.")]
    [InlineData("flow 2,2 --target 1,2,3 --metric euclid", "--metric is 'euclid': neither identity, bombieri, a matrix [[..],[..]], nor a file that exists.")]
    [InlineData("flow 2,2 --target 1,2,3 --metric [[1,2],[3]]", "Row 2 of the matrix has 1 entries where row 1 has 2.")]
    [InlineData("flow 2,2 --target 1,2,3 --metric [[1,0],[0,1]]", "The metric is 2 by 2; the end-to-end filter has 3 entries.")]
    [InlineData("flow 2,2 --target 1,2,3 --metric [[1,0,0],[0,1,0]]", "A metric is a square matrix; this one is 2 by 3.")]
    [InlineData("flow 2,2 --target 1,2,3 --metric [[1,2,0],[0,1,0],[0,0,1]]", "A metric is symmetric; entry (2,1) is 0 and entry (1,2) is 2.")]
    [InlineData("flow 2,2 --target 1,2,3 --metric [[1,2,0],[2,1,0],[0,0,1]]", "A metric is positive definite; the leading 2 by 2 minor of this matrix is negative.")]
    [InlineData("flow 2,2 --target 1,2,3 --metric [[1,1,0],[1,1,0],[0,0,1]]", "A metric is positive definite; the leading 2 by 2 minor of this matrix is zero.")]
    [InlineData("flow 2,2 --target 1,2,3 --metric [[1,0,0],[0,NaN,0],[0,0,1]]", "entry 2 of the matrix is 'NaN', which is not a number.")]
    public void Values_that_break_a_rule(string line, string sentence) => Refused("input", sentence, line.Split(' '));

    [Theory]
    [InlineData("", "s.csv: the file is empty.")]
    [InlineData("\n\n", "s.csv: the file is empty.")]
    [InlineData("value\n", "s.csv: the file has a header and no numbers.")]
    [InlineData("1\n2,3\n", "s.csv, line 2: 2 columns where the first line has 1.")]
    [InlineData("a\n1\nx\n", "s.csv, line 3, column 1: 'x' is not a number.")]
    [InlineData("1\nNaN\n", "s.csv, line 2, column 1: 'NaN' is not a finite number.")]
    [InlineData("1\ninf\n", "s.csv, line 2, column 1: 'inf' is not a finite number.")]
    [InlineData("a,b\n1,\n", "s.csv, line 2, column 2: an empty field where a number was expected.")]
    [InlineData("a,b\n1,2\n", "s.csv: 2 columns; choose one with --column: 'a', 'b'.")]
    public void Series_that_are_no_table_with_one_column(string content, string sentence) =>
        Refused("file", sentence, "flow", "2,2", "--series", _folder.Write("s.csv", content));

    [Fact]
    public void A_column_that_is_not_there() =>
        Refused("file", "s.csv: no column 'c'; there are 'a', 'b'.", "flow", "2,2", "--series", _folder.Write("s.csv", "a,b\n1,2\n"), "--column", "c");

    [Fact]
    public void A_series_that_is_too_short() =>
        Refused("input", "The series is too short: 4 values give 1 window of 3 with a next value; at least 6 values are needed.", "flow", "2,2", "--series", _folder.Write("s.csv", "1\n2\n4\n3\n"));

    [Fact]
    public void A_series_that_does_not_determine_a_predictor() =>
        Refused("input", "Q is singular, and the loss does not change along", "explore", "2,2", "--series", _folder.Write("s.csv", "1\n1\n1\n1\n1\n1\n1\n"));

    [Fact]
    public void Data_that_do_not_determine_a_target_name_the_flat_directions()
    {
        var (x, y) = (_folder.Write("x.csv", "1,1,0\n2,2,0\n3,3,0\n4,4,0\n"), _folder.Write("y.csv", "1\n2\n3\n4\n"));
        Refused("input", "The data do not determine a target: Q is singular, and the loss does not change along the directions", "flow", "2,2", "--data", x, y);
    }

    [Theory]
    [InlineData("1,0,0\n0,1,0\n", "1\n2\n3\n", "X has 2 rows and Y has 3; each row is one sample of both.")]
    [InlineData("1,0\n0,1\n", "1\n2\n", "X has 2 columns; with 1 column of Y, end-to-end size 3 and stride 1 it must have 3.")]
    [InlineData("1,0,0\n0,1,0\n", "1,2\n2,3\n", "X has 3 columns; with 2 columns of Y, end-to-end size 3 and stride 1 it must have 4.")]
    public void Data_that_do_not_fit(string x, string y, string sentence) =>
        Refused("input", sentence, "flow", "2,2", "--data", _folder.Write("x.csv", x), _folder.Write("y.csv", y));

    [Fact]
    public void Files_that_are_not_there_or_no_files()
    {
        Refused("file", $"--series cannot read '{_folder.PathOf("none.csv")}': there is no such file.", "flow", "2,2", "--series", _folder.PathOf("none.csv"));
        Refused("file", $"--series cannot read '{_folder.Root}': it is a folder.", "flow", "2,2", "--series", _folder.Root);
        Refused("file", "--data cannot read", "flow", "2,2", "--data", _folder.PathOf("x"), _folder.PathOf("y"));
        Refused("file", $"FILE cannot read '{_folder.PathOf("none.json")}': there is no such file.", "render", _folder.PathOf("none.json"));
    }

    [Fact]
    public void Files_that_are_damaged()
    {
        var path = _folder.PathOf("damaged");
        File.WriteAllBytes(path, [0x93, .. "NUMPY"u8, 9, 9, 0, 0]);
        Refused("file", $"{path}, byte 6: expected format version 1.0, 2.0 or 3.0, not 9.9.", "flow", "2,2", "--data", path, path);
        File.WriteAllBytes(path, [(byte)'1', 0xFF, 0xFE]);
        Refused("file", $"{path}, byte 1: the file is neither UTF-8 text nor a .npy array.", "flow", "2,2", "--series", path);
    }

    private void Refused(string kind, string sentence, params string[] args)
    {
        var before = Directory.GetFileSystemEntries(_folder.Root);
        var result = Lcn.Run(args);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
        Assert.Matches("^[^\n]+[.?]\n$", result.Error);
        Assert.DoesNotContain("(Parameter", result.Error, StringComparison.Ordinal);

        var json = Lcn.Run([.. args, "--json"]);
        Assert.Equal((2, kind, args[0]), (json.ExitCode, json.ErrorKind, json.Json.GetProperty("command").GetString()));
        Assert.Equal(result.Error, json.Json.GetProperty("error").GetProperty("message").GetString() + "\n");
        Assert.Equal(before, Directory.GetFileSystemEntries(_folder.Root));
    }
}
