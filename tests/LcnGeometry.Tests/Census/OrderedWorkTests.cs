namespace LcnGeometry.Tests;

public class OrderedWorkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Pieces_come_in_order_whatever_the_threads(int threads)
    {
        var taken = new List<int>();
        OrderedWork.Run(100, threads, (piece, _) => { if (piece % 9 == 0) Thread.Sleep(2); return piece; }, taken.AddRange, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 100), taken);
    }

    [Fact]
    public void Nothing_is_computed_far_ahead()
    {
        var (computed, farthest) = (0, 0);
        OrderedWork.Run(200, 3, (piece, _) => Interlocked.Increment(ref computed), _ => { farthest = Math.Max(farthest, Volatile.Read(ref computed)); Thread.Sleep(1); }, CancellationToken.None);
        Assert.Equal(200, computed);

        // While the first pieces are kept, one look-ahead more is computed.
        computed = 0;
        var first = -1;
        OrderedWork.Run(200, 3, (piece, _) => Interlocked.Increment(ref computed), _ => { if (first >= 0) return; Thread.Sleep(50); first = Volatile.Read(ref computed); }, CancellationToken.None);
        Assert.InRange(first, 1, 24);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_failure_comes_after_everything_before_it(int threads)
    {
        var taken = new List<int>();
        var error = Assert.Throws<InvalidOperationException>(() => OrderedWork.Run(
            50, threads, (piece, _) => piece is 17 or 19 ? throw new InvalidOperationException($"piece {piece}") : piece, taken.AddRange, CancellationToken.None));
        Assert.Equal("piece 17", error.Message);
        Assert.Equal(Enumerable.Range(0, 17), taken);
    }

    [Fact]
    public void A_failure_to_keep_a_piece_ends_everything()
    {
        var error = Assert.Throws<IOException>(() => OrderedWork.Run(1000, 3, (piece, _) => piece, pieces => { if (pieces.Contains(5)) throw new IOException("full"); }, CancellationToken.None));
        Assert.Equal("full", error.Message);
    }

    [Fact]
    public void A_stop_is_obeyed()
    {
        using var stop = new CancellationTokenSource();
        var taken = new List<int>();
        Assert.ThrowsAny<OperationCanceledException>(() => OrderedWork.Run(1000, 2, (piece, _) => piece, pieces => { taken.AddRange(pieces); if (pieces.Contains(10)) stop.Cancel(); }, stop.Token));
        Assert.Equal(Enumerable.Range(0, taken.Count), taken);
        Assert.InRange(taken.Count, 11, 40);
    }

    [Fact]
    public void No_piece_at_all() => OrderedWork.Run(0, 2, (piece, _) => piece, _ => Assert.Fail("there is none"), CancellationToken.None);
}
