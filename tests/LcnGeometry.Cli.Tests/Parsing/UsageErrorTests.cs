namespace LcnGeometry.Cli.Tests;

/// <summary>Wrong syntax: one sentence on standard error, nothing on standard output, exit code 2.</summary>
public sealed class UsageErrorTests
{
    [Theory]
    [InlineData("descibe", "'descibe' is not a command of lcn; did you mean 'describe'?")]
    [InlineData("nonsense 3,2", "'nonsense' is not a command of lcn.")]
    [InlineData("--json", "No command was named.")]
    [InlineData("--foo", "'--foo' is not an option of lcn.")]
    [InlineData("describe", "lcn describe needs FILTERS: filter sizes, comma-separated, such as 3,2,2.")]
    [InlineData("render", "lcn render needs FILE: a study that lcn explore --study saved.")]
    [InlineData("describe 3,2 --sed 3", "'--sed' is not an option of lcn describe; did you mean '--seed'?")]
    [InlineData("describe --foo 3,2", "'--foo' is not an option of lcn describe.")]
    [InlineData("describe 3,2 --filter 1,2", "'--filter' is not an option of lcn describe.")]
    [InlineData("describe 3,2 -o x", "'-o' is not an option of lcn describe.")]
    [InlineData("describe 3 2", "'2' is one argument more than lcn describe takes.")]
    [InlineData("describe 3,2 --seed", "--seed needs a value: N.")]
    [InlineData("describe 3,2 --seed --json", "--seed needs a value: N.")]
    [InlineData("member 2,2 --filter --strides 1,1", "--filter needs a value: C.")]
    [InlineData("describe 3,2 --seed 1 --seed 2", "--seed was given 2 times; once is enough.")]
    [InlineData("flow 3,2 --data x.csv", "--data needs 2 values: X Y.")]
    [InlineData("member 2,2", "The filter is missing: give --filter C or --batch FILE.")]
    [InlineData("member 2,2 --filter 1,2,3 --batch f", "--filter and --batch exclude each other: give one filter or a file of filters.")]
    [InlineData("factor 2,2", "The filter is missing: give --filter C.")]
    [InlineData("flow 2,2", "The loss is missing: give --target U, --data X Y or --series FILE.")]
    [InlineData("explore 2,2", "The loss is missing: give --target U, --data X Y or --series FILE.")]
    [InlineData("flow 2,2 --target 1,2,3 --series s.csv", "The loss is given twice: give exactly one of --target U, --data X Y or --series FILE.")]
    [InlineData("flow 2,2 --target 1,2,3 --series s.csv --data x y", "The loss is given three times: give exactly one of --target U, --data X Y or --series FILE.")]
    [InlineData("flow 2,2 --series s.csv --metric identity", "--metric goes with --target only: data and series bring their own metric.")]
    [InlineData("flow 2,2 --data x y --metric identity", "--metric goes with --target only: data and series bring their own metric.")]
    [InlineData("flow 2,2 --target 1,2,3 --column a", "--column goes with --series only.")]
    [InlineData("flow 2,2 --target 1,2,3 --no-center", "--no-center goes with --series only.")]
    [InlineData("flow 2,2 --target 1,2,3 --init 1,2;3,4 --random 3", "--init and --random exclude each other: give the start, or the number of random starts.")]
    public void Wrong_usage_is_one_sentence(string line, string sentence)
    {
        var args = line.Split(' ');
        var result = Lcn.Run(args);
        Assert.Equal(sentence + "\n", result.Error);
        if (!args.Contains("--json")) Assert.Equal("", result.Output);
        Assert.Equal(2, result.ExitCode);

        var json = Lcn.Run([.. args.Where(a => a != "--json"), "--json"]);
        Assert.Equal(sentence, json.Json.GetProperty("error").GetProperty("message").GetString());
        Assert.Equal("usage", json.ErrorKind);
        Assert.Equal(2, json.ExitCode);
    }

    [Fact]
    public void People_at_a_terminal_get_a_hint_as_well()
    {
        var result = Lcn.Run(host => host with { ErrorIsTerminal = true }, "describe", "3,2", "--sed", "3");
        Assert.Equal("'--sed' is not an option of lcn describe; did you mean '--seed'?\nlcn describe --help lists the options.\n", result.Error);
    }

    [Fact]
    public void A_missing_command_of_the_contract_is_not_supported_rather_than_unknown()
    {
        var result = Lcn.Run("verify", "A4", "--json");
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("notSupported", result.ErrorKind);
        Assert.Equal("verify", result.Json.GetProperty("command").GetString());
    }

    [Fact]
    public void Response_files_are_not_read()
    {
        var result = Lcn.Run("describe", "@missing");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'@missing' is not a filter size", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("describe", "3,2", "--seed", "x", "--seed needs an integer of at most 64 bits, not 'x'.")]
    [InlineData("describe", "3,2", "--seed", "1.5", "--seed needs an integer of at most 64 bits, not '1.5'.")]
    [InlineData("describe", "3,2", "--seed", "9223372036854775808", "--seed needs an integer of at most 64 bits, not '9223372036854775808'.")]
    [InlineData("describe", "3,2", "--timeout", "0", "--timeout needs a number of seconds above 0 and at most 1000000, not '0'.")]
    [InlineData("describe", "3,2", "--timeout", "-1", "--timeout needs a number of seconds above 0 and at most 1000000, not '-1'.")]
    [InlineData("describe", "3,2", "--timeout", "NaN", "--timeout needs a number of seconds above 0 and at most 1000000, not 'NaN'.")]
    [InlineData("describe", "3,2", "--timeout", "1e9", "--timeout needs a number of seconds above 0 and at most 1000000, not '1e9'.")]
    public void Values_that_every_command_takes_are_checked(params string[] argsAndSentence)
    {
        var result = Lcn.Run(argsAndSentence[..^1]);
        Assert.Equal(argsAndSentence[^1] + "\n", result.Error);
        Assert.Equal(2, result.ExitCode);
    }
}
