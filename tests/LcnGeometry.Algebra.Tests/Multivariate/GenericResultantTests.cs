using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Two ways: the Bezout determinant expanded by minors, against Sylvester matrices and roots.</summary>
public class GenericResultantTests
{
    public static TheoryData<int, int> SmallDegrees
    {
        get
        {
            var data = new TheoryData<int, int>();
            for (var m = 0; m <= 4; m++)
            {
                for (var n = 0; n <= 4; n++) data.Add(m, n);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(SmallDegrees))]
    public void Expansion_of_the_Sylvester_matrix_agrees(int m, int n)
    {
        var resultant = GenericResultant.OfDegrees(m, n);
        VariableList variables = [.. VariableList.Numbered("a", m + 1), .. VariableList.Numbered("b", n + 1)];
        var all = MultivariatePolynomial<Integer>.AllVariables(variables);
        var sylvester = SylvesterMatrix.Of([.. all.Take(m + 1)], all.Skip(m + 1).ToList());
        Assert.Equal(MinorExpansion.Determinant(sylvester, CancellationToken.None), resultant);
        if (m + n <= 5) Assert.Equal(FractionFree.Determinant(sylvester), resultant);
        Assert.True(resultant.IsHomogeneous);
    }

    [Theory]
    [InlineData(2, 2, 7)]
    [InlineData(2, 3, 13)]
    [InlineData(3, 3, 34)]
    [InlineData(4, 4, 219)]
    public void Term_counts(int m, int n, int terms) => Assert.Equal(terms, GenericResultant.OfDegrees(m, n).TermCount);

    [Fact]
    public void It_specializes_to_the_resultants_of_numbers() => PropertyRun.Trials(40, random =>
    {
        int m = random.Between(0, 5), n = random.Between(0, 5);
        var (p, q) = (random.NextPolynomial(m, r => r.NextInteger()), random.NextPolynomial(n, r => r.NextInteger()));
        Integer[] coefficients = [.. p.CoefficientsPadded(m + 1), .. q.CoefficientsPadded(n + 1)];
        Assert.Equal(Resultants.Resultant(p, m, q, n), GenericResultant.OfDegrees(m, n).Evaluate(coefficients));
    });

    [Fact]
    public void It_is_a_product_over_roots() => PropertyRun.Trials(20, random =>
    {
        int m = random.Between(1, 4), n = random.Between(0, 4);
        Integer leading = random.Between(1, 3);
        var f = Polynomial<Integer>.Constant(leading);
        var g = random.NextPolynomial(n, 20);
        var expected = Integer.Pow(leading, n);
        for (var i = 0; i < m; i++)
        {
            Integer root = random.Between(-5, 5);
            f *= new Polynomial<Integer>(-root, 1);
            expected *= g.Evaluate(root);
        }

        Assert.Equal(expected, GenericResultant.OfDegrees(m, n).Evaluate([.. f.CoefficientsPadded(m + 1), .. g.CoefficientsPadded(n + 1)]));
    });

    [Fact]
    public void A_common_factor_makes_it_vanish_even_at_infinity()
    {
        var resultant = GenericResultant.OfDegrees(3, 2);
        Assert.Equal(0, resultant.Evaluate(-2, 1, 2, -1, 3, -4, 1));
        Assert.Equal(0, resultant.Evaluate(1, 2, 5, 0, 3, 7, 0));
        Assert.NotEqual(0, resultant.Evaluate(1, 2, 5, 0, 3, 7, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GenericResultant.OfDegrees(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => GenericResultant.OfDegrees(2, 21));
    }
}
