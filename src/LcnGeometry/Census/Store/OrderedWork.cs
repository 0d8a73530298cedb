namespace LcnGeometry;

/// <summary>Computes numbered pieces on several threads and hands them over in their order, on the thread of the caller.</summary>
internal static class OrderedWork
{
    /// <summary>Pieces for each thread that may wait for a slow one before them.</summary>
    private const int LookAhead = 4;

    /// <summary>Runs until every piece has been handed over.</summary>
    /// <param name="count">The number of pieces.</param>
    /// <param name="threads">How many are computed at a time.</param>
    /// <param name="compute">Computes one piece; on any thread.</param>
    /// <param name="commit">Takes the next pieces, in order: all that are complete by then.</param>
    /// <param name="token">Stops the computation; pieces that are complete up to the first that is not are still handed over.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static void Run<T>(int count, int threads, Func<int, CancellationToken, T> compute, Action<IReadOnlyList<T>> commit, CancellationToken token)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var state = new State<T>(count, threads * LookAhead, stop.Token);
        var workers = Enumerable.Range(0, Math.Min(threads, count)).Select(_ => Task.Factory.StartNew(
            () => state.Work(compute), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        try
        {
            while (state.Take() is { Count: > 0 } pieces) commit(pieces);
        }
        finally
        {
            stop.Cancel();
            state.Stop();
            Task.WaitAll(workers, CancellationToken.None);
        }

        state.ThrowIfUnfinished(token);
    }

    private sealed class State<T>(int count, int window, CancellationToken stop)
    {
        private readonly object _gate = new();
        private readonly Dictionary<int, T> _ready = [];
        private int _next;
        private int _taken;
        private int _end = count;
        private bool _stopped;
        private Exception? _failure;

        public void Work(Func<int, CancellationToken, T> compute)
        {
            while (true)
            {
                int mine;
                lock (_gate)
                {
                    while (!_stopped && _next < _end && _next >= _taken + window) Monitor.Wait(_gate);
                    if (_stopped || _next >= _end) return;
                    mine = _next++;
                }

                try
                {
                    stop.ThrowIfCancellationRequested();
                    var piece = compute(mine, stop);
                    lock (_gate) _ready[mine] = piece;
                }
                catch (Exception error)
                {
                    Fail(mine, error);
                }
                finally
                {
                    lock (_gate) Monitor.PulseAll(_gate);
                }
            }
        }

        /// <summary>The next pieces, at least one; none at the end, or where a failure left a gap.</summary>
        public List<T> Take()
        {
            lock (_gate)
            {
                while (_taken < _end && !_ready.ContainsKey(_taken)) Monitor.Wait(_gate);
                var pieces = new List<T>();
                while (_ready.Remove(_taken, out var piece))
                {
                    pieces.Add(piece);
                    _taken++;
                }

                Monitor.PulseAll(_gate);
                return pieces;
            }
        }

        public void Stop()
        {
            lock (_gate)
            {
                _stopped = true;
                Monitor.PulseAll(_gate);
            }
        }

        public void ThrowIfUnfinished(CancellationToken token)
        {
            if (_failure is null) return;
            token.ThrowIfCancellationRequested();
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failure);
        }

        /// <summary>What lies before a piece that failed is still wanted: the outcome then does not depend on the threads.</summary>
        private void Fail(int piece, Exception error)
        {
            lock (_gate)
            {
                if (piece >= _end) return;
                _end = piece;
                _failure = error;
            }
        }
    }
}
