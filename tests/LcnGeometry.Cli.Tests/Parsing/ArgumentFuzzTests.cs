using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

/// <summary>Whatever is typed, <c>lcn</c> answers or refuses in one sentence; it never blames itself.</summary>
public sealed class ArgumentFuzzTests : IDisposable
{
    private static readonly string[] Commands = ["describe", "member", "factor", "flow", "explore", "render", "critical", "describ", "", "-", "--"];

    private static readonly string[] Options =
    [
        "--strides", "--filter", "--batch", "--target", "--metric", "--data", "--series", "--column", "--no-center", "--init", "--random", "--out", "--study",
        "--seed", "--timeout", "--help", "--version", "--unknown", "-x", "-h", "--filter=", "--seed=3", "--target=1,2,3",
    ];

    private static readonly string[] Values =
    [
        "2,2", "3,2", "2,2,2", "1", "2,1", "1,1", "1,2,3", "-1,0,1", "1,-2,0,1/3", "0,0,0", "1e300,1,-1e-300", "1/0", "NaN", "1,,2", "", " ", ",", ";", "1,2;3,4", "-1,2;3,-4",
        "identity", "bombieri", "[[1]]", "[[1,0,0],[0,2,0],[0,0,3]]", "[[", "a", "0", "2", "-3", "99999999999999999999", "\u0661,\u0662", "\0", "--", "-", "@x", "[suggest]", "missing.csv",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_command_line_is_answered_or_refused() => PropertyRun.Trials(600, random =>
    {
        var args = new List<string> { random.Pick(Commands) };
        if (random.Chance(0.8)) args.Add(random.Pick(Values[..3]));
        for (var count = random.Between(0, 4); count > 0; count--)
        {
            args.Add(random.Pick(Options));
            if (random.Chance(0.8)) args.Add(ValueFor(args[^1], random));
        }

        if (random.Chance(0.5)) args.Insert(random.Between(0, args.Count), "--json");
        var result = Lcn.Run(host => host with { Input = new StringReader("1,2,3\n") }, [.. args]);
        Assert.True(result.ExitCode is 0 or 1 or 2 or 3, $"{string.Join(' ', args)}: {result.Error}");
        if (result.ExitCode == 2) Assert.Matches("^[^\n]+[.?]\n$", result.Error);
        else Assert.Equal("", result.Error);
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Root), file => file.EndsWith(".partial", StringComparison.Ordinal));
    });

    /// <summary>Files are written into an own folder only.</summary>
    private string ValueFor(string option, TestRandom random) =>
        option is "--out" or "--study" ? _folder.PathOf($"out{random.Between(0, 3)}") : random.Pick(Values);
}
