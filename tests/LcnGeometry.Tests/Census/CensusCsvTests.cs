using System.Text;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

public class CensusCsvTests
{
    private static readonly double[] Numbers =
        [0, -0.0, 1, 1.0 / 3, -1e-300, double.Epsilon, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 6.02214076e23, 1e-17];

    [Fact]
    public void Rows_come_back_as_they_were() => PropertyRun.Trials(300, random =>
    {
        var row = Row(random);
        var text = new StringBuilder();
        foreach (var culture in Cultures.Names) Cultures.Under(culture, _ => CensusCsv.Append(text, row));
        var lines = text.ToString().Split('\n');
        Assert.Equal(Cultures.Names.Count + 1, lines.Length);
        Assert.Equal("", lines[^1]);
        Assert.Single(lines[..^1].Distinct());
        Assert.Equal(row, CensusCsv.Read(lines[0]));
        Assert.Equal(CensusCsv.Header.Count(c => c == ','), lines[0].Count(c => c == ','));
        Assert.DoesNotContain('"', lines[0]);
    });

    [Fact]
    public void Columns_are_named_as_the_design_says() =>
        Assert.Equal("dataset,init,seed,targetPattern,endPattern,endLoss,globalLoss,criticalPoint,kind,repeated,status,steps\n", CensusCsv.Header);

    [Fact]
    public void A_line_reads_as_it_looks()
    {
        var row = CensusCsv.Read("3,1,-7,1|1,21|,0.125,0.0625,2,localMinimum,1-2;2-3,converged,4711");
        var expected = new CensusRow
        {
            Dataset = 3,
            Init = 1,
            Seed = -7,
            TargetPattern = "1|1",
            EndPattern = "21|",
            EndLoss = 0.125,
            GlobalLoss = 0.0625,
            CriticalPoint = 2,
            Kind = CriticalPointKind.LocalMinimum,
            Repeated = "1-2;2-3",
            Status = CensusStatus.Converged,
            Steps = 4711,
        };
        Assert.Equal(expected, row);
    }

    [Theory]
    [InlineData("", "columns")]
    [InlineData("3,1,1,1|1,21|,0.1,0.1,2,localMinimum,,converged", "11 columns")]
    [InlineData("-3,1,1,1|1,21|,0.1,0.1,2,localMinimum,,converged,5", "dataset")]
    [InlineData("3,x,1,1|1,21|,0.1,0.1,2,localMinimum,,converged,5", "init")]
    [InlineData("3,1,1.5,1|1,21|,0.1,0.1,2,localMinimum,,converged,5", "seed")]
    [InlineData("3,1,1,1|1,21|,,0.1,2,localMinimum,,converged,5", "endLoss")]
    [InlineData("3,1,1,1|1,21|,0.1,1/2,2,localMinimum,,converged,5", "globalLoss")]
    [InlineData("3,1,1,1|1,21|,0.1,0.1,-1,localMinimum,,converged,5", "criticalPoint")]
    [InlineData("3,1,1,1|1,21|,0.1,0.1,2,LocalMinimum,,converged,5", "kind")]
    [InlineData("3,1,1,1|1,21|,0.1,0.1,2,localMinimum,,done,5", "status")]
    [InlineData("3,1,1,1|1,21|,0.1,0.1,2,localMinimum,,converged,99999999999", "steps")]
    public void A_damaged_line_is_refused_by_its_column(string line, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => CensusCsv.Read(line)).Message, StringComparison.Ordinal);

    private static CensusRow Row(TestRandom random)
    {
        string[] patterns = ["", "zero", "11|", "|1", "12,3|", "21|11", "|10,2"];
        return new CensusRow
        {
            Dataset = random.Pick([0, 5, int.MaxValue]),
            Init = random.Pick([0, 9, int.MaxValue]),
            Seed = random.Pick([0, 1, -1, long.MaxValue, long.MinValue]),
            TargetPattern = random.Pick(patterns),
            EndPattern = random.Pick(patterns),
            EndLoss = random.Pick(Numbers),
            GlobalLoss = random.Chance(0.3) ? null : random.Pick(Numbers),
            CriticalPoint = random.Chance(0.3) ? null : random.Pick([0, 1, 1234]),
            Kind = random.Chance(0.3) ? null : random.Pick(Enum.GetValues<CriticalPointKind>()),
            Repeated = random.Pick(["", "1-2", "1-2;1-3;2-3", "9-10"]),
            Status = random.Pick(Enum.GetValues<CensusStatus>()),
            Steps = random.Pick([0, 400_000, int.MaxValue]),
        };
    }
}
