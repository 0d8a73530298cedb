using System.CommandLine;

namespace LcnGeometry.Cli.Tests;

/// <summary>Ctrl-C and time limits: what was finished is printed and marked; without anything finished there is an error.</summary>
public sealed class InvocationTests
{
    [Fact]
    public void An_interrupted_command_with_nothing_finished_says_so()
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var result = Lcn.Run(host => host with { Interrupt = interrupt.Token, Tools = new Stopping(interrupt.Cancel) }, "doctor", "--json");
        Assert.Equal((130, "interrupted"), (result.ExitCode, result.ErrorKind));
        Assert.Equal("Interrupted before there was anything to show.\n", result.Error);
    }

    [Fact]
    public void A_time_limit_with_nothing_finished_says_so()
    {
        var clock = new ManualClock();
        var result = Lcn.Run(host => host with { Clock = clock, Tools = new Stopping(() => clock.Advance(TimeSpan.FromSeconds(3))) }, "doctor", "--timeout", "2.5", "--json");
        Assert.Equal((3, "timeout"), (result.ExitCode, result.ErrorKind));
        Assert.Equal("The time limit was reached before there was anything to show.\n", result.Error);
    }

    [Fact]
    public void What_was_finished_before_an_interruption_is_printed_and_marked()
    {
        using var interrupt = new CancellationTokenSource();
        var (code, text) = Finish(new ManualClock(), interrupt, interrupt.Cancel);
        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Contains("\"Interrupted: only what was finished is here.\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_finished_before_a_time_limit_is_printed_and_marked()
    {
        var clock = new ManualClock();
        using var interrupt = new CancellationTokenSource();
        var (code, text) = Finish(clock, interrupt, () => clock.Advance(TimeSpan.FromSeconds(3)), "--timeout", "2.5");
        Assert.Equal(ExitCode.Undecided, code);
        Assert.Contains("\"Stopped after the time limit of 2.5 s: only what was finished is here.\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_run_is_timed_and_not_marked()
    {
        var clock = new ManualClock();
        using var interrupt = new CancellationTokenSource();
        var (code, text) = Finish(clock, interrupt, () => clock.Advance(TimeSpan.FromSeconds(2)), "--timeout", "2.5");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("\"total\": 2.0", text, StringComparison.Ordinal);
        Assert.Contains("\"notes\": []", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_limit_is_the_budget_of_an_estimate_too()
    {
        Assert.Equal(2.5, With(invocation => invocation.Options.TimeBudget, "--timeout", "2.5"));
        Assert.Equal(new StudyOptions().TimeBudget, With(invocation => invocation.Options.TimeBudget));
        Assert.Equal(-7, With(invocation => invocation.Options.Seed, "--seed", "-7"));
    }

    private static (ExitCode Code, string Text) Finish(ManualClock clock, CancellationTokenSource interrupt, Action during, params string[] args)
    {
        using var output = new StringWriter();
        var host = HostOf(output) with { Clock = clock, Interrupt = interrupt.Token };
        var code = With(host, [.. args, "--json"], invocation =>
        {
            var document = invocation.Compute("nothing", _ =>
            {
                during();
                return new DoctorDocument { Inputs = new DocumentInputs(), Tools = [], Cache = CacheRow.Of(new CacheFolder(null, "off")) };
            });
            return invocation.Answer(document, (_, _) => Assert.Fail("--json was asked for"));
        });
        return (code, output.ToString());
    }

    private static T With<T>(Func<Invocation, T> use, params string[] args) => With(HostOf(TextWriter.Null), args, use);

    private static T With<T>(CommandHost host, string[] args, Func<Invocation, T> use)
    {
        var root = new LcnRootCommand();
        using var invocation = new Invocation(host, root.Parse(["doctor", .. args]), root.Common);
        return use(invocation);
    }

    private static CommandHost HostOf(TextWriter output) => new() { Output = output, Error = TextWriter.Null, Input = TextReader.Null, Tools = new Stopping(() => { }) };

    /// <summary>Does something, then stops if it was told to.</summary>
    private sealed class Stopping(Action act) : IToolProbe
    {
        public string? Ask(string program, System.Collections.Immutable.ImmutableArray<string> arguments, CancellationToken token)
        {
            act();
            token.ThrowIfCancellationRequested();
            return null;
        }
    }
}
