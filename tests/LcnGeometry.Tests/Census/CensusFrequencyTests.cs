using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>How often training ends where, against the table of section 11 of the theory: another program with other random numbers.</summary>
public class CensusFrequencyTests
{
    /// <summary>One start for each target, the identity metric; shares in percent of the runs with that target pattern.</summary>
    [Theory]
    [InlineData("2,2", 1000, "11|:65.3>11|*:100", "|1:34.7>2|:100")]
    [InlineData("3,2", 1000, "111|:23.5>111|*:100", "1|1:76.5>1|1*:60.8>21|:38.7")]
    [InlineData("2,2,2", 1000, "111|:23.9>111|*:99.2", "1|1:76.1>21|:64.0>3|:35.5")]
    public void Shares_agree_with_the_table_of_theory(string filters, int theirs, params string[] rows) => Check(filters, theirs, Effort.Trials(400), rows);

    /// <summary>The rest of the table, when there is time.</summary>
    [Theory]
    [InlineData("4,2", 600, "11|1:71.3>11|1*:89.3>211|:10.5", "|11:24.7>2|1:96.6>211|:3.4")]
    [InlineData("3,3", 600, "11|1:71.3>11|1*:77.8>211|:22.2", "|11:24.7>|11*:76.4>22|:16.9>211|:6.8")]
    public void Shares_of_quartics_agree_with_the_table_of_theory(string filters, int theirs, params string[] rows) => Check(filters, theirs, Effort.Trials(60), rows);

    private static void Check(string filters, int theirs, int runs, string[] table)
    {
        var net = Architecture.Parse(filters);
        var rows = new CensusWork(CensusPlan.Random(net, Metric.Identity(net.EndToEndSize), 1, runs, 1)).Rows(0, runs);
        foreach (var line in table)
        {
            var cells = line.Split('>').Select(cell => cell.Split(':')).Select(cell => (Pattern: cell[0], Share: Rational(cell[1]))).ToArray();
            var (target, share) = cells[0];
            var own = rows.Where(row => row.TargetPattern == target).ToArray();
            Near(filters, target, share, own.Length, runs, theirs);
            foreach (var (pattern, expected) in cells.Skip(1))
            {
                // A star is the global minimum at loss zero; runs that spent their budget are in the total.
                var isZero = pattern.EndsWith('*');
                var count = own.Count(row => row.EndPattern == pattern.TrimEnd('*') && row.EndLoss < 1e-12 == isZero);
                Near(filters, $"{target} > {pattern}", expected, count, own.Length, theirs * share);
            }
        }

        static double Rational(string percent) => double.Parse(percent, System.Globalization.CultureInfo.InvariantCulture) / 100;
    }

    /// <summary>Within four standard errors of the difference of two samples, and two percent for runs that did not settle.</summary>
    private static void Near(string net, string cell, double expected, int count, int own, double theirs)
    {
        var share = (double)count / own;
        var pooled = ((share * own) + (expected * theirs)) / (own + theirs);
        var error = (4 * Math.Sqrt(pooled * (1 - pooled) * ((1.0 / own) + (1 / theirs)))) + 0.02;
        Assert.True(Math.Abs(share - expected) <= error, $"{net}, {cell}: {share:P1} of {own} runs, {expected:P1} in the table, within {error:P1}");
    }
}
