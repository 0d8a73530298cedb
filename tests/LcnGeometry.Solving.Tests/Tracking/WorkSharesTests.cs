using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Tracking;

public class WorkSharesTests
{
    [Fact]
    public void Every_piece_is_done_once() => PropertyRun.Trials(50, random =>
    {
        var done = new int[random.Pick([0, 1, 5, 63, 64, 65, 128, 1000])];
        var (onOneThread, caller) = (random.Chance(0.5), Environment.CurrentManagedThreadId);
        WorkShares.Run(done.Length, (first, count) =>
        {
            if (onOneThread) Assert.Equal(caller, Environment.CurrentManagedThreadId);
            for (var i = first; i < first + count; i++) Interlocked.Increment(ref done[i]);
        }, onOneThread, CancellationToken.None);
        Assert.All(done, n => Assert.Equal(1, n));
    });

    [Theory]
    [InlineData(10, false)]
    [InlineData(1000, false)]
    [InlineData(1000, true)]
    public void A_stop_is_a_stop_and_a_fault_is_not_hidden(int count, bool onOneThread)
    {
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => WorkShares.Run(count, (_, _) =>
        {
            source.Cancel();
            source.Token.ThrowIfCancellationRequested();
        }, onOneThread, source.Token));
        Assert.ThrowsAny<Exception>(() => WorkShares.Run(count, (_, _) => throw new InvalidOperationException(), onOneThread, CancellationToken.None));
    }
}
