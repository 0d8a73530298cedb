using System.Diagnostics;
using System.Globalization;
using FsCheck.Fluent;
using Xunit.Sdk;

namespace LcnGeometry.Conventions.Tests;

/// <summary>The instruments of the tests are tested too: a test that cannot fail would be their fault.</summary>
[Collection(nameof(Programs))]
public class TestKitTests
{
    [Fact]
    public void A_failing_trial_is_replayed_by_its_seed()
    {
        static void Body(TestRandom random) => Assert.NotEqual(0, random.Between(0, 9));
        var first = Assert.Throws<XunitException>(() => PropertyRun.Trials(1000, Body));
        Assert.Contains("dotnet test tests/Conventions --filter FullyQualifiedName~TestKitTests.A_failing_trial_is_replayed_by_its_seed", first.Message, StringComparison.Ordinal);
        var again = Assert.Throws<XunitException>(() => WithSeed(SeedIn(first.Message), () => PropertyRun.Trials(1000, Body)));
        Assert.StartsWith("Trial 0 failed", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_property_is_replayed_by_its_seed()
    {
        var property = Prop.ForAll<int>(value => value < 20);
        var first = Assert.Throws<XunitException>(() => PropertyRun.Check(property, 1000));
        Assert.Contains("Falsifiable", first.Message, StringComparison.Ordinal);
        var again = Assert.Throws<XunitException>(() => WithSeed(SeedIn(first.Message), () => PropertyRun.Check(property, 1000)));
        Assert.Equal(first.Message, again.Message);
    }

    [Fact]
    public void Trials_are_the_same_on_every_run_and_differ_between_seeds()
    {
        static List<ulong> Run()
        {
            var seen = new List<ulong>();
            PropertyRun.Trials(20, random => seen.Add(random.Next()));
            return seen;
        }

        Assert.Equal(Run(), Run());
        Assert.NotEqual(Run(), WithSeed("12345", Run));
        Assert.Equal(Run().Count, Run().Distinct().Count());
    }

    [Fact]
    public void A_changed_text_is_refused_shown_and_kept()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("text.txt", "one\r\ntwo\r\n");
        Approved.CheckFile("one\ntwo\n", path);
        Assert.False(File.Exists(path + ".received"));
        if (Approved.Accepting) return;
        var error = Assert.Throws<XunitException>(() => Approved.CheckFile("one\n2\n", path));
        Assert.Contains("2: two", error.Message, StringComparison.Ordinal);
        Assert.Contains("+    2: 2", error.Message, StringComparison.Ordinal);
        Assert.Equal("one\n2\n", File.ReadAllText(path + ".received"));
        Assert.Throws<XunitException>(() => Approved.CheckFile("one\n", folder.PathOf("none.txt")));
    }

    [Fact]
    public void A_text_that_follows_the_culture_is_caught()
    {
        var before = CultureInfo.CurrentCulture;
        Assert.Throws<XunitException>(() => Cultures.Same(() => 1.5.ToString(CultureInfo.CurrentCulture)));
        Assert.Equal("1.5", Cultures.Same(() => 1.5.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(before, CultureInfo.CurrentCulture);
    }

    [Fact]
    public void A_command_is_fed_captured_and_ended()
    {
        var echo = Command.Run("cat", [], "höher\n", TimeSpan.FromSeconds(30));
        Assert.Equal(new CommandResult(0, "höher\n", ""), echo);
        Assert.Equal(3, Command.Run("sh", ["-c", "echo no >&2; exit 3"], "", TimeSpan.FromSeconds(30)).ExitCode);
        Assert.Equal("", Command.Run("true", [], new string('x', 1_000_000), TimeSpan.FromSeconds(30)).Output);
        var clock = Stopwatch.StartNew();
        Assert.Throws<TimeoutException>(() => Command.Run("sh", ["-c", "sleep 60 & sleep 60"], "", TimeSpan.FromMilliseconds(200)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), "the children were waited for");
    }

    [Fact]
    public void Skipped_tool_tests_say_what_they_need()
    {
        var skip = new ToolFactAttribute("gp", "sympy").Skip;
        if (Tool.Required) Assert.Null(skip);
        else Assert.Equal("needs gp, sympy: bash tests/run.sh", skip);
        Assert.Throws<ArgumentException>(() => new ToolTheoryAttribute("abacus"));
    }

    [Fact]
    public void A_missing_tool_names_its_package()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new Tool("none", "no-such-program", "no-such-package", []).Find());
        Assert.Contains("apt-get install -y no-such-package", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Temporary_folders_are_deleted()
    {
        string root;
        using (var folder = new TemporaryFolder())
        {
            root = folder.Root;
            folder.Write("a/b.txt", "text");
            Assert.True(File.Exists(folder.PathOf("a", "b.txt")));
        }
        Assert.False(Directory.Exists(root));
    }

    [Fact]
    public void Examples_of_the_documentation_are_held_to_their_comments()
    {
        var code = new DocExample("here", "var n = 2 + 1; // a sum\nConsole.WriteLine(n); // 4, wrong\nMath.Abs(-2); // 2\nvar m = 1;\n").Rewritten();
        Assert.Contains("claim(\"4, wrong\", n);", code, StringComparison.Ordinal);
        Assert.Contains("claim(\"2\", Math.Abs(-2));", code, StringComparison.Ordinal);
        Assert.DoesNotContain("sum\", n", code, StringComparison.Ordinal);
        Assert.True(DocExample.Agrees("3, 10, 8", "[3, 10, 8]"));
        Assert.True(DocExample.Agrees("3", "3"));
        Assert.True(DocExample.Agrees("3: the real roots", "3"));
        Assert.False(DocExample.Agrees("31", "3"));
        Assert.False(DocExample.Agrees("x", "3"));
        Assert.Equal("[1, 1.5, true]", DocExample.Text(new object[] { 1, 1.5, true }));
    }

    private static string SeedIn(string message)
    {
        var start = message.IndexOf("LCN_TEST_SEED=", StringComparison.Ordinal) + "LCN_TEST_SEED=".Length;
        return message[start..message.IndexOf(' ', start)];
    }

    private static void WithSeed(string seed, Action action) => WithSeed(seed, () =>
    {
        action();
        return 0;
    });

    private static T WithSeed<T>(string seed, Func<T> action)
    {
        var before = Environment.GetEnvironmentVariable("LCN_TEST_SEED");
        Environment.SetEnvironmentVariable("LCN_TEST_SEED", seed);
        try
        {
            return action();
        }
        finally
        {
            Environment.SetEnvironmentVariable("LCN_TEST_SEED", before);
        }
    }
}
