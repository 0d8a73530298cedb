using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

/// <summary>Equations of the closure: the table of the theory, points on and off, and elimination by Singular.</summary>
public class ClosureEquationsTests
{
    [Theory]
    [InlineData("2,2", "2,1", "2:1")]
    [InlineData("2,2", "3,1", "1:1 2:1")]
    [InlineData("3,2", "2,1", "3:1")]
    [InlineData("2,3", "2,1", "2:3")]
    [InlineData("3,2", "3,1", "2:3")]
    [InlineData("3,3", "2,1", "3:4")]
    [InlineData("4,2", "2,1", "4:1")]
    [InlineData("5,2", "2,1", "5:1")]
    [InlineData("4,2", "3,1", "2:1 3:3")]
    [InlineData("2,2,2", "2,2,1", "2:9")]
    [InlineData("3,2,2", "2,2,1", "2:3 3:10")]
    [InlineData("2,3,2", "2,2,1", "2:10 3:4")]
    [InlineData("4,2,2", "2,2,1", "2:1 3:10 4:6")]
    [InlineData("2,2,2", "1,2,1", "3:1")] // merges to (3,2)
    [InlineData("1,3", "2,1", "1:2")]
    [InlineData("3,2", "1,1", "")]
    public void Generators_by_degree(string filters, string strides, string expected)
    {
        var equations = ClosureEquations.Of(Architecture.Parse(filters, strides).FunctionSpace());
        var found = equations.Generators.GroupBy(g => g.TotalDegree).OrderBy(g => g.Key).Select(g => $"{g.Key}:{g.Count()}");
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Theory]
    [InlineData("2,2", "2,1", "c1*c2 - c0*c3")]
    [InlineData("3,2", "2,1", "c1*c2*c3 - c0*c3^2 - c1^2*c4")]
    public void The_first_examples_read_as_in_the_theory(string filters, string strides, string expected) =>
        Assert.Equal(expected, Assert.Single(ClosureEquations.Of(Architecture.Parse(filters, strides).FunctionSpace()).Generators).ToString());

    // The zero set, against membership in the closure by handing out hyperroots.
    [Theory]
    [InlineData("3,3", "2,1")]
    [InlineData("4,2", "3,1")]
    [InlineData("2,2,2", "2,2,1")]
    [InlineData("3,2,2", "2,2,1")]
    [InlineData("4,2,2", "2,2,1")]
    [InlineData("2,2,2", "2,1,1")]
    [InlineData("2,1,3", "3,2,1")]
    public void Zeros_are_the_closure(string filters, string strides)
    {
        var net = Architecture.Parse(filters, strides);
        var space = net.FunctionSpace();
        var generators = ClosureEquations.Of(space).Generators;
        int inside = 0, outside = 0;
        PropertyRun.Trials(120, random =>
        {
            var filter = Near(random, net);
            if (filter.All(c => c.IsZero)) return;
            var vanish = generators.All(g => g.Evaluate(filter.AsSpan()).IsZero);
            Assert.Equal(vanish, space.Contains(filter).InZariskiClosure == Verdict.Holds);
            if (vanish) inside++;
            else outside++;
        });
        Assert.True(inside > 0 && outside > 0);
    }

    // A filter whose residues each have a hyperroot while their common divisor has none passes the naive conditions and is outside.
    [Fact]
    public void The_naive_recursion_would_be_fooled()
    {
        var net = Architecture.Parse("5,2,2", "3,2,1");
        var common = Product([-1, 1], [-2, 1], [-5, 1]);
        var residues = new[] { common * new Polynomial<Rational>(1, 1), common * new Polynomial<Rational>(2, 1), Polynomial<Rational>.Zero };
        ImmutableArray<Rational> filter = [.. Enumerable.Range(0, net.EndToEndSize).Select(i => residues[i % 3][i / 3])];
        Assert.Equal(Verdict.Fails, net.FunctionSpace().Contains(filter).InZariskiClosure);
        Assert.Contains(ClosureEquations.Of(net.FunctionSpace()).Generators, g => !g.Evaluate(filter.AsSpan()).IsZero);

        static Polynomial<Rational> Product(params Rational[][] factors) => factors.Aggregate(Polynomial<Rational>.One, (p, f) => p * new Polynomial<Rational>(f));
    }

    [ToolTheory("Singular")]
    [InlineData("3,2", "2,1")]
    [InlineData("2,3", "2,1")]
    [InlineData("4,2", "3,1")]
    [InlineData("2,2,2", "2,2,1")]
    [InlineData("3,2,2", "2,2,1")]
    public void The_ideal_is_that_of_elimination_by_Singular(string filters, string strides)
    {
        var net = Architecture.Parse(filters, strides);
        var generators = ClosureEquations.Of(net.FunctionSpace()).Generators;
        var names = Enumerable.Range(0, net.Filters.Sum()).Select(i => $"w{i}").ToArray();
        var entries = MultivariatePolynomial<Integer>.AllVariables(VariableList.Numbered("w", names.Length));
        var next = 0;
        var coordinates = ParameterizationMap.EndToEnd(new FilterStack<MultivariatePolynomial<Integer>>(
            net, [.. net.Filters.Select(size => Enumerable.Range(0, size).Select(_ => entries[next++]).ToImmutableArray())]));
        var coefficients = Enumerable.Range(0, net.EndToEndSize).Select(i => $"c{i}");
        var program = $"""
            ring r = 32003,({string.Join(',', names)},{string.Join(',', coefficients)}),dp;
            ideal graph = {string.Join(",", coordinates.Select((c, i) => $"c{i}-({c})"))};
            ideal all = eliminate(graph,{string.Join("*", names)});
            ideal ours = {string.Join(",", generators)};
            ideal one = std(all); ideal two = std(ours);
            print(size(reduce(ours,one))); print(size(reduce(all,two)));
            quit;
            """;
        // Singular may speak of its libraries before it answers.
        var lines = Command.Run("Singular", ["-q"], program, TimeSpan.FromMinutes(2)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("0 0", string.Join(' ', lines.TakeLast(2)));
    }

    // F3: the degree of the closure, by Gröbner bases of the exported equations.
    [ToolTheory("Singular", "M2")]
    [InlineData("3,2", "2,1")]
    [InlineData("2,2,2", "2,2,1")]
    [InlineData("3,2,2", "2,2,1")]
    [InlineData("4,2", "3,1")]
    [InlineData("2,2,2", "1,3,1")]
    public void Exported_equations_have_the_dimension_and_the_degree(string filters, string strides)
    {
        var space = Architecture.Parse(filters, strides).FunctionSpace();
        var equations = ClosureEquations.Of(space);
        var expected = $"{space.Dimension} {space.Degree}";
        using var folder = new TemporaryFolder();
        Assert.EndsWith(expected, Command.Run("Singular", ["-q"], equations.Program(ExportFormat.Singular) + "quit;\n", TimeSpan.FromMinutes(2)).Output.Trim(), StringComparison.Ordinal);
        Assert.Equal(expected, Tool.Run("M2", string.Empty, "--script", folder.Write("closure.m2", equations.Program(ExportFormat.Macaulay2))).Trim());
    }

    private static ImmutableArray<Rational> Near(TestRandom random, Architecture net)
    {
        var filter = ParameterizationMap.EndToEnd(random.NextWeights(net, 3)).ToArray();
        if (random.Chance(0.6)) filter[random.Between(0, filter.Length - 1)] += random.Between(-2, 2);
        if (random.Chance(0.2)) filter = [.. filter.Select(_ => (Rational)random.Between(-1, 1))];
        return [.. filter];
    }
}
