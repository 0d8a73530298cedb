using System.Text;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>Whatever happens to the files of a census: it is refused and nothing is changed, or the rows are the right ones.</summary>
public class CensusDamageTests
{
    private const string Folder = "runs";

    private static readonly SortedDictionary<string, string> Expected = FakeCensus.Whole();

    [Theory]
    [InlineData("journal")]
    [InlineData("runs.csv")]
    [InlineData("plan.json")]
    public void Every_truncation_of_a_file_of_an_unfinished_census(string name)
    {
        var begun = Begun();
        var content = begun.Get($"{Folder}/{name}");
        for (var length = 0; length < content.Length; length++) RefusedOrRight(begun, name, content[..length]);
    }

    [Theory]
    [InlineData("journal")]
    [InlineData("runs.csv")]
    [InlineData("plan.json")]
    public void Every_changed_byte_of_a_file_of_an_unfinished_census(string name) => EveryByte(Begun(), name);

    [Theory]
    [InlineData("runs.csv")]
    [InlineData("plan.json")]
    [InlineData("census.json")]
    [InlineData("report.html")]
    public void Every_changed_byte_and_truncation_of_a_file_of_a_finished_census(string name)
    {
        var disk = new MemoryDisk();
        FakeCensus.Run(disk, Folder);
        EveryByte(disk, name);
        var content = disk.Get($"{Folder}/{name}");
        for (var length = 0; length < content.Length; length++) RefusedOrRight(disk, name, content[..length]);
    }

    [Fact]
    public void Bytes_between_lines_taken_away_or_added()
    {
        var begun = Begun();
        foreach (var name in (string[])["journal", "runs.csv", "plan.json"])
        {
            var content = begun.Get($"{Folder}/{name}");
            for (var i = 0; i < content.Length; i++)
            {
                if (Effort.Level > 1 || i % 3 == 1) RefusedOrRight(begun, name, [.. content[..i], .. content[(i + 1)..]]);
                if (Effort.Level > 1 || i % 3 == 0) RefusedOrRight(begun, name, [.. content[..i], (byte)'0', .. content[i..]]);
                if (content[i] == '\n') RefusedOrRight(begun, name, [.. content[..(i + 1)], .. content]);
            }
        }
    }

    [Fact]
    public void A_table_that_was_cut_is_completed_and_a_note_says_so()
    {
        var disk = Begun();
        var content = disk.Get($"{Folder}/runs.csv");
        disk.Put($"{Folder}/runs.csv", content[..(content.Length / 2)]);
        var result = FakeCensus.Run(disk, Folder);
        var note = Assert.Single(result.Notes);
        Assert.Contains($"runs.csv had {content.Length / 2} bytes", note, StringComparison.Ordinal);
        Assert.Equal(Expected, disk.Files(Folder));
    }

