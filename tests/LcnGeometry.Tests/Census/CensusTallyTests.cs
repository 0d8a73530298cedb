using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

public sealed class CensusTallyTests
{
    private static readonly Architecture Net = Architecture.Parse("2,2,2");

    [Fact]
    public void Counts_by_hand()
    {
        var census = SyntheticRuns.Tallied(Net,
        [
            Run(0, 0, "111|", "111|", CriticalPointKind.GlobalMinimum, "", 10),
            Run(0, 1, "111|", "111|", CriticalPointKind.GlobalMinimum, "", 40),
            Run(1, 0, "1|1", "3|", CriticalPointKind.LocalMinimum, "1-2;1-3;2-3", 30) with { EndLoss = 3 },
            Run(1, 1, "1|1", "21|", CriticalPointKind.GlobalMinimum, "2-3", 20),
            Run(2, 0, "1|1", "21|", CriticalPointKind.GlobalMinimum, "1-2", 50),
            Run(2, 1, "1|1", "", null, "1-2", 400_000) with { Status = CensusStatus.Budget },
        ]);
        Assert.Equal((3, 2, 6L, 5L, 0), (census.Counts.DataSets, census.Counts.Inits, census.Counts.Runs, census.Counts.Matched, census.Counts.WithoutGlobalLoss));
        Assert.Equal([(CensusStatus.Converged, 5L, 5L), (CensusStatus.Budget, 1L, 0L)], census.Counts.Statuses.Select(row => (row.Status, row.Runs, row.Matched)));
        Assert.Equal([(CriticalPointKind.GlobalMinimum, 4L), (CriticalPointKind.LocalMinimum, 1L)], census.Counts.Kinds.Select(row => (row.Kind, row.Runs)));
        Assert.Equal((4L, 4 / 6.0, 1L, 1 / 6.0), (census.Counts.GlobalMinimum.Runs, census.Counts.GlobalMinimum.Share, census.Counts.Spurious.Runs, census.Counts.Spurious.Share));
        Assert.Equal(["111|", "1|1"], census.Targets.Select(target => target.Pattern));
        Assert.Equal([StratumPosition.Interior, StratumPosition.Outside], census.Targets.Select(target => target.Position!.Value));
        Assert.Equal([1, 2], census.Targets.Select(target => target.DataSets));
        Assert.Equal([("21|", 2L, 0.5, 2L, 0L, 2L, 2), ("3|", 1L, 0.25, 0L, 1L, 1L, 1), (null, 1L, 0.25, 0L, 0L, 1L, 1)],
            census.Targets[1].Ends.Select(end => (end.EndPattern, end.Runs, end.Share, end.GlobalMinimum, end.Spurious, end.Repeated, end.DataSets)));
        Assert.Equal(new CensusExcess { Mean = 2, Largest = 2 }, census.Targets[1].Ends[1].Excess);
        Assert.Equal(new CensusSteps { Least = 10, LowerQuartile = 10, Median = 10, UpperQuartile = 40, NinthDecile = 40, Largest = 40 }, census.Targets[0].Ends[0].Steps);
        Assert.Equal((5L, 3L), (census.Repetition.Runs, census.Repetition.Repeated.Runs));
        Assert.Equal([("111|", 2L, 0L, RepetitionExpectation.Never), ("21|", 2L, 2L, RepetitionExpectation.Always), ("3|", 1L, 1L, RepetitionExpectation.Always)],
            census.Repetition.Patterns.Select(row => (row.EndPattern, row.Runs, row.Repeated.Runs, row.Expected!.Value)));
        Assert.All(census.Predictions, row => Assert.Equal((VerdictKind.Holds, 0L), (row.Verdict, row.Exceptions)));
    }

