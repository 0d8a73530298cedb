using Spectre.Console;

namespace LcnGeometry.Cli;

/// <summary>Runs work behind a progress bar with remaining time, on standard error, when it takes more than a second and someone is looking.</summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    public static T Run<T>(CommandHost host, string title, Func<IProgress<double>, T> work)
    {
        var latest = new Latest();
        if (!host.ErrorIsTerminal) return work(latest);
        var task = Task.Run(() => work(latest));
        if (!EndsWithin(task, Patience, host.Clock)) Show(host, title, latest, task);
        return task.GetAwaiter().GetResult();
    }

    private static void Show(CommandHost host, string title, Latest latest, Task work)
    {
        var console = Consoles.ForError(host);
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var bar = context.AddTask(Markup.Escape(title), maxValue: 1);
                do
                {
                    bar.IsIndeterminate = latest.Value <= 0;
                    bar.Value = latest.Value;
                }
                while (!EndsWithin(work, Refresh, host.Clock));
            });
        host.Error.Flush();
    }

    private static bool EndsWithin(Task task, TimeSpan limit, TimeProvider clock)
    {
        using var stop = new CancellationTokenSource();
        var first = Task.WhenAny(task, Task.Delay(limit, clock, stop.Token)).GetAwaiter().GetResult();
        stop.Cancel();
        return first == task;
    }

    private sealed class Latest : IProgress<double>
    {
        private double _value;

        public double Value => Volatile.Read(ref _value);

        public void Report(double value) => Volatile.Write(ref _value, Math.Clamp(value, 0, 1));
    }
}
