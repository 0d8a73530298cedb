using System.Reflection.Emit;

namespace LcnGeometry;

/// <summary>Steps of gradient descent as machine code made for one network: all weights stay in registers, and there is no loop but the one over steps.</summary>
internal sealed class CompiledKernel : IDescentKernel
{
    private readonly Kernel _run;
    private readonly Meter _measure;

    public CompiledKernel(DescentStep step, int width, int groups)
    {
        (Width, Groups) = (width, groups);
        var lanes = LaneOperations.Of(width);
        var length = new LaneLayout(step, width).Length;
        _run = (Kernel)Method("Descend", typeof(int), [typeof(double).MakeByRefType(), typeof(int)], code => Steps(code, Compilers(code))).CreateDelegate(typeof(Kernel));
        _measure = (Meter)Method("Measure", typeof(void), [typeof(double).MakeByRefType()], code => Gradients(code, Compilers(code))).CreateDelegate(typeof(Meter));

        StepCompiler[] Compilers(ILGenerator code) => [.. Enumerable.Range(0, groups).Select(group => new StepCompiler(code, step, lanes, group * length))];
    }

    private delegate int Kernel(ref double state, int limit);

    private delegate void Meter(ref double state);

    public int Width { get; }

    public int Groups { get; }

    public int Run(ref double state, int limit) => _run(ref state, limit);

    public void Measure(ref double state) => _measure(ref state);

    private static DynamicMethod Method(string name, Type result, Type[] parameters, Action<ILGenerator> write)
    {
        var method = new DynamicMethod(name, result, parameters, typeof(CompiledKernel).Module) { InitLocals = false };
        write(method.GetILGenerator());
        return method;
    }

    private static void Steps(ILGenerator code, StepCompiler[] groups)
    {
        var done = code.DeclareLocal(typeof(int));
        var loop = code.DefineLabel();
        var stops = groups.Select(_ => code.DefineLabel()).ToArray();
        var exit = code.DefineLabel();
        code.Emit(OpCodes.Ldc_I4_0);
        code.Emit(OpCodes.Stloc, done);
        foreach (var group in groups) group.LoadWeights();
        code.MarkLabel(loop);
        code.Emit(OpCodes.Ldloc, done);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Bge, stops[0]);
        for (var group = 0; group < groups.Length; group++) groups[group].Step(stops[group]);
        code.Emit(OpCodes.Ldloc, done);
        code.Emit(OpCodes.Ldc_I4_1);
        code.Emit(OpCodes.Add);
        code.Emit(OpCodes.Stloc, done);
        code.Emit(OpCodes.Br, loop);

        // Groups before the one that stops are one step ahead.
        for (var group = 0; group < groups.Length; group++)
        {
            code.MarkLabel(stops[group]);
            code.Emit(OpCodes.Ldloc, done);
            code.Emit(OpCodes.Ldc_I4, groups.Length);
            code.Emit(OpCodes.Mul);
            code.Emit(OpCodes.Ldc_I4, group);
            code.Emit(OpCodes.Add);
            code.Emit(OpCodes.Stloc, done);
            code.Emit(OpCodes.Br, exit);
        }

        code.MarkLabel(exit);
        foreach (var group in groups) group.StoreWeights();
        code.Emit(OpCodes.Ldloc, done);
        code.Emit(OpCodes.Ret);
    }

    private static void Gradients(ILGenerator code, StepCompiler[] groups)
    {
        foreach (var group in groups)
        {
            group.LoadWeights();
            group.Measure();
        }

        code.Emit(OpCodes.Ret);
    }
}
