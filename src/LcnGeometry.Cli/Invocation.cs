using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Solving;
using Spectre.Console;

namespace LcnGeometry.Cli;

/// <summary>One run of one command: its values, its limits, and where its answer goes.</summary>
internal sealed class Invocation : IDisposable
{
    private readonly CommandHost _host;
    private readonly ParseResult _parse;
    private readonly bool _json;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _stop;
    private readonly long _started;
    private bool _cutShort;

    public Invocation(CommandHost host, ParseResult parse, CommonOptions common)
    {
        (_host, _parse) = (host, parse);
        _json = parse.GetValue(common.Json);
        Timeout = common.ReadTimeout(parse);
        Options = OptionsWith(common.ReadSeed(parse), Timeout) with { Solver = new CriticalSystemSolver(StartCache.Of(host)) };
        _limit = Timeout is { } limit ? new CancellationTokenSource(limit, host.Clock) : new CancellationTokenSource();
        _stop = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, host.Interrupt);
        _started = host.Clock.GetTimestamp();
    }

    /// <summary>The seed and the budgets.</summary>
    public StudyOptions Options { get; }

    /// <summary>The time limit that was asked for.</summary>
    public TimeSpan? Timeout { get; }

    /// <summary>Cancelled by Ctrl-C or the time limit.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Standard input, for <c>-</c> in place of a file.</summary>
    public TextReader Input => _host.Input;

    /// <summary>Outside programs.</summary>
    public IToolProbe Tools => _host.Tools;

    /// <summary>Where start solutions are kept between runs.</summary>
    public CacheFolder Cache => CacheFolder.Of(_host);

    /// <summary>Prints text that is the whole answer.</summary>
    public ExitCode Print(string text)
    {
        _host.Output.Write(text);
        return ExitCode.Done;
    }

    /// <summary>Whether the answer is one JSON document.</summary>
    public bool IsJson => _json;

    /// <summary>The value of an option; null when it was not given.</summary>
    public string? Value(Option<string?> option) => _parse.GetValue(option);

    /// <summary>The value of a required argument.</summary>
    public string Value(Argument<string> argument) => _parse.GetRequiredValue(argument);

    /// <summary>The values of an argument that may be repeated.</summary>
    public ImmutableArray<string> Values(Argument<string[]> argument) => [.. _parse.GetRequiredValue(argument)];

    /// <summary>All values of an option; null when it was not given.</summary>
    public ImmutableArray<string>? Values(Option<string[]> option) =>
        _parse.GetResult(option) is null ? null : [.. _parse.GetRequiredValue(option)];

    /// <summary>Whether a flag was given.</summary>
    public bool Has(Option<bool> flag) => _parse.GetValue(flag);

    /// <summary>Runs the computation with a progress bar, adds its timing, and marks what was cut short.</summary>
    /// <param name="title">What the progress bar says.</param>
    /// <param name="work">The computation.</param>
    /// <param name="isWhole">Whether the work was finished after all when it was stopped; null if a stop always cuts it short.</param>
    public TDocument Compute<TDocument>(string title, Func<IProgress<double>, TDocument> work, Func<bool>? isWhole = null)
        where TDocument : LcnDocument
    {
        var document = ProgressDisplay.Run(_host, title, work);
        _cutShort = Token.IsCancellationRequested && isWhole?.Invoke() != true;
        var seconds = _host.Clock.GetElapsedTime(_started).TotalSeconds;
        document = document with { Timings = ImmutableSortedDictionary<string, double>.Empty.Add("total", Math.Round(seconds, 3)) };
        return _cutShort ? document with { Notes = document.Notes.Add(CutShort) } : document;
    }

    /// <summary>Moves the files to their places, and prints the answer: the document with <c>--json</c>, else what the view draws.</summary>
    /// <returns>The given exit code, or that of a run that was cut short.</returns>
    public ExitCode Answer<TDocument>(TDocument document, Action<IAnsiConsole, TDocument> draw, ExitCode code = ExitCode.Done, params ReadOnlySpan<OutputFile?> files)
        where TDocument : LcnDocument
    {
        // Whatever can fail comes before the first byte that anyone sees.
        var text = _json ? DocumentJson.Write(document) : Drawn(document, draw);
        var written = new List<string>();
        foreach (var file in files)
        {
            if (file is null) continue;
            file.Publish();
            written.Add(file.Path);
        }

        return Print(text, written, code);
    }

    /// <summary>Prints the answer, and the files that are written already.</summary>
    /// <returns>Done, or the exit code of a run that was cut short.</returns>
    public ExitCode AnswerWithFiles<TDocument>(TDocument document, Action<IAnsiConsole, TDocument> draw, IEnumerable<string> written)
        where TDocument : LcnDocument => Print(_json ? DocumentJson.Write(document) : Drawn(document, draw), written, ExitCode.Done);

    private ExitCode Print(string text, IEnumerable<string> written, ExitCode code)
    {
        if (!_json) text += string.Concat(written.Select(path => $"Written: {path}\n"));
        _host.Output.Write(text);
        if (!_cutShort) return code;
        return _host.Interrupt.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Undecided;
    }

    public void Dispose()
    {
        _stop.Dispose();
        _limit.Dispose();
    }

    private string Drawn<TDocument>(TDocument document, Action<IAnsiConsole, TDocument> draw)
    {
        using var text = new StringWriter { NewLine = "\n" };
        draw(Consoles.ForOutput(_host with { Output = text }), document);
        return text.ToString();
    }

    /// <summary>A time limit also says how long an estimated computation may be.</summary>
    private static StudyOptions OptionsWith(long seed, TimeSpan? timeout) => timeout is { } limit
        ? new StudyOptions { Seed = seed, TimeBudget = limit.TotalSeconds }
        : new StudyOptions { Seed = seed };

    private string CutShort => _host.Interrupt.IsCancellationRequested
        ? "Interrupted: only what was finished is here."
        : FormattableString.Invariant($"Stopped after the time limit of {Timeout!.Value.TotalSeconds} s: only what was finished is here.");
}
