namespace LcnGeometry.Algebra;

/// <summary>A binary heap of numbered streams of descending monomials; the stream with the greatest monomial is on top.</summary>
/// <param name="streams">How many streams there are at most.</param>
/// <param name="words">Words of a packed monomial.</param>
internal sealed class MonomialHeap(int streams, int words)
{
    private readonly ulong[] _keys = new ulong[streams * words];
    private readonly int[] _heap = new int[streams];
    private int _count;

    public bool IsEmpty => _count == 0;

    /// <summary>The number of the stream on top.</summary>
    public int Top => _heap[0];

    /// <summary>The monomial on top.</summary>
    public ReadOnlySpan<ulong> TopKey => Key(_heap[0]);

    /// <summary>Where the current monomial of a stream is written, before <see cref="Push"/> or <see cref="TopLowered"/>.</summary>
    public Span<ulong> Key(int stream) => _keys.AsSpan(stream * words, words);

    /// <summary>Adds a stream whose key has been written.</summary>
    public void Push(int stream)
    {
        var slot = _count++;
        while (slot > 0)
        {
            var parent = (slot - 1) / 2;
            if (PackedExponents.Compare(Key(_heap[parent]), Key(stream)) >= 0) break;
            _heap[slot] = _heap[parent];
            slot = parent;
        }

        _heap[slot] = stream;
    }

    /// <summary>Restores the order after the key on top was replaced by a smaller one.</summary>
    public void TopLowered() => SiftDown(_heap[0]);

    /// <summary>Removes the stream on top.</summary>
    public void Pop()
    {
        _count--;
        if (_count > 0) SiftDown(_heap[_count]);
    }

    private void SiftDown(int stream)
    {
        var key = Key(stream);
        var slot = 0;
        while (true)
        {
            var child = (2 * slot) + 1;
            if (child >= _count) break;
            if (child + 1 < _count && PackedExponents.Compare(Key(_heap[child + 1]), Key(_heap[child])) > 0) child++;
            if (PackedExponents.Compare(key, Key(_heap[child])) >= 0) break;
            _heap[slot] = _heap[child];
            slot = child;
        }

        _heap[slot] = stream;
    }
}
