using System.Collections.Immutable;
using static LcnGeometry.CensusPrediction;

namespace LcnGeometry;

/// <summary>What theory says about the runs of a census, for the strides at hand.</summary>
internal static class CensusPredictions
{
    // The loss at the end is a sum of rounded products, and the certified one is rounded to a double.
    private const double Rounding = 1e-8, Nothing = 1e-12;

    /// <summary>The statements that apply to the network, in a fixed order.</summary>
    public static ImmutableArray<CensusPrediction> For(EndRules rules)
    {
        var list = ImmutableArray.CreateBuilder<CensusPrediction>();
        const string NoReason = "The search was cut short.", TooMany = "There are too many factorizations to try.";
        if (rules.IsStrideOne)
        {
            list.Add(new("C3", "Every end pattern has a factorization in which no layer holds a root twice.", NoReason,
                row => !HasRoots(row) ? Answer.Skip : Of(rules.IsPossible(row.EndPattern))));
            list.Add(new("C6", "No limit has a repeated complex pair.", NoReason,
                row => row.Status != CensusStatus.Converged ? Answer.Skip : Of(rules.Pattern(row.EndPattern) is not { } pattern || pattern.Pairs.IsEmpty || pattern.Pairs[0] == 1)));
            list.Add(new("C3-repeated", "Layers repeat a filter exactly as one of these factorizations does.", TooMany,
                row => !HasRoots(row) ? Answer.Skip : Of(rules.AllowsRepeated(row.EndPattern, row.Repeated))));
        }
        else if (rules.AreKnown)
        {
            list.Add(new("F14", rules.AreAllStrided
                    ? "Every limit has simple roots, of which as many are real as the strides allow."
                    : "Every end pattern has a factorization in which no layer holds a root twice, and layers with a stride between them share none.", NoReason,
                row => !HasRoots(row) ? Answer.Skip : Of(rules.IsPossible(row.EndPattern))));
            list.Add(new("F14-repeated", rules.AreAllStrided ? "No limit has proportional filters in two layers." : "Layers repeat a filter exactly as one of these factorizations does.", TooMany,
                row => !HasRoots(row) ? Answer.Skip : Of(rules.AllowsRepeated(row.EndPattern, row.Repeated))));
        }

        list.Add(new("G4", "Every limit matches one certified critical point of its loss.", "The lists of critical points of these data sets are not proved to be complete.",
            row => row.Status != CensusStatus.Converged ? Answer.Skip : row.CriticalPoint is not null ? Answer.Agree : row.GlobalLoss is null ? Answer.Open : Answer.Contradict));
        list.Add(new("G4-minimum", "The critical point at every limit is a local minimum.", "The kinds of these critical points are not certified.", row => row.Kind switch
        {
            _ when row.Status != CensusStatus.Converged => Answer.Skip,
            null => row.CriticalPoint is null ? Answer.Skip : Answer.Open,
            CriticalPointKind.GlobalMinimum or CriticalPointKind.LocalMinimum => Answer.Agree,
            CriticalPointKind.Degenerate => Answer.Open,
            _ => Answer.Contradict,
        }));
        list.Add(new("least", "No run ends below the certified global minimum.", NoReason,
            row => row.GlobalLoss is not { } least || row.Status == CensusStatus.Diverging ? Answer.Skip : Of(row.EndLoss >= least - Nothing - (Rounding * Math.Max(Math.Abs(row.EndLoss), Math.Abs(least))))));
        return list.ToImmutable();
    }

    /// <summary>Whether a run has a limit with a pattern: the zero function has none.</summary>
    private static bool HasRoots(CensusRow row) => row.Status == CensusStatus.Converged && row.EndPattern != "zero";

    private static Answer Of(bool? agrees) => agrees switch
    {
        true => Answer.Agree,
        false => Answer.Contradict,
        null => Answer.Open,
    };
}
