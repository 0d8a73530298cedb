using System.Collections.Immutable;
using System.Text;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>The parts of a census, put together, are the census; what is not its parts is refused before anything is written.</summary>
public class CensusMergeTests
{
    private const string Out = "all";

    private static readonly SortedDictionary<string, string> Expected = FakeCensus.Whole();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(17)]
    public void The_parts_in_any_order_give_the_bytes_of_the_whole(int count)
    {
        var disk = Parts(count);
        var folders = Folders(count);
        Merge(disk, [.. folders.Reverse()]);
        Assert.Equal(Expected, disk.Files(Out));

        // Once more into the finished folder: nothing changes.
        var again = Merge(disk, folders);
        Assert.Equal(Expected["census.json"], again.Products[0].Text);
        Assert.Equal(Expected, disk.Files(Out));
    }

    [Fact]
    public void More_rows_than_are_kept_at_once()
    {
        var plan = FakeCensus.Plan(3, inits: 30_000);
        var disk = new MemoryDisk();
        foreach (var shard in (CensusShard[])[new(1, 2), new(2, 2)]) FakeCensus.Run(disk, $"part{shard.Index}", plan, shard);
        Merge(disk, ["part1", "part2"]);
        Assert.Equal(FakeCensus.Whole(plan), disk.Files(Out));
    }

    [Fact]
    public void Killed_at_any_operation_the_same_merge_goes_on()
    {
        var parts = Parts(3);
        foreach (var fault in (DiskFault[])[DiskFault.Kill, DiskFault.Tear, DiskFault.PowerLoss, DiskFault.Error, DiskFault.Full])
        {
            for (var at = 0; ; at++)
            {
                var disk = parts.Copy();
                disk.FlushFolder(Out);
                disk.Plan(fault, at, at % 4);
                var error = Record.Exception(() => Merge(disk, Folders(3)));
                if (error is null) break;
                Assert.True(error is KilledException or CensusFolderException, error.ToString());
                disk.Restart();
                Merge(disk, Folders(3));
                Assert.Equal(Expected, disk.Files(Out));
                foreach (var folder in Folders(3)) Assert.Equal(parts.Files(folder), disk.Files(folder));
            }
        }
    }

    [Fact]
    public void A_merge_that_was_killed_can_be_completed_by_a_run_and_a_run_by_a_merge()
    {
        var disk = Parts(2);
        disk.FlushFolder(Out);
        disk.Plan(DiskFault.Kill, 18);
        Assert.Throws<KilledException>(() => Merge(disk, Folders(2)));
        disk.Restart();
        Assert.Contains("journal", disk.Files(Out).Keys);
        FakeCensus.Run(disk, Out);
        Assert.Equal(Expected, disk.Files(Out));

        disk = Parts(2);
        disk.Plan(DiskFault.Kill, 25);
        Assert.Throws<KilledException>(() => FakeCensus.Run(disk, Out));
        disk.Restart();
        Merge(disk, Folders(2));
        Assert.Equal(Expected, disk.Files(Out));
    }

    [Fact]
    public void Every_changed_byte_of_a_part_is_refused()
    {
        var good = Parts(2);
        foreach (var name in (string[])["runs.csv", "plan.json"])
        {
            var content = good.Get("part2/" + name);
            for (var i = 0; i < content.Length; i += Effort.Level > 1 ? 1 : 3)
            {
                var changed = content.ToArray();
                changed[i] ^= (byte)(1 << (i % 8));
                RefusedAfter(good, disk => disk.Put("part2/" + name, changed), "part2");
                RefusedAfter(good, disk => disk.Put("part2/" + name, content[..i]), "part2");
            }
        }
    }

    [Fact]
    public void A_part_that_changes_while_it_is_merged_leaves_nothing_behind()
    {
        var disk = Parts(3);
        var good = disk.Get("part3/runs.csv");
        var damage = new Reaction(share =>
        {
            if (share < 0.5) return;
            var changed = good.ToArray();
            changed[^5] ^= 1;
            disk.Put("part3/runs.csv", changed);
        });
        var error = Assert.Throws<CensusFolderException>(() => new CensusMerger(disk, FakeCensus.Products).Merge(Folders(3), Out, damage, CancellationToken.None));
        Assert.Contains("'part3", error.Message, StringComparison.Ordinal);
        Assert.Equal(CensusCsv.Header, disk.Files(Out)["runs.csv"]);
        disk.Put("part3/runs.csv", good);
        Merge(disk, Folders(3));
        Assert.Equal(Expected, disk.Files(Out));
    }

    [Fact]
    public void Stopped_anywhere_the_same_merge_goes_on()
    {
        for (var reports = 1; reports <= 6; reports++)
        {
            var disk = Parts(3);
            using var stop = new CancellationTokenSource();
            var left = reports;
            var stopping = new Reaction(_ => { if (--left == 0) stop.Cancel(); });
            Assert.ThrowsAny<OperationCanceledException>(() => new CensusMerger(disk, FakeCensus.Products).Merge(Folders(3), Out, stopping, stop.Token));
            Assert.Equal(reports > 2, disk.Has(Out + "/journal"));
            Merge(disk, Folders(3));
            Assert.Equal(Expected, disk.Files(Out));
        }
    }

    [Fact]
    public void Parts_of_different_censuses()
    {
        Refused(FakeCensus.Plan(seed: 2), "'part1' and 'part2' are parts of different censuses: --seed is 1 in the first and 2 in the second");
        Refused(FakeCensus.Plan(dataSets: 12), "the number of data sets is 11 in the first and 12 in the second");
        Refused(FakeCensus.Plan(inits: 4), "--inits is 3 in the first and 4 in the second");
        Refused(FakeCensus.Plan(method: CensusMethod.Flow), "--method is descent in the first and flow in the second");
        Refused(CensusPlan.Random(Architecture.Parse("3"), Metric.Identity(3), 1, 11, 3), "the list of filter sizes is 2,2 in the first and 3 in the second");
        Refused(CensusPlan.Random(Architecture.Parse("2,2"), Metric.Bombieri(3), 1, 11, 3), "--metric is identity in the first and bombieri in the second");

        static void Refused(CensusPlan second, string sentence)
        {
            var disk = new MemoryDisk();
            FakeCensus.Run(disk, "part1", FakeCensus.Plan(), new CensusShard(1, 2));
            FakeCensus.Run(disk, "part2", second, new CensusShard(2, 2));
            RefusedAfter(disk, _ => { }, sentence);
        }
    }

    [Fact]
    public void Metrics_that_differ_in_a_number()
    {
        var disk = new MemoryDisk();
        foreach (var (number, entry) in ((int, string)[])[(1, "2"), (2, "3")])
        {
            var plan = CensusPlan.Random(Architecture.Parse("2,2"), Metric.Parse($"[[{entry},0,0],[0,1,0],[0,0,1]]", 3), 1, 4, 2);
            FakeCensus.Run(disk, $"part{number}", plan, new CensusShard(number, 2));
        }

        RefusedAfter(disk, _ => { }, "the numbers of the metric or of the data differ");
    }

    [Fact]
    public void A_part_is_missing_there_twice_or_of_another_division()
    {
        var disk = Parts(3);
        Assert.Contains("shard 2 of 3 is missing; nothing was written", Refusal(disk, "part1", "part3"), StringComparison.Ordinal);
        Assert.Contains("shard 1 of 3 is missing, and 1 more", Refusal(disk, "part3"), StringComparison.Ordinal);
        Assert.Contains("'./part1' is given twice", Refusal(disk, "part1", "part2", "./part1"), StringComparison.Ordinal);
        Assert.Contains("'part1/' is one of the parts", Record.Exception(() => Merge(disk, Folders(3), "part1/"))!.Message, StringComparison.Ordinal);
        Assert.Contains("'nowhere' holds no census", Refusal(disk, "part1", "nowhere"), StringComparison.Ordinal);
        foreach (var name in disk.Names("part1")) disk.Put("copy/" + name, disk.Get("part1/" + name));
        Assert.Contains("'part1' and 'copy' both hold shard 1 of 3", Refusal(disk, "part1", "part2", "part3", "copy"), StringComparison.Ordinal);
        FakeCensus.Run(disk, "half", null, new CensusShard(2, 2));
        Assert.Contains("'part1' is shard 1/3 and 'half' is shard 2/2", Refusal(disk, "part1", "half"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_not_finished()
    {
        var disk = Parts(1);
        FakeCensus.Run(disk, "part1of2", null, new CensusShard(1, 2));
        disk.Plan(DiskFault.Kill, 25);
        Assert.Throws<KilledException>(() => FakeCensus.Run(disk, "part2of2", null, new CensusShard(2, 2)));
        disk.Restart();
        var error = Assert.Throws<CensusFolderException>(() => Merge(disk, ["part1of2", "part2of2"]));
        Assert.Contains("shard 2 of 2 in 'part2of2' is not finished: 4 of 6 data sets", error.Message, StringComparison.Ordinal);
        Assert.Contains("--shard 2/2 --out part2of2", error.Advice, StringComparison.Ordinal);
        Assert.Empty(disk.Names(Out));
    }

    [Fact]
    public void An_output_that_belongs_to_something_else()
    {
        RefusedAfter(Parts(2), disk => disk.Put(Out + "/notes.txt", [1]), "'all' is not empty and holds no census: it has 'notes.txt'");
        RefusedAfter(Parts(2), disk => FakeCensus.Run(disk, Out, FakeCensus.Plan(seed: 9)), "'all' holds another census: --seed is 9 there and 1 here");
        RefusedAfter(Parts(2), disk => FakeCensus.Run(disk, Out, null, new CensusShard(2, 3)), "--shard 2/3 there and 1/1 here");
    }

    private sealed class Reaction(Action<double> react) : IProgress<double>
    {
        public void Report(double value) => react(value);
    }

    private static MemoryDisk Parts(int count)
    {
        var disk = new MemoryDisk();
        for (var index = 1; index <= count; index++) FakeCensus.Run(disk, $"part{index}", null, new CensusShard(index, count));
        return disk;
    }

    private static ImmutableArray<string> Folders(int count) => [.. Enumerable.Range(1, count).Select(index => $"part{index}")];

    private static CensusResult Merge(MemoryDisk disk, ImmutableArray<string> folders, string output = Out) =>
        new CensusMerger(disk, FakeCensus.Products).Merge(folders, output, null, CancellationToken.None);

    private static string Refusal(MemoryDisk disk, params string[] folders) => Assert.Throws<CensusFolderException>(() => Merge(disk, [.. folders])).Message;

    private static void RefusedAfter(MemoryDisk good, Action<MemoryDisk> change, string sentence)
    {
        var disk = good.Copy();
        change(disk);
        var before = disk.Copy();
        var error = Assert.Throws<CensusFolderException>(() => Merge(disk, Folders(2)));
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        foreach (var folder in (string[])["part1", "part2", Out]) Assert.Equal(before.Files(folder), disk.Files(folder));
    }
}
