using Spectre.Console;

namespace LcnGeometry.Cli.Tests;

public sealed class ConsoleTests
{
    [Theory]
    [InlineData(false, null, null, false)]
    [InlineData(true, null, null, true)]
    [InlineData(true, "1", null, false)]
    [InlineData(true, "", null, true)]
    [InlineData(true, null, "dumb", false)]
    public void Color_is_for_terminals_that_want_it(bool isTerminal, string? noColor, string? term, bool colored)
    {
        using var output = new StringWriter();
        var host = new CommandHost
        {
            Output = output,
            Error = TextWriter.Null,
            Input = TextReader.Null,
            Tools = null!,
            OutputIsTerminal = isTerminal,
            Variable = name => name switch { "NO_COLOR" => noColor, "TERM" => term, _ => null },
        };
        Consoles.ForOutput(host).Write(new Text("x", new Style(Color.Red)));
        Assert.Equal(colored, output.ToString().Contains('\u001b', StringComparison.Ordinal));
        Assert.Contains('x', output.ToString());
    }

    [Fact]
    public void Redirected_text_is_80_wide_and_a_terminal_as_wide_as_it_is()
    {
        var host = new CommandHost { Output = TextWriter.Null, Error = TextWriter.Null, Input = TextReader.Null, Tools = null!, TerminalWidth = 123 };
        Assert.Equal(80, Consoles.ForOutput(host).Profile.Width);
        Assert.Equal(123, Consoles.ForOutput(host with { OutputIsTerminal = true }).Profile.Width);
    }
}
