using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints.Certificates;

/// <summary>The file format: what is written is read again, and whatever is not a certificate is refused with its place.</summary>
public class CertificateFileTests
{
    private const string Sample = """
        {"format":"lcn-certificate/1","filters":[2,2],"strides":[1,1],"q":[["1","0","0"],["0","3/2",0],["0","0","1"]],
         "u":["1","-2/3","5"],"constant":"0","strata":[
         {"patterns":[[1,1]],"expected":1,"factorizations":2,"solutions":[{"exact":true}]},
         {"patterns":[[2]],"expected":4,"factorizations":1,"solutions":[
           {"real":true,"charts":[0],"center":[["1/3","0"],["-2","0"]],"radius":["1/1000","1/1000"]},
           {"real":false,"charts":[1],"center":[["1/3","-1/7"],["-2","1"]],"radius":["1/1000","1/1000"]}]}],
         "completeness":{"expected":6,"certified":4,"verdict":"undecided"},
         "points":[{"stratum":1,"solution":0,"function":[["0","1"],["0","1"],["-2","3"]],"loss":["4","5"]}]}
        """;

    [Fact]
    public void What_is_written_is_read_again_in_every_culture()
    {
        var certificate = Certificate.Parse(Sample);
        var text = Cultures.Same(certificate.Write);
        var again = Certificate.Parse(text);
        Assert.Equal(text, again.Write());
        Assert.Equal("(2,2)", again.Architecture.ToString());
        Assert.Equal(new Rational(3, 2), again.Q[1, 1]);
        Assert.Equal(new Rational[] { 1, new(-2, 3), 5 }, again.Target);
        Assert.Equal(new[] { true, false }, again.Strata.Select(s => s.Solutions[0].IsExact));
        var box = again.Strata[1].Solutions[1];
        Assert.False(box.Real);
        Assert.Equal(new[] { 1 }, box.Charts);
        Assert.Equal(new (Rational, Rational)[] { (new Rational(1, 3), new Rational(-1, 7)), (-2, 1) }, box.Center);
        Assert.Equal(new Rational[] { new(1, 1000), new(1, 1000) }, box.Radius);
        Assert.Equal(4, again.Completeness.Certified);
        Assert.Equal(VerdictKind.Undecided, again.Completeness.Verdict);
        Assert.Equal(new RationalInterval(4, 5), again.Points[0].Loss);
    }

