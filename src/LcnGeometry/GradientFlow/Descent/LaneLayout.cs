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

    /// <summary>A quarter of the squared norm of the gradient, when measured.</summary>
    public int Quarter => (_parameters + _size + 1) * width;

    /// <summary>The numbers of one group.</summary>
    public int Length => (_parameters + _size + 2) * width;
}
