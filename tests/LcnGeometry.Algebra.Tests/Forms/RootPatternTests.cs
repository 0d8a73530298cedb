using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public class RootPatternTests
{
    [Fact]
    public void Counts_are_read_off_the_multiplicities()
    {
        var pattern = new RootPattern([1, 4, 3], [1, 2]);
        Assert.Equal("431|21", pattern.ToString());
        Assert.Equal(14, pattern.Degree);
        Assert.Equal(8, pattern.RealRootsWithMultiplicity);
        Assert.Equal(3, pattern.DistinctRealRoots);
        Assert.Equal(2, pattern.OddRealRoots);
        Assert.Equal([4, 3, 2, 2, 1, 1, 1], pattern.Complex.AsEnumerable());
        Assert.False(pattern.IsSquarefree);
        Assert.True(RootPattern.Parse("11|11").IsSquarefree);
        Assert.False(RootPattern.Parse("11|2").IsSquarefree);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RootPattern([0], []));
    }

    [Theory]
    [InlineData("|")]
    [InlineData("3|")]
    [InlineData("|1")]
    [InlineData("21|1")]
    [InlineData("12,3|1")]
    [InlineData("9|10,9")]
    public void Text_is_read_back(string text) => Assert.Equal(text, RootPattern.Parse(text).ToString());

    // Only the degree tells a single multiplicity above 9 from several: the reader needs a comma there, the writer puts none.
    [Fact]
    public void A_single_multiplicity_above_nine_stands_alone()
    {
        var pattern = new RootPattern([12], [11]);
        Assert.Equal("12|11", pattern.ToString());
        Assert.Equal(pattern, RootPattern.Parse("12,|11,"));
        Assert.NotEqual(pattern, RootPattern.Parse("12|11"));
    }

    [Fact]
    public void Multiplicities_are_read_in_any_order() => Assert.Equal("21|", RootPattern.Parse(" 12 | ").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("21")]
    [InlineData("2a|1")]
    [InlineData("0|")]
    [InlineData("1,0|")]
    [InlineData(",|")]
    [InlineData("1||1")]
    [InlineData("-1,2|")]
    public void Other_text_is_refused(string text) => Assert.Throws<FormatException>(() => RootPattern.Parse(text));

    [Fact]
    public void Every_pattern_of_a_degree_is_listed_once_in_order()
    {
        // Theory, section 10, for quartics.
        Assert.Equal(["1111|", "211|", "22|", "31|", "4|", "11|1", "2|1", "|11", "|2"], RootPattern.All(4).Select(pattern => pattern.ToString()));
        Assert.Equal(["|"], RootPattern.All(0).Select(pattern => pattern.ToString()));
        int[] partitions = [1, 1, 2, 3, 5, 7, 11, 15, 22, 30, 42, 56, 77];
        for (var degree = 0; degree < partitions.Length; degree++)
        {
            var all = RootPattern.All(degree).ToList();
            Assert.Equal(Enumerable.Range(0, (degree / 2) + 1).Sum(pairs => partitions[pairs] * partitions[degree - (2 * pairs)]), all.Count);
            Assert.Equal(all.Order().Distinct(), all);
            Assert.All(all, pattern => Assert.Equal(degree, pattern.Degree));
            Assert.All(all.Where(pattern => pattern.Real is not [> 9] && pattern.Pairs is not [> 9]), pattern => Assert.Equal(pattern, RootPattern.Parse(pattern.ToString())));
            Assert.Equal(all.Count, all.Select(pattern => pattern.ToString()).Distinct().Count());
            Assert.All(all, pattern => Assert.Equal(degree, pattern.Complex.Sum()));
        }
    }

    [Fact]
    public void Products_of_known_factors_have_the_known_pattern() => PropertyRun.Trials(300, random =>
    {
        var (form, pattern) = RandomForms.WithPattern(random, 12);
        Assert.Equal(pattern, RootPattern.Of(form));
    });

    [Fact]
    public void The_pattern_is_invariant_under_projective_changes() => PropertyRun.Trials(150, random =>
    {
        var (form, pattern) = RandomForms.WithPattern(random, 9);
        Assert.Equal(pattern, RootPattern.Of(form.Reverse()));
        Assert.Equal(pattern, RootPattern.Of(new Rational(-3, 7) * form));
        Rational a = random.Between(-4, 4), b = random.Between(-4, 4), c = random.Between(-4, 4), d = RandomForms.Number(random);
        if (((a * d) - (b * c)).IsZero) return;
        Assert.Equal(pattern, RootPattern.Of(RandomForms.Substitute(form, a, b, c, d)));
    });

    [Fact]
    public void The_pattern_agrees_with_the_roots() => PropertyRun.Trials(100, random =>
    {
        var (form, pattern) = RandomForms.WithPattern(random, 10);
        var roots = form.RealRoots();
        Assert.Equal(pattern.Real, roots.Select(root => root.Multiplicity).OrderDescending());
        Assert.Equal(pattern.DistinctRealRoots, roots.Select(root => root.Value).Distinct().Count());
    });

    [Fact]
    public void The_zero_form_has_no_pattern()
    {
        var zero = new BinaryForm(0, 0, 0);
        Assert.Same(zero, Assert.Throws<ZeroFormException>(() => RootPattern.Of(zero)).Form);
        Assert.Equal("|", RootPattern.Of(new BinaryForm(-2)).ToString());
        Assert.Equal("3|", RootPattern.Of(new BinaryForm(1, 0, 0, 0)).ToString());
    }
}
