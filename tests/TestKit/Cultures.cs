using System.Globalization;

namespace LcnGeometry.TestKit;

/// <summary>Runs the same code under cultures that write numbers and letters differently.</summary>
public static class Cultures
{
    /// <summary>Invariant; a comma as group separator; a comma as decimal point; a dotless i.</summary>
    public static IReadOnlyList<string> Names { get; } = ["", "en-US", "de-DE", "tr-TR"];

    /// <summary>Runs the action once under each culture; the culture before is restored.</summary>
    public static void Each(Action<CultureInfo> action)
    {
        foreach (var name in Names) Under(name, action);
    }

    /// <summary>Asserts that the text is the same, byte for byte, under every culture, and returns it.</summary>
    public static string Same(Func<string> text)
    {
        string? first = null;
        Each(culture =>
        {
            var now = text();
            first ??= now;
            if (!string.Equals(first, now, StringComparison.Ordinal))
                throw new Xunit.Sdk.XunitException($"The text depends on the culture; under '{culture.Name}':{Environment.NewLine}{TextDifference.Between(first, now)}");
        });
        return first!;
    }

    /// <summary>Runs the action under one culture; the culture before is restored.</summary>
    public static void Under(string name, Action<CultureInfo> action)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            action(CultureInfo.CurrentCulture);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }
}
