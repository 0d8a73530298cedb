using System.Runtime.InteropServices;

namespace LcnGeometry;

/// <summary>What a node of a tape computes from the nodes before it.</summary>
internal enum TapeOperation
{
    /// <summary>An entry of a filter.</summary>
    Weight,

    /// <summary>Minus an entry of the target.</summary>
    MinusTarget,

    /// <summary>A constant.</summary>
    Constant,

    /// <summary>a + b.</summary>
    Add,

    /// <summary>a * b.</summary>
    Multiply,

    /// <summary>a * b + c, rounded once.</summary>
    MultiplyAdd,

    /// <summary>a / b.</summary>
    Divide,

    /// <summary>a if a > b, else b.</summary>
    Larger,

    /// <summary>The square root of a.</summary>
    SquareRoot,
}

/// <summary>One node of a tape: the numbers are places of earlier nodes, or the place of an input in A.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TapeNode(TapeOperation Operation, int A = 0, int B = 0, int C = 0, double Value = 0);

/// <summary>A computation without branches, as a list of operations on doubles; what is computed twice is written once.</summary>
/// <remarks>Every operation is rounded as IEEE 754 says, so a tape has the same value however it is carried out.</remarks>
internal sealed class DescentTape
{
    private readonly List<TapeNode> _nodes = [];
    private readonly Dictionary<TapeNode, int> _places = [];

    public ReadOnlySpan<TapeNode> Nodes => CollectionsMarshal.AsSpan(_nodes);

    public int Count => _nodes.Count;

    public int Weight(int place) => Place(new TapeNode(TapeOperation.Weight, place));

    public int MinusTarget(int place) => Place(new TapeNode(TapeOperation.MinusTarget, place));

    public int Constant(double value) => Place(new TapeNode(TapeOperation.Constant, Value: value));

    public int Add(int a, int b) => Place(new TapeNode(TapeOperation.Add, Math.Min(a, b), Math.Max(a, b)));

    public int Multiply(int a, int b)
    {
        if (IsOne(a)) return b;
        return IsOne(b) ? a : Place(new TapeNode(TapeOperation.Multiply, Math.Min(a, b), Math.Max(a, b)));
    }

    public int MultiplyAdd(int a, int b, int c)
    {
        if (IsOne(a)) return Add(b, c);
        return IsOne(b) ? Add(a, c) : Place(new TapeNode(TapeOperation.MultiplyAdd, Math.Min(a, b), Math.Max(a, b), c));
    }

    public int Divide(int a, int b) => Place(new TapeNode(TapeOperation.Divide, a, b));

    public int Larger(int a, int b) => a == b ? a : Place(new TapeNode(TapeOperation.Larger, a, b));

    public int SquareRoot(int a) => Place(new TapeNode(TapeOperation.SquareRoot, a));

    /// <summary>a * b + sum; a sum below zero stands for nothing yet.</summary>
    public int Accumulate(int sum, int a, int b) => sum < 0 ? Multiply(a, b) : MultiplyAdd(a, b, sum);

    private bool IsOne(int node) => _nodes[node] is { Operation: TapeOperation.Constant, Value: 1 };

    private int Place(TapeNode node)
    {
        if (_places.TryGetValue(node, out var place)) return place;
        _nodes.Add(node);
        return _places[node] = _nodes.Count - 1;
    }
}
