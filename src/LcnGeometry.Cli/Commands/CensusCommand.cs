using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>Where training ends, over many data sets and starts.</summary>
internal sealed class CensusCommand : LcnCommand
{
    private const int MostThreads = 1024;

    private readonly CensusSyntax _census = new();
    private readonly Option<string?> _out = CommonOptions.Value("--out", "DIR", "The folder for the results: a new or empty one, or that of the same census.");
    private readonly Option<string?> _shard = CommonOptions.Value("--shard", "i/n", "Compute the i-th of n parts; lcn census-merge puts them together.");
    private readonly Option<string?> _threads = CommonOptions.Value("--threads", "T", "Threads (default: all cores); the results do not depend on them.");

    public CensusCommand()
        : base("census", "Where training ends, over many data sets and starts.")
    {
        _census.AddTo(this);
        foreach (var option in (ReadOnlySpan<Option>)[_out, _shard, _threads]) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "lcn census 2,2,2 --targets 100 --inits 10 --out runs",
        "lcn census 3,2 --series examples/data/sunspots.csv --inits 50 --out sunspots",
        "lcn census 2,2 --targets 50 --metric bombieri --shard 1/2 --out part1",
        "lcn census 2,2 --targets 50 --metric bombieri --shard 2/2 --out part2",
    ];

    public override ImmutableArray<string> Remarks =>
    [
        "The folder holds runs.csv with one row for each training run, census.json with the tables, report.html, and plan.json, which says what was asked.",
        "Stopped by Ctrl-C, --timeout, a kill or a full disk, the same command goes on from the last chunk that was finished. The same seed gives the same files, whatever interrupted the work and whatever the threads.",
    ];

    public override ExitCode Run(Invocation invocation)
    {
        var folder = CensusFolder.Read(invocation.Value(_out));
        var shard = invocation.Value(_shard) is { } part ? CensusShard.Parse(part) : CensusShard.Whole;
        var threads = invocation.Value(_threads) is { } text ? NumberLists.Count(text, "--threads", 1, MostThreads) : Environment.ProcessorCount;
        var plan = _census.Read(invocation);
        var options = new CensusOptions { Shard = shard, Threads = threads, Page = HtmlReport.Render, Solver = invocation.Options.Solver };
        return CensusFolder.Answer(invocation, folder, "census", progress => Census.Run(plan, folder, options, progress, invocation.Token));
    }
}
