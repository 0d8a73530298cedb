using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Sdk;

namespace LcnGeometry.TestKit;

/// <summary>Runs properties from a seed that is fixed per test, and prints the seed and the command that replay a failure.</summary>
/// <remarks>The seed comes from the name of the test, so every run tries the same inputs; <c>LCN_TEST_SEED</c> replaces it to try others or to replay.</remarks>
public static class PropertyRun
{
    /// <summary>Runs the body once per trial, each with its own generator.</summary>
    /// <param name="trials">At effort 1; the dial scales it.</param>
    /// <param name="body">Asserts; anything it throws is the failure of that trial.</param>
    public static void Trials(int trials, Action<TestRandom> body, [CallerMemberName] string member = "", [CallerFilePath] string file = "")
    {
        var seed = Seed(member, file);
        for (var trial = 0; trial < Effort.Trials(trials); trial++)
        {
            var own = unchecked(seed + (ulong)trial);
            try
            {
                body(new TestRandom(own));
            }
            catch (Exception error)
            {
                throw new XunitException($"Trial {trial} failed: {error.Message}{Environment.NewLine}{Replay(own, member, file)}", error);
            }
        }
    }

    /// <summary>Checks an FsCheck property; a failure is shrunk by FsCheck.</summary>
    public static void Check(Property property, int trials = 100, [CallerMemberName] string member = "", [CallerFilePath] string file = "")
    {
        var seed = Seed(member, file);
        var config = Config.QuickThrowOnFailure.WithMaxTest(Effort.Trials(trials)).WithReplay(seed, (seed << 1) | 1);
        try
        {
            property.Check(config);
        }
        catch (Exception error)
        {
            throw new XunitException($"{error.Message}{Environment.NewLine}{Replay(seed, member, file)}", error);
        }
    }

    private static string Replay(ulong seed, string member, string file)
    {
        var project = Path.GetRelativePath(Repository.Root, Repository.TestProject).Replace('\\', '/');
        return string.Create(CultureInfo.InvariantCulture,
            $"Replay: LCN_TEST_SEED={seed} dotnet test {project} --filter FullyQualifiedName~{Stem(file)}.{member}");
    }

    private static ulong Seed(string member, string file)
    {
        var text = Environment.GetEnvironmentVariable("LCN_TEST_SEED");
        if (string.IsNullOrWhiteSpace(text)) return Hash($"{Stem(file)}.{member}");
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new InvalidOperationException($"LCN_TEST_SEED is '{text}'; expected an integer of at least 0.");
    }

    private static string Stem(string file) => file.Split('/', '\\')[^1].Split('.')[0];

    /// <summary>FNV-1a: the same on every machine, unlike the runtime's own string hash.</summary>
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text) hash = unchecked((hash ^ letter) * 1099511628211UL);
        return hash;
    }
}
