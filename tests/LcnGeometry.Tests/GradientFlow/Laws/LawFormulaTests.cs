using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

public sealed class LawFormulaTests
{
    private static PolynomialModel NextModel(TestRandom random)
    {
        if (random.Chance(0.2)) return LawModels.Linear(random.Between(1, 2), random.Between(1, 2), random.Between(1, 3));
        var net = random.NextArchitecture(mostLayers: 3, largestFilter: 3);
        return net.Depth == 2 && random.Chance(0.7) ? PolynomialModel.Of(net, random.Between(1, 4)) : PolynomialModel.Of(net);
    }

    [Fact]
    public void Every_law_has_the_zero_polynomial_as_derivative_along_every_gradient() => PropertyRun.Trials(40, random =>
    {
        var model = NextModel(random);
        foreach (var law in ConservationLaws.Find(model).Laws)
        {
            foreach (var coordinate in model.Coordinates)
            {
                var derivative = model.Parameters.Select(name => law.Polynomial.Derivative(name) * coordinate.Derivative(name)).Aggregate((sum, term) => sum + term);
                Assert.True(derivative.IsZero, $"{model}: {law.Polynomial} changes by {derivative}");
            }

            Assert.InRange(law.Polynomial.TotalDegree, 1, 2);
            Assert.True(law.Polynomial.ConstantTerm.IsZero);
            Assert.Equal(Integer.One, Content(law.Polynomial));
        }
    });

    /// <summary>The other way: no expansion, only values of the derivative at random points over the rationals.</summary>
    [Fact]
    public void There_are_as_many_laws_as_random_points_leave_room_for() => PropertyRun.Trials(12, random =>
    {
        var model = NextModel(random);
        foreach (var homogeneous in (bool[])[true, false])
        {
            var names = model.Parameters;
            var monomials = Enumerable.Range(0, names.Count).SelectMany(i => Enumerable.Range(i, names.Count - i).Select(j => ((int I, int? J))(i, j))).ToList();
            if (!homogeneous) monomials.AddRange(Enumerable.Range(0, names.Count).Select(i => ((int, int?))(i, null)));
            var rows = new List<Integer[]>();
            for (var t = 0; t < monomials.Count + 3; t++)
            {
                var point = Enumerable.Range(0, names.Count).Select(_ => (Integer)random.Between(-1000, 1000)).ToArray();
                foreach (var coordinate in model.Coordinates)
                {
                    var slope = names.Select(name => coordinate.Derivative(name).Evaluate(point)).ToArray();
                    rows.Add([.. monomials.Select(m => m.J is { } j ? (slope[m.I] * point[j]) + (slope[j] * point[m.I]) : slope[m.I])]);
                }
            }

            var rank = FractionFree.Rank(new Matrix<Integer>(rows.Count, monomials.Count, (i, j) => rows[i][j]));
            var laws = ConservationLaws.OfDegreeTwo(model, homogeneous);
            Assert.Equal($"{model}: {monomials.Count - rank}", $"{model}: {laws.Length}");
            Assert.All(laws, law => Assert.True(!homogeneous || law.Polynomial.IsHomogeneous));
        }
    });