    [Fact]
    public void A_table_that_was_changed_is_refused_and_cutting_it_as_advised_helps()
    {
        var disk = Begun();
        var content = disk.Get($"{Folder}/runs.csv").ToArray();
        content[^20] ^= 1;
        disk.Put($"{Folder}/runs.csv", content);
        var error = Assert.Throws<CensusFolderException>(() => FakeCensus.Run(disk, Folder));
        Assert.Contains("data sets 4 to 5", error.Message, StringComparison.Ordinal);
        var length = int.Parse(System.Text.RegularExpressions.Regex.Match(error.Advice, "truncate -s ([0-9]+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        disk.Put($"{Folder}/runs.csv", content[..length]);
        Assert.Single(FakeCensus.Run(disk, Folder).Notes);
        Assert.Equal(Expected, disk.Files(Folder));
    }

    [Fact]
    public void A_journal_that_lost_its_lines_is_refused_where_that_can_be_seen()
    {
        var plan = CensusPlan.Random(Architecture.Parse("2,2"), Metric.Identity(3), 1, 4, 50_000);
        var disk = new MemoryDisk();
        var calls = 0;
        Assert.Throws<KilledException>(() => FakeCensus.Writer(disk, Folder, plan, setsPerChunk: 1).Run(
            (first, count, token) => ++calls == 4 ? throw new KilledException() : FakeCensus.Rows(plan)(first, count, token), 1, null, CancellationToken.None));
        disk.Restart();
        disk.Put($"{Folder}/journal", []);
        var before = disk.Files(Folder);
        var error = Assert.Throws<CensusFolderException>(() => FakeCensus.Writer(disk, Folder, plan, setsPerChunk: 1).Run(FakeCensus.Rows(plan), 1, null, CancellationToken.None));
        Assert.Contains("it ends at 0 data sets, and runs.csv goes on for 150001 lines", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, disk.Files(Folder));
    }

    [Fact]
    public void Files_of_a_finished_census_that_follow_from_its_rows_are_made_again()
    {
        var disk = new MemoryDisk();
        FakeCensus.Run(disk, Folder);
        disk.Delete($"{Folder}/report.html");
        disk.Put($"{Folder}/census.json", Encoding.UTF8.GetBytes("{}"));
        disk.Put($"{Folder}/lock", []);
        disk.Put($"{Folder}/journal", []);
        var result = FakeCensus.Run(disk, Folder);
        Assert.Equal(2, result.Notes.Length);
        Assert.Equal(Expected, disk.Files(Folder));
    }

    [Fact]
    public void Rows_that_are_not_those_of_the_plan_are_refused_even_with_the_right_digest()
    {
        var disk = new MemoryDisk();
        FakeCensus.Run(disk, Folder);
        var lines = Expected["runs.csv"].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Forged("about data set 0, start 1, where data set 0, start 0 belongs", [lines[0], lines[2], lines[1], .. lines[3..]]);
        Forged("about data set 0, start 0, where data set 0, start 1 belongs", [lines[0], lines[1], lines[1], .. lines[3..]]);
        Forged("it has 32 rows instead of 33", lines[..^1]);
        Forged("where data set 11, start 0 belongs", [.. lines, lines[^1]]);
        Forged("line 1 is not the line of column names", lines[1..]);
        Forged("line 3 is no row: 3 columns instead of 12", [.. lines[..2], "0,1,1", .. lines[3..]]);

        void Forged(string sentence, string[] rows)
        {
            var table = Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => row + "\n")));
            var plan = CensusManifest.Read(Expected["plan.json"]) with { Bytes = table.Length, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(table)) };
            var forged = disk.Copy();
            forged.Put($"{Folder}/runs.csv", table);
            forged.Put($"{Folder}/plan.json", Encoding.UTF8.GetBytes(plan.Write()));
            Assert.Contains(sentence, Assert.Throws<CensusFolderException>(() => FakeCensus.Run(forged, Folder)).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>A census that was killed after three chunks of six, in the middle of the fourth.</summary>
    private static MemoryDisk Begun()
    {
        var disk = new MemoryDisk();
        var calls = 0;
        Assert.Throws<KilledException>(() => FakeCensus.Writer(disk, Folder).Run(
            (first, count, token) => ++calls == 4 ? throw new KilledException() : FakeCensus.Rows(FakeCensus.Plan())(first, count, token), 1, null, CancellationToken.None));
        disk.Restart();
        return disk;
    }

    private static void EveryByte(MemoryDisk disk, string name)
    {
        var content = disk.Get($"{Folder}/{name}");
        for (var i = 0; i < content.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                if (Effort.Level <= 1 && bit != i % 8) continue;
                var changed = content.ToArray();
                changed[i] ^= (byte)(1 << bit);
                RefusedOrRight(disk, name, changed);
            }
        }
    }

    private static void RefusedOrRight(MemoryDisk good, string name, byte[] content)
    {
        var disk = good.Copy();
        disk.Put($"{Folder}/{name}", content);
        var before = disk.Files(Folder);
        var error = Record.Exception(() => FakeCensus.Run(disk, Folder));
        if (error is null)
        {
            if (!Expected.SequenceEqual(disk.Files(Folder))) Assert.Equal(Expected, disk.Files(Folder));
            return;
        }

        var refusal = Assert.IsType<CensusFolderException>(error);
        Assert.True(refusal.Message.Contains(Folder, StringComparison.Ordinal) && refusal.Advice.Length > 0, refusal.Message);
        if (!before.SequenceEqual(disk.Files(Folder))) Assert.Equal(before, disk.Files(Folder));
    }
}
