using System.CommandLine;
using System.Globalization;
using LcnGeometry.Algebra;

namespace LcnGeometry.Cli;

/// <summary>The options that every command takes.</summary>
internal sealed class CommonOptions
{
    public Option<bool> Json { get; } = Flag("--json", "Print one JSON document and nothing else.", recursive: true);

    public Option<string?> Seed { get; } = Value("--seed", "N", "The seed of every random choice (default 1).", recursive: true);

    public Option<string?> Timeout { get; } = Value("--timeout", "S", "Stop after S seconds and keep what was finished (exit code 3).", recursive: true);

    public Option<bool> Help { get; } = Flag("--help", "Show this help.", recursive: true, "-h", "-?");

    public Option<bool> Version { get; } = Flag("--version", "Show the version.");

    /// <summary>Adds the options to the root, from where every command inherits them.</summary>
    public void AddTo(RootCommand root)
    {
        foreach (var option in (ReadOnlySpan<Option>)[Json, Seed, Timeout, Help, Version]) root.Options.Add(option);
    }

    /// <summary>An option with one value, kept as text: its rule is checked where its meaning is known.</summary>
    public static Option<string?> Value(string name, string valueName, string description, bool recursive = false) =>
        new(name) { Description = description, HelpName = valueName, Arity = ArgumentArity.ExactlyOne, Recursive = recursive };

    /// <summary>An option without a value.</summary>
    public static Option<bool> Flag(string name, string description, bool recursive = false, params string[] aliases) =>
        new(name, aliases) { Description = description, Arity = ArgumentArity.Zero, Recursive = recursive };

    /// <summary>The seed; 1 when it was not given.</summary>
    public long ReadSeed(ParseResult parse)
    {
        var text = parse.GetValue(Seed);
        if (text is null) return 1;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new CommandException(ErrorKind.Input, $"--seed needs an integer of at most 64 bits, not '{text}'.");
    }

    /// <summary>The time limit; null when it was not given.</summary>
    public TimeSpan? ReadTimeout(ParseResult parse)
    {
        const int MostSeconds = 1_000_000; // within the range of every timer
        var text = parse.GetValue(Timeout);
        if (text is null) return null;
        return Rational.TryParse(text, out var seconds) && seconds.Sign > 0 && seconds <= MostSeconds
            ? TimeSpan.FromSeconds(seconds.ToDouble())
            : throw new CommandException(ErrorKind.Input, $"--timeout needs a number of seconds above 0 and at most {MostSeconds}, not '{text}'.");
    }
}
