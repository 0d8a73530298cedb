using System.Globalization;
using System.Text.RegularExpressions;
using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Pages in a real browser. The page has no script; the copy that is measured gets one that writes down what it sees.</summary>
public sealed partial class BrowserTests
{
    private const string Probe = """
        <script>
        addEventListener('load', () => {
          const sizes = [...document.querySelectorAll('svg[role=img]')].map(s => { const r = s.getBoundingClientRect(); return Math.round(r.width) + 'x' + Math.round(r.height); });
          const wide = [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll, .formula, svg') && !e.matches('.skip') && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + '.' + e.className);
          const out = document.createElement('output');
          out.textContent = 'mode=' + document.compatMode + ' width=' + innerWidth + ' scroll=' + document.documentElement.scrollWidth + ' svg=' + sizes.join(',') + ' math=' + document.querySelectorAll('math').length + ' wide=' + wide.join(',');
          document.body.append(out);
        });
        </script>
        """;

    [ToolTheory("chromium")]
    [InlineData("cone-outside", 1280)]
    [InlineData("cubic-slice", 400)]
    [InlineData("quartic-slice", 1280)]
    [InlineData("large", 400)]
    [InlineData("umbrella", 400)]
    [InlineData("umbrella", 1280)]
    [InlineData("zero-target", 700)]
    public void A_page_opens_and_every_figure_has_a_size(string sample, int width) => Opens(HtmlReport.Render(SampleStudies.Named(sample)), width);

    [ToolTheory("chromium")]
    [InlineData("five-layers", 1280)]
    [InlineData("exceptions", 400)]
    public void A_page_of_a_census_opens_and_every_figure_has_a_size(string sample, int width) => Opens(HtmlReport.Render(SampleCensus.All[sample]), width);

    private static void Opens(string page, int width)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("page.html", page.Replace("</body>", Probe + "</body>", StringComparison.Ordinal));
        var dom = Browse(folder, width, file, "--dump-dom").Output;
        var seen = Seen().Match(dom);
        Assert.True(seen.Success, "the page did not run to its end: " + dom[..Math.Min(400, dom.Length)]);
        Assert.Equal("CSS1Compat", seen.Groups["mode"].Value);
        Assert.True(Number(seen, "scroll") <= Number(seen, "width"), $"wider than the window: {seen.Value}");
        Assert.Equal("", seen.Groups["wide"].Value);
        var sizes = seen.Groups["svg"].Value.Split(',');
        Assert.Equal(new PageParts(page).Figures.Sum(figure => figure.Descendants(PageParts.Svg + "svg").Count(svg => svg.Attribute("role") is not null)), sizes.Length);
        Assert.All(sizes, size => Assert.All(size.Split('x'), side => Assert.True(int.Parse(side, CultureInfo.InvariantCulture) > 60, $"a figure of size {size}")));
    }

    [ToolFact("chromium")]
    public void A_page_can_be_photographed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("page.html", HtmlReport.Render(SampleStudies.Named("cone-outside")));
        var picture = folder.PathOf("page.png");
        Browse(folder, 1280, file, "--screenshot=" + picture);
        Assert.True(new FileInfo(picture).Length > 20_000, "the picture is nearly empty");
    }

    private static CommandResult Browse(TemporaryFolder folder, int width, string file, string action) => Command.Run(
        Tool.Named("chromium").Find(),
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            "--user-data-dir=" + folder.PathOf("profile"), string.Create(CultureInfo.InvariantCulture, $"--window-size={width},1200"), action, new Uri(file).AbsoluteUri,
        ],
        "", TimeSpan.FromMinutes(1));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"mode=(?<mode>\w+) width=(?<width>\d+) scroll=(?<scroll>\d+) svg=(?<svg>[\dx,]*) math=(?<math>\d+) wide=(?<wide>[^<]*)</output>")]
    private static partial Regex Seen();
}
