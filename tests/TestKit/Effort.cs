using System.Globalization;

namespace LcnGeometry.TestKit;

/// <summary>The one dial for how hard the tests try: <c>LCN_TEST_EFFORT</c>, 0.1 quick, 1 default, 10 thorough.</summary>
public static class Effort
{
    public static double Level { get; } = Read(Environment.GetEnvironmentVariable("LCN_TEST_EFFORT"));

    /// <summary>A number of trials scaled by the dial, at least 1.</summary>
    public static int Trials(int atDefault) => Math.Max(1, (int)Math.Round(atDefault * Level));

    private static double Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return 1;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var level) && level > 0 && double.IsFinite(level)
            ? level
            : throw new InvalidOperationException($"LCN_TEST_EFFORT is '{text}'; expected a positive number such as 0.1, 1 or 10.");
    }
}
