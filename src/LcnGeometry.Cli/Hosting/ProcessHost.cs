using System.Runtime.InteropServices;
using System.Text;

namespace LcnGeometry.Cli;

/// <summary>The host of a real process: UTF-8 streams, line feeds, and Ctrl-C as a token.</summary>
internal sealed class ProcessHost : IDisposable
{
    private const int LeastWidth = 40, DefaultWidth = 80, MostWidth = 200;

    private readonly CancellationTokenSource _interrupt = new();
    private readonly StreamWriter _output = Open(Console.OpenStandardOutput());
    private readonly StreamWriter _error = Open(Console.OpenStandardError());
    private readonly PosixSignalRegistration[] _signals;

    public ProcessHost()
    {
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
        ];
        Host = new CommandHost
        {
            Output = _output,
            Error = _error,
            Input = Console.In,
            Tools = new ProcessToolProbe(),
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            TerminalWidth = Console.IsOutputRedirected ? DefaultWidth : WidthOf(Console.WindowWidth),
            Variable = Environment.GetEnvironmentVariable,
            Interrupt = _interrupt.Token,
        };
    }

    public CommandHost Host { get; }

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _interrupt.Dispose();
    }

    /// <summary>A terminal that does not know its width says 0.</summary>
    private static int WidthOf(int reported) => reported < LeastWidth ? DefaultWidth : Math.Min(reported, MostWidth);

    private static StreamWriter Open(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

    private void Interrupt(PosixSignalContext signal)
    {
        // The first signal asks the command to finish in order; a second one ends the process at once.
        signal.Cancel = !_interrupt.IsCancellationRequested;
        _interrupt.Cancel();
    }
}
