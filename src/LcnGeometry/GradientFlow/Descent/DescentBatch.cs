namespace LcnGeometry;

/// <summary>Many runs of gradient descent: where they start and, afterwards, where and how they ended.</summary>
internal sealed class DescentBatch
{
    /// <summary>Data sets x k̄.</summary>
    public required double[] Targets { get; init; }

    /// <summary>For each run, which data set.</summary>
    public required int[] TargetOf { get; init; }

    /// <summary>Runs x sum of k, layer after layer: starts before, ends after.</summary>
    public required double[] Weights { get; init; }

    /// <summary>Steps of each run.</summary>
    public int[] Steps { get; private set; } = [];

    /// <summary>The Euclidean norm of the gradient at each end.</summary>
    public double[] GradientNorms { get; private set; } = [];

    /// <summary>Converged, Budget or Diverging.</summary>
    public FlowStatus[] Statuses { get; private set; } = [];

    /// <summary>The number of runs.</summary>
    public int Count => TargetOf.Length;

    internal void Open(int parameters, int size)
    {
        if (Weights.Length != Count * parameters) throw new ArgumentException($"{Weights.Length} weights for {Count} runs of {parameters}.");
        if (Targets.Length % size != 0) throw new ArgumentException($"{Targets.Length} numbers are no whole number of targets of {size}.");
        var sets = Targets.Length / size;
        foreach (var set in TargetOf)
        {
            if (set < 0 || set >= sets) throw new ArgumentException($"Data set {set} is not one of the {sets}, which are counted from 0.");
        }

        Steps = new int[Count];
        GradientNorms = new double[Count];
        Statuses = new FlowStatus[Count];
    }
}
