using System.Collections.Immutable;
using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Text from outside is shown, never obeyed.</summary>
public sealed class EscapingTests
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "</style><script>", "\"><img src=x onerror=alert(1)>", "&lt;b&gt;", "]]>", "<!--", "javascript:alert(1)", "' onload='", "\u202Egnp.exe",
        "\0\u0001\u001B[2J", "\uD800", "\uFFFF", "a\r\nb\tc", "http://evil.example/x.js", "$(rm -rf ~)", "'; rm -rf /; '", "日本語 🌞", "", " ", "{{7*7}}",
    ];

    private static readonly Lazy<IReadOnlyList<string>> Plain = new(() => Steady(PageParts.Of(WithText("x"))));

    [Fact]
    public void Hostile_text_in_every_field_stays_text()
    {
        foreach (var text in Hostile) Check(text);
    }

    [Fact]
    public void Random_mixtures_stay_text() => PropertyRun.Trials(40, random =>
        Check(string.Concat(Enumerable.Range(0, random.Between(1, 6)).Select(_ => random.Chance(0.6) ? random.Pick(Hostile) : ((char)random.Between(0, 0xFFFF)).ToString()))));

    [Fact]
    public void What_XML_can_hold_is_shown_as_it_is()
    {
        var page = PageParts.Of(WithText("a<b>&\"c'd 日本 🌞"));
        Assert.Contains(page.Root.Descendants(PageParts.Html + "code"), code => code.Value == "a<b>&\"c'd 日本 🌞");
        Assert.Contains(page.Root.Descendants(PageParts.Html + "li"), item => item.Value == "a<b>&\"c'd 日本 🌞");
    }

    [Fact]
    public void A_formula_that_is_none_stays_text()
    {
        var study = SampleStudies.Named("strided-undecided");
        var law = study.Laws!.Laws[0];
        foreach (var text in Hostile)
        {
            var page = PageParts.Of(study with { Laws = study.Laws with { Notes = [text], Laws = [law with { Formula = text, Latex = text, Name = text }] } });
            Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('\u001B', page.Text);
            Assert.DoesNotContain('\u202E', page.Text);
        }

        var lines = PageParts.Of(study with { Laws = study.Laws with { Laws = [law with { Formula = "2*w_1_0^2 - x*y + 1/2" }, law with { Formula = "0" }] } });
        Assert.Contains(lines.Root.Descendants(), element => element.Name.LocalName == "math" && element.Value == "2w1,02−xy+12");
        Assert.Contains(lines.Root.Descendants(PageParts.Html + "code"), code => code.Value == "0");
    }

    private static void Check(string text)
    {
        var page = PageParts.Of(WithText(text));
        Assert.Equal(Plain.Value, Steady(page));
        Assert.DoesNotContain('\u001B', page.Text);
        Assert.DoesNotContain('\u202E', page.Text);
        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static List<string> Steady(PageParts page) => [.. page.Root.Descendants().Where(IsSteady).Select(element => element.Name.LocalName)];

    // Patterns that cannot be read lose their picture, and equations are formulas if they can be read; everything else must keep its place.
    private static bool IsSteady(System.Xml.Linq.XElement element) => element.AncestorsAndSelf().All(e => e.Attribute("class")?.Value is not ("pattern" or "glyphs" or "equations"));

    private static Study WithText(string text)
    {
        var study = SampleStudies.Named("strided-undecided");
        var flow = study.Flow!;
        var inputs = study.Inputs with { Series = text, Column = text, Metric = text, Data = [text, text], Digests = [text, text], Target = null };
        return study with
        {
            Inputs = inputs,
            Version = text,
            Notes = [text],
            Describe = study.Describe with
            {
                Notes = [text],
                FunctionSpace = study.Describe.FunctionSpace with { Reason = text, Equations = [text] },
                Strata = [SampleParts.Stratum(text, [1], 1, StratumPosition.Outside, 1, 1, 1)],
            },
            Member = study.Member! with { Notes = [text], Reason = text, RealPattern = text, Witness = study.Member.Witness! with { Roots = [new RootRow { Kind = text, Multiplicity = 1 }] } },
            Flow = flow with { Notes = [text], Runs = [.. flow.Runs.Select(run => run with { Limit = run.Limit with { RealPattern = text } })] },
        };
    }
}
