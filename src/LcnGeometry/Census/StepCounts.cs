namespace LcnGeometry;

/// <summary>How often each number of steps occurred: exact quantiles in memory that the largest number bounds.</summary>
internal sealed class StepCounts
{
    private readonly Dictionary<int, long> _counts = [];
    private long _runs;

    public void Add(int steps)
    {
        _counts[steps] = _counts.GetValueOrDefault(steps) + 1;
        _runs++;
    }

    /// <summary>The quantiles; there must be a run.</summary>
    public CensusSteps Quantiles()
    {
        (int Steps, long Runs)[] sorted = [.. _counts.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
        return new CensusSteps
        {
            Least = sorted[0].Steps,
            LowerQuartile = At(1, 4),
            Median = At(1, 2),
            UpperQuartile = At(3, 4),
            NinthDecile = At(9, 10),
            Largest = sorted[^1].Steps,
        };

        // The least value that at least this share of the runs does not exceed.
        int At(int numerator, int denominator)
        {
            long seen = 0;
            foreach (var (steps, runs) in sorted)
            {
                seen += runs;
                if (seen * denominator >= _runs * numerator) return steps;
            }

            return sorted[^1].Steps;
        }
    }
}
