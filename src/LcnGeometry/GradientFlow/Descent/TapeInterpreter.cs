using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LcnGeometry;

/// <summary>Steps of gradient descent, eight runs at a time, by walking along the tape.</summary>
internal sealed class TapeInterpreter(DescentStep step) : IDescentKernel
{
    private readonly LaneLayout _layout = new(step, Vector512<double>.Count);

    public int Width => Vector512<double>.Count;

    public int Groups => 1;

    public int Run(ref double state, int limit)
    {
        var values = new Vector512<double>[step.Tape.Count];
        var tolerance = Vector512.LoadUnsafe(ref state, (nuint)_layout.Tolerance);
        for (var done = 0; ; done++)
        {
            if (done == limit) return done;
            Evaluate(values, ref state);
            if (!Vector512.GreaterThanOrEqualAll(values[step.Quarter], tolerance)) return done;
            for (var i = 0; i < step.Parameters; i++) values[step.Next[i]].StoreUnsafe(ref state, (nuint)_layout.Weight(i));
        }
    }

    public void Measure(ref double state)
    {
        var values = new Vector512<double>[step.Tape.Count];
        Evaluate(values, ref state);
        values[step.Quarter].StoreUnsafe(ref state, (nuint)_layout.Quarter);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Evaluate(Vector512<double>[] values, ref double state)
    {
        var tape = step.Tape.Nodes;
        for (var place = 0; place < values.Length; place++) values[place] = Value(tape[place], values, ref state);
    }

    private Vector512<double> Value(in TapeNode node, Vector512<double>[] values, ref double state) => node.Operation switch
    {
        TapeOperation.Weight => Vector512.LoadUnsafe(ref state, (nuint)_layout.Weight(node.A)),
        TapeOperation.MinusTarget => Vector512.LoadUnsafe(ref state, (nuint)_layout.MinusTarget(node.A)),
        TapeOperation.Constant => Vector512.Create(node.Value),
        TapeOperation.Add => values[node.A] + values[node.B],
        TapeOperation.Multiply => values[node.A] * values[node.B],
        TapeOperation.MultiplyAdd => Vector512.FusedMultiplyAdd(values[node.A], values[node.B], values[node.C]),
        TapeOperation.Divide => values[node.A] / values[node.B],
        TapeOperation.Larger => Vector512.MaxNative(values[node.A], values[node.B]),
        _ => Vector512.Sqrt(values[node.A]),
    };
}
