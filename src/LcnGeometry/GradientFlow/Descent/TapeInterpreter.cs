using System.Runtime.Intrinsics;

namespace LcnGeometry;

/// <summary>Steps of gradient descent, eight runs at a time, by walking along the tape.</summary>
internal sealed class TapeInterpreter(DescentStep step) : IDescentKernel
{
    public int Width => Vector512<double>.Count;

    public int Groups => 1;

    public int Run(ref double state, int limit)
    {
        var layout = new LaneLayout(step, Width);
        var tape = step.Tape.Nodes;
        var values = new Vector512<double>[tape.Length];
        var tolerance = Vector512.LoadUnsafe(ref state, (nuint)layout.Tolerance);
        for (var done = 0; ; done++)
        {
            for (var place = 0; place < values.Length; place++) values[place] = Value(tape[place], values, ref state, layout);
            var quarter = values[step.Quarter];
            if (done == limit || !Vector512.GreaterThanOrEqualAll(quarter, tolerance))
            {
                quarter.StoreUnsafe(ref state, (nuint)layout.Quarter);
                return done;
            }

            for (var i = 0; i < step.Parameters; i++) values[step.Next[i]].StoreUnsafe(ref state, (nuint)layout.Weight(i));
        }
    }

    private static Vector512<double> Value(in TapeNode node, Vector512<double>[] values, ref double state, in LaneLayout layout) => node.Operation switch
    {
        TapeOperation.Weight => Vector512.LoadUnsafe(ref state, (nuint)layout.Weight(node.A)),
        TapeOperation.MinusTarget => Vector512.LoadUnsafe(ref state, (nuint)layout.MinusTarget(node.A)),
        TapeOperation.Constant => Vector512.Create(node.Value),
        TapeOperation.Add => values[node.A] + values[node.B],
        TapeOperation.Multiply => values[node.A] * values[node.B],
        TapeOperation.MultiplyAdd => Vector512.FusedMultiplyAdd(values[node.A], values[node.B], values[node.C]),
        TapeOperation.Divide => values[node.A] / values[node.B],
        TapeOperation.Larger => Vector512.MaxNative(values[node.A], values[node.B]),
        _ => Vector512.Sqrt(values[node.A]),
    };
}
