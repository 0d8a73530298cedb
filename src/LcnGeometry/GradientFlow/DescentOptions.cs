namespace LcnGeometry;

/// <summary>Step control and budget of gradient descent.</summary>
/// <remarks>
/// The step is <c>min(LargestStep, StepFactor / (1 + k_1 * max_l |P_l|^2 + sqrt(loss)))</c>, with P_l the product of the other layers,
/// for the loss divided by the largest eigenvalue of its quadratic form (one for the identity and for Bombieri's): the protocol of
/// section 11 of the theory.
/// </remarks>
public sealed record DescentOptions
{
    /// <summary>The largest step, above 0.</summary>
    public double LargestStep { get; init; } = 0.02;

    /// <summary>The numerator of the step, above 0.</summary>
    public double StepFactor { get; init; } = 0.1;

    /// <summary>A run has converged when the Euclidean norm of its gradient is below this.</summary>
    public double GradientTolerance { get; init; } = 1e-10;

    /// <summary>The largest number of steps; a run that needs more ends with <see cref="FlowStatus.Budget"/>.</summary>
    public int MaxSteps { get; init; } = 400_000;

    internal void Check()
    {
        if (!(LargestStep > 0 && double.IsFinite(LargestStep))) throw new ArgumentOutOfRangeException(nameof(LargestStep), $"The largest step is {Scalar.Format(LargestStep)}; it must be above 0.");
        if (!(StepFactor > 0 && double.IsFinite(StepFactor))) throw new ArgumentOutOfRangeException(nameof(StepFactor), $"The numerator of the step is {Scalar.Format(StepFactor)}; it must be above 0.");
        if (!(GradientTolerance is > 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(GradientTolerance), $"The gradient tolerance is {Scalar.Format(GradientTolerance)}; it must be above 0 and at most 1.");
        if (MaxSteps < 1) throw new ArgumentOutOfRangeException(nameof(MaxSteps), $"{MaxSteps} steps are too few; at least 1.");
    }
}
