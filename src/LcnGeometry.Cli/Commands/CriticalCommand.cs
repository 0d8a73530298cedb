using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>Every critical point of a loss.</summary>
internal sealed class CriticalCommand : LcnCommand
{
    private readonly ArchitectureSyntax _architecture = new();
    private readonly LossSyntax _loss = new();
    private readonly Option<string?> _certificate = CommonOptions.Value("--certificate", "FILE", "Write a certificate; lcn recheck verifies it.");
    private readonly Option<string?> _csv = CommonOptions.Value("--csv", "FILE", "Write the real points, one row for each factorization.");
    private readonly Option<string?> _export = CommonOptions.Value("--export", "FORMAT", "Write the equations for another tool: m2, singular, sympy or hc.");
    private readonly Option<string?> _out = CommonOptions.Value("--out", "FILE", "With --export: the file to write.");

    public CriticalCommand()
        : base("critical", "Every critical point of a loss, certified, and whether the list is complete.")
    {
        _architecture.AddTo(this);
        _loss.AddTo(this);
        foreach (var option in (ReadOnlySpan<Option>)[_certificate, _csv, _export, _out]) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "lcn critical 3,2 --series examples/data/sunspots.csv",
        "lcn critical 2,2,2 --target 1,2,0,5 --certificate points.json --csv points.csv",
        "lcn critical 3,2 --strides 2,1 --target 1,2,3,4,5 --metric bombieri --json",
        "lcn critical 2,2 --target 1,2,5 --export m2",
    ];

    public override ImmutableArray<string> Remarks =>
    [
        "Without --out, --export prints the program and nothing else, and nothing is solved; with --json the program is part of the document.",
        "In the CSV file numbers are doubles, point counts from 0 as in the JSON, and a point without critical factorization has one row.",
        "Exit codes: 0 the list is complete, 3 it is not known to be.",
    ];

    public override ExitCode Run(Invocation invocation)
    {
        var net = _architecture.Read(invocation);
        var format = ReadFormat(invocation);
        string?[] inputs = [.. _loss.Files(invocation)];
        var (certificatePath, csvPath, outPath) = (invocation.Value(_certificate), invocation.Value(_csv), invocation.Value(_out));
        using var certificate = OutputFile.Claim("--certificate", certificatePath, inputs);
        using var csv = OutputFile.Claim("--csv", csvPath, [.. inputs, certificatePath]);
        using var program = OutputFile.Claim("--out", outPath, [.. inputs, certificatePath, csvPath]);
        if (format is { } only && outPath is null && !invocation.IsJson)
        {
            if (certificatePath is not null || csvPath is not null) throw new CommandException(ErrorKind.Usage, "--export prints the program and nothing is solved; with --certificate or --csv give --out FILE as well.");
            return invocation.Print(SystemExport.Write(net, _loss.Read(invocation, net).Loss, only, invocation.Token));
        }

        CriticalPointSet? points = null;
        var document = invocation.Compute("critical points", progress =>
        {
            var source = _loss.Read(invocation, net);
            points = StudyBuilder.FindCriticalPoints(net, source.Loss, invocation.Options, progress, invocation.Token);
            return StudyBuilder.Critical(points, source, invocation.Options);
        });
        certificate?.Write(points!.ToCertificate().Write());
        csv?.Write(CriticalCsv.Write(document));
        if (format is { } wanted)
        {
            var text = SystemExport.Write(net, points!.Loss, wanted, invocation.Token);
            program?.Write(text);
            if (program is null) document = document with { Export = new ExportSection(invocation.Value(_export)!, text) };
        }

        return invocation.Answer(document, TerminalReport.Write, CodeOf(document.Completeness.Verdict), certificate, csv, program);
    }

    /// <summary>Only a list that is known to be complete is a full answer.</summary>
    internal static ExitCode CodeOf(VerdictKind completeness) => completeness == VerdictKind.Holds ? ExitCode.Done : ExitCode.Undecided;

    private ExportFormat? ReadFormat(Invocation invocation)
    {
        if (invocation.Value(_export) is { } name) return SystemExport.Parse(name);
        return invocation.Value(_out) is null ? null : throw new CommandException(ErrorKind.Usage, "--out goes with --export only: it names the file of the program.");
    }
}
