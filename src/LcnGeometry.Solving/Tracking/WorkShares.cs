namespace LcnGeometry.Solving;

/// <summary>Shares independent pieces of work among the cores.</summary>
internal static class WorkShares
{
    /// <summary>Paths that a thread takes at a time: enough to keep its lanes full.</summary>
    private const int Share = 8 * Lanes.Count;

    /// <summary>Runs a body on consecutive parts of a range; a small range, or all of it if asked for, stays on this thread.</summary>
    public static void Run(int count, Action<int, int> body, bool onOneThread, CancellationToken token)
    {
        if (count < 2 * Share)
        {
            if (count > 0) body(0, count);
            return;
        }

        var shares = (count + Share - 1) / Share;
        if (onOneThread)
        {
            for (var i = 0; i < shares; i++) body(i * Share, Math.Min(Share, count - (i * Share)));
            return;
        }

        try
        {
            Parallel.For(0, shares, new ParallelOptions { CancellationToken = token }, i => body(i * Share, Math.Min(Share, count - (i * Share))));
        }
        catch (AggregateException e) when (e.InnerExceptions.All(x => x is OperationCanceledException))
        {
            throw new OperationCanceledException(e.Message, e, token);
        }
    }
}
