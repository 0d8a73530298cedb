using System.Runtime.InteropServices;

namespace LcnGeometry;

/// <summary>Where the numbers of a group of runs, one run in each lane, stand in the state that a kernel works on.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct LaneLayout(DescentStep step, int width)
{
    private readonly int _parameters = step.Parameters;
    private readonly int _size = step.Size;

    public int Weight(int place) => place * width;

    public int MinusTarget(int place) => (_parameters + place) * width;

    /// <summary>A lane goes on while a quarter of the squared norm of its gradient is at least this.</summary>
    public int Tolerance => (_parameters + _size) * width;

    /// <summary>A quarter of the squared norm of the gradient, where the kernel stopped.</summary>
    public int Quarter => (_parameters + _size + 1) * width;

    /// <summary>The numbers of one group.</summary>
    public int Length => (_parameters + _size + 2) * width;
}

/// <summary>Takes steps with all runs of its lanes together.</summary>
internal interface IDescentKernel
{
    /// <summary>Runs in one group.</summary>
    int Width { get; }

    /// <summary>Groups that are worked on together.</summary>
    int Groups { get; }

    /// <summary>Takes steps until one lane's gradient is not above its tolerance, or the limit is reached.</summary>
    /// <param name="state">The groups, one after the other, each as its layout says; receives weights and gradients.</param>
    /// <param name="limit">The most steps.</param>
    /// <returns>The steps taken, by every lane alike.</returns>
    int Run(ref double state, int limit);
}