    [Fact]
    public void Exceptions_are_counted_and_the_first_can_be_replayed()
    {
        var rows = new List<CensusRow>();
        for (var i = 0; i < 30; i++) rows.Add(Run(i, 2, "1|1", "21|", CriticalPointKind.GlobalMinimum, "", 5));
        rows.Add(Run(30, 0, "1|1", "1|1", CriticalPointKind.StrictSaddle, "", 5) with { EndLoss = 0.5 });
        rows.Add(Run(31, 0, "1|1", "21|", null, "1-2", 5));
        rows.Add(Run(32, 0, "1|1", "21|", null, "1-2", 5) with { GlobalLoss = null });
        rows.Add(Run(33, 0, "1|1", "zero", CriticalPointKind.Degenerate, "", 5));
        rows.Add(Run(34, 0, "1|1", "", null, "", 5) with { Status = CensusStatus.NearDegenerate });
        var census = SyntheticRuns.Tallied(Net, rows);
        Check("C3", 33, 1, 0, (30, 0));
        Check("C6", 34, 0, 0);
        Check("C3-repeated", 33, 31, 0, [.. Enumerable.Range(0, 20).Select(i => (i, 2))]);
        Check("G4", 34, 1, 1, (31, 0));
        Check("G4-minimum", 32, 1, 1, (30, 0));
        Check("least", 34, 1, 0, (30, 0));
        Assert.Equal(new CensusRunReference(32, 0), Assert.Single(census.Predictions.Single(row => row.Id == "G4").FirstOpen));
        Assert.Contains(census.Notes, note => note.StartsWith("For 1 of 35 data sets", StringComparison.Ordinal));
        Assert.Equal(1, census.Counts.WithoutGlobalLoss);

        void Check(string id, int runs, int exceptions, int open, params (int, int)[] first)
        {
            var row = census.Predictions.Single(one => one.Id == id);
            Assert.Equal((runs, exceptions, open), (row.Checked, row.Exceptions, row.Open));
            Assert.Equal(first, row.FirstExceptions.Select(run => (run.Dataset, run.Init)));
            Assert.Equal(exceptions > 0 ? VerdictKind.Fails : open > 0 ? VerdictKind.Undecided : VerdictKind.Holds, row.Verdict);
        }
    }

    /// <summary>C6 is about (3,3), where a repeated pair is a critical point and always a saddle; F14 about layers with a stride between them; the first two layers of (2,2,2) with stride two before the third are a block.</summary>
    [Fact]
    public void Predictions_depend_on_the_strides()
    {
        var pair = SyntheticRuns.Tallied(Architecture.Parse("3,3"), [Run(0, 0, "|11", "|2", CriticalPointKind.StrictSaddle, "1-2", 5)]);
        Assert.Equal([("C3", 0L), ("C6", 1L), ("C3-repeated", 0L), ("G4", 0L), ("G4-minimum", 1L), ("least", 0L)], pair.Predictions.Select(row => (row.Id, row.Exceptions)));
        var strided = SyntheticRuns.Tallied(Architecture.Parse("2,2", "2,1"), [Run(0, 0, "1|1", "1|1", CriticalPointKind.GlobalMinimum, "", 5), Run(1, 0, "1|1", "21|", CriticalPointKind.GlobalMinimum, "1-2", 5)]);
        Assert.Equal([("F14", 1L), ("F14-repeated", 1L), ("G4", 0L), ("G4-minimum", 0L), ("least", 0L)], strided.Predictions.Select(row => (row.Id, row.Exceptions)));
        Assert.All(strided.Targets, target => Assert.Null(target.Position));
        var mixed = SyntheticRuns.Tallied(Architecture.Parse("2,2,2", "1,2,1"), [Run(0, 0, "11|1", "211|", CriticalPointKind.GlobalMinimum, "1-2", 5), Run(1, 0, "11|1", "211|", CriticalPointKind.GlobalMinimum, "1-3", 5), Run(2, 0, "11|1", "22|", CriticalPointKind.GlobalMinimum, "", 5)]);
        Assert.Equal([("F14", 1L), ("F14-repeated", 2L), ("G4", 0L), ("G4-minimum", 0L), ("least", 0L)], mixed.Predictions.Select(row => (row.Id, row.Exceptions)));
        Assert.Equal(RepetitionExpectation.Always, mixed.Repetition.Patterns[0].Expected);
        var large = SyntheticRuns.Tallied(Architecture.Parse("20,2", "2,1"), []);
        Assert.Equal(["G4", "G4-minimum", "least"], large.Predictions.Select(row => row.Id));
        Assert.Contains(large.Notes, note => note.Contains("too many", StringComparison.Ordinal));
    }

