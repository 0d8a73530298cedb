using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>F19: what the closed formulas say is found by solving equations, every solution proved.</summary>
public sealed class ActivationConfirmTests
{
    private static readonly ImmutableArray<ActivationCheck> Checks = [ActivationCheck.Degree, ActivationCheck.CriticalPoints, ActivationCheck.CriticalPointsOfData];

    [Theory]
    [InlineData("2,2", "1,1", 2, 4, 14)]
    [InlineData("2,2", "1,1", 3, 6, 22)]
    [InlineData("2,2", "2,1", 2, 4, 14)]
    [InlineData("2,3", "1,1", 2, 6, 22)]
    [InlineData("1,3", "2,1", 2, 1, 1)]
    [InlineData("1,1", "1,1", 3, 1, 1)]
    public void Small_networks_have_the_counts_of_the_formulas(string filters, string strides, int power, int degree, int criticalPoints) =>
        Compare(filters, strides, power, degree, criticalPoints);

    /// <summary>The larger ones of the table in the decision record on activations.</summary>
    [Fact]
    public void Larger_networks_do_so_too()
    {
        Compare("3,2", "1,1", 2, 12, 79, ActivationCheck.Degree);
        Compare("2,2,2", "2,1,1", 2, 48, 404, ActivationCheck.Degree);
        if (Effort.Level < 10) return;
        Compare("2,1,2", "1,2,1", 2, 8, 30);
        Compare("3,2", "1,1", 2, 12, 79);
        Compare("3,2", "2,1", 2, 12, 79);
        Compare("2,2,2", "1,1,1", 2, 48, 404);
        Compare("3,3", "1,1", 2, 24, 219, ActivationCheck.Degree, ActivationCheck.CriticalPoints);
    }

    /// <summary>Monodromy does not stop because a number was reached: asked for more, it finds no more.</summary>
    [Theory]
    [InlineData("2,2", 2, 4)]
    [InlineData("2,2", 3, 6)]
    [InlineData("2,3", 2, 6)]
    public void There_are_no_more_than_the_formula_says(string filters, int power, int degree)
    {
        var system = new SectionSystem(Terms(filters, power, false));
        var random = new CounterRandom(3, 0);
        var target = system.RandomData(random).Select(entry => entry.Real).ToArray();
        var search = new ActivationSearch(system, target, degree + 5, random, CancellationToken.None).Run();
        Assert.Equal((degree, degree), (search.Found, search.Certified));
    }

    /// <summary>The derivatives that Newton's method and the proofs use, against difference quotients.</summary>
    [Fact]
    public void Derivatives_of_the_equations_are_difference_quotients() => PropertyRun.Trials(5, random =>
    {
        foreach (ActivationSystem system in new ActivationSystem[]
        {
            new SectionSystem(Terms("3,2", 2, false)), new CriticalSystem(Terms("3,2", 2, true)), new CriticalSystem(Terms("2,2,2", 2, true)), new CriticalSystem(Terms("2,2", 3, true)),
        })
        {
            var stream = new CounterRandom(random.Between(0, 1000), 0);
            var data = system.RandomData(stream);
            var point = Enumerable.Range(0, system.Unknowns).Select(_ => new Complex(stream.NextGaussian(), stream.NextGaussian())).ToArray();
            var (_, jacobian) = At(system, point, data);
            for (var j = 0; j < system.Unknowns; j++)
            {
                const double Step = 1e-5;
                var (forward, _) = At(system, [.. point.Select((entry, i) => i == j ? entry + Step : entry)], data);
                var (backward, _) = At(system, [.. point.Select((entry, i) => i == j ? entry - Step : entry)], data);
                for (var i = 0; i < system.Unknowns; i++)
                {
                    var expected = (forward[i] - backward[i]) / (2 * Step);
                    Assert.True(Complex.Abs(expected - jacobian[(i * system.Unknowns) + j]) < 1e-6 * (1 + jacobian.Max(Complex.Abs)), $"{expected} {jacobian[(i * system.Unknowns) + j]}");
                }
            }

            // The equations are linear in the data, and data can be made for a point.
            var through = system.DataThrough(point, data);
            Assert.True(At(system, point, through).Values.Max(Complex.Abs) < 1e-9 * (1 + jacobian.Max(Complex.Abs)));
            var phase = Complex.FromPolarCoordinates(1, 1.1);
            var (turned, solution) = system.Turn(through, phase);
            Assert.True(At(system, solution(point), turned).Values.Max(Complex.Abs) < 1e-9 * (1 + jacobian.Max(Complex.Abs)));
        }
    });

