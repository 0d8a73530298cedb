using System.Reflection.Emit;

namespace LcnGeometry;

/// <summary>Writes the code of one evaluation of a tape: every node once, what is used several times in a local variable.</summary>
/// <param name="code">Receives the code; argument 0 of the method is the state.</param>
/// <param name="step">The step.</param>
/// <param name="lanes">The operations.</param>
/// <param name="start">Where in the state the group begins.</param>
internal sealed class StepCompiler(ILGenerator code, DescentStep step, LaneOperations lanes, int start)
{
    /// <summary>Deeper expressions are cut, because compilers descend into them.</summary>
    private const int DeepestExpression = 24;

    private readonly LaneLayout _layout = new(step, lanes.Width);
    private readonly LocalBuilder[] _weights = [.. Enumerable.Range(0, step.Parameters).Select(_ => code.DeclareLocal(lanes.Vector))];
    private LocalBuilder?[] _locals = [];
    private int[] _uses = [];

    /// <summary>Loads the weights from the state.</summary>
    public void LoadWeights()
    {
        for (var i = 0; i < _weights.Length; i++)
        {
            Load(_layout.Weight(i));
            code.Emit(OpCodes.Stloc, _weights[i]);
        }
    }

    /// <summary>Stores the weights into the state.</summary>
    public void StoreWeights()
    {
        for (var i = 0; i < _weights.Length; i++)
        {
            code.Emit(OpCodes.Ldloc, _weights[i]);
            Store(_layout.Weight(i));
        }
    }

    /// <summary>Jumps if one lane's gradient is below its tolerance, else takes the step.</summary>
    public void Step(Label stop)
    {
        Begin([step.Quarter, .. step.Next]);
        Compute(0, step.Quarter);
        Push(step.Quarter);
        Load(_layout.Tolerance);
        code.Emit(OpCodes.Call, lanes.AllAtLeast);
        code.Emit(OpCodes.Brfalse, stop);
        Compute(step.Quarter + 1, step.Tape.Count - 1);
        foreach (var next in step.Next) Push(next);
        for (var i = _weights.Length - 1; i >= 0; i--) code.Emit(OpCodes.Stloc, _weights[i]);
    }

    /// <summary>Stores a quarter of the squared norm of the gradient into the state.</summary>
    public void Measure()
    {
        Begin([step.Quarter]);
        Compute(0, step.Quarter);
        Push(step.Quarter);
        Store(_layout.Quarter);
    }

    private void Begin(ReadOnlySpan<int> results)
    {
        var tape = step.Tape.Nodes;
        _locals = new LocalBuilder?[tape.Length];
        _uses = new int[tape.Length];
        foreach (var result in results) _uses[result]++;
        for (var place = tape.Length - 1; place >= 0; place--)
        {
            if (_uses[place] == 0) continue;
            foreach (var operand in Operands(tape[place])) _uses[operand]++;
        }
    }

    private static int[] Operands(in TapeNode node) => node.Operation switch
    {
        TapeOperation.Weight or TapeOperation.MinusTarget or TapeOperation.Constant => [],
        TapeOperation.SquareRoot => [node.A],
        TapeOperation.MultiplyAdd => [node.A, node.B, node.C],
        _ => [node.A, node.B],
    };

    /// <summary>Puts into locals what is used several times, or would nest too deeply.</summary>
    private void Compute(int first, int last)
    {
        var depths = new int[step.Tape.Count];
        for (var place = first; place <= last; place++)
        {
            var node = step.Tape.Nodes[place];
            var operands = Operands(node);
            if (operands.Length == 0) continue;
            depths[place] = 1 + operands.Max(operand => _locals[operand] is null ? depths[operand] : 0);
            if (_uses[place] < 2 && depths[place] < DeepestExpression) continue;
            if (_uses[place] == 0) continue;
            Push(place);
            code.Emit(OpCodes.Stloc, _locals[place] = code.DeclareLocal(lanes.Vector));
        }
    }

    private void Push(int place)
    {
        if (_locals[place] is { } local)
        {
            code.Emit(OpCodes.Ldloc, local);
            return;
        }

        var node = step.Tape.Nodes[place];
        foreach (var operand in Operands(node)) Push(operand);
        switch (node.Operation)
        {
            case TapeOperation.Weight: code.Emit(OpCodes.Ldloc, _weights[node.A]); break;
            case TapeOperation.MinusTarget: Load(_layout.MinusTarget(node.A)); break;
            case TapeOperation.Constant:
                code.Emit(OpCodes.Ldc_R8, node.Value);
                code.Emit(OpCodes.Call, lanes.Spread);
                break;
            case TapeOperation.Add: code.Emit(OpCodes.Call, lanes.Add); break;
            case TapeOperation.Multiply: code.Emit(OpCodes.Call, lanes.Multiply); break;
            case TapeOperation.MultiplyAdd: code.Emit(OpCodes.Call, lanes.MultiplyAdd); break;
            case TapeOperation.Divide: code.Emit(OpCodes.Call, lanes.Divide); break;
            case TapeOperation.Larger: code.Emit(OpCodes.Call, lanes.Larger); break;
            default: code.Emit(OpCodes.Call, lanes.SquareRoot); break;
        }
    }

    private void Load(int place)
    {
        Address(place);
        code.Emit(OpCodes.Call, lanes.Load);
    }

    private void Store(int place)
    {
        Address(place);
        code.Emit(OpCodes.Call, lanes.Store);
    }

    private void Address(int place)
    {
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldc_I4, start + place);
        code.Emit(OpCodes.Conv_I);
    }
}
