using System.Reflection;
using System.Runtime.Intrinsics;

namespace LcnGeometry;

/// <summary>The operations of one width of vectors, as methods that a compiled step calls; the runtime turns each into one instruction.</summary>
internal sealed class LaneOperations
{
    private readonly Type _static;

    private LaneOperations(int width, Type vector, Type operations)
    {
        Width = width;
        Vector = vector;
        _static = operations;
        Load = Generic("LoadUnsafe", 2);
        Store = Generic("StoreUnsafe", 3);
        Spread = operations.GetMethod("Create", [typeof(double)])!;
        Add = Operator("op_Addition");
        Multiply = Operator("op_Multiply");
        Divide = Operator("op_Division");
        MultiplyAdd = operations.GetMethod("FusedMultiplyAdd", [vector, vector, vector])!;
        Larger = Generic("MaxNative", 2);
        SquareRoot = Generic("Sqrt", 1);
        AllAtLeast = Generic("GreaterThanOrEqualAll", 2);
    }

    /// <summary>Doubles in a vector.</summary>
    public int Width { get; }

    public Type Vector { get; }

    public MethodInfo Load { get; }

    public MethodInfo Store { get; }

    public MethodInfo Spread { get; }

    public MethodInfo Add { get; }

    public MethodInfo Multiply { get; }

    public MethodInfo Divide { get; }

    public MethodInfo MultiplyAdd { get; }

    public MethodInfo Larger { get; }

    public MethodInfo SquareRoot { get; }

    public MethodInfo AllAtLeast { get; }

    /// <summary>The widest that this processor has in hardware.</summary>
    public static int BestWidth => Vector512.IsHardwareAccelerated ? Vector512<double>.Count : Vector256.IsHardwareAccelerated ? Vector256<double>.Count : Vector128<double>.Count;

    public static LaneOperations Of(int width) => width switch
    {
        8 => new LaneOperations(width, typeof(Vector512<double>), typeof(Vector512)),
        4 => new LaneOperations(width, typeof(Vector256<double>), typeof(Vector256)),
        2 => new LaneOperations(width, typeof(Vector128<double>), typeof(Vector128)),
        _ => throw new ArgumentOutOfRangeException(nameof(width), $"Vectors hold 2, 4 or 8 doubles, not {width}."),
    };

    private MethodInfo Generic(string name, int parameters) => _static.GetMethods()
        .Single(method => method.Name == name && method.IsGenericMethodDefinition && method.GetParameters().Length == parameters)
        .MakeGenericMethod(typeof(double));

    private MethodInfo Operator(string name) => Vector.GetMethod(name, [Vector, Vector])!;
}
