using System.Collections.Immutable;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Derivatives, substitution and the view in one variable, by the laws that tie them together.</summary>
public class MultivariateCalculusTests
{
    private static readonly VariableList Variables = ["x", "y", "z", "t", "u"];

    [Fact]
    public void Derivatives_obey_the_product_rule_and_commute() => PropertyRun.Trials(150, random =>
    {
        var f = random.NextMultivariate(Variables);
        var g = random.NextMultivariate(Variables);
        var (a, b) = (random.Pick(Variables), random.Pick(Variables));
        Assert.Equal((f.Derivative(a) * g) + (f * g.Derivative(a)), (f * g).Derivative(a));
        Assert.Equal(f.Derivative(a).Derivative(b), f.Derivative(b).Derivative(a));
    });

    [Fact]
    public void A_derivative_is_the_linear_coefficient_of_a_shift() => PropertyRun.Trials(80, random =>
    {
        var f = random.NextMultivariate(["x", "y", "z"]);
        var shifted = f.WithVariables(["x", "y", "z", "h"]);
        if (f.IsConstant) return;
        var variables = shifted.Variables;
        var y = MultivariatePolynomial<Rational>.Variable(variables, "y");
        var h = MultivariatePolynomial<Rational>.Variable(variables, "h");
        Assert.Equal(f.Derivative("y").WithVariables(variables), shifted.Substitute("y", y + h).AsUnivariateIn("h")[1]);
    });

    [Fact]
    public void Euler_on_homogeneous_polynomials() => PropertyRun.Trials(100, random =>
    {
        VariableList variables = ["x", "y", "z"];
        var degree = random.Between(1, 6);
        var terms = Enumerable.Range(0, 6).Select(_ =>
        {
            var a = random.Between(0, degree);
            var b = random.Between(0, degree - a);
            return new PolynomialTerm<Rational>(random.NextRational(), [a, b, degree - a - b]);
        });
        var f = MultivariatePolynomial<Rational>.FromTerms(variables, terms);
        Assert.True(f.IsHomogeneous);
        if (f.IsZero) return;
        Assert.Equal([degree], f.WeightedDegrees(1, 1, 1));
        var euler = MultivariatePolynomial<Rational>.AllVariables(variables).Zip(f.Gradient(), (x, d) => x * d).Aggregate((p, q) => p + q);
        Assert.Equal((Rational)degree * f, euler);
    });

    [Fact]
    public void Substitution_and_evaluation_compose() => PropertyRun.Trials(60, random =>
    {
        var f = random.NextMultivariate(["x", "y", "z"], 5, 3);
        VariableList inner = ["s", "t"];
        var images = Enumerable.Range(0, 3).Select(_ => random.NextMultivariate(inner, 3, 2)).ToArray();
        var point = random.NextPoint(inner, r => (Rational)r.Between(-3, 3));
        Rational[] middle = [.. images.Select(image => image.Evaluate(point))];
        Assert.Equal(f.Evaluate(middle), f.Substitute(images).Evaluate(point));
    });

    [Fact]
    public void Substituting_one_variable_is_substituting_all_with_the_others_kept() => PropertyRun.Trials(80, random =>
    {
        VariableList variables = ["x", "y", "z"];
        var f = random.NextMultivariate(variables, 6, 3);
        var image = random.NextMultivariate(variables, 3, 2);
        var images = MultivariatePolynomial<Rational>.AllVariables(variables).ToArray();
        images[1] = image;
        Assert.Equal(f.Substitute(images), f.Substitute("y", image));
        var value = random.NextRational();
        Assert.Equal(f.Substitute("y", MultivariatePolynomial<Rational>.Constant(value)), f.Substitute("y", value));
    });

    [Fact]
    public void Views_in_one_variable_go_back_and_forth() => PropertyRun.Trials(150, random =>
    {
        var f = random.NextMultivariate(Variables);
        var name = random.Pick(Variables);
        var view = f.AsUnivariateIn(name);
        Assert.Equal(f.DegreeIn(name), view.Degree);
        foreach (var coefficient in view.Coefficients) Assert.True(coefficient.DegreeIn(name) <= 0);
        Assert.Equal(f, MultivariatePolynomial<Rational>.FromUnivariate(view, Variables, name));
        var p = random.NextPolynomial(8, r => r.NextRational());
        Assert.Equal(p, MultivariatePolynomial<Rational>.FromUnivariate(p, Variables, name).ToUnivariate());
    });

