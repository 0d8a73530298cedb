using System.Collections.Immutable;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>The folder of a census on the command line.</summary>
internal static class CensusFolder
{
    /// <summary>The name of the folder.</summary>
    /// <exception cref="CommandException">It is missing.</exception>
    public static string Read(string? value)
    {
        if (value is null) throw new CommandException(ErrorKind.Usage, "The folder is missing: give --out DIR.");
        return string.IsNullOrWhiteSpace(value) ? throw new CommandException(ErrorKind.Input, $"--out needs the name of a folder, not '{value}'.") : value;
    }

    /// <summary>Brings the folder to its end, and prints what it holds.</summary>
    public static ExitCode Answer(Invocation invocation, string folder, string title, Func<IProgress<double>, CensusOutcome> work)
    {
        CensusOutcome? outcome = null;
        var document = invocation.Compute(
            title,
            progress =>
            {
                outcome = work(progress);
                return outcome.Document ?? throw new OperationCanceledException(invocation.Token);
            },
            () => outcome!.IsFinished);
        var notes = document.Notes.AddRange(outcome!.Notes);
        if (!outcome.IsFinished) notes = notes.Add(Kept(outcome, folder));
        return invocation.AnswerWithFiles(document with { Notes = notes }, TerminalReport.Write, outcome.Files.Select(file => Path.Combine(folder, file)));
    }

    private static string Kept(CensusOutcome outcome, string folder) => FormattableString.Invariant(
        $"{outcome.Done} of {outcome.Count} data sets are kept in {folder}; the same command goes on from there.");
}
