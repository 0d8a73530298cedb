using Spectre.Console;

namespace LcnGeometry.Reporting.Tests;

/// <summary>A document as a terminal gets it.</summary>
internal static class WrittenText
{
    // Padding at the end of a line is of no interest and does not survive editors.
    internal static string Of(LcnDocument document, int width, bool unicode = true, bool colours = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = unicode;
        TerminalReport.Write(console, document);
        return string.Join('\n', output.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }
}
