using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

/// <summary>Equations that filters outside the closure violate: found exactly there, not zero there, zero on the function space.</summary>
public class ViolatedEquationTests
{
    [Theory]
    [InlineData("2,2", "2,1")]
    [InlineData("2,2", "3,1")]
    [InlineData("3,2", "2,1")]
    [InlineData("3,3", "2,1")]
    [InlineData("4,2", "2,1")]
    [InlineData("4,2", "3,1")]
    [InlineData("2,2,2", "2,2,1")]
    [InlineData("3,2,2", "2,2,1")]
    [InlineData("4,2,2", "2,2,1")]
    [InlineData("2,1,3", "3,2,1")]
    [InlineData("1,3,2", "2,2,1")]
    [InlineData("7,3", "2,1")]
    [InlineData("4,3,2,2", "2,2,2,1")]
    [InlineData("2,2,1,2", "1,3,2,1")]
    [InlineData("3,3", "1,1")]
    [InlineData("1,1", "3,2")]
    public void Filters_outside_the_closure_violate_an_equation(string filters, string strides)
    {
        var net = Architecture.Parse(filters, strides);
        var space = net.FunctionSpace();
        var violations = new ClosureViolations(space);
        int outside = 0;
        PropertyRun.Trials(25, random =>
        {
            var filter = Near(random, net);
            if (filter.All(c => c.IsZero)) return;
            var inClosure = space.Contains(filter).InZariskiClosure == Verdict.Holds;
            if (inClosure) return;
            outside++;
            Check(random, net, filter, violations.Of(filter, CancellationToken.None)!);
            Check(random, net, filter, ViolationSearch.Find(space, filter, CancellationToken.None)!);
        });
        Assert.Equal(space.Codimension > 0, outside > 0);
    }

    // In the closure the search finds nothing, whatever it tries; outside always something.
    [Fact]
    public void Any_network_has_an_equation_for_each_filter_outside_and_for_none_inside() => PropertyRun.Trials(150, random =>
    {
        var net = random.NextArchitecture();
        if (net.EndToEndSize > 40) return;
        var filter = ParameterizationMap.EndToEnd(random.NextWeights(net, 3));
        Assert.Null(ViolationSearch.Find(net.FunctionSpace(), filter, CancellationToken.None));
        Assert.Null(net.FunctionSpace().ViolatedEquation(filter));
        filter = Near(random, net);
        if (filter.All(c => c.IsZero)) return;
        var violated = ViolationSearch.Find(net.FunctionSpace(), filter, CancellationToken.None);
        Assert.Equal((net, net.FunctionSpace().Contains(filter).InZariskiClosure == Verdict.Holds), (net, violated is null));
        if (violated is not null) Check(random, net, filter, violated);
    });

    // F10: every residue has a hyperroot of its own, their common divisor has none. Constant combinations of the residues are fooled too in the last cases.
    [Theory]
    [InlineData("4,2,2", "2,2,1", "1,1;2,1")]
    [InlineData("5,2,2", "3,2,1", "1,1;2,1;0")]
    [InlineData("6,2,2", "2,2,1", "-3,0,1;-7,0,1")]
    [InlineData("8,2,2", "2,2,1", "-3,0,1;0,-7,0,1")]
    [InlineData("9,2,2", "3,2,1", "-3,0,1;-7,0,1;-11,0,1")]
    public void Filters_that_fool_the_naive_recursion_violate_an_equation(string filters, string strides, string ownFactors)
    {
        var net = Architecture.Parse(filters, strides);
        int stride = net.Strides[0], first = net.Filters[0];
        var common = new Polynomial<Rational>(-1, 1) * new Polynomial<Rational>(-2, 1) * new Polynomial<Rational>(-5, 1);
        var residues = ownFactors.Split(';').Select(text => common * new Polynomial<Rational>([.. text.Split(',').Select(c => Rational.Parse(c))])).ToArray();
        ImmutableArray<Rational> filter = [.. Enumerable.Range(0, net.EndToEndSize).Select(i => residues[i % stride][i / stride])];
        Assert.All(Enumerable.Range(0, stride), j => Assert.True(residues[j].Degree <= 3 + ((first - 1 - j) / stride)));
        var space = net.FunctionSpace();
        Assert.Equal(Verdict.Fails, space.Contains(filter).InZariskiClosure);
        var random = new TestRandom(7);
        Check(random, net, filter, ViolationSearch.Find(space, filter, CancellationToken.None)!);
        Check(random, net, filter, space.ViolatedEquation(filter)!);
    }

    [Theory]
    [InlineData("2,2", "2,1", "1,2,3,7", "c1*c2 - c0*c3", "-1")]
    [InlineData("3,2", "2,1", "1,1,1,1,1", "c1*c2*c3 - c0*c3^2 - c1^2*c4", "-1")]
    [InlineData("1,3", "2,1", "1,0,1,1/2,1", "c3", "1/2")]
    [InlineData("20,2", "20,1", "", "c1*c20 - c0*c21", "-1")]
    public void Examples(string filters, string strides, string filter, string equation, string value)
    {
        var net = Architecture.Parse(filters, strides);
        ImmutableArray<Rational> point = filter.Length > 0 ? [.. filter.Split(',').Select(c => Rational.Parse(c))] : [.. Enumerable.Range(0, net.EndToEndSize).Select(i => (Rational)(i is 0 or 21 ? 1 : 0))];
        var violated = net.FunctionSpace().ViolatedEquation(point);
        Assert.Equal((equation, Rational.Parse(value)), (violated?.Equation, violated?.Value));
    }

    private static void Check(TestRandom random, Architecture net, ImmutableArray<Rational> filter, ViolatedEquation violated)
    {
        Assert.False(violated.Value.IsZero);
        Assert.Equal(violated.Value, Evaluate(violated.Equation, filter));
        for (var i = 0; i < 3; i++) Assert.True(Evaluate(violated.Equation, ParameterizationMap.EndToEnd(random.NextWeights(net, 6))).IsZero, $"{violated} of {net}");
    }

    private static Rational Evaluate(string equation, ImmutableArray<Rational> filter)
    {
        var names = VariableList.Numbered("c", filter.Length);
        if (!equation.StartsWith("det ", StringComparison.Ordinal)) return MultivariatePolynomial.Parse(equation, names).Evaluate(filter.AsSpan());
        var rows = equation["det [[".Length..^2].Split("], [").Select(row => row.Split(", ").Select(entry => MultivariatePolynomial.Parse(entry, names).Evaluate(filter.AsSpan())).ToArray()).ToArray();
        return FractionFree.Determinant(new Matrix<Rational>(rows.Length, rows.Length, (i, j) => rows[i][j]));
    }

    private static ImmutableArray<Rational> Near(TestRandom random, Architecture net)
    {
        var filter = ParameterizationMap.EndToEnd(random.NextWeights(net, 3)).ToArray();
        if (random.Chance(0.7)) filter[random.Between(0, filter.Length - 1)] += random.Between(-2, 2);
        if (random.Chance(0.2)) filter = [.. filter.Select(_ => (Rational)random.Between(-1, 1))];
        return [.. filter];
    }
}