    [Fact]
    public void Nothing_is_proved_away_from_solutions_nor_at_multiple_ones()
    {
        // (2,2), r = 2, sections of (1, 2a, a^2 + b, 2ab, a^2 b): b = 1, then a^2 = 2, and 2ab = 0 with a^2 b = 0, where a = 0 is double.
        var system = new SectionSystem(Terms("2,2", 2, false));
        var simple = new SolutionProof(system, [-3, 0, 1, 0, 0, -2, 0, 0, 0, 1]);
        Assert.NotNull(simple.FunctionAt([new Complex(Math.Sqrt(2), 0), Complex.One]));
        Assert.NotNull(simple.FunctionAt([new Complex(1.4142, 0), Complex.One]));
        Assert.Null(simple.FunctionAt([new Complex(1e-3, 0), Complex.One]));
        var multiple = new SolutionProof(system, [-1, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
        Assert.Null(multiple.FunctionAt([Complex.Zero, Complex.One]));
    }

    [Fact]
    public void Linear_and_large_networks_are_refused()
    {
        Assert.Contains("linear", Refusal(new MonomialNetwork(Architecture.Parse("2,2"), 1)), StringComparison.Ordinal);
        Assert.Contains("at most", Refusal(new MonomialNetwork(Architecture.Parse("4,4,2"), 3)), StringComparison.Ordinal);
        Assert.Contains("2^53", Refusal(new MonomialNetwork(Architecture.Parse("2,2"), 100)), StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => ActivationCounts.Confirm(new MonomialNetwork(Architecture.Parse("2,2"), 2), ActivationCheck.Degree, 1, new CancellationToken(true)));

        static string Refusal(MonomialNetwork net) => Assert.Throws<ArgumentException>(() => ActivationCounts.Confirm(net, ActivationCheck.CriticalPoints)).Message;
    }

    private static void Compare(string filters, string strides, int power, int degree, int criticalPoints, params ActivationCheck[] checks)
    {
        var net = new MonomialNetwork(Architecture.Parse(filters, strides), power);
        foreach (var check in checks.Length == 0 ? Checks : [.. checks])
        {
            var expected = check == ActivationCheck.Degree ? degree : criticalPoints;
            var completeness = ActivationCounts.Confirm(net, check);
            Assert.Equal((expected, expected, expected, Verdict.Holds), ((int)completeness.Expected, (int)completeness.Found, (int)completeness.Certified, completeness.Verdict));
        }
    }

    private static CoefficientTerms Terms(string filters, int power, bool lastIsFree) => new(new MonomialNetwork(Architecture.Parse(filters), power).CoefficientMap(), lastIsFree);

    private static (Complex[] Values, Complex[] Jacobian) At(ActivationSystem system, Complex[] point, Complex[] data)
    {
        var values = new ComplexNumber<PlainDouble>[system.Unknowns];
        var jacobian = new ComplexNumber<PlainDouble>[system.Unknowns * system.Unknowns];
        system.Evaluate([.. point.Select(ComplexNumber<PlainDouble>.FromComplex)], [.. data.Select(ComplexNumber<PlainDouble>.FromComplex)], values, jacobian);
        return ([.. values.Select(ActivationSystem.ToComplex)], [.. jacobian.Select(ActivationSystem.ToComplex)]);
    }
}