    [Fact]
    public void Minima_are_global_or_spurious_only_where_the_global_minimum_is_certified()
    {
        var row = Run(0, 0, "1|1", "21|", CriticalPointKind.LocalMinimum, "1-2", 5);
        Assert.Equal((0L, 1L), Of(row));
        Assert.Equal((0L, 0L), Of(row with { GlobalLoss = null }));
        Assert.Equal((1L, 0L), Of(row with { Kind = CriticalPointKind.GlobalMinimum }));
        Assert.Equal((0L, 0L), Of(row with { Kind = CriticalPointKind.StrictSaddle }));
        static (long, long) Of(CensusRow row)
        {
            var census = SyntheticRuns.Tallied(Net, [row]);
            Assert.Equal((census.Targets[0].Ends[0].GlobalMinimum, census.Targets[0].Ends[0].Spurious), (census.Counts.GlobalMinimum.Runs, census.Counts.Spurious.Runs));
            return (census.Counts.GlobalMinimum.Runs, census.Counts.Spurious.Runs);
        }
    }

    [Fact]
    public void Rows_out_of_order_or_twice_are_refused()
    {
        foreach (var second in ((int, int)[])[(1, 1), (1, 0), (0, 5)])
        {
            var tally = new CensusTally(Net);
            tally.Add(Run(1, 1, "111|", "111|", CriticalPointKind.GlobalMinimum, "", 1));
            Assert.Throws<ArgumentException>(() => tally.Add(Run(second.Item1, second.Item2, "111|", "111|", CriticalPointKind.GlobalMinimum, "", 1)));
        }
    }

    [Fact]
    public void No_rows_make_a_document_too()
    {
        var census = SyntheticRuns.Tallied(Net, [], new DocumentInputs { Filters = Net.Filters, Strides = Net.Strides, Targets = 1, Inits = 1, Method = "descent", Metric = "identity", Shard = "1/3" });
        Assert.Equal((0, 0L, null), (census.Counts.DataSets, census.Counts.Runs, census.Counts.Spurious.Share));
        Assert.All(census.Predictions, row => Assert.Equal(VerdictKind.Undecided, row.Verdict));
        Assert.Contains("There are no runs.", census.Notes);
        CheckSchema(census);
    }

    [Fact]
    public void The_document_is_valid_and_the_same_in_every_culture()
    {
        var inputs = new DocumentInputs { Filters = Net.Filters, Strides = Net.Strides, Targets = 200, Inits = 5, Method = "descent", Metric = "identity" };
        CensusDocument? census = null;
        Cultures.Same(() => DocumentJson.Write(census = SyntheticRuns.Tallied(Net, SyntheticRuns.Rows(new TestRandom(5), SyntheticRuns.ThreeOfTwo, 200, 5, 0.5), inputs)));
        Assert.Equal(1000, census!.Counts.Runs);
        CheckSchema(census);
    }

    private static void CheckSchema(CensusDocument census)
    {
        var validator = TestKit.JsonSchemaValidator.OfFolder(Path.Combine(Repository.Root, "src", "LcnGeometry.Cli", "Schemas"));
        Assert.Empty(validator.Errors("census.schema.json", DocumentJson.Write(census)));
    }

    private static CensusRow Run(int dataset, int init, string target, string end, CriticalPointKind? kind, string repeated, int steps) => new()
    {
        Dataset = dataset,
        Init = init,
        Seed = 1,
        TargetPattern = target,
        EndPattern = end,
        EndLoss = 1,
        GlobalLoss = 1,
        CriticalPoint = kind is null ? null : 0,
        Kind = kind,
        Repeated = repeated,
        Status = CensusStatus.Converged,
        Steps = steps,
    };
}
