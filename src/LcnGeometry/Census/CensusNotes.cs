using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>What the reader of a census should know.</summary>
internal static class CensusNotes
{
    private const double ManyOutOfSteps = 0.1;

    /// <summary>The sentences that apply.</summary>
    public static ImmutableArray<string> For(DocumentInputs inputs, EndRules rules, int dataSets, long runs, long outOfSteps, int withoutGlobalLoss)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var areDrawn = inputs is { Metric: not null, Target: null, TargetFile: null, Series: null, Data: null };
        if (inputs.Shard is { } shard) notes.Add($"This is part {shard} of the census.");
        if (runs == 0) notes.Add("There are no runs.");
        notes.Add("Target patterns are exact; end patterns are numerical, read off the roots of each filter; kinds of critical points and global minima are certified.");
        notes.Add(dataSets == 1
            ? "Shares are sampled: with one data set the 95 % intervals are about its random starts alone and say nothing about other data sets."
            : "Shares are sampled: the 95 % intervals take into account that runs of one data set resemble each other.");
        if (!areDrawn && dataSets > 1) notes.Add("The data sets were given: the intervals are right if they are a random sample of what they stand for.");
        if (!rules.AreKnown) notes.Add("End patterns are not predicted: there are too many for this network.");
        notes.Add(areDrawn
            ? "The predictions are for generic data; random targets are generic with probability one, whatever the metric."
            : "The predictions are for generic data; given data can be special, and an exception may be the reason to look.");
        if (withoutGlobalLoss > 0)
            notes.Add($"For {withoutGlobalLoss} of {dataSets} data sets the list of critical points is not proved to be complete: their global minimum is unknown, and their minima are called neither global nor spurious.");
        if (inputs.Method == "descent" && outOfSteps > ManyOutOfSteps * runs)
            notes.Add($"{outOfSteps} of {runs} runs were out of steps: data of very different scales slow gradient descent down. --method flow chooses its steps by the error and settles most of them.");
        return notes.ToImmutable();
    }
}
