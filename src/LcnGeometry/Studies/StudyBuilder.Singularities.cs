using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    // Measured on two cores of 2020s server hardware; it only has to be right within a small factor.
    private const double SecondsPerStratumAndLayer = 0.2e-3;

    private const int MostStridedStrata = 5000;

    /// <summary>The components of the singular locus, with equations where these are feasible.</summary>
    private static ImmutableArray<SingularLocusRow> SingularLocusOf(FunctionSpace space, CancellationToken token)
    {
        var rows = ImmutableArray.CreateBuilder<SingularLocusRow>();
        foreach (var component in space.SingularLocus)
        {
            var own = component.Network.FunctionSpace();
            rows.Add(component.ToRow(
                ClosureEquations.Feasible(own) == Verdict.Holds ? [.. ClosureEquations.Of(own, token).Generators.Select(equation => equation.ToString())] : null));
        }

        return rows.ToImmutable();
    }

    /// <summary>The strata; of strided networks only where they are listed in time.</summary>
    /// <exception cref="TimeBudgetException">A network of stride one has too many for the budget.</exception>
    private static ImmutableArray<StratumRow>? StrataOf(FunctionSpace space, StudyOptions options, ImmutableArray<string>.Builder notes, CancellationToken token)
    {
        // The double of a count with thousands of digits is infinite, which is over every budget.
        var count = space.StratumCount;
        var seconds = ((Rational)count).ToDouble() * SecondsPerStratumAndLayer * space.Architecture.Depth;
        if (space.Architecture.IsStrideOne)
        {
            TimeBudgetException.Require($"Listing the {count} strata of {space.Architecture}", seconds, options);
        }
        else if (count > MostStridedStrata)
        {
            notes.Add($"Strata are not listed: there are {count} choices of root patterns for the blocks of layers with equal steps.");
            return null;
        }

        return [.. space.Strata(token).Select(stratum => stratum.ToRow())];
    }

    private static PuritySection SectionOf(Purity purity) => new()
    {
        Regular = purity.Regular,
        Smooth = purity.Smooth,
        Critical = purity.Critical,
        Undecided = purity.Undecided,
        Verdict = purity.Verdict.Kind,
        Reason = purity.Verdict.Reason,
        Evidence = purity.Evidence,
        Sentence = SentenceOn(purity),
    };

    private static string SentenceOn(Purity purity)
    {
        var all = purity.Regular + purity.Critical + purity.Undecided;
        var points = all.IsOne ? "certified critical point" : "certified critical points";
        if (all.IsZero) return "No critical point with nonzero function is certified.";
        if (purity.Critical.IsZero && purity.Undecided.IsZero)
        {
            var subject = all.IsOne ? $"The {points} is a regular point" : $"All {all} {points} are regular points";
            return purity.Smooth == purity.Regular
                ? $"{subject} of the parameterization and {(all.IsOne ? "maps to a smooth point" : "map to smooth points")} of the closure: {(purity.Verdict == Verdict.Holds ? "pure" : "pure as far as the list goes")}{(purity.Evidence == Evidence.Proved ? ", as for all data" : "")}."
                : $"{subject} of the parameterization; {purity.Smooth} {(purity.Smooth.IsOne ? "maps" : "map")} to smooth points of the closure.";
        }

        var open = purity.Undecided.IsZero ? "" : $", {purity.Undecided} may be either";
        return $"Of {all} {points}, {purity.Regular} {(purity.Regular.IsOne ? "is a regular point" : "are regular points")} of the parameterization, {purity.Critical} {(purity.Critical.IsOne ? "is a critical point" : "are critical points")} of it{open}{(purity.Verdict == Verdict.Fails ? ": not pure" : "")}.";
    }
}
