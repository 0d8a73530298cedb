using System.Collections.Immutable;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Two ways: the Bezout determinant expanded by minors, against Sylvester matrices, roots and symmetries.</summary>
public class GenericDiscriminantTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 5)]
    [InlineData(4, 16)]
    [InlineData(5, 59)]
    [InlineData(6, 246)]
    [InlineData(7, 1103)]
    public void Term_counts_and_gradings(int degree, int terms)
    {
        var discriminant = GenericDiscriminant.OfDegree(degree);
        Assert.Equal(terms, discriminant.TermCount);
        Assert.True(discriminant.IsHomogeneous);
        Assert.Equal((2 * degree) - 2, discriminant.TotalDegree);
        Assert.Equal([degree * (degree - 1)], discriminant.WeightedDegrees([.. Enumerable.Range(0, degree + 1)]));

        // The discriminant of cn x^n + c0.
        var expected = (degree % 4 < 2 ? Integer.One : -1) * Integer.Pow(degree, degree);
        Assert.Equal(expected, discriminant.Coefficient([degree - 1, .. Enumerable.Repeat(0, degree - 1), degree - 1]));
    }

    [Fact]
    public void The_familiar_ones()
    {
        Assert.Equal("1", GenericDiscriminant.OfDegree(1).ToString());
        Assert.Equal("c1^2 - 4*c0*c2", GenericDiscriminant.OfDegree(2).ToString());
        Assert.Equal("c1^2*c2^2 - 4*c0*c2^3 - 4*c1^3*c3 + 18*c0*c1*c2*c3 - 27*c0^2*c3^2", GenericDiscriminant.OfDegree(3).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => GenericDiscriminant.OfDegree(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GenericDiscriminant.OfDegree(21));
    }

    /// <summary>The resultant with the derivative by elimination on the Sylvester matrix with indeterminate entries.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Elimination_on_the_Sylvester_matrix_agrees(int degree)
    {
        var c = MultivariatePolynomial<Integer>.AllVariables(VariableList.Numbered("c", degree + 1));
        var derivative = Enumerable.Range(1, degree).Select(i => (Integer)i * c[i]).ToList();
        var resultant = FractionFree.Determinant(SylvesterMatrix.Of(c, derivative));
        var sign = degree % 4 < 2 ? MultivariatePolynomial<Integer>.One : -MultivariatePolynomial<Integer>.One;
        Assert.Equal(sign * resultant, GenericDiscriminant.OfDegree(degree) * c[degree]);
    }

    /// <summary>Leading coefficients may vanish: the form then has a root at infinity.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(7)]
    public void It_specializes_to_the_discriminants_of_numbers_and_of_polynomials(int degree)
    {
        var discriminant = GenericDiscriminant.OfDegree(degree);
        PropertyRun.Trials(10, random =>
        {
            var p = random.NextPolynomial(degree, r => r.NextInteger());
            Assert.Equal(Resultants.Discriminant(p, degree), discriminant.Evaluate(p.CoefficientsPadded(degree + 1).AsSpan()));
        });
        if (degree > 5) return;
        var generic = new Polynomial<MultivariatePolynomial<Integer>>(MultivariatePolynomial<Integer>.AllVariables(discriminant.Variables).AsSpan());
        Assert.Equal(discriminant, Resultants.Discriminant(generic));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    public void It_is_the_product_of_squared_differences_of_roots(int degree)
    {
        var discriminant = GenericDiscriminant.OfDegree(degree);
        PropertyRun.Trials(4, random =>
        {
            var leading = (Integer)random.Between(-3, 3);
            Integer[] roots = [.. Enumerable.Range(0, degree).Select(_ => (Integer)random.Between(-9, 9))];
            var f = Polynomial<Integer>.Constant(leading);
            foreach (var root in roots) f *= new Polynomial<Integer>(-root, 1);
            var expected = Integer.Pow(leading, (2 * degree) - 2);
            for (var i = 0; i < degree; i++)
            {
                for (var j = 0; j < i; j++) expected *= (roots[i] - roots[j]) * (roots[i] - roots[j]);
            }

            Assert.Equal(expected, discriminant.Evaluate(f.CoefficientsPadded(degree + 1).AsSpan()));
        });
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public void It_vanishes_on_forms_with_a_square_factor_and_not_on_others(int degree)
    {
        var discriminant = GenericDiscriminant.OfDegree(degree);
        PropertyRun.Trials(5, random =>
        {
            // A square of a linear form s x + t y, of x and of y in particular, times anything.
            Integer s = random.Between(-3, 3), t = random.Between(-3, 3);
            var rest = random.NextPolynomial(degree - 2, 20);
            var form = Times(Times(rest.CoefficientsPadded(degree - 1), t, s), t, s);
            Assert.Equal(0, discriminant.Evaluate([.. form]));
        });
        Assert.NotEqual(0, discriminant.Evaluate([1, .. Enumerable.Repeat<Integer>(0, degree - 1), 1]));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public void Shifts_and_the_swap_of_the_variables_leave_it_alone(int degree)
    {
        var discriminant = GenericDiscriminant.OfDegree(degree);
        var variables = discriminant.Variables;
        var c = MultivariatePolynomial<Integer>.AllVariables(variables);
        Assert.Equal(discriminant, discriminant.Substitute([.. c.Reverse()]));

        // The generator of the shifts x -> x + e, acting on coefficients: sum of (i + 1) c(i+1) d/dc(i).
        var invariant = MultivariatePolynomial<Integer>.Zero;
        for (var i = 0; i < degree; i++) invariant += (Integer)(i + 1) * c[i + 1] * discriminant.Derivative(variables[i]);
        Assert.True(invariant.IsZero);
    }

    [Fact]
    public void Work_can_be_stopped() =>
        Assert.Throws<OperationCanceledException>(() => GenericDiscriminant.OfDegree(12, new CancellationToken(canceled: true)));

    /// <summary>The product of a form with t y + s x.</summary>
    private static ImmutableArray<Integer> Times(ImmutableArray<Integer> form, Integer t, Integer s) =>
        [.. Enumerable.Range(0, form.Length + 1).Select(i => (i < form.Length ? t * form[i] : 0) + (i > 0 ? s * form[i - 1] : 0))];
}
