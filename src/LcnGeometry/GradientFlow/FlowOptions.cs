namespace LcnGeometry;

/// <summary>How accurately and how long to follow gradient flow.</summary>
public sealed record FlowOptions
{
    /// <summary>The method of integration.</summary>
    public FlowMethod Method { get; init; }

    /// <summary>Whether each step is projected onto the balance invariants of the start, by scaling layers against each other; they then hold to rounding.</summary>
    public bool Project { get; init; }

    /// <summary>The local error of a step, relative to the norm of each filter; from 1e-12 to 1e-3.</summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>A run has converged when its gradient is below this, relative to what the terms of the gradient would be without cancellation.</summary>
    public double GradientTolerance { get; init; } = 1e-10;

    /// <summary>The largest number of attempted steps; a run that needs more ends with <see cref="FlowStatus.Budget"/>.</summary>
    public int MaxSteps { get; init; } = 10_000;

    /// <summary>The largest number of points of the trace, at least 2.</summary>
    public int TraceSamples { get; init; } = 200;

    internal void Check()
    {
        if (!Enum.IsDefined(Method)) throw new ArgumentOutOfRangeException(nameof(Method), $"There is no method {(int)Method}.");
        if (!(Tolerance is >= 1e-12 and <= 1e-3)) throw new ArgumentOutOfRangeException(nameof(Tolerance), $"The tolerance is {Scalar.Format(Tolerance)}; it must be from 1e-12 to 1e-3.");
        if (!(GradientTolerance is >= 1e-13 and <= 1e-3)) throw new ArgumentOutOfRangeException(nameof(GradientTolerance), $"The gradient tolerance is {Scalar.Format(GradientTolerance)}; it must be from 1e-13 to 1e-3.");
        if (MaxSteps < 1) throw new ArgumentOutOfRangeException(nameof(MaxSteps), $"{MaxSteps} steps are too few; at least 1.");
        if (TraceSamples < 2) throw new ArgumentOutOfRangeException(nameof(TraceSamples), $"{TraceSamples} samples are too few; at least 2.");
    }
}
