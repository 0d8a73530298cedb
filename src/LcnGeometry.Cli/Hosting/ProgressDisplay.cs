using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LcnGeometry.Cli;

/// <summary>Runs work behind a progress bar with remaining time, on standard error, when it takes more than a second and someone is looking.</summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    public static T Run<T>(CommandHost host, string title, Func<IProgress<double>, T> work)
    {
        var latest = new Pace(host.Clock);
        if (!host.ErrorIsTerminal) return work(latest);
        var task = Task.Run(() => work(latest));
        if (!EndsWithin(task, Patience, host.Clock)) Show(host, title, latest, task);
        return task.GetAwaiter().GetResult();
    }

    private static void Show(CommandHost host, string title, Pace latest, Task work)
    {
        var console = Consoles.ForError(host);
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingColumn(latest))
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

    /// <summary>The remaining time as hours, minutes and seconds.</summary>
    private sealed class RemainingColumn(Pace pace) : ProgressColumn
    {
        private const int MostHours = 99;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            var text = pace.Remaining switch
            {
                null => "--:--:--",
                { TotalHours: > MostHours } => "**:**:**",
                { } time => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}"),
            };
            return new Text(text, new Style(Color.Blue)).RightJustified();
        }
    }
}
