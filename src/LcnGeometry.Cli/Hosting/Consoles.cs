using Spectre.Console;

namespace LcnGeometry.Cli;

/// <summary>Consoles for the two output streams: colors and cursor movement for a terminal, plain text 80 wide otherwise.</summary>
internal static class Consoles
{
    private const int PlainWidth = 80;

    public static IAnsiConsole ForOutput(CommandHost host) => Create(host, host.Output, host.OutputIsTerminal);

    public static IAnsiConsole ForError(CommandHost host) => Create(host, host.Error, host.ErrorIsTerminal);

    private static IAnsiConsole Create(CommandHost host, TextWriter writer, bool isTerminal)
    {
        // https://no-color.org: any non-empty value switches color off.
        var ansi = isTerminal && string.IsNullOrEmpty(host.Variable("NO_COLOR")) && host.Variable("TERM") != "dumb";
        var settings = new AnsiConsoleSettings
        {
            Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ansi ? ColorsOf(host) : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        };
        settings.Enrichment.UseDefaultEnrichers = false;
        var console = AnsiConsole.Create(settings);
        console.Profile.Width = isTerminal ? host.TerminalWidth : PlainWidth;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static ColorSystemSupport ColorsOf(CommandHost host)
    {
        if (host.Variable("COLORTERM") is "truecolor" or "24bit") return ColorSystemSupport.TrueColor;
        return host.Variable("TERM")?.Contains("256", StringComparison.Ordinal) == true ? ColorSystemSupport.EightBit : ColorSystemSupport.Standard;
    }
}
