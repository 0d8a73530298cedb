using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>Folders on the real disk: locks, places that cannot be written, threads.</summary>
public sealed class CensusFolderTests : IDisposable
{
    private static readonly SortedDictionary<string, string> Expected = FakeCensus.Whole();
    private readonly TemporaryFolder _folder = new();

    private string Runs => _folder.PathOf("some", "where", "runs");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void The_bytes_do_not_depend_on_the_disk_or_the_threads(int threads)
    {
        FakeCensus.Run(CensusDisk.Instance, Runs, threads: threads);
        Assert.Equal(Expected, Files(Runs));
    }

    [Fact]
    public void The_table_reads_back_and_writes_the_same_lines()
    {
        var plan = FakeCensus.Plan(200);
        FakeCensus.Run(CensusDisk.Instance, Runs, plan);
        var manifest = CensusStore.ReadPlan(CensusDisk.Instance, Runs);
        var rows = CensusStore.FinishedRows(CensusDisk.Instance, Runs, manifest, CancellationToken.None).ToArray();
        Assert.Equal(FakeCensus.Rows(plan)(0, 200, CancellationToken.None), rows);
        Assert.Equal(manifest.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(Runs, "runs.csv")))));
    }

    [Fact]
    public void A_second_writer_is_refused_at_once_and_told_who_the_first_is()
    {
        var refused = 0;
        FakeCensus.Writer(CensusDisk.Instance, Runs).Run(
            (first, count, token) =>
            {
                var error = Assert.Throws<CensusFolderException>(() => FakeCensus.Run(CensusDisk.Instance, Runs));
                Assert.Contains($"is being written by process {Environment.ProcessId} on {Environment.MachineName}", error.Message, StringComparison.Ordinal);
                refused++;
                return FakeCensus.Rows(FakeCensus.Plan())(first, count, token);
            },
            1,
            null,
            CancellationToken.None);
        Assert.Equal(6, refused);
        Assert.Equal(Expected, Files(Runs));
    }

    [Fact]
    public void A_lock_that_was_left_blocks_nobody()
    {
        Directory.CreateDirectory(Runs);
        File.WriteAllText(Path.Combine(Runs, "lock"), "process 1 on another host\n");
        FakeCensus.Run(CensusDisk.Instance, Runs);
        Assert.Equal(Expected, Files(Runs));
    }

    [Fact]
    public void Locks_under_contention_are_held_by_one_at_a_time()
    {
        Directory.CreateDirectory(Runs);
        var (inside, held) = (0, 0);
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            for (var i = 0; i < 200; i++)
            {
                using var taken = CensusDisk.Instance.Lock(Path.Combine(Runs, "lock"), "someone");
                if (taken is null) continue;
                Assert.Equal(1, Interlocked.Increment(ref inside));
                Interlocked.Increment(ref held);
                Thread.Yield();
                Interlocked.Decrement(ref inside);
            }
        });
        Assert.InRange(held, 1, 1600);
        Assert.Empty(Directory.GetFileSystemEntries(Runs));
    }

    [Fact]
    public void Of_many_writers_that_begin_at_once_one_writes_and_the_others_are_refused_or_find_it_finished()
    {
        for (var round = 0; round < Effort.Trials(10); round++)
        {
            var folder = _folder.PathOf("round", round.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var finished = 0;
            Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 6 }, _ =>
            {
                try
                {
                    Assert.True(FakeCensus.Run(CensusDisk.Instance, folder).Finished);
                    Interlocked.Increment(ref finished);
                }
                catch (CensusFolderException error)
                {
                    Assert.Contains("is being written by", error.Message, StringComparison.Ordinal);
                }
            });
            Assert.InRange(finished, 1, 6);
            Assert.Equal(Expected, Files(folder));
        }
    }

    [Fact]
    public void Another_writer_on_a_file_system_without_locks_is_noticed()
    {
        var error = Assert.Throws<CensusFolderException>(() => FakeCensus.Writer(CensusDisk.Instance, Runs).Run(
            (first, count, token) =>
            {
                if (first == 4) File.AppendAllText(Path.Combine(Runs, "runs.csv"), "4,0,");
                return FakeCensus.Rows(FakeCensus.Plan())(first, count, token);
            },
            1,
            null,
            CancellationToken.None));
        Assert.Contains("Another process writes", error.Message, StringComparison.Ordinal);
        FakeCensus.Run(CensusDisk.Instance, Runs);
        Assert.Equal(Expected, Files(Runs));
    }

    [Fact]
    public void Places_that_cannot_be_a_folder_are_refused()
    {
        var file = _folder.Write("file", "");
        Assert.Contains($"'{file}' cannot be", Refusal(file), StringComparison.Ordinal);
        Assert.Contains("cannot be", Refusal(Path.Combine(file, "runs")), StringComparison.Ordinal);
        Assert.Equal("", File.ReadAllText(file));
        var other = Path.GetDirectoryName(_folder.Write("other/notes.txt", "mine"))!;
        Assert.Contains("is not empty and holds no census: it has 'notes.txt'", Refusal(other), StringComparison.Ordinal);
        Assert.Equal(["notes.txt"], Files(other).Keys);
    }

    [Fact]
    public void Another_census_is_refused_and_the_input_that_differs_is_named()
    {
        FakeCensus.Run(CensusDisk.Instance, Runs);
        Assert.Contains("--seed is 1 there and 2 here", Refusal(Runs, FakeCensus.Plan(seed: 2)), StringComparison.Ordinal);
        Assert.Contains("--inits is 3 there and 5 here", Refusal(Runs, FakeCensus.Plan(inits: 5)), StringComparison.Ordinal);
        Assert.Contains("--shard 1/1 there and 1/2 here", Refusal(Runs, shard: new CensusShard(1, 2)), StringComparison.Ordinal);
        Assert.Equal(Expected, Files(Runs));
    }

    [Fact]
    public void Wrong_rows_are_a_bug_and_nothing_of_them_is_kept()
    {
        foreach (var wrong in (CensusRows[])
            [(first, count, token) => [], (first, count, token) => [.. FakeCensus.Rows(FakeCensus.Plan())(first, count, token).Reverse()], (first, count, token) => FakeCensus.Rows(FakeCensus.Plan())(first, count + 1, token)])
        {
            Assert.Throws<InvariantViolationException>(() => FakeCensus.Writer(CensusDisk.Instance, Runs).Run(wrong, 1, null, CancellationToken.None));
        }

        FakeCensus.Run(CensusDisk.Instance, Runs);
        Assert.Equal(Expected, Files(Runs));
    }

    private static string Refusal(string folder, CensusPlan? plan = null, CensusShard? shard = null) =>
        Assert.Throws<CensusFolderException>(() => FakeCensus.Run(CensusDisk.Instance, folder, plan, shard)).Message;

    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.GetFiles(folder).ToDictionary(path => Path.GetFileName(path), path => File.ReadAllText(path, System.Text.Encoding.Latin1)), StringComparer.Ordinal);
}
