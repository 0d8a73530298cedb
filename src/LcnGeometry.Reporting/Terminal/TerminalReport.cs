using Spectre.Console;

namespace LcnGeometry.Reporting;

/// <summary>Documents on a terminal.</summary>
public static class TerminalReport
{
    /// <summary>Writes a summary of a document: sentences and tables that fit the width of the console.</summary>
    /// <param name="console">Where to write; its own detection of colours, width and Unicode is respected.</param>
    /// <param name="document">The answer of a command.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The document is of a kind that has no terminal form.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> no line is longer than the console is wide, from 60 columns up; text from outside cannot move the cursor or change colours; rounded exact values are marked, and their exact values are in the JSON.</para>
    /// <para><b>Method:</b> one renderer per document.</para>
    /// <para><b>Cost:</b> linear in the rows shown; long lists are cut, and the text says so.</para>
    /// <para><b>Source:</b> this library.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var card = StudyBuilder.Describe(Architecture.Parse("3,2"), new StudyOptions());
    /// TerminalReport.Write(Spectre.Console.AnsiConsole.Console, card);
    /// </code>
    /// </example>
    public static void Write(IAnsiConsole console, LcnDocument document)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(document);
        var page = new TerminalPage(console);
        switch (document)
        {
            case Study study: StudyText.Write(page, study); break;
            case DescribeDocument describe: DescribeText.Write(page, describe); break;
            case GridDescribeDocument grid: GridText.Write(page, grid); break;
            case GridMemberDocument grid: GridText.Write(page, grid); break;
            case MemberDocument member: MemberText.Write(page, member); break;
            case FactorDocument factor: FactorText.Write(page, factor); break;
            case CriticalDocument critical: CriticalText.Write(page, critical); break;
            case AtlasDocument atlas: AtlasText.Write(page, atlas); break;
            case CensusDocument census: CensusText.Write(page, census); break;
            case FlowDocument flow: FlowText.Write(page, flow); break;
            case RecheckDocument recheck: RecheckText.Write(page, recheck); break;
            case CompareDocument compare: CompareText.Write(page, compare); break;
            case LawsDocument laws: LawsText.Write(page, laws); break;
            default: throw new ArgumentException($"A document of command '{document.Command}' has no terminal form.", nameof(document));
        }

        page.Notes(document.Notes);
        page.Finish();
    }
}
