using System.Globalization;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Certifying;

/// <summary>Enclosures against the root finders of other systems at 150 digits.</summary>
public class CertifiedRootsOracleTests
{
    [ToolFact("gp")]
    public void Every_root_of_PARI_lies_in_an_enclosure() => Compare([TestForms.Wilkinson(12), TestForms.Unity(15), TestForms.Cluster(), TestForms.Mignotte(9, 1000), TestForms.Scales()], 25, forms => Tool.Run("gp",
        "default(realprecision, 150);\n" +
        string.Concat(forms.Select(form => $"r = polroots(Pol([{string.Join(",", form.Coefficients.Reverse())}])); print(#r); for (i = 1, #r, print(real(r[i])); print(imag(r[i])));\n")), "-q", "-f"));

    [ToolFact("mpmath")]
    public void Every_root_of_mpmath_lies_in_an_enclosure() => Compare([TestForms.Wilkinson(6), TestForms.Unity(9)], 8, forms => Tool.Run("mpmath",
        "from mpmath import *\nmp.dps = 150\n" +
        string.Concat(forms.Select(form => $"r = polyroots([mpf(a)/b for a, b in [{string.Join(",", form.Coefficients.Reverse().Select(c => $"({c.Numerator},{c.Denominator})"))}]], maxsteps=500, extraprec=300)\nprint(len(r))\nfor z in r:\n  print(nstr(mpc(z).real, 150))\n  print(nstr(mpc(z).imag, 150))\n")), "-"));

    private static void Compare(List<BinaryForm> forms, int trials, Func<IReadOnlyList<BinaryForm>, string> oracle)
    {
        var random = new TestRandom(11);
        for (var i = 0; i < Effort.Trials(trials); i++)
        {
            // Simple roots only, where the other systems reach their full precision.
            var form = TestForms.Random(random, 12);
            if (RootPattern.Of(form).IsSquarefree && !form[form.Degree].IsZero && form.Degree > 0) forms.Add(form);
        }

        var lines = new Queue<string>(oracle(forms).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        foreach (var form in forms)
        {
            var roots = CertifiedRoots.Of(form, 300);
            var reals = roots.Real.Select(root => (Re: root.Interval!.Value, Im: RationalInterval.Zero));
            var boxes = reals.Concat(roots.Pairs.SelectMany(pair => new[] { (pair.Re, pair.Im), (pair.Re, Im: -pair.Im) })).ToList();
            Assert.Equal(form.Degree, boxes.Count);
            var count = int.Parse(lines.Dequeue(), CultureInfo.InvariantCulture);
            Assert.Equal(form.Degree, count);
            for (var i = 0; i < count; i++)
            {
                Rational re = Parse(lines.Dequeue()), im = Parse(lines.Dequeue());
                var tolerance = Rational.Pow(10, -80) * (Rational.Abs(re) + Rational.Abs(im) + Rational.Pow(10, -25));
                var found = boxes.FindIndex(box => Near(box.Re, re, tolerance) && Near(box.Im, im, tolerance));
                Assert.True(found >= 0, $"{re.ToDouble()} + {im.ToDouble()}i of {form} is in no enclosure");
                boxes.RemoveAt(found);
            }
        }
    }

    private static bool Near(RationalInterval interval, Rational value, Rational tolerance) =>
        interval.Intersects(new RationalInterval(value - tolerance, value + tolerance));

    private static Rational Parse(string text)
    {
        text = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var parts = text.Split('E');
        var value = Rational.Parse(parts[0].TrimEnd('.'));
        return parts.Length == 1 ? value : value * Rational.Pow(10, int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
