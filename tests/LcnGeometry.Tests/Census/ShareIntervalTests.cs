using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>Confidence intervals of shares: special cases by hand, Student's quantiles against SciPy, and how often an interval covers the truth.</summary>
public sealed class ShareIntervalTests
{
    // scipy.stats.t.ppf(.975, n), SciPy 1.10.1.
    [Theory]
    [InlineData(1, 12.706204736432095)]
    [InlineData(2, 4.302652729911275)]
    [InlineData(5, 2.5705818366147395)]
    [InlineData(9, 2.2621571627409915)]
    [InlineData(10, 2.2281388519649385)]
    [InlineData(11, 2.200985160082949)]
    [InlineData(15, 2.131449545559323)]
    [InlineData(30, 2.0422724563012373)]
    [InlineData(999, 1.9623414611334487)]
    [InlineData(1_000_000, 1.9599663568141066)]
    public void Student_as_SciPy_has_it(int freedom, double quantile) => Assert.Equal(quantile, ShareInterval.Student(freedom), 1e-5);

    /// <summary>Wilson's interval for 8 of 10, as in Newcombe's and many other tables: 0.490 to 0.943.</summary>
    [Fact]
    public void One_data_set_gives_Wilsons_interval()
    {
        var share = Of([10], [8]);
        Assert.Equal((0.8, 10.0), (share.Share, share.Effective));
        Assert.Equal((0.4902, 0.9433), (Math.Round(share.Lower, 4), Math.Round(share.Upper, 4)));
        Assert.Equal(share, ShareInterval.Binomial(8, 10));
    }

    [Fact]
    public void Data_sets_whose_runs_agree_count_once()
    {
        // 10 data sets of 50 runs, 4 of which have all runs counted: as much is known as from 9 single runs, one being spent on the variance.
        var share = Of([.. Enumerable.Repeat(50, 10)], [50, 50, 50, 50, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(0.4, share.Share);
        Assert.Equal(9, share.Effective, 1e-12);
        Assert.Equal((10.0, 0.0), (Of([50, 50, 50, 50, 50, 50, 50, 50, 50, 50], new int[10]).Effective, Of([50, 50], [0, 0]).Lower));
        Assert.Equal((10.0, 1.0), (Of([.. Enumerable.Repeat(50, 10)], [.. Enumerable.Repeat(50, 10)]).Effective, Of([50, 50], [50, 50]).Upper));
    }

    [Fact]
    public void Data_sets_with_equal_shares_count_in_full()
    {
        var share = Of([.. Enumerable.Repeat(50, 10)], [.. Enumerable.Repeat(20, 10)]);
        Assert.Equal((0.4, 500.0), (share.Share, share.Effective));
    }

    [Fact]
    public void Intervals_are_in_order_and_do_not_depend_on_the_order_of_data_sets() => PropertyRun.Trials(200, random =>
    {
        var sizes = Enumerable.Range(0, random.Between(1, 12)).Select(_ => random.Between(1, 40)).ToArray();
        var counts = sizes.Select(size => random.Between(0, size)).ToArray();
        var share = Of(sizes, counts);
        Assert.True(share.Lower >= 0 && share.Lower <= share.Share && share.Share <= share.Upper && share.Upper <= 1 && share.Lower < share.Upper, share.ToString());
        Assert.InRange(share.Effective, 0, sizes.Sum());
        Array.Reverse(sizes);
        Array.Reverse(counts);
        Assert.Equal(share, Of(sizes, counts));
        var rest = Of(sizes, [.. counts.Zip(sizes, (count, size) => size - count)]);
        Assert.Equal(share.Effective, rest.Effective, 1e-9 * share.Effective);
        Assert.Equal((1 - share.Upper, 1 - share.Lower), (rest.Lower, rest.Upper), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-12);
    });

    /// <summary>Beta-binomial data sets: runs of one data set have the given correlation. A plain binomial interval would cover the truth in about half of the cases at correlation 0.8.</summary>
    [Theory]
    [InlineData(20, 0.3, 0.0, 0.93)]
    [InlineData(20, 0.3, 0.2, 0.92)]
    [InlineData(20, 0.5, 0.8, 0.93)]
    [InlineData(100, 0.05, 0.2, 0.91)]
    [InlineData(100, 0.3, 0.8, 0.93)]
    [InlineData(300, 0.3, 0.2, 0.93)]
    [InlineData(300, 0.01, 0.8, 0.90)]
    public void Intervals_cover_the_truth_about_as_often_as_they_say(int dataSets, double truth, double correlation, double atLeast)
    {
        const int Runs = 10, Trials = 1500;
        var random = new TestRandom((ulong)((dataSets * 1000) + (int)(100 * (truth + correlation))));
        int covered = 0, plain = 0;
        var counts = new int[dataSets];
        int[] sizes = [.. Enumerable.Repeat(Runs, dataSets)];
        for (var trial = 0; trial < Trials; trial++)
        {
            for (var i = 0; i < dataSets; i++) counts[i] = Urn(random, Runs, truth, correlation);
            var share = Of(sizes, counts);
            if (share.Lower <= truth && truth <= share.Upper) covered++;
            var naive = ShareInterval.Binomial(counts.Sum(), Runs * dataSets);
            if (naive.Lower <= truth && truth <= naive.Upper) plain++;
        }

        Assert.InRange((double)covered / Trials, atLeast, 0.985);
        if (correlation == 0.8) Assert.InRange((double)plain / Trials, 0, 0.75);
    }

    /// <summary>Pólya's urn: each run is drawn like one of the runs before with the right probability.</summary>
    private static int Urn(TestRandom random, int runs, double truth, double correlation)
    {
        var counted = 0;
        for (var run = 0; run < runs; run++)
        {
            if (random.Chance(((truth * (1 - correlation)) + (correlation * counted)) / (1 - correlation + (correlation * run)))) counted++;
        }

        return counted;
    }

    private static ShareInterval Of(int[] sizes, int[] counts)
    {
        var (all, some) = (new ClusterCount(), new ClusterCount());
        for (var i = 0; i < sizes.Length; i++)
        {
            for (var run = 0; run < sizes[i]; run++) all.Add();
            for (var run = 0; run < counts[i]; run++) some.Add();
            all.Close(sizes[i]);
            some.Close(sizes[i]);
        }

        return some.ShareOf(all)!.Value;
    }
}
