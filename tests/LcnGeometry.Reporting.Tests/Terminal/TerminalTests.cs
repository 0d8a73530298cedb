using System.Collections.Immutable;
using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Terminal output against approved text at 80 columns, and what holds for every document.</summary>
public sealed class TerminalTests
{
    public static TheoryData<string> Samples => [.. SampleStudies.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Output_at_80_columns_is_as_approved(string sample)
    {
        foreach (var document in Documents(sample))
        {
            var text = Cultures.Same(() => Written(document, 80));
            Approved.Check(text, $"Terminal/{sample}/{document.Command}.txt");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_line_is_longer_than_the_console(string sample)
    {
        foreach (var document in Documents(sample))
        {
            foreach (var width in (int[])[60, 72, 80, 100, 200])
                Assert.All(Written(document, width).Split('\n'), line => Assert.True(line.Length <= width, $"{line.Length} > {width}: {line}"));
        }
    }

    /// <summary>Tables give way between words, never in the middle of one.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void No_word_breaks_at_80_columns(string sample)
    {
        foreach (var document in Documents(sample))
        {
            var whole = Words(document, 1000);
            Assert.DoesNotContain(Words(document, 80), word => !whole.Contains(word) && word.Any(c => c != '─'));
        }

        static HashSet<string> Words(LcnDocument document, int width) => [.. Written(document, width).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_plain_console_gets_no_escapes_and_an_old_one_only_ASCII(string sample)
    {
        foreach (var document in Documents(sample))
        {
            Assert.DoesNotContain('\u001B', Written(document, 80));
            Assert.All(Written(document, 80, unicode: false), c => Assert.True(c < 128, $"'{c}' on a console without Unicode"));
        }
    }

    [Fact]
    public void A_colour_console_gets_colours()
    {
        var text = Written(SampleStudies.Named("cone-outside").Member!, 80, colours: true);
        Assert.Contains('\u001B', text);
    }

    [Fact]
    public void Text_from_outside_cannot_act_on_the_terminal()
    {
        var study = SampleStudies.Named("card-only") with { Notes = ["\u001B[2J\u0007[red]x[/]\u202E\r\nnext"] };
        var text = Written(study, 80);
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202E', text);
        Assert.Contains("[red]x[/]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_is_a_table()
    {
        var member = SampleStudies.Named("cone-outside").Member!;
        var results = Enumerable.Range(0, 50).Select(i => new MemberRow
        {
            Filter = SampleParts.ExactFilter($"{i}", "1/3", "-2", "5/123456789012"),
            Verdict = (VerdictKind)(i % 3),
            Position = (StratumPosition)(i % 4),
            RealPattern = i % 4 == 3 ? null : "1|1",
            InZariskiClosure = VerdictKind.Holds,
            Evidence = Evidence.Exact,
            Witness = new MemberWitness { RequiredRealRoots = 1 },
        }).ToImmutableArray();
        var batch = new MemberDocument { Inputs = member.Inputs with { Filter = null, Batch = "filters.csv" }, Results = results };
        Approved.Check(Cultures.Same(() => Written(batch, 80)), "Terminal/batch.txt");
    }

    [Theory]
    [InlineData(VerdictKind.Holds, VerdictKind.Holds, null)]
    [InlineData(VerdictKind.Holds, VerdictKind.Undecided, null)]
    [InlineData(VerdictKind.Fails, VerdictKind.Undecided, CertificateClaim.OneSolution)]
    [InlineData(VerdictKind.Undecided, VerdictKind.Undecided, CertificateClaim.Distinct)]
    public void A_recheck_is_a_sentence_and_a_table(VerdictKind verdict, VerdictKind complete, CertificateClaim? claim)
    {
        var recheck = new RecheckDocument
        {
            Inputs = new DocumentInputs { Filters = [2, 2, 2], Strides = [1, 2, 1], Certificate = "a/file.json", Digests = [new string('0', 64)] },
            Verdict = verdict,
            Reason = verdict == VerdictKind.Undecided ? "Some reason." : null,
            Problem = claim is { } kind ? new RecheckProblemRow(kind, "strata[0].solutions[7]", verdict, "strata[0].solutions[7] of the stratum (1,1 | 1): what is the matter with it.") : null,
            Completeness = new RecheckCompleteness { Expected = 34, Certified = complete == VerdictKind.Holds ? 34 : 32, Verdict = complete, Source = "closed formula for generic data, which isolated solutions never exceed", Reason = complete == VerdictKind.Holds ? null : "32 of 34." },
            Points = verdict == VerdictKind.Holds ? 12 : null,
            Bits = 192,
            Strata =
            [
                new RecheckStratumRow { Patterns = [[1, 1], [1]], Expected = 10, Factorizations = 2, Claimed = 10, Verified = 9, OpenStratum = 9, Distinct = 9, Real = 4, Verdict = verdict },
                new RecheckStratumRow { Patterns = [[2], [1]], Expected = 14, Factorizations = 1, Claimed = 14, Verified = 14, OpenStratum = 14, Distinct = 14, Real = 8, Verdict = VerdictKind.Holds },
            ],
        };
        Approved.Check(Cultures.Same(() => Written(recheck, 80)), $"Terminal/recheck-{verdict}-{complete}.txt");
        Assert.All(Written(recheck, 60).Split('\n'), line => Assert.InRange(line.Length, 0, 60));
        Assert.All(Written(recheck, 80, unicode: false), c => Assert.True(c < 128));
    }

    [Fact]
    public void An_unknown_document_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Written(new OtherDocument { Inputs = new DocumentInputs() }, 80));
        Assert.Contains("'other'", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<LcnDocument> Documents(string sample)
    {
        var study = SampleStudies.Named(sample);
        return ((LcnDocument?[])[study, study.Describe, study.Laws, study.Member, study.Factor, study.Critical, study.Flow]).OfType<LcnDocument>();
    }

    private static string Written(LcnDocument document, int width, bool unicode = true, bool colours = false) => WrittenText.Of(document, width, unicode, colours);

    private sealed record OtherDocument : LcnDocument
    {
        public override string Command => "other";
    }
}
