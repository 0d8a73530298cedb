using System.Text.Json;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class CensusCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Runs => _folder.PathOf("runs");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_folder_holds_the_rows_the_document_the_page_and_the_plan()
    {
        var printed = Document("2,2", "--targets", "12", "--inits", "4", "--out", Runs);
        Assert.Equal(["census.json", "plan.json", "report.html", "runs.csv"], Files(Runs).Keys);
        var lines = Files(Runs)["runs.csv"].Split('\n');
        Assert.Equal("dataset,init,seed,targetPattern,endPattern,endLoss,globalLoss,criticalPoint,kind,repeated,status,steps", lines[0]);
        Assert.Equal(12 * 4, lines.Length - 2);
        for (var i = 1; i < lines.Length - 1; i++) Assert.StartsWith($"{(i - 1) / 4},{(i - 1) % 4},1,", lines[i], StringComparison.Ordinal);
        var kept = Files(Runs)["census.json"];
        Lcn.CheckDocument(kept);
        Assert.Equal(kept, Lcn.WithoutTimings(printed));
        Assert.Equal((12, 48), (Json(kept).GetProperty("counts").GetProperty("dataSets").GetInt32(), Json(kept).GetProperty("counts").GetProperty("runs").GetInt32()));
        Assert.StartsWith("<!DOCTYPE html>", Files(Runs)["report.html"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_bytes_do_not_depend_on_threads_parts_or_culture()
    {
        string[] census = ["2,2", "--targets", "5", "--inits", "3", "--metric", "bombieri", "--seed", "7"];
        Run([.. census, "--threads", "1", "--out", Runs]);
        foreach (var threads in (string[])["2", "7"])
        {
            Run([.. census, "--threads", threads, "--out", _folder.PathOf("t" + threads)]);
            Assert.Equal(Files(Runs), Files(_folder.PathOf("t" + threads)));
        }

        foreach (var count in (int[])(Effort.Level > 1 ? [1, 2, 5, 17] : [2, 7]))
        {
            var parts = Enumerable.Range(1, count).Select(i => _folder.PathOf($"part{i}of{count}")).ToArray();
            for (var i = 1; i <= count; i++) Run([.. census, "--shard", $"{i}/{count}", "--out", parts[i - 1]]);
            var all = _folder.PathOf($"all{count}");
            var merged = Lcn.Run(["census-merge", .. parts.Reverse(), "--out", all]);
            Assert.Equal((0, ""), (merged.ExitCode, merged.Error));
            Assert.Contains($"Written: {Path.Combine(all, "report.html")}\n", merged.Output, StringComparison.Ordinal);
            Assert.Equal(Files(Runs), Files(all));
        }

        Cultures.Same(() =>
        {
            var again = _folder.PathOf("culture");
            if (Directory.Exists(again)) Directory.Delete(again, recursive: true);
            Run([.. census, "--out", again]);
            Assert.Equal(Files(Runs), Files(again));
            return "";
        });
    }

    [Fact]
    public void Without_data_sets_a_part_is_empty_and_has_a_document_all_the_same()
    {
        var printed = Document("2,2", "--targets", "2", "--inits", "1", "--shard", "1/5", "--out", Runs);
        Assert.Equal(0, Json(printed).GetProperty("counts").GetProperty("runs").GetInt32());
        Assert.Equal("1/5", Json(printed).GetProperty("inputs").GetProperty("shard").GetString());
        Assert.Single(Files(Runs)["runs.csv"].Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, Lcn.Run("census", "2,2", "--targets", "2", "--inits", "1", "--shard", "1/5", "--out", Runs).ExitCode);
    }

    [Fact]
    public void Given_data_are_trained_on()
    {
        var file = _folder.Write("targets.txt", "# three targets\n1,2,1\n1,0,-1\n\n0,0,0\n");
        var census = Json(Document("2,2", "--target-file", file, "--inits", "5", "--out", Runs));
        Assert.Equal(3, census.GetProperty("counts").GetProperty("dataSets").GetInt32());
        Assert.Equal(["11|", "2|", "zero"], census.GetProperty("targets").EnumerateArray().Select(row => row.GetProperty("pattern").GetString()!).Order(StringComparer.Ordinal));
        var inputs = census.GetProperty("inputs");
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))), inputs.GetProperty("digests")[0].GetString());

        var series = Json(Document("3,2", "--series", Lcn.Sunspots, "--inits", "6", "--out", _folder.PathOf("series")));
        Assert.Equal((1, 6), (series.GetProperty("counts").GetProperty("dataSets").GetInt32(), series.GetProperty("counts").GetProperty("runs").GetInt32()));
        var target = Json(Document("2,2", "--target", "1,0,1", "--method", "flow", "--inits", "3", "--out", _folder.PathOf("target")));
        Assert.Equal("flow", target.GetProperty("inputs").GetProperty("method").GetString());

        // The same data from a file of another name are the same census; other data under the same name are not.
        var moved = _folder.PathOf("moved.txt");
        File.Move(file, moved);
        Assert.Equal(0, Lcn.Run("census", "2,2", "--target-file", moved, "--inits", "5", "--out", Runs).ExitCode);
        File.AppendAllText(moved, "1,1,1\n");
        Refused("file", "the number of data sets is 3 there and 4 here", "census", "2,2", "--target-file", moved, "--inits", "5", "--out", Runs);
        File.WriteAllText(moved, "1,2,1\n1,0,-1\n0,0,1\n");
        Refused("file", "the SHA-256 of the data is", "census", "2,2", "--target-file", moved, "--inits", "5", "--out", Runs);
    }

    [Fact]
    public async Task Interrupted_it_keeps_what_was_finished_and_goes_on()
    {
        // So many data sets that the interruption always comes long before the end.
        string[] census = ["census", "2,2", "--targets", "1000000", "--inits", "3", "--threads", "1", "--out", Runs];
        var table = Path.Combine(Runs, "runs.csv");
        await Interrupt(300);
        var first = await File.ReadAllBytesAsync(table);
        await Interrupt(first.Length + 300);
        var second = await File.ReadAllBytesAsync(table);
        Assert.Equal(first, second[..first.Length]);

        // Data sets do not depend on how many there are.
        Run("2,2", "--targets", "5", "--inits", "3", "--out", _folder.PathOf("few"));
        var few = await File.ReadAllBytesAsync(Path.Combine(_folder.PathOf("few"), "runs.csv"));
        Assert.Equal(few, second[..few.Length]);

        async Task Interrupt(long length)
        {
            using var stop = new CancellationTokenSource();
            var waiting = Task.Run(async () =>
            {
                var file = new FileInfo(table);
                for (file.Refresh(); !file.Exists || file.Length < length; file.Refresh()) await Task.Delay(1);
                await stop.CancelAsync();
            });
            var result = Lcn.Run(host => host with { Interrupt = stop.Token }, [.. census, "--json"]);
            await waiting;
            Assert.Equal((130, ""), (result.ExitCode, result.Error));
            Assert.Contains(result.Json.GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains($"of 1000000 data sets are kept in {Runs}; the same command goes on from there.", StringComparison.Ordinal));
            Assert.Equal(["journal", "plan.json", "runs.csv"], Files(Runs).Keys);
        }
    }

    [Theory]
    [InlineData("census 2,2", "usage", "The folder is missing: give --out DIR.")]
    [InlineData("census 2,2 --targets 0 --out OUT", "input", "--targets needs a whole number from 1 to 100000000, not '0'.")]
    [InlineData("census 2,2 --inits many --out OUT", "input", "--inits needs a whole number from 1 to 1000000, not 'many'.")]
    [InlineData("census 2,2 --threads 0 --out OUT", "input", "--threads needs a whole number from 1 to 1024, not '0'.")]
    [InlineData("census 2,2 --method newton --out OUT", "input", "--method is 'newton'; it is descent or flow.")]
    [InlineData("census 2,2 --shard 0/3 --out OUT", "input", "'0/3' is not a shard; write i/n with i from 1 to n, such as 3/8.")]
    [InlineData("census 2,2 --shard 4/3 --out OUT", "input", "'4/3' is not a shard")]
    [InlineData("census 2,2 --shard half --out OUT", "input", "'half' is not a shard")]
    [InlineData("census 2,2 --targets 5 --target 1,2,3 --out OUT", "usage", "The data sets are given twice")]
    [InlineData("census 2,2 --target-file x --series y --out OUT", "usage", "The data sets are given twice")]
    [InlineData("census 2,2 --target-file nowhere.txt --out OUT", "file", "--target-file cannot read 'nowhere.txt': there is no such file.")]
    [InlineData("census 2,2 --column c --out OUT", "usage", "--column goes with --series only.")]
    [InlineData("census 2,2 --metric euclid --out OUT", "input", "--metric is 'euclid'")]
    [InlineData("census 2,2 --metric [[1e400,0,0],[0,1,0],[0,0,1]] --out OUT", "input", "The entries of this metric lie beyond the range of doubles")]
    [InlineData("census 2,2 --metric [[1e-700,0,0],[0,1,0],[0,0,1]] --out OUT", "input", "The entries of this metric lie beyond the range of doubles")]
    [InlineData("census 2,2 --target 1,2 --out OUT", "input", "--target has 2 entries")]
    [InlineData("census-merge --out OUT", "usage", "lcn census-merge needs DIR...")]
    [InlineData("census-merge a b", "usage", "The folder is missing: give --out DIR.")]
    [InlineData("census-merge nowhere --out OUT", "file", "'nowhere' holds no census: it has no plan.json; nothing was written.")]
    public void Bad_input_is_refused_and_nothing_is_made(string line, string kind, string sentence)
    {
        Refused(kind, sentence, [.. line.Split(' ').Select(word => word == "OUT" ? Runs : word)]);
        Assert.False(Directory.Exists(Runs));
    }

    [Fact]
    public void A_finished_folder_without_its_rows_is_named()
    {
        string[] census = ["census", "2,2", "--targets", "2", "--inits", "1", "--out", Runs];
        Assert.Equal(0, Lcn.Run(census).ExitCode);
        File.Delete(Path.Combine(Runs, "runs.csv"));
        Refused("file", "is missing, and the census in this folder is finished.", census);
        Refused("file", "is missing", "census-merge", Runs, "--out", _folder.PathOf("merged"));
    }

    [Fact]
    public void Zero_ends_are_no_exception_to_what_is_said_of_patterns()
    {
        var result = Lcn.Run("census", "2,2", "--target", "0,0,0", "--inits", "4", "--out", Runs, "--json");
        Assert.All(result.Json.GetProperty("predictions").EnumerateArray(), prediction => Assert.NotEqual("fails", prediction.GetProperty("verdict").GetString()));
    }

    [Fact]
    public void Folders_that_cannot_be_used_are_named()
    {
        var file = _folder.Write("file", "");
        Refused("file", $"'{file}' cannot be written: it is a file, not a folder.", "census", "2,2", "--out", file);
        Refused("file", "cannot be", "census", "2,2", "--out", Path.Combine(file, "runs"));
        Run("2,2", "--targets", "2", "--inits", "1", "--out", Runs);
        Refused("file", $"'{Runs}' holds another census: --seed is 1 there and 2 here.", "census", "2,2", "--targets", "2", "--inits", "1", "--seed", "2", "--out", Runs);
        File.Delete(Path.Combine(Runs, "plan.json"));
        Refused("file", $"'{Runs}' is not empty and holds no census: it has 'census.json' and no plan.json.", "census", "2,2", "--targets", "2", "--inits", "1", "--out", Runs);
    }

    private static void Run(params string[] args)
    {
        var result = Lcn.Run(["census", .. args]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    private static string Document(params string[] args)
    {
        var result = Lcn.Run(["census", .. args, "--json"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Output;
    }

    private static void Refused(string kind, string sentence, params string[] args)
    {
        var result = Lcn.Run([.. args, "--json"]);
        Assert.Equal((2, kind), (result.ExitCode, result.ErrorKind));
        Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.GetFiles(folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllText), StringComparer.Ordinal);
}
