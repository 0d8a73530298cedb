using System.Globalization;

namespace LcnGeometry;

/// <summary>A computation was refused before it started, because it is estimated to take longer than its budget.</summary>
public sealed class TimeBudgetException : ArgumentException
{
    private const double LargestTimeout = 1e6; // the largest --timeout
    private const double MostCountedSeconds = 3e8;

    private TimeBudgetException(string what, double seconds, double budget)
        : base($"{what} would take {About(seconds)}, which is over the budget of {Duration(budget)}; {Advice(seconds)}.")
    {
        EstimatedSeconds = seconds;
    }

    /// <summary>The estimate.</summary>
    public double EstimatedSeconds { get; }

    /// <summary>Refuses a computation that is estimated to exceed the budget.</summary>
    /// <param name="what">The computation, as the beginning of a sentence.</param>
    /// <param name="seconds">The estimate.</param>
    /// <param name="options">Holds the budget.</param>
    /// <exception cref="TimeBudgetException">The estimate exceeds the budget.</exception>
    internal static void Require(string what, double seconds, StudyOptions options)
    {
        if (seconds > options.TimeBudget) throw new TimeBudgetException(what, seconds, options.TimeBudget);
    }

    private static string Advice(double seconds) => 2 * seconds <= LargestTimeout
        ? $"allow it with --timeout {Math.Ceiling(seconds * 2).ToString("0", CultureInfo.InvariantCulture)}"
        : "choose a smaller architecture";

    private static string About(double seconds) => seconds < MostCountedSeconds ? $"about {Duration(seconds)}" : "many years";

    private static string Duration(double seconds) => seconds switch
    {
        < 1 => $"{seconds.ToString("G2", CultureInfo.InvariantCulture)} s",
        < 120 => $"{seconds.ToString("0", CultureInfo.InvariantCulture)} s",
        < 7200 => $"{(seconds / 60).ToString("0", CultureInfo.InvariantCulture)} minutes",
        < 2e5 => $"{(seconds / 3600).ToString("0", CultureInfo.InvariantCulture)} hours",
        _ => $"{(seconds / 86400).ToString("0", CultureInfo.InvariantCulture)} days",
    };
}