    [Fact]
    public void Changing_the_list_of_variables_changes_only_the_order_of_arguments() => PropertyRun.Trials(80, random =>
    {
        var f = random.NextMultivariate(["x", "y", "z"]);
        var (x, y, z, t) = (random.NextRational(), random.NextRational(), random.NextRational(), random.NextRational());
        var moved = f.WithVariables(["z", "t", "x", "y"]);
        Assert.Equal(f.Evaluate(x, y, z), moved.Evaluate(z, t, x, y));
        Assert.Equal(f, moved.WithVariables(["x", "y", "z"]));
        var fewer = f.Substitute("y", y);
        Assert.Equal(f.Evaluate(x, y, z), fewer.WithVariables(["z", "x"]).Evaluate(z, x));
    });

    [Fact]
    public void Degrees_and_gradings()
    {
        var f = MultivariatePolynomial.Parse("x^3 y - 2 x y^3 + z^2 - 5", ["x", "y", "z"]);
        Assert.Equal((4, 3, 3, 2), (f.TotalDegree, f.DegreeIn("x"), f.DegreeIn("y"), f.DegreeIn("z")));
        Assert.False(f.IsHomogeneous);
        Assert.Equal([0, 2, 4], f.WeightedDegrees(1, 1, 1));
        Assert.Equal([-2, 0, 2], f.WeightedDegrees(1, -1, 0));
        Assert.Equal(-5, f.ConstantTerm);
        Assert.Equal((-1, -1), (MultivariatePolynomial<Rational>.Zero.TotalDegree, MultivariatePolynomial<Rational>.Zero.DegreeIn("x")));
        Assert.True(MultivariatePolynomial<Rational>.Zero.IsHomogeneous);
        Assert.Empty(MultivariatePolynomial<Rational>.Zero.WeightedDegrees());
    }

    [Fact]
    public void Coefficients_that_are_mapped_to_zero_vanish()
    {
        var f = MultivariatePolynomial.Parse("2x^2 + 3x y + 4", ["x", "y"]);
        Assert.Equal("x*y", f.Map(c => (Integer)(c == 3 ? 1 : 0)).ToString());
        Assert.Same(MultivariatePolynomial<Integer>.Zero, f.Map(_ => Integer.Zero));
        Assert.Equal(VariableList.Empty, f.Map(c => c == 4 ? c : 0).Variables);
    }

    [Fact]
    public void Evaluation_in_another_domain_follows_the_coefficients() => PropertyRun.Trials(50, random =>
    {
        VariableList variables = ["x", "y"];
        var f = random.NextMultivariate(variables, 6, 3, r => r.NextInteger());
        var point = random.NextPoint(variables, r => r.NextRational());
        Assert.Equal(f.Map(Rational.FromInteger).Evaluate(point), f.Evaluate(Rational.FromInteger, point));
    });

    [Fact]
    public void Jacobians_obey_the_chain_rule() => PropertyRun.Trials(30, random =>
    {
        VariableList outer = ["x", "y", "z"], inner = ["s", "t"];
        ImmutableArray<MultivariatePolynomial<Rational>> f = [.. Enumerable.Range(0, 2).Select(_ => random.NextMultivariate(outer, 4, 2))];
        MultivariatePolynomial<Rational>[] g = [.. outer.Select(_ => random.NextMultivariate(inner, 3, 2))];
        var composition = MultivariatePolynomial.Jacobian([.. f.Select(p => p.Substitute(g))], inner);
        var chain = MultivariatePolynomial.Jacobian(f, outer).Map(p => p.Substitute(g)) * MultivariatePolynomial.Jacobian([.. g], inner);
        Assert.Equal(composition, chain);
        if (f.All(p => p.IsConstant)) return;
        Assert.Throws<VariableMismatchException>(() => MultivariatePolynomial.Jacobian(f, inner));
    });

    [Fact]
    public void What_is_not_in_the_ring_is_refused_by_name()
    {
        var f = MultivariatePolynomial.Parse("x*y + 1", ["x", "y"]);
        Assert.Contains("'z'", Assert.Throws<ArgumentException>(() => f.Derivative("z")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => f.DegreeIn("z"));
        Assert.Throws<ArgumentException>(() => f.AsUnivariateIn("z"));
        Assert.Throws<ArgumentException>(() => f.Substitute("z", Rational.One));
        Assert.Throws<ArgumentException>(() => f.Evaluate(1));
        Assert.Throws<ArgumentException>(() => f.Coefficient(1));
        Assert.Throws<ArgumentException>(() => f.WeightedDegrees(1));
        Assert.Throws<ArgumentException>(() => f.WithVariables(["x"]));
        Assert.Throws<InvalidOperationException>(() => f.ToUnivariate());
        Assert.Throws<VariableMismatchException>(() => MultivariatePolynomial.Parse("y", ["x", "y"]).Substitute("x", MultivariatePolynomial.Parse("t")));
        Assert.Throws<VariableMismatchException>(() => f.Substitute("x", MultivariatePolynomial.Parse("t")));
        Assert.Throws<InvalidOperationException>(() => MultivariatePolynomial<Rational>.Zero.LeadingTerm);
    }
}
