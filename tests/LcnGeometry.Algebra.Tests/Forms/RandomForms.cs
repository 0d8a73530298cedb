using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Random forms biased to corners: zeros at both ends, repeated factors, degree 0.</summary>
internal static class RandomForms
{
    public static Rational Number(TestRandom random) => random.Chance(0.7)
        ? random.Between(-5, 5)
        : new Rational(random.Between(-9, 9), random.Between(1, 7));

    /// <summary>Any form of at most the given degree, possibly zero.</summary>
    public static BinaryForm Any(TestRandom random, int largestDegree)
    {
        var coefficients = new Rational[random.Between(1, largestDegree + 1)];
        for (var i = 0; i < coefficients.Length; i++) coefficients[i] = random.Chance(0.3) ? 0 : Number(random);
        return new BinaryForm(coefficients);
    }

    /// <summary>A form and its pattern: a product of known linear forms and definite quadratic forms.</summary>
    public static (BinaryForm Form, RootPattern Pattern) WithPattern(TestRandom random, int largestDegree)
    {
        var points = new Dictionary<Rational, int>();
        var definite = new Dictionary<(int, int), int>();
        var infinity = 0;
        var form = new BinaryForm(random.Chance(0.5) ? 1 : new Rational(random.Between(-9, -1), random.Between(1, 9)));
        var degree = random.Between(0, largestDegree);
        while (degree > 0)
        {
            var multiplicity = random.Chance(0.6) ? 1 : random.Between(1, 4);
            if (degree >= 2 * multiplicity && random.Chance(0.4))
            {
                // (x - a y)^2 + b y^2 with b > 0.
                int a = random.Between(-3, 3), b = random.Between(1, 4);
                definite[(a, b)] = definite.GetValueOrDefault((a, b)) + multiplicity;
                for (var i = 0; i < multiplicity; i++) form *= new BinaryForm((a * a) + b, -2 * a, 1);
                degree -= 2 * multiplicity;
                continue;
            }

            multiplicity = Math.Min(multiplicity, degree);
            degree -= multiplicity;
            if (random.Chance(0.15))
            {
                infinity += multiplicity;
                for (var i = 0; i < multiplicity; i++) form *= new BinaryForm(1, 0);
                continue;
            }

            var root = random.Chance(0.2) ? 0 : Number(random);
            points[root] = points.GetValueOrDefault(root) + multiplicity;
            for (var i = 0; i < multiplicity; i++) form *= new BinaryForm(-root, 1);
        }

        var real = infinity > 0 ? points.Values.Append(infinity) : points.Values;
        return (form, new RootPattern(real, definite.Values));
    }

    /// <summary>The form with (a x + b y, c x + d y) in place of (x, y).</summary>
    public static BinaryForm Substitute(BinaryForm form, Rational a, Rational b, Rational c, Rational d)
    {
        BinaryForm first = new(b, a), second = new(d, c);
        var powers = new BinaryForm[form.Degree + 1];
        powers[0] = new BinaryForm(1);
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * second;
        var sum = new Rational[form.Degree + 1];
        var power = new BinaryForm(1);
        for (var i = 0; i <= form.Degree; i++)
        {
            var term = form[i] * (power * powers[form.Degree - i]);
            for (var j = 0; j < sum.Length; j++) sum[j] += term[j];
            power *= first;
        }

        return new BinaryForm(sum);
    }
}
