using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Certifying;

public class EnclosedRootsTests
{
    /// <summary>Against exact isolation: the same real roots in the same order, infinity among them, and the same pairs.</summary>
    [Fact]
    public void Roots_are_those_of_exact_isolation() => PropertyRun.Trials(200, random =>
    {
        var form = TestForms.Random(random, 8);
        if (form.Degree < 1 || form.IsZero) return;
        var exact = CertifiedRoots.Of(form, 60);
        var found = EnclosedRoots.TryIsolate([.. form.Coefficients.Select(Interval.Enclose)], out var roots);
        if (!exact.Pattern.IsSquarefree)
        {
            Assert.False(found);
            Assert.Empty(roots);
            return;
        }

        Assert.True(found);
        Assert.Equal(exact.Real.Length, roots.Count(r => r.IsReal));
        Assert.Equal(exact.Pairs.Length, roots.Count(r => !r.IsReal));
        for (var i = 0; i < exact.Real.Length; i++)
        {
            // (X : Y) encloses the root: X - root Y contains zero.
            var (x, y) = (Exact(roots[i].X.Re), Exact(roots[i].Y.Re));
            Assert.True(roots[i].IsReal);
            Assert.True(exact.Real[i].Interval is { } root ? (x - (root * y)).ContainsZero : y.ContainsZero);
        }

        foreach (var pair in exact.Pairs)
        {
            Assert.Single(roots, r => !r.IsReal && Vanishes(pair, r));
        }
    });

    [Fact]
    public void The_form_of_a_root_divides() => PropertyRun.Trials(100, random =>
    {
        // The product of all forms of roots is the form, up to a factor.
        Rational[] coefficients = [.. Enumerable.Range(0, random.Between(2, 7)).Select(_ => (Rational)random.Between(-20, 20))];
        if (coefficients.All(c => c.IsZero) || !EnclosedRoots.TryIsolate([.. coefficients.Select(Interval.Enclose)], out var roots)) return;
        RationalInterval[] product = [RationalInterval.One];
        foreach (var root in roots)
        {
            RationalInterval[] factor = [.. root.ToForm().Select(Exact)];
            var next = new RationalInterval[product.Length + factor.Length - 1];
            for (var i = 0; i < product.Length; i++)
            {
                for (var j = 0; j < factor.Length; j++) next[i + j] += product[i] * factor[j];
            }

            product = next;
        }

        Assert.Equal(coefficients.Length, product.Length);
        for (var i = 0; i < coefficients.Length; i++)
        {
            for (var j = 0; j < i; j++) Assert.True(((product[i] * (RationalInterval)coefficients[j]) - (product[j] * (RationalInterval)coefficients[i])).ContainsZero);
        }
    });

    [Theory]
    [InlineData(0.1, false)]
    [InlineData(1e-5, true)]
    public void Wide_intervals_are_refused_and_narrow_ones_are_not(double radius, bool expected)
    {
        // Roots 1 and 1.1: a change of 0.1 in a coefficient can make them complex.
        Interval[] form = [Interval.Around(1.1, radius), Interval.Around(-2.1, radius), Interval.Around(1, radius)];
        Assert.Equal(expected, EnclosedRoots.TryIsolate(form, out var roots));
        Assert.Equal(expected ? 2 : 0, roots.Length);
    }

    /// <summary>Every form in the intervals has its roots in the enclosures.</summary>
    [Fact]
    public void Enclosures_hold_for_every_form_in_the_intervals() => PropertyRun.Trials(60, random =>
    {
        double[] middle = [.. Enumerable.Range(0, random.Between(2, 6)).Select(_ => (20 * random.Unit()) - 10)];
        if (!EnclosedRoots.TryIsolate([.. middle.Select(c => Interval.Around(c, 1e-6))], out var roots)) return;
        Rational[] other = [.. middle.Select(c => Rational.RationalizeExactly(c + (1e-6 * ((2 * random.Unit()) - 1))))];
        Assert.True(EnclosedRoots.TryIsolate([.. other.Select(Interval.Enclose)], out var inner));
        Assert.Equal(roots.Length, inner.Length);
        foreach (var root in inner)
        {
            Assert.Single(roots, r => r.IsReal == root.IsReal && MayBeEqual(r, root));
        }
    });

    [Fact]
    public void Nearly_equal_roots_are_told_apart_or_refused()
    {
        foreach (var exponent in (int[])[3, 6, 7])
        {
            var gap = Math.Pow(10, -exponent);
            Rational one = 1, other = Rational.One + Rational.RationalizeExactly(gap);
            if (!EnclosedRoots.TryIsolate([Interval.Enclose(one * other), Interval.Enclose(-(one + other)), Interval.Enclose(1)], out var roots)) continue;
            Assert.Equal(2, roots.Length);
            Assert.All(roots, r => Assert.True(r.IsReal));
            Assert.True(exponent < 8);
        }

        Assert.True(EnclosedRoots.TryIsolate([Interval.FromDouble(1.001), Interval.FromDouble(-2.001), Interval.FromDouble(1)], out _));
    }

    [Fact]
    public void Roots_at_zero_and_infinity()
    {
        Assert.True(EnclosedRoots.TryIsolate([Interval.FromDouble(0), Interval.FromDouble(1), Interval.FromDouble(0)], out var roots)); // x y
        Assert.Equal(Interval.FromDouble(1), roots[0].Y.Re);
        Assert.True(roots[0].X.Re.Contains(0));
        Assert.Equal(Interval.FromDouble(1), roots[1].X.Re);
        Assert.True(roots[1].Y.Re.Contains(0));
        Assert.False(EnclosedRoots.TryIsolate([Interval.FromDouble(0), Interval.FromDouble(0)], out _));
        Assert.False(EnclosedRoots.TryIsolate([Interval.FromDouble(double.NaN), Interval.FromDouble(1)], out _));
        Assert.Throws<ArgumentException>(() => EnclosedRoots.TryIsolate([Interval.FromDouble(1)], out _));
    }

    private static bool Vanishes(CertifiedPair pair, EnclosedRoot root)
    {
        // X - z Y with z = re + i im.
        RationalInterval x = Exact(root.X.Re), xi = Exact(root.X.Im), y = Exact(root.Y.Re), yi = Exact(root.Y.Im);
        return (x - ((pair.Re * y) - (pair.Im * yi))).ContainsZero && (xi - ((pair.Re * yi) + (pair.Im * y))).ContainsZero;
    }

    private static bool MayBeEqual(EnclosedRoot a, EnclosedRoot b)
    {
        var determinant = (a.X * b.Y) - (a.Y * b.X);
        return !determinant.Re.ExcludesZero && !determinant.Im.ExcludesZero;
    }

    private static RationalInterval Exact(Interval interval) => new(Rational.RationalizeExactly(interval.Lower), Rational.RationalizeExactly(interval.Upper));
}
