using System.Globalization;
using System.Text;
using System.Text.Json;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>The whole tally against NumPy, from the table of runs as a reader of the file sees it.</summary>
public sealed class CensusTallyOracleTests
{
    // Student's quantiles come from the test that has them from SciPy.
    private const string Script = """
        import sys, csv, json
        import numpy as np
        student = json.loads(sys.stdin.readline())
        rows = list(csv.DictReader(sys.stdin))
        dataset = np.array([int(r['dataset']) for r in rows])
        target = np.array([r['targetPattern'] for r in rows])
        end = np.array([r['endPattern'] or r['status'] for r in rows])
        kind = np.array([r['kind'] for r in rows])
        steps = np.array([int(r['steps']) for r in rows])
        above = np.array([float(r['endLoss']) - float(r['globalLoss']) for r in rows])
        repeated = np.array([r['repeated'] != '' for r in rows])
        def interval(chosen, among):
            ids = np.unique(dataset[among])
            m = np.array([np.sum(among & (dataset == i)) for i in ids], float)
            y = np.array([np.sum(chosen & among & (dataset == i)) for i in ids], float)
            n, p, c = len(ids), y.sum() / m.sum(), 1.959963984540054
            if n == 1: size = m.sum()
            elif p in (0, 1): size = n
            else:
                variance = n / (n - 1) * np.sum((y - p * m) ** 2) / m.sum() ** 2
                size, c = min(m.sum(), p * (1 - p) / variance), student[n - 2]
            middle = (p + c * c / (2 * size)) / (1 + c * c / size)
            half = c / (1 + c * c / size) * np.sqrt(p * (1 - p) / size + c * c / (4 * size * size))
            return [p, max(0, middle - half), min(1, middle + half), size]
        def quantile(values, q): return int(np.quantile(values, q, method='inverted_cdf'))
        everything = np.ones(len(rows), bool)
        out = {'global': interval(kind == 'globalMinimum', everything), 'spurious': interval(kind == 'localMinimum', everything), 'repeated': interval(repeated, np.array([r['status'] == 'converged' for r in rows])), 'ends': []}
        for t in sorted(set(target)):
            for e in sorted(set(end[target == t])):
                cell = (target == t) & (end == e)
                s = steps[cell]
                bad = cell & (kind == 'localMinimum')
                out['ends'].append([t, e, int(cell.sum()), len(set(dataset[cell])), int(np.sum(cell & (kind == 'globalMinimum'))), int(bad.sum()), int(np.sum(cell & repeated)),
                    int(s.min()), quantile(s, .25), quantile(s, .5), quantile(s, .75), quantile(s, .9), int(s.max()),
                    float(above[bad].mean()) if bad.any() else 0.0, float(above[bad].max()) if bad.any() else 0.0] + interval(end == e, target == t))
        print(json.dumps(out))
        """;

    [ToolFact("numpy")]
    public void NumPy_counts_the_same()
    {
        var net = Architecture.Parse("2,2,2");
        foreach (var (dataSets, inits, alike) in ((int, int, double)[])[(1, 40, 0), (2, 3, 1), (60, 1, 0), (40, 10, 0.6), (150, 4, 0.2)])
        {
            var rows = SyntheticRuns.Rows(new TestRandom((ulong)dataSets), SyntheticRuns.ThreeOfTwo, dataSets, inits, alike).ToList();
            var census = SyntheticRuns.Tallied(net, rows);
            var text = new StringBuilder("[").AppendJoin(',', Enumerable.Range(1, 200).Select(n => ShareInterval.Student(n).ToString("R", CultureInfo.InvariantCulture))).Append("]\n").Append(CensusCsv.Header);
            foreach (var row in rows) CensusCsv.Append(text, row);
            var oracle = JsonDocument.Parse(Tool.Run("numpy", text.ToString(), "-c", Script)).RootElement;
            Same(oracle.GetProperty("global"), 0, census.Counts.GlobalMinimum);
            Same(oracle.GetProperty("spurious"), 0, census.Counts.Spurious);
            Same(oracle.GetProperty("repeated"), 0, census.Repetition.Repeated);
            var ends = census.Targets.SelectMany(target => target.Ends.Select(end => (target.Pattern, Word: end.EndPattern ?? JsonNamingPolicy.CamelCase.ConvertName(end.Status.ToString()), End: end)))
                .OrderBy(one => one.Pattern, StringComparer.Ordinal).ThenBy(one => one.Word, StringComparer.Ordinal).ToList();
            Assert.Equal(oracle.GetProperty("ends").GetArrayLength(), ends.Count);
            foreach (var ((pattern, word, end), cell) in ends.Zip(oracle.GetProperty("ends").EnumerateArray()))
            {
                Assert.Equal((cell[0].GetString(), cell[1].GetString()), (pattern, word));
                long[] ours = [end.Runs, end.DataSets, end.GlobalMinimum, end.Spurious, end.Repeated, end.Steps.Least, end.Steps.LowerQuartile, end.Steps.Median, end.Steps.UpperQuartile, end.Steps.NinthDecile, end.Steps.Largest];
                Assert.Equal(cell.EnumerateArray().Skip(2).Take(11).Select(number => number.GetInt64()), ours);
                Assert.Equal((cell[13].GetDouble(), cell[14].GetDouble()), (end.Excess?.Mean ?? 0, end.Excess?.Largest ?? 0), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-12);
                Same(cell, 15, new CensusShareRow { Runs = end.Runs, Share = end.Share, Interval = end.Interval, EffectiveRuns = end.EffectiveRuns });
            }
        }
    }

    private static void Same(JsonElement numbers, int from, CensusShareRow row)
    {
        double[] ours = [row.Share!.Value, row.Interval!.Value[0], row.Interval!.Value[1], row.EffectiveRuns!.Value];
        for (var i = 0; i < ours.Length; i++) Assert.Equal(numbers[from + i].GetDouble(), ours[i], 1e-9 * Math.Max(1, ours[i]));
    }
}
