namespace LcnGeometry.Cli.Tests;

public sealed class ProgressDisplayTests
{
    [Fact]
    public void Redirected_errors_get_no_bar_however_long_it_takes()
    {
        var clock = new ManualClock();
        var (result, text) = Run(isTerminal: false, clock, progress =>
        {
            progress.Report(0.5);
            clock.Advance(TimeSpan.FromHours(1));
            return 42;
        });
        Assert.Equal((42, ""), (result, text));
    }

    [Fact]
    public void Short_work_gets_no_bar()
    {
        var (result, text) = Run(isTerminal: true, new ManualClock(), _ => 42);
        Assert.Equal((42, ""), (result, text));
    }

    [Fact]
    public void Work_of_more_than_a_second_gets_a_bar_with_percentage_and_remaining_time()
    {
        var clock = new ManualClock();
        var (result, text) = Run(isTerminal: true, clock, progress =>
        {
            progress.Report(0.25);

            // The display refreshes by the wall clock; the second of patience is ours.
            for (var i = 0; i < 40; i++)
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
                Thread.Sleep(25);
            }

            return 42;
        });
        Assert.Equal(42, result);
        Assert.Contains("gradient flow", text, StringComparison.Ordinal);
        Assert.Contains("25%", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_remaining_time_follows_from_the_pace_of_this_process()
    {
        var clock = new ManualClock();
        var pace = new Pace(clock);
        Assert.Null(pace.Remaining);
        pace.Report(0.9); // what another process had done
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(pace.Remaining);
        pace.Report(0.91);
        Assert.Equal(45, pace.Remaining!.Value.TotalSeconds, 6);
        clock.Advance(TimeSpan.FromSeconds(5));
        pace.Report(0.95);
        Assert.Equal(10, pace.Remaining!.Value.TotalSeconds, 6);
        pace.Report(1);
        Assert.Equal(TimeSpan.Zero, pace.Remaining);
    }

    [Fact]
    public void The_bar_shows_the_remaining_time()
    {
        var clock = new ManualClock();
        var (_, text) = Run(isTerminal: true, clock, progress =>
        {
            progress.Report(0);
            for (var i = 1; i <= 40; i++)
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                progress.Report(i / 200.0);
                Thread.Sleep(25);
            }

            return 42;
        });
        Assert.Matches("02:[0-5][0-9]:00", text);
    }

    [Fact]
    public void What_the_work_throws_comes_through_as_it_is()
    {
        foreach (var isTerminal in (bool[])[false, true])
        {
            var error = Assert.Throws<InvalidTimeZoneException>(() => Run(isTerminal, new ManualClock(), _ => throw new InvalidTimeZoneException("x")));
            Assert.Equal("x", error.Message);
        }
    }

    private static (int Result, string Text) Run(bool isTerminal, ManualClock clock, Func<IProgress<double>, int> work)
    {
        using var error = new StringWriter();
        var host = new CommandHost
        {
            Output = TextWriter.Null,
            Error = error,
            Input = TextReader.Null,
            Tools = null!,
            ErrorIsTerminal = isTerminal,
            Clock = clock,
        };
        return (ProgressDisplay.Run(host, "gradient flow", work), error.ToString());
    }
}
