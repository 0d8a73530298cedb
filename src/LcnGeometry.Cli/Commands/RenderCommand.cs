using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>Draws a saved study again.</summary>
internal sealed class RenderCommand : LcnCommand
{
    private const string SavingHint = "lcn explore ... --study FILE saves a study.";
    private readonly Argument<string> _file = new("file") { HelpName = "FILE", Description = "a study that lcn explore --study saved" };
    private readonly Option<string?> _out = CommonOptions.Value("--out", "FILE", "Write the report, a self-contained HTML page.");

    public RenderCommand()
        : base("render", "Draw a saved study again: the same report, byte for byte.")
    {
        Arguments.Add(_file);
        Options.Add(_out);
    }

    public override ImmutableArray<string> Examples => ["lcn render study.json --out report.html"];

    public override ImmutableArray<string> Remarks => ["With --json the study itself is printed. Nothing is computed again; seed and time limit change nothing."];

    public override ExitCode Run(Invocation invocation)
    {
        var path = invocation.Value(_file);
        using var page = OutputFile.Claim("--out", invocation.Value(_out), path);
        var study = ReadStudy(path);
        try
        {
            page?.Write(HtmlReport.Render(study));
            return invocation.Answer(study, TerminalReport.Write, ExitCode.Done, page);
        }
        catch (Exception e) when (e is not CommandException and not IOException)
        {
            // What explore saves can always be drawn, so what cannot be drawn was damaged since.
            throw new CommandException(ErrorKind.File, $"{path}: the study is damaged and cannot be drawn ({e.GetType().Name}).", SavingHint);
        }
    }

    private static Study ReadStudy(string path)
    {
        try
        {
            return DocumentJson.ReadStudy(InputFile.Read("FILE", path).Text()) with { Timings = null };
        }
        catch (FormatException e)
        {
            throw new CommandException(ErrorKind.File, $"{path}: {e.Message}", SavingHint);
        }
    }
}