    /// <summary>Every polynomial of degree two with coefficients -1, 0 and 1 is a law exactly when it is a combination of the laws that were found.</summary>
    [Theory]
    [InlineData("1,1", "1,1", 2)]
    [InlineData("1,2", "1,1", null)]
    [InlineData("2,2", "1,1", null)]
    [InlineData("1,1,1", "2,3,1", null)]
    public void Brute_force_finds_no_other_quadratic_laws(string filters, string strides, int? channels)
    {
        var net = Architecture.Parse(filters, strides);
        var model = channels is { } width ? PolynomialModel.Of(net, width) : PolynomialModel.Of(net);
        var count = model.Parameters.Count;
        var variables = MultivariatePolynomial<Integer>.AllVariables(model.Parameters);
        ImmutableArray<MultivariatePolynomial<Integer>> monomials = [.. from i in Enumerable.Range(0, count) from j in Enumerable.Range(i, count - i) select variables[i] * variables[j]];
        var columns = monomials.Select(monomial => model.Coordinates.Select(coordinate =>
            model.Parameters.Select(name => monomial.Derivative(name) * coordinate.Derivative(name)).Aggregate((sum, term) => sum + term)).ToImmutableArray()).ToImmutableArray();
        var point = Enumerable.Range(0, count).Select(i => (Integer)((7 * i * i) + (3 * i) + 2)).ToArray();
        var values = columns.Select(column => column.Select(entry => (long)entry.Evaluate(point)).ToArray()).ToArray();

        var found = new HashSet<string>();
        for (var code = 0; code < Math.Pow(3, monomials.Length); code++)
        {
            var coefficients = new int[monomials.Length];
            for (int k = 0, rest = code; k < coefficients.Length; k++, rest /= 3) coefficients[k] = (rest % 3) - 1;
            if (Enumerable.Range(0, model.Coordinates.Length).Any(f => Enumerable.Range(0, coefficients.Length).Sum(k => coefficients[k] * values[k][f]) != 0)) continue;
            var exact = Enumerable.Range(0, model.Coordinates.Length).All(f => Enumerable.Range(0, coefficients.Length)
                .Select(k => (Integer)coefficients[k] * columns[k][f]).Aggregate((sum, term) => sum + term).IsZero);
            if (exact) found.Add(Combination(coefficients, monomials).ToString());
        }

        var laws = ConservationLaws.OfDegreeTwo(model, homogeneous: true);
        var expected = new HashSet<string>();
        for (var code = 0; code < Math.Pow(3, laws.Length); code++)
        {
            var weights = new int[laws.Length];
            for (int k = 0, rest = code; k < weights.Length; k++, rest /= 3) weights[k] = (rest % 3) - 1;
            var sum = Combination(weights, [.. laws.Select(law => law.Polynomial)]);
            if (sum.Terms.All(term => term.Coefficient == 1 || term.Coefficient == -1)) expected.Add(sum.ToString());
        }

        Assert.True(found.Count >= 3);
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("x y", "x*y + y", 0, "x^2 - y^2 + 2*x")]
    [InlineData("x y", "x*y", 1, "x^2 - y^2")]
    [InlineData("x y", "x + y", 1, "x - y; x^2 - 2*x*y + y^2")]
    [InlineData("x y z", "x; y", 1, "z; z^2")]
    public void Laws_with_linear_terms_are_found_and_left_out_on_demand(string variables, string coordinates, int homogeneous, string laws)
    {
        var model = LawModels.Parse(variables, coordinates.Split("; "));
        Assert.Equal(laws.Split("; ").Order(StringComparer.Ordinal), ConservationLaws.OfDegreeTwo(model, homogeneous: false).Select(law => law.Polynomial.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(homogeneous, ConservationLaws.OfDegreeTwo(model, homogeneous: true).Length);
        Assert.Equal((1, Evidence.Proved), (ConservationLaws.Find(model).Count, ConservationLaws.Find(model).Evidence));
    }

    /// <summary>y exp(-2x) is conserved, and no polynomial is: the count rests on random points, and says so.</summary>
    [Fact]
    public void A_law_that_is_no_polynomial_is_counted_but_not_proved()
    {
        var laws = ConservationLaws.Find(LawModels.Parse("x y", "x + y^2"));
        Assert.Equal((1, Evidence.Sampled, 0), (laws.Count, laws.Evidence, laws.Independent));
        Assert.Empty(laws.Laws);
        Assert.Equal((2, 2), (laws.Witness.Samples, laws.Witness.Agreeing));
    }

    [Fact]
    public void Models_are_checked()
    {
        VariableList names = ["x", "y"];
        var x = MultivariatePolynomial<Integer>.Variable(["x"], "x");
        Assert.Throws<VariableMismatchException>(() => new PolynomialModel("wrong", names, [x]));
        Assert.Throws<ArgumentException>(() => new PolynomialModel("none", VariableList.Empty, []));
        Assert.Throws<ArgumentException>(() => new PolynomialModel(" ", names, []));
        Assert.Throws<ArgumentException>(() => new PolynomialModel("default", names, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => PolynomialModel.Of(Architecture.Parse("2,2"), 0));
        Assert.Throws<ArgumentException>(() => PolynomialModel.Of(Architecture.Parse("2,2,2"), 2));
        Assert.Throws<ArgumentException>(() => PolynomialModel.Of(Architecture.Parse("99,99,99,99")));
    }

    [Fact]
    public void It_stops_when_it_is_told()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => ConservationLaws.Find(PolynomialModel.Of(Architecture.Parse("2,2")), token: stop.Token));
        Assert.Throws<OperationCanceledException>(() => ConservationLaws.OfDegreeTwo(PolynomialModel.Of(Architecture.Parse("2,2")), true, stop.Token));
    }

    private static MultivariatePolynomial<Integer> Combination(int[] weights, ImmutableArray<MultivariatePolynomial<Integer>> parts) =>
        Enumerable.Range(0, weights.Length).Select(k => (Integer)weights[k] * parts[k]).Aggregate(MultivariatePolynomial<Integer>.Zero, (sum, term) => sum + term);

    private static Integer Content(MultivariatePolynomial<Integer> polynomial) =>
        polynomial.Terms.Aggregate(Integer.Zero, (gcd, term) => Integer.GreatestCommonDivisor(gcd, term.Coefficient));
}
