using System.Runtime.CompilerServices;

namespace LcnGeometry;

/// <summary>Chooses how the steps of a network are carried out; every choice gives the same bits.</summary>
internal static class DescentKernels
{
    /// <summary>Beyond this many operations, registers are too few for the products of two groups, and nothing is gained by working on both.</summary>
    private const int MostForTwoGroups = 160;

    /// <summary>Beyond this many operations, compiling takes most of a second.</summary>
    private const int MostForCode = 60_000;

    public static IDescentKernel For(DescentStep step) => step.Tape.Count > MostForCode || !RuntimeFeature.IsDynamicCodeCompiled
        ? new TapeInterpreter(step)
        : new CompiledKernel(step, LaneOperations.BestWidth, step.Tape.Count > MostForTwoGroups ? 1 : 2);
}
