using System.Collections.Immutable;
using System.Globalization;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>The chapters of a census.</summary>
internal static class CensusPage
{
    internal static ImmutableArray<(string Id, string Name)> Contents { get; } =
        [("ends", "Where training ends"), ("steps", "Time to converge"), ("predictions", "Predictions"), ("repetition", "Repeated filters"), ("provenance", "Provenance")];

    internal static string Title(CensusDocument census) => $"Where training of the linear convolutional network {Names.Network(census.Inputs)} ends";

    internal static Element Header(CensusDocument census) => El("header",
        P("LcnGeometry · census of training runs").Class("kicker"),
        El("h1", Title(census).Replace(", ", ",\u00A0", StringComparison.Ordinal)),
        new Element("ul").Class("verdicts").Add(
            El("li", CensusWords.Headline(census, NumberText.TypesetDigits)),
            El("li", CensusWords.Outcome(census, NumberText.TypesetDigits).Replace(" %", "\u00A0%", StringComparison.Ordinal), "\u00A0", Badge.Of(Evidence.Sampled)),
            El("li", CensusWords.Predictions(census), "\u00A0", Badge.Of(Evidence.Sampled))));

    internal static ImmutableArray<Element> Chapters(CensusDocument census) => [Ends(census), Steps(census), Predictions(census), Repetition(census), Provenance(census)];

    private static Element Ends(CensusDocument census)
    {
        var chapter = Chapter.Open("ends", "Where training ends");
        if (census.Counts.Runs == 0) return chapter.Add(Chapter.Absent("Nothing was run."));
        return chapter.Add(
            P("A root pattern lists the multiplicities of the real roots of a filter, then, after the bar, those of its complex pairs. Runs are grouped by the pattern of their target, then by that of their limit."),
            EndsFigure.Draw(census).ToHtml(new FigureNumber(1)),
            CensusTables.Ends(census).ToHtml(1, "Ends by target",
                "Percent of the data sets with that target, then percent of its runs, with 95\u00A0% intervals. Global, spurious: runs whose limit is certified to be a global minimum, or a local one that is not global."),
            Details("More about each end", CensusTables.Details(census).ToHtml(2, "More about each end",
                "Data sets: those with such a run. Effective: so many independent runs would tell as much about the share. Repeated: runs with proportional filters in two layers. Excess: loss of the spurious runs above the certified global minimum of their data set.")),
            CensusTables.Statuses(census).ToHtml(3, "Runs by status",
                "Converged: the gradient vanished, and the roots of the filters tell the pattern. Near-degenerate: it vanished, but no distance tells single from multiple roots, or the certified critical point there has another pattern. Matched: the limit is at one certified critical point."),
            Intervals(census));
    }

    private static Element Intervals(CensusDocument census) => Details("How the intervals are made",
        census.Counts.DataSets == 1
            ? P("Wilson’s interval for the runs of the one data set. It says nothing about other data sets.")
            : P("Runs of one data set resemble each other, so the spread is taken between data sets. With n data sets, m", El("sub", "i"), " runs of data set i, y", El("sub", "i"), " of them counted, p the share and M all runs, V = n/(n−1) · Σ(y", El("sub", "i"), " − p·m", El("sub", "i"),
                ")² / M² estimates the variance of p. The interval is Wilson’s for p(1−p)/V runs, at most M, with the quantile of Student’s distribution for n−1 degrees of freedom. Where all runs agree, the effective number is that of the data sets."));

    private static Element Steps(CensusDocument census)
    {
        var chapter = Chapter.Open("steps", "Time to converge");
        if (census.Counts.Runs == 0) return chapter.Add(Chapter.Absent("Nothing was run."));
        var method = census.Inputs.Method == "flow" ? "Steps of the integrator of the gradient flow." : "Steps of gradient descent.";
        return chapter.Add(
            P(method),
            StepsFigure.Draw(census).ToHtml(new FigureNumber(2)),
            Details("All quantiles", CensusTables.Steps(census).ToHtml(4, "Steps to the end", "The least number of steps that this share of the runs does not exceed.")));
    }

    private static Element Predictions(CensusDocument census) => Chapter.Open("predictions", "Predictions of theory").Add(
        P("What theory says about every run, for generic data, checked in every run. Exceptions are named by data set and start, both counted from 0, as in the table of runs; in the library, ", Code("CensusPlan.Loss"), " and ", Code("CensusPlan.Start"), " make the loss and the start of any run again."),
        CensusTables.Predictions(census).ToHtml(5, "Predictions", "Each in the runs that it is about. A verdict is about these runs; the theorem itself needs a proof."));

    private static Element Repetition(CensusDocument census)
    {
        var chapter = Chapter.Open("repetition", "Repeated filters");
        if (census.Repetition.Runs == 0) return chapter.Add(Chapter.Absent("No run converged."));
        var repeated = census.Repetition.Repeated;
        return chapter.Add(
            P($"{NumberText.TypesetDigits(CensusWords.Count(repeated.Runs))} of {NumberText.TypesetDigits(CensusWords.Count(census.Repetition.Runs))} converged runs ended with proportional filters in two layers: {CensusWords.Percent(repeated.Share ?? 0)}\u00A0%, 95\u00A0% interval {CensusWords.Interval(repeated.Share, repeated.Interval)}.\u00A0", Badge.Of(Evidence.Sampled)),
            CensusTables.Repetition(census).ToHtml(6, "Repeated filters by limit",
                "Theory: whether the factorizations of the pattern that are critical for generic data repeat a filter: those in which no layer holds a root twice."));
    }

    private static Element Provenance(CensusDocument census)
    {
        var facts = new Element("dl").Class("facts");
        Add("Version", $"LcnGeometry {census.Version}, document format {census.Schema}");
        Add("Seed", census.Seed.ToString(CultureInfo.InvariantCulture));
        foreach (var digest in census.Inputs.Digests ?? []) Add("SHA-256", Code(digest));
        return Chapter.Open("provenance", "Provenance").Add(
            P("This page shows the document ", Code("census.json"), ", which counts the rows of ", Code("runs.csv"), ", and computes nothing. To make the census again:"),
            El("pre", Code(ReproducingCommand.Of(census))),
            facts,
            census.Notes.IsDefaultOrEmpty ? null : El("h3", "Notes"),
            Chapter.Notes(census.Notes),
            El("h3", "What the words mean"),
            ProvenanceChapter.Guarantees());

        void Add(string term, Node value) => facts.Add(Div("", El("dt", term), El("dd", value)));
    }
}
