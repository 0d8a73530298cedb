using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class StartCacheTests : IDisposable
{
    private const string Key = "start-1-0a";
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        Allow();
        _folder.Dispose();
    }

    [Fact]
    public void What_is_written_is_read_again_and_nothing_else_is_left()
    {
        var folder = _folder.PathOf("deep", "cache");
        var cache = In(folder);
        Assert.Null(cache.Read(Key));
        cache.Write(Key, [1, 2, 3]);
        cache.Write(Key, [4, 5]);
        Assert.Equal([4, 5], In(folder).Read(Key));
        Assert.Equal([Path.Combine(folder, Key + ".start")], Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("a.b")]
    public void A_key_cannot_leave_the_folder(string key)
    {
        var cache = In(_folder.Root);
        Assert.Throws<ArgumentException>(() => cache.Read(key));
        Assert.Throws<ArgumentException>(() => cache.Write(key, [1]));
    }

    [Fact]
    public void A_folder_that_cannot_be_used_costs_nothing_but_time()
    {
        // A file where the folder should be, a folder where the file should be, and a parent that is a file.
        Silent(In(_folder.Write("file", "x")));
        Directory.CreateDirectory(_folder.PathOf("cache", Key + ".start"));
        Silent(In(_folder.PathOf("cache")));
        Silent(In(_folder.PathOf("file", "below")));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(_folder.PathOf("cache")), entry => entry.EndsWith(".partial", StringComparison.Ordinal));

        static void Silent(StartCache cache)
        {
            cache.Write(Key, [1]);
            Assert.Null(cache.Read(Key));
        }
    }

    [Fact]
    public void A_full_disk_and_a_folder_for_reading_only_cost_nothing_but_time()
    {
        Assert.Equal(4, CriticalFunctions(In("/proc/self/cache")));
        Forbid();
        Assert.Equal(4, CriticalFunctions(In(_folder.Root)));
        Assert.Equal(4, CriticalFunctions(In(_folder.PathOf("below"))));
    }

    [Fact]
    public void What_a_killed_process_left_behind_is_swept_away_in_time()
    {
        string old = _folder.Write(Key + ".start.1.partial", "x"), young = _folder.Write(Key + ".start.2.partial", "x"), other = _folder.Write("notes.txt", "x");
        File.SetLastWriteTimeUtc(old, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(other, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        In(_folder.Root).Write(Key, [1]);
        Assert.Equal([other, young, _folder.PathOf(Key + ".start")], Directory.GetFiles(_folder.Root).OrderBy(file => file.Contains(Key, StringComparison.Ordinal)).ThenByDescending(file => file.Length).ToArray());
    }

    [Fact]
    public void A_damaged_file_is_made_again_and_never_changes_the_answer()
    {
        Assert.Equal(4, CriticalFunctions(In(_folder.Root)));
        var file = Assert.Single(Directory.GetFiles(_folder.Root));
        var good = File.ReadAllBytes(file);
        PropertyRun.Trials(20, random =>
        {
            var bad = (byte[])good.Clone();
            switch (random.Between(0, 3))
            {
                case 0: bad = bad[..random.Between(0, bad.Length - 1)]; break;
                case 1: bad[random.Between(0, bad.Length - 1)] ^= (byte)random.Between(1, 255); break;
                case 2: bad = [.. bad, 0]; break;
                default: Array.Clear(bad); break;
            }

            File.WriteAllBytes(file, bad);
            Assert.Equal(4, CriticalFunctions(In(_folder.Root)));
            Assert.Equal(good, File.ReadAllBytes(file));
        });
    }

    [Fact]
    public void Writers_and_readers_at_once_see_whole_files()
    {
        byte[] one = new byte[100_000], two = new byte[50_000];
        Array.Fill(one, (byte)1);
        Array.Fill(two, (byte)2);
        Parallel.For(0, 200, i =>
        {
            var cache = In(_folder.Root);
            if (i % 2 == 0) cache.Write(Key, i % 4 == 0 ? one : two);
            else if (cache.Read(Key) is { } seen) Assert.True(seen.AsSpan().SequenceEqual(one) || seen.AsSpan().SequenceEqual(two));
        });
        Assert.Single(Directory.GetFiles(_folder.Root));
    }

    /// <summary>The number of proved critical functions on the forms of degree two with a double root.</summary>
    private static int CriticalFunctions(IStartStore store)
    {
        var squares = new ProductMap([new ProductBlock(1, [new ProductFactor(Degree: 1, Exponent: 2)])]);
        var form = new Matrix<Rational>(3, 3, (i, j) => i == j ? i + 1 : new Rational(1, 3));
        return new CriticalSystemSolver(store).Solve(squares, form, ImmutableArray.Create<Rational>(1, 0, 2), 4).Boxes.Length;
    }

    private static StartCache In(string folder) => new(folder, TimeProvider.System);

    private void Forbid()
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.Root, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private void Allow()
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
