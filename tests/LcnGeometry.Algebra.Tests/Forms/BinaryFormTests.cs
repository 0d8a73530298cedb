using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public class BinaryFormTests
{
    [Fact]
    public void Text_is_by_descending_powers_of_x()
    {
        Assert.Equal("x^2*y - 2*y^3", new BinaryForm(-2, 0, 1, 0).ToString());
        Assert.Equal("-x^2 + 1/2*x*y - y^2", new BinaryForm(-1, new Rational(1, 2), -1).ToString());
        Assert.Equal("x", new BinaryForm(0, 1).ToString());
        Assert.Equal("0", new BinaryForm(0, 0, 0).ToString());
        Assert.Equal("-7/3", new BinaryForm(new Rational(-7, 3)).ToString());
        Assert.Equal("1", new BinaryForm(1).ToString());
    }

    [Fact]
    public void The_degree_is_fixed_by_the_number_of_coefficients()
    {
        Assert.Equal(4, new BinaryForm(1, 0, 0, 0, 0).Degree);
        Assert.Equal(2, new BinaryForm(0, 0, 0).Degree);
        Assert.Equal(5, (new BinaryForm(0, 0, 0) * new BinaryForm(1, 2, 3, 4)).Degree);
        Assert.True(new BinaryForm(0, 0).IsZero);
        Assert.False(new BinaryForm(0, 1).IsZero);
        Assert.Throws<ArgumentException>(() => new BinaryForm());
        Assert.Throws<ArgumentOutOfRangeException>(() => new BinaryForm(1, 2)[2]);
    }

    [Fact]
    public void Values_of_products_are_products_of_values() => PropertyRun.Trials(200, random =>
    {
        BinaryForm a = RandomForms.Any(random, 5), b = RandomForms.Any(random, 5);
        Rational x = RandomForms.Number(random), y = RandomForms.Number(random);
        Assert.Equal(a.Evaluate(x, y) * b.Evaluate(x, y), (a * b).Evaluate(x, y));
        Assert.Equal(a * b, b * a);
        Assert.Equal((a * b).Reverse(), a.Reverse() * b.Reverse());
        Assert.Equal(a.Evaluate(x, y), a.Reverse().Evaluate(y, x));
        Assert.Equal(a, BinaryForm.Homogenize(a.Dehomogenize(), a.Degree));
        Assert.Equal(a.Dehomogenize().Evaluate(x), a.Evaluate(x, 1));
        Assert.Equal(x * a.Evaluate(3, 2), (x * a).Evaluate(3, 2));
    });

    [Fact]
    public void Roots_include_zero_and_infinity()
    {
        var roots = new BinaryForm(0, -2, 0, 1, 0, 0).RealRoots();
        Assert.Equal([1, 1, 1, 2], roots.Select(root => root.Multiplicity));
        Assert.True(roots[3].IsInfinity);
        Assert.Equal(Rational.Zero, roots[1].Value!.RationalValue);
        Assert.Equal(-roots[0].Value!.ToDouble(), roots[2].Value!.ToDouble());
        Assert.Equal("infinity^2", roots[3].ToString());
        Assert.Throws<ZeroFormException>(() => new BinaryForm(0, 0).RealRoots());
    }

    [Fact]
    public void A_constant_form_has_no_root() => Assert.Empty(new BinaryForm(5).RealRoots());

    [Fact]
    public void Equality_is_by_degree_and_coefficients()
    {
        Assert.Equal(new BinaryForm(1, 2), new BinaryForm(1, 2));
        Assert.True(new BinaryForm(1, 2) == new BinaryForm(1, 2));
        Assert.True(new BinaryForm(1, 2) != new BinaryForm(1, 2, 0));
        Assert.Equal(new BinaryForm(1, 2).GetHashCode(), new BinaryForm(1, 2).GetHashCode());
    }
}
