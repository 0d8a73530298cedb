using LcnGeometry.Algebra;
using LcnGeometry.Solving.Tests.Systems;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Homotopies;

public class StartLibraryTests
{
    private static readonly ProductMap Map = RandomMaps.OfPattern(2, 1);

    [Fact]
    public void A_start_system_is_computed_once_and_kept()
    {
        var store = new MemoryStore();
        var library = new StartLibrary(store);
        var system = library.Get(Map, 7, CancellationToken.None);
        Assert.Same(system, library.Get(RandomMaps.OfPattern(1, 2), 7, CancellationToken.None));
        Assert.Equal((1, 1), (store.Reads, store.Writes));

        // Another process finds the same bytes and writes nothing.
        var other = new StartLibrary(store).Get(Map, 7, CancellationToken.None);
        Assert.Equal((2, 1), (store.Reads, store.Writes));
        Assert.Equal(StartFile.Write(system), StartFile.Write(other));
    }

    [Fact]
    public void Damaged_contents_are_computed_again_and_replaced()
    {
        var store = new MemoryStore();
        var system = StartFile.Write(new StartLibrary(store).Get(Map, 7, CancellationToken.None));
        var key = StartFile.KeyOf(Map);
        var foreign = StartFile.Write(new StartLibrary(null).Get(RandomMaps.OfPattern(3), 7, CancellationToken.None));
        foreach (var content in new[] { [], system[..^1], [.. system[..^1], (byte)(system[^1] ^ 1)], foreign, new byte[system.Length] })
        {
            store.Contents[key] = content;
            Assert.Equal(system, StartFile.Write(new StartLibrary(store).Get(Map, 7, CancellationToken.None)));
            Assert.Equal(system, store.Contents[key]);
        }
    }

    public static TheoryData<Exception> Failures => [new IOException("disk full"), new UnauthorizedAccessException("read only"), new DirectoryNotFoundException("gone")];

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_store_that_fails_costs_no_solution(Exception failure)
    {
        foreach (var store in new[] { new FailingStore(failure, failure), new FailingStore(null, failure) })
        {
            var answer = new CriticalSystemSolver(store).Solve(Map, new TestRandom(4).NextForm(4), [1, -2, 5, 3], 7);
            Assert.True(answer.IsComplete);
        }
    }

    [Fact]
    public void Other_faults_of_a_store_are_not_hidden() =>
        Assert.Throws<InvalidDataException>(() => new StartLibrary(new FailingStore(new InvalidDataException(), new IOException())).Get(Map, 7, CancellationToken.None));

    [Fact]
    public void Several_threads_get_one_system()
    {
        var store = new MemoryStore();
        var library = new StartLibrary(store);
        var systems = new StartSystem[8];
        var threads = Enumerable.Range(0, systems.Length).Select(i => new Thread(() => systems[i] = library.Get(Map, 7, CancellationToken.None))).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Assert.All(systems, s => Assert.Same(systems[0], s));
        Assert.Equal(1, store.Writes);
    }

    [Fact]
    public void Who_waits_for_another_does_not_share_its_cancellation()
    {
        using var source = new CancellationTokenSource();
        using var inside = new ManualResetEventSlim();
        var store = new BlockingStore(() =>
        {
            inside.Set();

            // Long enough for the second caller to wait for the first.
            Thread.Sleep(200);
            source.Cancel();
        });
        var library = new StartLibrary(store);
        Exception? first = null;
        StartSystem? second = null;
        var stopped = new Thread(() => first = Record.Exception(() => library.Get(Map, 7, source.Token)));
        stopped.Start();
        inside.Wait();
        var patient = new Thread(() => Record.Exception(() => second = library.Get(Map, 7, CancellationToken.None)));
        patient.Start();
        stopped.Join();
        patient.Join();
        Assert.IsAssignableFrom<OperationCanceledException>(first);
        Assert.Equal(7, second?.Solutions.Length);
    }

    [Fact]
    public void A_number_that_cannot_be_reached_is_said()
    {
        var error = Assert.Throws<IncompleteStartException>(() => new CriticalSystemSolver().Solve(RandomMaps.OfPattern(2), Matrix<Rational>.Identity(3), [1, 2, 3], 5));
        Assert.Equal((RandomMaps.OfPattern(2), 4, 5), (error.Map, error.Found, error.Expected));
        Assert.Contains("4 of 5", error.Message, StringComparison.Ordinal);
    }

    private sealed class BlockingStore(Action onFirstRead) : IStartStore
    {
        private int _reads;

        public byte[]? Read(string key)
        {
            if (Interlocked.Increment(ref _reads) == 1) onFirstRead();
            return null;
        }

        public void Write(string key, byte[] content)
        {
        }
    }
}