    [Theory]
    [InlineData("\"lcn-certificate/1\"", "\"lcn-certificate/2\"", "format")]
    [InlineData("\"filters\":[2,2]", "\"filters\":[2]", "filters")]
    [InlineData("\"filters\":[2,2]", "\"filters\":[2,0]", "filters")]
    [InlineData("\"filters\":[2,2]", "\"filters\":[2,2.5]", "filters[1]")]
    [InlineData("\"filters\":[2,2]", "\"filters\":[2,999999999999]", "filters[1]")]
    [InlineData("\"filters\":[2,2]", "\"filters\":[2,999999]", "filters")]
    [InlineData("\"filters\":[2,2]", "\"filters\":[3,2]", "q")]
    [InlineData("\"filters\":[2,2],", "", "")]
    [InlineData("\"filters\":[2,2],", "\"filters\":[2,2],\"filters\":[2,2],", "")]
    [InlineData("\"filters\":[2,2],", "\"filters\":[2,2],\"extra\":1,", "")]
    [InlineData("\"3/2\"", "\"NaN\"", "q[1][1]")]
    [InlineData("\"3/2\"", "\"1.5\"", "q[1][1]")]
    [InlineData("\"3/2\"", "\"3/0\"", "q[1][1]")]
    [InlineData("\"3/2\"", "\"3/-2\"", "q[1][1]")]
    [InlineData("\"3/2\"", "\" 3/2\"", "q[1][1]")]
    [InlineData("\"3/2\"", "\"+3\"", "q[1][1]")]
    [InlineData("\"3/2\"", "\"1e9999999\"", "q[1][1]")]
    [InlineData("\"3/2\"", "1.5", "q[1][1]")]
    [InlineData("\"3/2\"", "1e3", "q[1][1]")]
    [InlineData("\"3/2\"", "true", "q[1][1]")]
    [InlineData("\"3/2\"", "null", "q[1][1]")]
    [InlineData("\"3/2\"", "\"\\ud800\"", "q[1][1]")]
    [InlineData("\"3/2\"", "\"١\"", "q[1][1]")]
    [InlineData("[\"0\",\"0\",\"1\"]]", "[\"0\",\"0\"]]", "q[2]")]
    [InlineData("[\"1\",\"0\",\"0\"],", "", "q")]
    [InlineData("\"-2/3\",", "", "u")]
    [InlineData("\"constant\":\"0\"", "\"constant\":[]", "constant")]
    [InlineData("\"patterns\":[[2]]", "\"patterns\":[[1,1]]", "strata[1].patterns")]
    [InlineData("\"patterns\":[[2]]", "\"patterns\":[[3]]", "strata[1].patterns[0]")]
    [InlineData("\"patterns\":[[2]]", "\"patterns\":[[0,2]]", "strata[1].patterns[0]")]
    [InlineData("\"patterns\":[[2]]", "\"patterns\":[[2],[1]]", "strata[1].patterns")]
    [InlineData("\"patterns\":[[2]]", "\"patterns\":[[-2]]", "strata[1].patterns[0][0]")]
    [InlineData("\"expected\":4", "\"expected\":-4", "strata[1].expected")]
    [InlineData("\"expected\":4", "\"expected\":4.0", "strata[1].expected")]
    [InlineData("\"exact\":true", "\"exact\":false", "strata[0].solutions[0].exact")]
    [InlineData("\"exact\":true", "\"exact\":true,\"real\":true", "strata[0].solutions[0]")]
    [InlineData("{\"exact\":true}", "{\"exact\":true},{\"exact\":true}", "strata[0].solutions[0]")]
    [InlineData("{\"real\":true,", "{\"exact\":true},{\"real\":true,", "strata[1].solutions[0]")]
    [InlineData("\"real\":true", "\"real\":1", "strata[1].solutions[0].real")]
    [InlineData("\"charts\":[0]", "\"charts\":[2]", "strata[1].solutions[0].charts[0]")]
    [InlineData("\"charts\":[0]", "\"charts\":[0,0]", "strata[1].solutions[0].charts")]
    [InlineData("[\"1/3\",\"0\"]", "[\"1/3\"]", "strata[1].solutions[0].center[0]")]
    [InlineData("[\"1/3\",\"0\"],", "", "strata[1].solutions[0].center")]
    [InlineData("\"radius\":[\"1/1000\",\"1/1000\"]},", "\"radius\":[\"1/1000\"]},", "strata[1].solutions[0].radius")]
    [InlineData("\"radius\":[\"1/1000\",\"1/1000\"]},", "\"radius\":[\"1/1000\",\"0\"]},", "strata[1].solutions[0].radius[1]")]
    [InlineData("\"radius\":[\"1/1000\",\"1/1000\"]},", "\"radius\":[\"1/1000\",\"-1\"]},", "strata[1].solutions[0].radius[1]")]
    [InlineData("\"verdict\":\"undecided\"", "\"verdict\":\"maybe\"", "completeness.verdict")]
    [InlineData("\"certified\":4,", "", "completeness")]
    [InlineData("\"stratum\":1", "\"stratum\":2", "points[0].stratum")]
    [InlineData("\"solution\":0", "\"solution\":2", "points[0].solution")]
    [InlineData("\"solution\":0", "\"solution\":1", "points[0]")]
    [InlineData("[\"-2\",\"3\"]", "[\"3\",\"-2\"]", "points[0].function[2]")]
    [InlineData("[\"-2\",\"3\"]", "[\"3\"]", "points[0].function[2]")]
    [InlineData("\"loss\":[\"4\",\"5\"]", "\"loss\":4", "points[0].loss")]
    public void Damage_is_refused_with_its_place(string part, string damage, string path)
    {
        var start = Sample.IndexOf(part, StringComparison.Ordinal);
        Assert.True(start >= 0, part);
        var error = Assert.Throws<CertificateFormatException>(() => Certificate.Parse(Sample[..start] + damage + Sample[(start + part.Length)..]));
        Assert.Equal(path, error.Path);
        Assert.Contains("expected", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_no_json_is_refused_with_line_and_byte()
    {
        var error = Assert.Throws<CertificateFormatException>(() => Certificate.Parse("{\n  \"format\": oops}"));
        Assert.Equal((2, 13), (error.Line, error.Column));
        Assert.Throws<CertificateFormatException>(() => Certificate.Parse(""));
        Assert.Throws<CertificateFormatException>(() => Certificate.Parse("\ud800"));
        Assert.Throws<CertificateFormatException>(() => Certificate.Parse("null"));
        Assert.Throws<CertificateFormatException>(() => Certificate.Parse("{\"\\ud800\":1}"));
        Assert.Throws<CertificateFormatException>(() => Certificate.Parse("{\"format\":\"lcn-certificate/1\",\"\\ud800\":1}"));
    }

    [Fact]
    public void Hostile_sizes_are_refused_before_they_cost_anything()
    {
        var digits = new string('9', 3_000_000);
        Refused("\"3/2\"", $"\"{digits}\"", "q[1][1]");
        Refused("\"3/2\"", $"\"1/{digits}\"", "q[1][1]");
        Refused("\"3/2\"", digits, "q[1][1]");
        Refused("\"3/2\"", $"\"{new string('9', 2500)}\"", "q[1][1]");
        Refused("\"expected\":4", $"\"expected\":{digits}", "strata[1].expected");
        Refused("\"filters\":[2,2],\"strides\":[1,1]", $"\"filters\":[{string.Join(',', Enumerable.Repeat("2", 40))}],\"strides\":[{string.Join(',', Enumerable.Repeat("1", 40))}]", "filters");
        Refused("\"filters\":[2,2],\"strides\":[1,1]", "\"filters\":[2,2],\"strides\":[100000,1]", "filters");
        Assert.Throws<CertificateFormatException>(() => Certificate.Parse(new string('[', 5_000_000)));
        Assert.Throws<CertificateFormatException>(() => Certificate.Parse(string.Concat(Enumerable.Repeat("{\"format\":", 1000))));
    }

    [Fact]
    public void A_certificate_that_is_put_together_wrongly_is_refused_too()
    {
        var good = Certificate.Parse(Sample);
        var nine = new Architecture([.. Enumerable.Repeat(2, 30)]);
        Assert.Equal("filters", Assert.Throws<CertificateFormatException>(() => new Certificate(nine, good.Q, good.Target, 0, [], good.Completeness)).Path);
        Assert.Equal("u", Assert.Throws<CertificateFormatException>(() => new Certificate(good.Architecture, good.Q, default, 0, [], good.Completeness)).Path);
        Assert.Equal("strata[0].solutions", Assert.Throws<CertificateFormatException>(
            () => new Certificate(good.Architecture, good.Q, good.Target, 0, [new CertificateStratum([[2]], 4, 1, default)], good.Completeness)).Path);
        Assert.Equal("strata[0].solutions[0].charts", Assert.Throws<CertificateFormatException>(
            () => new Certificate(good.Architecture, good.Q, good.Target, 0, [new CertificateStratum([[2]], 4, 1, [new CertificateSolution(true, default, default, default)])], good.Completeness)).Path);
    }

    [Fact]
    public void Random_bytes_give_certificates_or_format_errors_and_nothing_else() =>
        PropertyRun.Check(Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Survives(Encoding.UTF8.GetString(bytes)) && Survives(Encoding.Latin1.GetString(bytes)) && Survives(new string([.. bytes.Select(b => (char)(b * 257))]))), 300);

    [Fact]
    public void Random_damage_gives_certificates_or_format_errors_and_nothing_else() => PropertyRun.Trials(3000, random =>
    {
        var text = new StringBuilder(Sample);
        for (var edits = random.Between(1, 3); edits > 0; edits--)
        {
            var (position, length) = (random.Between(0, text.Length - 1), random.Between(0, 6));
            text.Remove(position, Math.Min(length, text.Length - position));
            if (random.Chance(0.7)) text.Insert(position, random.Pick(["[", "]", "{", "}", "\"", "0", "-", "9e99", ",", ":", "\\ud800", "null", "\u0000", "\ud800", "true", "/", "1/3", "\"a\":"]));
        }

        Survives(text.ToString());
    });

    private static void Refused(string part, string damage, string path)
    {
        var text = Sample.Replace(part, damage, StringComparison.Ordinal);
        Assert.NotEqual(Sample, text);
        var error = Assert.Throws<CertificateFormatException>(() => Certificate.Parse(text));
        Assert.Equal(path, error.Path);
        Assert.InRange(error.Message.Length, 1, 300);
    }

    private static bool Survives(string text)
    {
        try
        {
            var written = Certificate.Parse(text).Write();
            return Certificate.Parse(written).Write() == written;
        }
        catch (CertificateFormatException error)
        {
            return error.Message.EndsWith('.');
        }
    }
}
