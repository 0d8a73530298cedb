using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Certifying;

public class CertifiedRootsTests
{
    public static TheoryData<string, int> Hard => new()
    {
        { "Wilkinson 20", 100 }, { "Mignotte 9", 40 }, { "Mignotte 20", 100 }, { "Unity 1", 10 }, { "Unity 17", 200 }, { "Unity 60", 64 },
        { "Scales", 64 }, { "Cluster", 64 }, { "Repeated", 100 }, { "Constant", 20 },
    };

    [Fact]
    public void Random_forms_satisfy_every_promise() => PropertyRun.Trials(60, random =>
    {
        var form = TestForms.Random(random, 14);
        AssertPromises(form, random.Between(1, 120));
    });

    [Theory]
    [MemberData(nameof(Hard))]
    public void Hard_forms_satisfy_every_promise(string name, int bits) => AssertPromises(Named(name), bits);

    [Fact]
    public void Known_roots_are_found_exactly_or_enclosed() => PropertyRun.Trials(40, random =>
    {
        var real = Enumerable.Range(0, random.Between(0, 4)).Select(_ => new Rational(random.Between(-50, 50), random.Between(1, 50))).Distinct().ToArray();
        var pairs = Enumerable.Range(0, random.Between(0, 3)).Select(_ => (Re: new Rational(random.Between(-9, 9), random.Between(1, 9)), Im: new Rational(random.Between(1, 9), random.Between(1, 9)))).Distinct().ToArray();
        var multiplicities = real.Select(_ => random.Between(1, 3)).Concat(pairs.Select(_ => random.Between(1, 3))).ToArray();
        var form = TestForms.Product([.. real.Select((root, i) => TestForms.Power(TestForms.Root(root), multiplicities[i])),
            .. pairs.Select((pair, i) => TestForms.Power(TestForms.Pair(pair.Re, pair.Im), multiplicities[real.Length + i]))]);
        var roots = CertifiedRoots.Of(form, 40);

        Assert.Equal(real.Zip(multiplicities).OrderBy(one => one.First).Select(one => new CertifiedRealRoot(one.First, one.Second)), roots.Real);
        Assert.Equal(pairs.Length, roots.Pairs.Length);
        foreach (var (pair, i) in pairs.Select((pair, i) => (pair, i)))
        {
            var enclosure = Assert.Single(roots.Pairs, one => one.Re.Contains(pair.Re) && one.Im.Contains(pair.Im));
            Assert.Equal(multiplicities[real.Length + i], enclosure.Multiplicity);
            Assert.True(enclosure.Linear.Contains(-2 * pair.Re));
            Assert.True(enclosure.Constant.Contains((pair.Re * pair.Re) + (pair.Im * pair.Im)));
        }
    });

    [Fact]
    public void Exchanging_x_and_y_inverts_the_roots() => PropertyRun.Trials(30, random =>
    {
        var form = TestForms.Random(random, 10);
        CertifiedRoots roots = CertifiedRoots.Of(form, 60), inverted = CertifiedRoots.Of(form.Reverse(), 60);
        Assert.Equal(roots.Pattern, inverted.Pattern);
        foreach (var root in roots.Real)
        {
            Assert.Contains(inverted.Real, other => other.Multiplicity == root.Multiplicity && (root, other) switch
            {
                ({ Interval: null }, _) => other.Interval == RationalInterval.Zero,
                ({ Interval: { IsZero: true } }, _) => other.IsInfinity,
                (_, { Interval: null }) => false,
                _ => (root.Interval!.Value * other.Interval!.Value).Contains(1),
            });
        }

        foreach (var pair in roots.Pairs)
        {
            // 1/(a + ib) lies in the upper half plane after conjugation: (a + ib)(c - id) = 1.
            Assert.Contains(inverted.Pairs, other => other.Multiplicity == pair.Multiplicity
                && ((pair.Re * other.Re) + (pair.Im * other.Im)).Contains(1) && ((pair.Im * other.Re) - (pair.Re * other.Im)).ContainsZero);
        }
    });

    [Fact]
    public void Refining_narrows_the_same_enclosures() => PropertyRun.Trials(20, random =>
    {
        var form = TestForms.Random(random, 12);
        var coarse = CertifiedRoots.Of(form, 20);
        var fine = coarse.Refine(500);
        Assert.Equal(500, fine.Bits);
        AssertEnclosures(form, fine, 500);
        Assert.Equal(coarse.Pattern, fine.Pattern);
        foreach (var (before, after) in coarse.Real.Zip(fine.Real))
        {
            Assert.Equal(before.Multiplicity, after.Multiplicity);
            Assert.True(before.IsInfinity ? after.IsInfinity : before.Interval!.Value.Intersects(after.Interval!.Value));
        }

        foreach (var after in fine.Pairs)
        {
            Assert.Single(coarse.Pairs, before => before.Multiplicity == after.Multiplicity && before.Re.Intersects(after.Re) && before.Im.Intersects(after.Im));
        }

        // Going back only widens what is printed.
        Assert.Equal(coarse.Real.Select(root => root.Interval?.IsPoint), fine.Refine(20).Real.Select(root => root.Interval?.IsPoint));
    });

