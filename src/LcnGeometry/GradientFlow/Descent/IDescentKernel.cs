namespace LcnGeometry;

/// <summary>Takes steps with all runs of its lanes together.</summary>
internal interface IDescentKernel
{
    /// <summary>Runs in one group.</summary>
    int Width { get; }

    /// <summary>Groups that are worked on together.</summary>
    int Groups { get; }

    /// <summary>Takes steps until one lane's gradient is not above its tolerance, or the limit is reached.</summary>
    /// <param name="state">The groups, one after the other, each as its layout says; its weights move.</param>
    /// <param name="limit">The most steps.</param>
    /// <returns>n * Groups + g: each group has taken n steps, the first g of them one more.</returns>
    int Run(ref double state, int limit);

    /// <summary>Writes a quarter of the squared norm of each lane's gradient into the state.</summary>
    void Measure(ref double state);
}
