using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>Rows as a census writes them, drawn with given frequencies; runs of one data set resemble each other.</summary>
internal static class SyntheticRuns
{
    /// <summary>One way for runs with a target pattern to end.</summary>
    internal sealed record End(string Pattern, double Weight, CriticalPointKind? Kind, string Repeated = "", CensusStatus Status = CensusStatus.Converged);

    /// <summary>A target pattern, its frequency, and how its runs end.</summary>
    internal sealed record Target(string Pattern, double Weight, params End[] Ends);

    /// <summary>The frequencies of (2,2,2) with the identity metric in the theory.</summary>
    internal static Target[] ThreeOfTwo { get; } =
    [
        new("111|", 0.239, new("111|", 0.992, CriticalPointKind.GlobalMinimum), new("", 0.008, null, "1-2", CensusStatus.NearDegenerate)),
        new("1|1", 0.761, new("21|", 0.64, CriticalPointKind.GlobalMinimum, "1-3"), new("3|", 0.355, CriticalPointKind.LocalMinimum, "1-2;1-3;2-3"), new("", 0.005, null, "", CensusStatus.Budget)),
    ];

    /// <summary>Rows in order. A data set takes one end for all of its runs with the given probability, else one for each.</summary>
    internal static IEnumerable<CensusRow> Rows(TestRandom random, Target[] targets, int dataSets, int inits, double alike)
    {
        for (var dataset = 0; dataset < dataSets; dataset++)
        {
            var target = Draw(random, targets, one => one.Weight);
            var least = Math.Floor(random.Unit() * 1000) / 64;
            var common = random.Chance(alike) ? Draw(random, target.Ends, end => end.Weight) : null;
            for (var init = 0; init < inits; init++)
            {
                var end = common ?? Draw(random, target.Ends, one => one.Weight);
                yield return new CensusRow
                {
                    Dataset = dataset,
                    Init = init,
                    Seed = 1,
                    TargetPattern = target.Pattern,
                    EndPattern = end.Pattern,
                    EndLoss = least + (end.Kind == CriticalPointKind.LocalMinimum ? 0.25 + (random.Between(0, 63) / 64.0) : 0),
                    GlobalLoss = least,
                    CriticalPoint = end.Kind is null ? null : random.Between(0, 5),
                    Kind = end.Kind,
                    Repeated = end.Repeated,
                    Status = end.Status,
                    Steps = end.Status == CensusStatus.Budget ? 400_000 : 300 + (int)Math.Exp(random.Unit() * 9),
                };
            }
        }
    }

    internal static CensusDocument Tallied(Architecture net, IEnumerable<CensusRow> rows, DocumentInputs? inputs = null)
    {
        var tally = new CensusTally(net);
        foreach (var row in rows) tally.Add(row);
        return tally.ToDocument(inputs ?? new DocumentInputs { Filters = net.Filters, Strides = net.Strides, Metric = "identity", Method = "descent" }, 1);
    }

    private static T Draw<T>(TestRandom random, IReadOnlyList<T> items, Func<T, double> weight)
    {
        var left = random.Unit();
        foreach (var item in items)
        {
            if ((left -= weight(item)) < 0) return item;
        }

        return items[^1];
    }
}