    /// <summary>A root near 0.667 and the root 1: the integer nearest to the first is the second.</summary>
    [Fact]
    public void A_rational_root_is_not_mistaken_for_its_irrational_neighbor()
    {
        var roots = CertifiedRoots.Of(new BinaryForm([-1, 0, 2, -1, 3, 0, -3, 3, 0, -3, -2, 1, -2, 2, 2, 3, -3, -3, 3, 0, -1]), 20);
        Assert.Equal(1, roots.Real.Count(root => root.Interval!.Value.IsPoint));
        Assert.Equal(6, roots.Real.Select(root => root.Interval!.Value.Lower).Distinct().Count());
    }

    [Fact]
    public void Enclosures_have_few_bits()
    {
        foreach (var root in CertifiedRoots.Of(TestForms.Mignotte(9, 1000), 200).Real)
        {
            Assert.InRange(root.Interval!.Value.Lower.Denominator.BitLength, 1, 210);
        }
    }

    [Fact]
    public void Infinity_and_zero_are_roots_like_any_other()
    {
        var roots = CertifiedRoots.Of(new BinaryForm(0, 0, -1, 1, 0), 10);
        Assert.Equal<CertifiedRealRoot>([new(RationalInterval.Zero, 2), new(RationalInterval.One, 1), new(null, 1)], roots.Real);
        Assert.True(roots.Real[2].IsInfinity);
        Assert.Empty(roots.Pairs);
    }

    [Fact]
    public void Pairs_with_one_real_part_are_ordered_by_imaginary_part()
    {
        var roots = CertifiedRoots.Of(TestForms.Product([TestForms.Pair(0, 3), TestForms.Pair(0, 1), TestForms.Pair(-1, 7), TestForms.Pair(0, 2)]), 30);
        Assert.Equal([7.0, 1, 2, 3], roots.Pairs.Select(pair => Math.Round(pair.Im.Midpoint.ToDouble())));
    }

    [Fact]
    public void Questions_without_an_answer_are_refused()
    {
        Assert.Throws<ZeroFormException>(() => CertifiedRoots.Of(new BinaryForm(0, 0), 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => CertifiedRoots.Of(TestForms.Unity(3), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CertifiedRoots.Of(TestForms.Unity(3), 5).Refine(-1));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => CertifiedRoots.Of(TestForms.Unity(5), 10, source.Token));
    }

    private static BinaryForm Named(string name) => name switch
    {
        "Wilkinson 20" => TestForms.Wilkinson(20),
        "Mignotte 9" => TestForms.Mignotte(9, 100),
        "Mignotte 20" => TestForms.Mignotte(20, 1_000_000),
        "Unity 1" => TestForms.Unity(1),
        "Unity 17" => TestForms.Unity(17),
        "Unity 60" => TestForms.Unity(60),
        "Scales" => TestForms.Scales(),
        "Cluster" => TestForms.Cluster(),
        "Repeated" => TestForms.Product([TestForms.Power(new BinaryForm(-2, 0, 1), 3), TestForms.Power(TestForms.Unity(5), 2), TestForms.Infinity, TestForms.Root(0)]),
        _ => new BinaryForm(7),
    };

    private static void AssertPromises(BinaryForm form, int bits)
    {
        var roots = CertifiedRoots.Of(form, bits);
        Assert.Equal(RootPattern.Of(form), roots.Pattern);
        AssertEnclosures(form, roots, bits);
    }

    /// <summary>Widths, disjointness, one exact real root per interval, and the product of the enclosed factors.</summary>
    private static void AssertEnclosures(BinaryForm form, CertifiedRoots roots, int bits)
    {
        var polynomial = form.Dehomogenize();
        var finite = roots.Real.Where(root => !root.IsInfinity).Select(root => root.Interval!.Value).ToArray();
        for (var i = 0; i < finite.Length; i++)
        {
            if (i > 0) Assert.True(finite[i - 1].Upper < finite[i].Lower);
            Assert.True(finite[i].Width <= Rational.PowerOfTwo(-bits) * Max(1, finite[i].Magnitude));
            Assert.True(finite[i].IsPoint || !finite[i].ContainsZero);
            if (finite[i].IsPoint) Assert.True(polynomial.Evaluate(finite[i].Lower).IsZero);
            else Assert.Equal(1, RealRoots.Count(polynomial, finite[i].Lower, finite[i].Upper));
        }

        for (var i = 0; i < roots.Pairs.Length; i++)
        {
            var pair = roots.Pairs[i];
            Assert.True(pair.Im.IsPositive);
            var limit = Rational.PowerOfTwo(-bits) * Max(1, Max(pair.Re.Magnitude, pair.Im.Magnitude));
            Assert.True(pair.Re.Width <= limit && pair.Im.Width <= limit);
            for (var j = 0; j < i; j++) Assert.False(pair.Re.Intersects(roots.Pairs[j].Re) && pair.Im.Intersects(roots.Pairs[j].Im));
        }

        var product = Polynomial<RationalInterval>.Constant(polynomial.LeadingCoefficient);
        foreach (var root in roots.Real.Where(root => !root.IsInfinity))
        {
            for (var k = 0; k < root.Multiplicity; k++) product *= new Polynomial<RationalInterval>(-root.Interval!.Value, RationalInterval.One);
        }

        foreach (var pair in roots.Pairs)
        {
            for (var k = 0; k < pair.Multiplicity; k++) product *= new Polynomial<RationalInterval>(pair.Constant, pair.Linear, RationalInterval.One);
        }

        for (var i = 0; i <= form.Degree; i++) Assert.True(product[i].Contains(form[i]), $"{form[i]} is not in {product[i]}");
    }

    private static Rational Max(Rational left, Rational right) => left > right ? left : right;
}
