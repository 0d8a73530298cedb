using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>Whatever interrupts a census, at whichever operation on the disk: the same command ends with the same bytes.</summary>
public class CensusInterruptionTests
{
    private const string Folder = "runs";

    private static readonly SortedDictionary<string, string> Expected = FakeCensus.Whole();

    [Fact]
    public void A_finished_folder_holds_these_files()
    {
        Assert.Equal(["census.json", "plan.json", "report.html", "runs.csv"], Expected.Keys);
        Assert.StartsWith(CensusCsv.Header, Expected["runs.csv"], StringComparison.Ordinal);
        Assert.Equal(1 + (11 * FakeCensus.Inits), Expected["runs.csv"].Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("Kill", 0)]
    [InlineData("PowerLoss", 0)]
    [InlineData("PowerLossWithZeros", 0)]
    [InlineData("PowerLossWithZeros", 1)]
    public void Killed_at_any_operation_it_goes_on(string fault, int part)
    {
        var operations = Interrupted(new MemoryDisk(), Enum.Parse<DiskFault>(fault), int.MaxValue, 0);
        Assert.InRange(operations, 50, 200);
        for (var at = 0; at < operations; at++)
        {
            var disk = new MemoryDisk();
            Interrupted(disk, Enum.Parse<DiskFault>(fault), at, part);
            Assert.True(disk.IsDead);
            GoesOn(disk);
        }
    }

    [Fact]
    public void Killed_in_the_middle_of_any_write_it_goes_on()
    {
        for (var part = 0; part < 4; part++)
        {
            for (var at = 0; ; at++)
            {
                var disk = new MemoryDisk();
                Interrupted(disk, DiskFault.Tear, at, part);
                if (!disk.IsDead) break;
                GoesOn(disk);
            }
        }
    }

    [Fact]
    public void Killed_again_and_again_it_goes_on()
    {
        for (var first = 0; ; first++)
        {
            var begun = new MemoryDisk();
            Interrupted(begun, DiskFault.Tear, first, first % 4);
            if (!begun.IsDead) break;
            for (var second = 0; ; second += Effort.Level > 1 ? 1 : 3)
            {
                var disk = begun.Copy();
                Interrupted(disk, second % 2 == 0 ? DiskFault.Tear : DiskFault.PowerLoss, second, second % 4);
                if (!disk.IsDead) break;
                GoesOn(disk);
            }
        }
    }

    [Fact]
    public void Chunks_that_are_kept_together_by_several_threads_make_no_difference()
    {
        var job = FakeCensus.Job(setsPerChunk: 1) with { RowsAtOnce = 12 };
        for (var at = 0; ; at++)
        {
            var disk = new MemoryDisk();
            disk.Plan(DiskFault.Tear, at, at % 4);
            var error = Record.Exception(() => new CensusWriter(disk, Folder, job).Run(FakeCensus.Rows(FakeCensus.Plan()), 3, null, CancellationToken.None));
            if (error is null) break;
            Assert.IsType<KilledException>(error);
            disk.Restart();
            Assert.True(new CensusWriter(disk, Folder, job).Run(FakeCensus.Rows(FakeCensus.Plan()), 3, null, CancellationToken.None).Finished);
            Assert.Equal(Expected, disk.Files(Folder));
        }
    }

    [Theory]
    [InlineData("Error", "input/output error")]
    [InlineData("Full", "no space left on device")]
    public void A_disk_that_fails_is_named_and_the_same_command_goes_on(string name, string reason)
    {
        var fault = Enum.Parse<DiskFault>(name);
        for (var part = 0; part < 4; part += 3)
        {
            for (var at = 0; ; at++)
            {
                var disk = new MemoryDisk();
                disk.Plan(fault, at, part);
                var error = Record.Exception(() => FakeCensus.Run(disk, Folder));
                if (error is null) break;
                var refusal = Assert.IsType<CensusFolderException>(error);
                Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
                Assert.DoesNotContain("/a/path", refusal.Message, StringComparison.Ordinal);
                Assert.Contains($"'{Folder}", refusal.Message, StringComparison.Ordinal);

                // The number that is said to be kept is the number that is found again.
                disk.Restart();
                var kept = System.Text.RegularExpressions.Regex.Match(refusal.Message, "; ([0-9]+) of 11 data sets are kept");
                if (kept.Success && disk.Has(Folder + "/journal"))
                {
                    var journal = CensusJournal.Read(disk.Get(Folder + "/journal"));
                    var found = journal.Entries.IsEmpty ? 0 : journal.Entries[^1].Done;
                    Assert.InRange(found, int.Parse(kept.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), found);
                }

                GoesOn(disk);
            }
        }
    }

    [Fact]
    public void Stopped_at_any_chunk_it_says_what_is_kept_and_goes_on()
    {
        var plan = FakeCensus.Plan();
        for (var stopAt = 0; stopAt < 11; stopAt += 2)
        {
            var disk = new MemoryDisk();
            using var stop = new CancellationTokenSource();
            var result = FakeCensus.Writer(disk, Folder).Run(
                (first, count, token) =>
                {
                    if (first == stopAt) stop.Cancel();
                    token.ThrowIfCancellationRequested();
                    return FakeCensus.Rows(plan)(first, count, token);
                },
                1,
                null,
                stop.Token);
            Assert.Equal((stopAt, 11, false), (result.Done, result.Count, result.Finished));
            Assert.Equal(stopAt == 0 ? 0 : 2, result.Products.Length);
            Assert.Equal(["journal", "plan.json", "runs.csv"], disk.Files(Folder).Keys);
            var shares = new List<double>();
            FakeCensus.Writer(disk, Folder).Run(FakeCensus.Rows(plan), 1, new Shares(shares), CancellationToken.None);
            Assert.Equal(stopAt / 11.0, shares[0]);
            Assert.Equal(shares.Order(), shares);
            Assert.Equal(1, shares[^1]);
            Assert.Equal(Expected, disk.Files(Folder));
        }
    }

    [Fact]
    public void Resumed_work_is_not_done_again()
    {
        var disk = new MemoryDisk();
        disk.Plan(DiskFault.Kill, 30);
        Assert.Throws<KilledException>(() => FakeCensus.Run(disk, Folder));
        disk.Restart();
        var done = CensusJournal.Read(disk.Get(Folder + "/journal")).Entries[^1].Done;
        Assert.InRange(done, 2, 10);
        var asked = new List<int>();
        FakeCensus.Writer(disk, Folder).Run((first, count, token) => { asked.Add(first); return FakeCensus.Rows(FakeCensus.Plan())(first, count, token); }, 1, null, CancellationToken.None);
        Assert.Equal(done, asked.Min());
        asked.Clear();
        var again = FakeCensus.Writer(disk, Folder).Run((first, count, token) => { asked.Add(first); return []; }, 1, null, CancellationToken.None);
        Assert.Empty(asked);
        Assert.True(again.Finished);
        Assert.Equal(Expected["census.json"], again.Products[0].Text);
        Assert.Equal(Expected, disk.Files(Folder));
    }

    /// <summary>Runs until the fault; returns the number of operations.</summary>
    private static int Interrupted(MemoryDisk disk, DiskFault fault, int at, int part)
    {
        disk.Plan(fault, at, part);
        var error = Record.Exception(() => FakeCensus.Run(disk, Folder));
        Assert.Equal(disk.IsDead, error is KilledException);
        if (!disk.IsDead) Assert.Null(error);
        return disk.Operations;
    }

    private static void GoesOn(MemoryDisk disk)
    {
        disk.Restart();
        var result = FakeCensus.Run(disk, Folder);
        Assert.True(result.Finished);
        Assert.Equal(Expected, disk.Files(Folder));
    }

    private sealed class Shares(List<double> list) : IProgress<double>
    {
        public void Report(double value) => list.Add(value);
    }
}
