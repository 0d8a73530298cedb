namespace LcnGeometry;

/// <summary>The library contradicted itself: a bug of ours, with what is needed to replay it.</summary>
public sealed class InvariantViolationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="invariant">What should have been true.</param>
    /// <param name="inputs">The inputs, ready to paste.</param>
    /// <param name="seed">The seed of the run, if randomness was used.</param>
    public InvariantViolationException(string invariant, string inputs, long? seed = null)
        : base($"Internal contradiction: {invariant}. Please report it with these inputs: {inputs}" + (seed is null ? "." : $", seed {seed}."))
    {
        Invariant = invariant;
        Inputs = inputs;
        Seed = seed;
    }

    /// <summary>What should have been true.</summary>
    public string Invariant { get; }

    /// <summary>The inputs, ready to paste.</summary>
    public string Inputs { get; }

    /// <summary>The seed of the run, if randomness was used.</summary>
    public long? Seed { get; }
}
