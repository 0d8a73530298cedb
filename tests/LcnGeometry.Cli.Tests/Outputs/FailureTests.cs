using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

/// <summary>How what goes wrong inside is told outside: the tool probe is the way in.</summary>
public sealed class FailureTests
{
    [Fact]
    public void A_bug_of_ours_says_so_with_what_is_needed_to_replay_it()
    {
        var result = Doctor(new InvalidOperationException("first line\nsecond line"));
        Assert.Equal(4, result.ExitCode);
        Assert.Equal("internal", result.ErrorKind);
        Assert.Equal(
            $"This is a bug of ours in version {LibraryVersion.Text}, please report it with the command line 'lcn doctor --json' (seed 1): InvalidOperationException: first line second line.\n",
            result.Error);
    }

    [Fact]
    public void A_broken_invariant_is_a_bug_of_ours() =>
        Assert.Equal(4, Doctor(new InvariantViolationException("1 = 1", "none")).ExitCode);

    [Fact]
    public void An_argument_exception_of_the_runtime_is_a_bug_and_not_the_users_mistake() =>
        Assert.Equal(4, Lcn.Run(host => host with { Tools = new Thrower(() => "abc".Substring(7)) }, "doctor").ExitCode);

    [Fact]
    public void Several_failures_in_parallel_are_told_as_one() =>
        Assert.DoesNotContain("AggregateException", Doctor(new InvalidOperationException("x")).Error, StringComparison.Ordinal);

    [Fact]
    public void Sentences_lose_the_name_of_the_parameter()
    {
        var result = Lcn.Run("describe", "0,2", "--json");
        Assert.Equal("The filter size of layer 1 is 0; it must be at least 1.\n", result.Error);
        Assert.Equal("input", result.ErrorKind);
    }

    [Fact]
    public void Errors_are_the_same_under_every_culture() =>
        Cultures.Same(() => string.Concat(
            Lcn.Run("describe", "3,x", "--json").Output,
            Lcn.Run("member", "2,2", "--filter", "1,2", "--json").Output,
            Lcn.Run("describe", "3,2", "--timeout", "0,5", "--json").Output,
            Lcn.Run("DESCRIBE", "3,2", "--json").Output));

    private static LcnResult Doctor(Exception error) => Lcn.Run(host => host with { Tools = new Thrower(() => throw error) }, "doctor", "--json");

    private sealed class Thrower(Func<string> answer) : IToolProbe
    {
        public string? Ask(string program, System.Collections.Immutable.ImmutableArray<string> arguments, CancellationToken token) => answer();
    }
}
