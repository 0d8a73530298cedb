using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Forms and patterns as values: equality, order, text and refusals.</summary>
public class FormValueTests
{
    [Fact]
    public void Forms_are_equal_by_degree_and_coefficients()
    {
        var form = new BinaryForm(1, 2);
        ValueLaws.Equality(form, new BinaryForm(1, 2), new BinaryForm(1, 2, 0), new BinaryForm(2, 1), new BinaryForm(0), new BinaryForm(0, 0), new BinaryForm(1, new Rational(2, 3)));
        ValueLaws.EqualityOperators(form, new BinaryForm(1, 2), new BinaryForm(2, 1), (a, b) => a == b, (a, b) => a != b);
    }

    [Fact]
    public void Patterns_are_equal_by_both_sides()
    {
        var pattern = RootPattern.Parse("21|1");
        ValueLaws.Equality(pattern, new RootPattern([1, 2], [1]), [.. new[] { "2|11", "21|", "|1", "21|11", "11|1", "3|1", "|", "12,1|1" }.Select(RootPattern.Parse)]);
        ValueLaws.EqualityOperators(pattern, new RootPattern([2, 1], [1]), RootPattern.Parse("21|2"), (a, b) => a == b, (a, b) => a != b);
    }

    [Fact]
    public void Patterns_are_ordered_by_degree_then_from_real_to_complex()
    {
        ValueLaws.Order([.. Enumerable.Range(0, 6).SelectMany(RootPattern.All)]);
        Assert.Equal(1, RootPattern.Parse("1|").CompareTo(null));
        Assert.Equal(["1111|", "211|", "22|", "31|", "4|", "11|1", "2|1", "|11", "|2"], RootPattern.All(4).Select(pattern => pattern.ToString()));
    }

    [Fact]
    public void Roots_are_printed_with_their_multiplicity()
    {
        Assert.Equal(["0", "infinity^2"], new BinaryForm(0, 1, 0, 0).RealRoots().Select(root => root.ToString()));
        Assert.Equal(["2^3"], new BinaryForm(-8, 12, -6, 1).RealRoots().Select(root => root.ToString()));
    }

    [Fact]
    public void What_is_no_form_or_pattern_is_refused_by_name()
    {
        Assert.Contains("at least one coefficient", Assert.Throws<ArgumentException>(() => new BinaryForm()).Message, StringComparison.Ordinal);
        Assert.Contains("degree 1", Assert.Throws<ArgumentOutOfRangeException>(() => new BinaryForm(1, 2)[2]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BinaryForm(1, 2)[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => BinaryForm.Homogenize(Polynomial<Rational>.Zero, -1));
        Assert.Contains("0 is not a multiplicity", Assert.Throws<ArgumentOutOfRangeException>(() => new RootPattern([1, 0], [])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => RootPattern.All(-1));
        Assert.Contains("'2;1'", Assert.Throws<FormatException>(() => RootPattern.Parse("2;1")).Message, StringComparison.Ordinal);
        var zero = Assert.Throws<ZeroFormException>(() => RootPattern.Of(new BinaryForm(0, 0, 0)));
        Assert.Contains("degree 2", zero.Message, StringComparison.Ordinal);
        Assert.Equal(new BinaryForm(0, 0, 0), zero.Form);
    }
}
