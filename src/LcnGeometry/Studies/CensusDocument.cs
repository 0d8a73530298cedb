using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LcnGeometry;

/// <summary>Where training ends, over many data sets and starts.</summary>
public sealed record CensusDocument : LcnDocument
{
    /// <inheritdoc/>
    [JsonPropertyOrder(CommandOrder)]
    public override string Command => "census";

    /// <summary>How many of what.</summary>
    public required CensusCounts Counts { get; init; }

    /// <summary>One row per root pattern of the target: most real roots first, the zero target last.</summary>
    public required ImmutableArray<CensusTargetRow> Targets { get; init; }

    /// <summary>What theory says about every run, checked in every run.</summary>
    public required ImmutableArray<CensusPredictionRow> Predictions { get; init; }

    /// <summary>How often the layers of a limit repeat each other.</summary>
    public required CensusRepetition Repetition { get; init; }
}

/// <summary>The totals of a census.</summary>
public sealed record CensusCounts
{
    /// <summary>Data sets.</summary>
    public required int DataSets { get; init; }

    /// <summary>Starts for each data set.</summary>
    public required int Inits { get; init; }

    /// <summary>Training runs.</summary>
    public required long Runs { get; init; }

    /// <summary>The runs by how they ended; statuses that did not occur are left out.</summary>
    public required ImmutableArray<CensusStatusRow> Statuses { get; init; }

    /// <summary>Runs whose limit matches one certified critical point.</summary>
    public required long Matched { get; init; }

    /// <summary>These runs by the certified kind of their critical point; kinds that did not occur are left out.</summary>
    public required ImmutableArray<CensusKindRow> Kinds { get; init; }

    /// <summary>Data sets whose global minimum is not certified, because the list of critical points is not proved to be complete.</summary>
    public required int WithoutGlobalLoss { get; init; }

    /// <summary>Runs that ended at a certified global minimum, among all runs.</summary>
    public required CensusShareRow GlobalMinimum { get; init; }

    /// <summary>Runs that ended at a certified local minimum that is not global, among all runs.</summary>
    public required CensusShareRow Spurious { get; init; }
}

/// <summary>Runs of one status.</summary>
public sealed record CensusStatusRow
{
    /// <summary>How the runs ended.</summary>
    public required CensusStatus Status { get; init; }

    /// <summary>How many.</summary>
    public required long Runs { get; init; }

    /// <summary>How many of them match a certified critical point.</summary>
    public required long Matched { get; init; }
}

/// <summary>Runs of one kind of limit.</summary>
public sealed record CensusKindRow
{
    /// <summary>What the limit is to the loss.</summary>
    public required CriticalPointKind Kind { get; init; }

    /// <summary>How many runs.</summary>
    public required long Runs { get; init; }
}

/// <summary>Some of the runs, with their share.</summary>
public sealed record CensusShareRow
{
    /// <summary>How many runs.</summary>
    public required long Runs { get; init; }

    /// <summary>Their share, from 0 to 1; null if there is no run at all.</summary>
    public double? Share { get; init; }

    /// <summary>Lower and upper end of the 95 % confidence interval of the share.</summary>
    public ImmutableArray<double>? Interval { get; init; }

    /// <summary>The number of independent runs that would tell as much about the share as these runs do.</summary>
    public double? EffectiveRuns { get; init; }
}

/// <summary>The data sets whose targets have one root pattern, and where their runs ended.</summary>
public sealed record CensusTargetRow
{
    /// <summary>The real root pattern of the target, or <c>zero</c>.</summary>
    public required string Pattern { get; init; }

    /// <summary>Where forms of this pattern lie relative to the function space; only for stride one.</summary>
    public StratumPosition? Position { get; init; }

    /// <summary>How many data sets.</summary>
    public required int DataSets { get; init; }

    /// <summary>Their share among all data sets.</summary>
    public required double Share { get; init; }

    /// <summary>Lower and upper end of its 95 % confidence interval; null if there is only one data set.</summary>
    public ImmutableArray<double>? Interval { get; init; }

    /// <summary>How many runs.</summary>
    public required long Runs { get; init; }

    /// <summary>Where they ended: converged runs by the pattern of their limit, most frequent first, then the other statuses.</summary>
    public required ImmutableArray<CensusEndRow> Ends { get; init; }
}

/// <summary>The runs with one target pattern that ended in one way.</summary>
public sealed record CensusEndRow
{
    /// <summary>The real root pattern of the limit; null unless the runs converged.</summary>
    public string? EndPattern { get; init; }

    /// <summary>How the runs ended.</summary>
    public required CensusStatus Status { get; init; }

    /// <summary>How many data sets have such a run.</summary>
    public required int DataSets { get; init; }

