using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>Verifies a certificate of critical points.</summary>
internal sealed class RecheckCommand : LcnCommand
{
    private const string FileHint = "A certificate is a text in the format " + Certificate.Format + ".";
    private readonly Argument<string> _file = new("file") { HelpName = "FILE", Description = "a certificate of critical points" };

    public RecheckCommand()
        : base("recheck", "Verify a certificate of critical points by integer arithmetic.") => Arguments.Add(_file);

    public override ImmutableArray<string> Examples => ["lcn recheck examples/data/certificate-3-2.json", "lcn recheck examples/data/certificate-3-2.json --json"];

    public override ImmutableArray<string> Remarks =>
    [
        "Every box is shown to hold exactly one simple critical function of its stratum, the boxes to hold different ones, and the counts to be those of the closed formulas. The code shares nothing with the solver.",
        "Exit codes: 0 verified, 1 a claim is wrong, 2 no certificate, 3 a claim could not be verified. The seed changes nothing.",
    ];

    public override ExitCode Run(Invocation invocation)
    {
        var file = InputFile.Read("FILE", invocation.Value(_file));
        var certificate = Read(file);
        var document = invocation.Compute(
            "boxes", progress => StudyBuilder.Recheck(certificate, file.Path, file.Digest, invocation.Options, progress, invocation.Token));
        return invocation.Answer(document, TerminalReport.Write, document.Verdict switch
        {
            VerdictKind.Holds => ExitCode.Done,
            VerdictKind.Fails => ExitCode.No,
            _ => ExitCode.Undecided,
        });
    }

    private static Certificate Read(InputFile file)
    {
        try
        {
            return Certificate.Parse(file.Text("is no UTF-8 text", FileHint));
        }
        catch (CertificateFormatException e)
        {
            throw new CommandException(ErrorKind.File, $"{file.Path}: {e.Message}", FileHint);
        }
    }
}
