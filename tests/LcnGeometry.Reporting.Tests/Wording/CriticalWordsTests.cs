using System.Collections.Immutable;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Singular and plural, complete and not, in the sentences about critical points.</summary>
public sealed class CriticalWordsTests
{
    [Theory]
    [InlineData(10, 10, VerdictKind.Holds, "The list is complete: all 10 complex critical points are certified.")]
    [InlineData(1, 1, VerdictKind.Holds, "The list is complete: the one complex critical point is certified.")]
    [InlineData(10, 7, VerdictKind.Holds, "The list is complete: this loss has 7 complex critical points, all certified; generic data have 10.")]
    [InlineData(10, 1, VerdictKind.Holds, "The list is complete: this loss has 1 complex critical point, and it is certified; generic data have 10.")]
    [InlineData(10, 0, VerdictKind.Holds, "There is no critical point with nonzero function.")]
    [InlineData(39, 21, VerdictKind.Undecided, "21 of 39 complex critical points are certified; whether there are others is undecided.")]
    [InlineData(39, 21, VerdictKind.Fails, "The list is incomplete: 21 of 39 complex critical points are certified.")]
    public void Completeness_is_one_sentence(int expected, int certified, VerdictKind verdict, string sentence) =>
        Assert.Equal(sentence, CriticalWords.Completeness(SampleCritical.Complete(expected) with { Certified = certified, Verdict = verdict }, number => number.Plain));

    [Fact]
    public void Real_functions_are_counted_by_kind()
    {
        Assert.Equal("None of them has a real function.", CriticalWords.Census(With(CriticalPointKind.Zero)));
        var open = With(CriticalPointKind.Zero);
        open = open with { Completeness = open.Completeness with { Certified = 0, Verdict = VerdictKind.Undecided } };
        Assert.Equal("No real function is known to be critical.", CriticalWords.Census(open));
        Assert.Equal("One function is real: 1 strict saddle.", CriticalWords.Census(With(CriticalPointKind.StrictSaddle, CriticalPointKind.Zero)));
        Assert.Equal(
            "4 functions are real: 1 global minimum, 2 spurious local minima and 1 not attained.",
            CriticalWords.Census(With(CriticalPointKind.NotAttained, CriticalPointKind.GlobalMinimum, CriticalPointKind.LocalMinimum, CriticalPointKind.LocalMinimum)));
        Assert.Equal("One function is real: 1 local minimum.", CriticalWords.Census(With(CriticalPointKind.LocalMinimum)));
    }

    [Fact]
    public void Traps_are_named_only_when_the_best_is_known()
    {
        Assert.Null(CriticalWords.Traps(With(CriticalPointKind.LocalMinimum)));
        Assert.Equal("There is no spurious local minimum.", CriticalWords.Traps(With(CriticalPointKind.GlobalMinimum, CriticalPointKind.StrictSaddle)));
        Assert.Equal(
            "No spurious local minimum is known, but the list may lack some.",
            CriticalWords.Traps(With(CriticalPointKind.GlobalMinimum) with { AllRealPoints = VerdictKind.Undecided }));
        Assert.Equal("Training can get stuck: number 2 is a spurious local minimum.", CriticalWords.Traps(With(CriticalPointKind.GlobalMinimum, CriticalPointKind.LocalMinimum)));
        Assert.Equal(
            "Training can get stuck: numbers 2 and 4 are spurious local minima. Whether number 3, which is degenerate, is one is open.",
            CriticalWords.Traps(With(CriticalPointKind.GlobalMinimum, CriticalPointKind.LocalMinimum, CriticalPointKind.Degenerate, CriticalPointKind.LocalMinimum)));
        Assert.Equal(
            "No spurious local minimum is known. Whether numbers 2 and 3, which are degenerate, are minima is open.",
            CriticalWords.Traps(With(CriticalPointKind.GlobalMinimum, CriticalPointKind.Degenerate, CriticalPointKind.Degenerate)));
    }

    private static CriticalDocument With(params CriticalPointKind[] kinds)
    {
        var sample = SampleStudies.Named("cubic-slice").Critical!;
        return sample with { Points = [.. kinds.Select(kind => sample.Points[0] with { Kind = kind, Factorizations = ImmutableArray<CriticalFactorizationRow>.Empty })] };
    }
}