    /// <summary>How many runs.</summary>
    public required long Runs { get; init; }

    /// <summary>Their share among the runs with this target pattern.</summary>
    public required double Share { get; init; }

    /// <summary>Lower and upper end of its 95 % confidence interval.</summary>
    public required ImmutableArray<double> Interval { get; init; }

    /// <summary>The number of independent runs that would tell as much about the share as these runs do.</summary>
    public required double EffectiveRuns { get; init; }

    /// <summary>How many of the runs ended at a certified global minimum.</summary>
    public required long GlobalMinimum { get; init; }

    /// <summary>How many of the runs ended at a certified local minimum that is not global.</summary>
    public required long Spurious { get; init; }

    /// <summary>How many of the runs ended with proportional filters in two layers.</summary>
    public required long Repeated { get; init; }

    /// <summary>How many steps the runs took.</summary>
    public required CensusSteps Steps { get; init; }

    /// <summary>How much more than the global minimum the runs lose that ended in a spurious minimum; null without such runs.</summary>
    public CensusExcess? Excess { get; init; }
}

/// <summary>Exact quantiles of numbers of steps: the least number that at least the given share of the runs does not exceed.</summary>
public sealed record CensusSteps
{
    /// <summary>The least number.</summary>
    public required int Least { get; init; }

    /// <summary>A quarter of the runs take at most as many.</summary>
    public required int LowerQuartile { get; init; }

    /// <summary>Half of the runs take at most as many.</summary>
    public required int Median { get; init; }

    /// <summary>Three quarters of the runs take at most as many.</summary>
    public required int UpperQuartile { get; init; }

    /// <summary>Nine tenths of the runs take at most as many.</summary>
    public required int NinthDecile { get; init; }

    /// <summary>The largest number.</summary>
    public required int Largest { get; init; }
}

/// <summary>Loss at spurious minima above the certified least loss of the same data set.</summary>
public sealed record CensusExcess
{
    /// <summary>The mean over the runs.</summary>
    public required double Mean { get; init; }

    /// <summary>The largest.</summary>
    public required double Largest { get; init; }
}

/// <summary>A statement of theory about every run, and the runs that do not agree.</summary>
public sealed record CensusPredictionRow
{
    /// <summary>The theorem that it comes from.</summary>
    public required string Id { get; init; }

    /// <summary>The statement.</summary>
    public required string Statement { get; init; }

    /// <summary>How many runs it was checked in.</summary>
    public required long Checked { get; init; }

    /// <summary>How many runs contradict it.</summary>
    public required long Exceptions { get; init; }

    /// <summary>In how many runs it could not be decided.</summary>
    public required long Open { get; init; }

    /// <summary>Whether it holds in every run that was checked.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>Why it is undecided.</summary>
    public string? Reason { get; init; }

    /// <summary>The first runs that contradict it.</summary>
    public required ImmutableArray<CensusRunReference> FirstExceptions { get; init; }

    /// <summary>The first runs in which it could not be decided.</summary>
    public required ImmutableArray<CensusRunReference> FirstOpen { get; init; }
}

/// <summary>One training run of a census.</summary>
/// <param name="Dataset">The number of the data set, from 0.</param>
/// <param name="Init">The number of the start, from 0.</param>
public sealed record CensusRunReference(int Dataset, int Init);

/// <summary>How often proportional filters occur in different layers of a limit.</summary>
public sealed record CensusRepetition
{
    /// <summary>Converged runs.</summary>
    public required long Runs { get; init; }

    /// <summary>Those with repeated filters.</summary>
    public required CensusShareRow Repeated { get; init; }

    /// <summary>The same for each pattern of the limit, most frequent first.</summary>
    public required ImmutableArray<CensusRepetitionRow> Patterns { get; init; }
}

/// <summary>Repeated filters among the limits of one root pattern.</summary>
public sealed record CensusRepetitionRow
{
    /// <summary>The real root pattern of the limit.</summary>
    public required string EndPattern { get; init; }

    /// <summary>Converged runs with this limit.</summary>
    public required long Runs { get; init; }

    /// <summary>Those with repeated filters.</summary>
    public required CensusShareRow Repeated { get; init; }

    /// <summary>What the pattern alone says for generic data; null where theory says nothing.</summary>
    public RepetitionExpectation? Expected { get; init; }
}

/// <summary>Whether critical factorizations of a root pattern repeat a filter, for generic data.</summary>
public enum RepetitionExpectation
{
    /// <summary>None of them does.</summary>
    Never,

    /// <summary>Some do and some do not.</summary>
    Sometimes,

    /// <summary>All of them do.</summary>
    Always,
}
