using System.Collections.Immutable;
using System.Reflection;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>A study as one self-contained page.</summary>
public static class HtmlReport
{
    private static readonly ImmutableArray<(string Id, string Name, Func<ReportContext, Element?> Render)> Chapters =
    [
        ("architecture", "Architecture", ArchitectureChapter.Render), ("loss", "Loss", LossChapter.Render), ("optimum", "Optimum", OptimumChapter.Render),
        ("factorizations", "Factorizations", FactorizationsChapter.Render), ("function-space", "Function space", FunctionSpaceChapter.Render),
        ("strata", "Strata", StrataChapter.Render), ("critical", "Critical points", CriticalChapter.Render), ("flow", "Training", FlowChapter.Render),
        ("kernels", "Kernels", KernelsChapter.Render), ("provenance", "Provenance", ProvenanceChapter.Render),
    ];

    private static readonly ImmutableArray<(string Id, string Name)> AtlasContents = [("networks", "Architectures"), ("strata", "Strata"), ("provenance", "Provenance")];

    /// <summary>Renders a study as an HTML page with its own figures (SVG) and formulas (MathML).</summary>
    /// <param name="study">The study; sections that it lacks are named on the page with the reason.</param>
    /// <returns>The text of the page, to be saved as UTF-8. It is HTML5 and well-formed XML at once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="study"/> is null.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> the page holds no script and refers to nothing outside itself; all text of the study is escaped; the same study gives the same bytes in every culture.</para>
    /// <para><b>Method:</b> one renderer per chapter and per figure. Nothing is computed but drawings.</para>
    /// <para><b>Cost:</b> linear in the study; long tables and many curves are cut, and the page says so.</para>
    /// <para><b>Source:</b> HTML Living Standard, SVG 2, MathML Core.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var card = StudyBuilder.Describe(Architecture.Parse("3,2"), new StudyOptions());
    /// var study = new Study { Inputs = card.Inputs, Describe = card };
    /// HtmlReport.Render(study).StartsWith("&lt;!DOCTYPE html&gt;") // true
    /// </code>
    /// </example>
    public static string Render(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var context = new ReportContext(study);
        var header = Headline.Render(context);
        var chapters = Chapters.Select(chapter => (chapter.Id, chapter.Name, Body: chapter.Render(context))).Where(chapter => chapter.Body is not null).ToList();
        return Page(Headline.Title(study), header, [.. chapters.Select(chapter => (chapter.Id, chapter.Name))], [.. chapters.Select(chapter => chapter.Body!)]);
    }

    /// <summary>Renders an atlas as an HTML page.</summary>
    /// <param name="atlas">The atlas.</param>
    /// <returns>The text of the page, to be saved as UTF-8. It is HTML5 and well-formed XML at once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="atlas"/> is null.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> the page holds no script and refers to nothing outside itself; the same atlas gives the same bytes in every culture.</para>
    /// <para><b>Method:</b> tables. Nothing is computed.</para>
    /// <para><b>Cost:</b> linear in the atlas.</para>
    /// <para><b>Source:</b> HTML Living Standard.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// HtmlReport.Render(StudyBuilder.Atlas(2, new StudyOptions())).StartsWith("&lt;!DOCTYPE html&gt;") // true
    /// </code>
    /// </example>
    public static string Render(AtlasDocument atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        return Page(AtlasPage.Title(atlas), AtlasPage.Header(atlas), AtlasContents, AtlasPage.Chapters(atlas));
    }

    /// <summary>Renders a census as an HTML page with its own figures (SVG).</summary>
    /// <param name="census">The census.</param>
    /// <returns>The text of the page, to be saved as UTF-8. It is HTML5 and well-formed XML at once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="census"/> is null.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> the page holds no script and refers to nothing outside itself; all text of the census is escaped; the same census gives the same bytes in every culture.</para>
    /// <para><b>Method:</b> tables and drawings of what the document says. Nothing is computed.</para>
    /// <para><b>Cost:</b> linear in the rows of the document; long tables are cut, and the page says so.</para>
    /// <para><b>Source:</b> HTML Living Standard, SVG 2.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// static string Page(CensusDocument census) => HtmlReport.Render(census);   // to be saved beside the table of runs
    /// </code>
    /// </example>
    public static string Render(CensusDocument census)
    {
        ArgumentNullException.ThrowIfNull(census);
        return Page(CensusPage.Title(census), CensusPage.Header(census), CensusPage.Contents, CensusPage.Chapters(census));
    }

    private static string Page(string title, Element header, ImmutableArray<(string Id, string Name)> contents, ImmutableArray<Element> chapters)
    {
        var body = El("body",
            El("a", "Skip to the results").Set("href", "#" + contents[0].Id).Class("skip"),
            El("div", header, Contents(contents), El("main").AddAll(chapters)).Class("page"));
        var head = El("head",
            new Element("meta").Set("charset", "utf-8"),
            new Element("meta").Set("name", "viewport").Set("content", "width=device-width, initial-scale=1"),
            new Element("meta").Set("name", "color-scheme").Set("content", "light dark"),
            El("title", title),
            El("style", new StyleText(StyleSheet())));
        return "<!DOCTYPE html>\n" + El("html", head, body).Set("xmlns", "http://www.w3.org/1999/xhtml").Set("lang", "en") + "\n";
    }

    private static Element Contents(ImmutableArray<(string Id, string Name)> entries)
    {
        var list = El("ol");
        foreach (var (id, name) in entries) list.Add(El("li", El("a", name).Set("href", "#" + id)));
        return El("nav", list).Set("aria-label", "Contents");
    }

    private static string StyleSheet()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("LcnGeometry.Reporting.Html.report.css")
            ?? throw new InvariantViolationException("the style sheet is missing from the assembly", "report.css");
        using var reader = new StreamReader(stream);
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
