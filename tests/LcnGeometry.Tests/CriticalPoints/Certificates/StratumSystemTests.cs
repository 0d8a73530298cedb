using LcnGeometry.Algebra;
using LcnGeometry.TestKit;
using Symbolic = LcnGeometry.Algebra.MultivariatePolynomial<LcnGeometry.Algebra.Rational>;

namespace LcnGeometry.Tests.CriticalPoints.Certificates;

/// <summary>The system and its Jacobian against the definition, expanded as polynomials in the unknowns and derived symbolically.</summary>
public class StratumSystemTests
{
    [Theory]
    [InlineData("2,2", null, "2")]
    [InlineData("3,2", null, "21")]
    [InlineData("2,2,2", null, "3")]
    [InlineData("3,3", null, "211")]
    [InlineData("3,3", null, "22")]
    [InlineData("2,2", "2,1", "1|1")]
    [InlineData("3,2", "2,1", "11|1")]
    [InlineData("2,2,2", "1,2,1", "2|1")]
    [InlineData("2,2,2", "2,1,1", "1|2")]
    [InlineData("2,2,2", "2,2,1", "1|1|1")]
    [InlineData("1,2,2", "2,1,1", "2")]
    public void Values_and_derivatives_are_those_of_the_definition(string filters, string? strides, string patterns) => PropertyRun.Trials(2, random =>
    {
        var net = Architecture.Parse(filters, strides);
        var stratum = CriticalStratum.Of(net, [.. patterns.Split('|').Select(block => block.Select(j => j - '0').OrderDescending().ToArray()).Select(parts => System.Collections.Immutable.ImmutableArray.Create(parts))]);
        var (q, u) = CertificateSamples.Loss(random, net.EndToEndSize);
        int[] charts = [.. stratum.Factors.Select(factor => random.Between(0, factor.Degree))];
        Rational[] point = [.. Enumerable.Range(0, stratum.RootCount + 1).Select(_ => new Rational(random.Between(-30, 30), 7))];

        var system = new StratumSystem(stratum, q, u, 300);
        int[] leftOut = [.. stratum.Patterns.Select(pattern => random.Between(0, pattern.Length))];
        var equations = system.Equations(leftOut);
        Assert.Equal(system.Unknowns, equations.Length);
        var enclosed = StratumPoint.Of(stratum, [.. charts], [.. point.Select(x => ComplexSquare.Of(x, 300))]);
        var values = system.Values(enclosed, equations);
        var jacobian = system.Jacobian(enclosed, equations, [.. charts]);

        var variables = VariableList.Create([.. Enumerable.Range(0, point.Length).Select(i => $"z{i}")]);
        var z = Symbolic.AllVariables(variables);
        var all = Definition(stratum, q, u, charts, z);
        for (var e = 0; e < equations.Length; e++)
        {
            var exact = all[equations[e].Block][equations[e].Power];
            var unit = Ratio(values[e], exact.Evaluate(point), q);
            Assert.True(unit, $"equation {equations[e]}");
            for (var j = 0; j < point.Length; j++)
                Assert.True(Ratio(jacobian[e, j], exact.Derivative(variables[j]).Evaluate(point), q), $"derivative of {equations[e]} by {variables[j]}");
        }
    });

    [Fact]
    public void The_radical_combines_the_equations_of_every_block_to_the_same_one() => PropertyRun.Trials(5, random =>
    {
        var net = Architecture.Parse("2,2,2", "1,2,1");
        var stratum = CriticalStratum.Of(net, [[1, 1], [1]]);
        var (q, u) = CertificateSamples.Loss(random, net.EndToEndSize);
        int[] charts = [random.Between(0, 2), random.Between(0, 1)];
        var z = Symbolic.AllVariables(VariableList.Create(["z0", "z1", "z2", "z3"]));
        var all = Definition(stratum, q, u, charts, z);
        var factors = Factors(stratum, charts, z);
        var first = factors[0].Select((c, k) => c * all[0][k]).Aggregate((a, b) => a + b);
        var second = factors[1].Select((c, k) => c * all[1][k]).Aggregate((a, b) => a + b);
        Assert.Equal(first, second);
    });

    /// <summary>For each block the equations ⟨Q P - Q u, E_k⟩, by the formulas of the system as they are written.</summary>
    private static Symbolic[][] Definition(CriticalStratum stratum, Matrix<Rational> q, IReadOnlyList<Rational> u, int[] charts, IReadOnlyList<Symbolic> z)
    {
        var factors = Factors(stratum, charts, z);
        var blocks = Enumerable.Range(0, stratum.Blocks.Length).ToArray();
        Symbolic[] Power(int block, Func<int, int> exponent)
        {
            Symbolic[] product = [Symbolic.One];
            for (var f = 0; f < factors.Length; f++)
            {
                for (var k = 0; stratum.Factors[f].Block == block && k < exponent(stratum.Factors[f].Multiplicity); k++) product = Times(product, factors[f]);
            }

            var spread = Enumerable.Repeat(Symbolic.Zero, ((product.Length - 1) * (int)stratum.Blocks[block].Step) + 1).ToArray();
            for (var i = 0; i < product.Length; i++) spread[i * (int)stratum.Blocks[block].Step] = product[i];
            return spread;
        }

        var forms = blocks.Select(b => Power(b, j => j)).ToArray();
        var function = forms.Aggregate(Times).Select(c => z[^1] * c).ToArray();
        var difference = function.Select((c, i) => c - Symbolic.Constant(u[i])).ToArray();
        return [.. blocks.Select(b =>
        {
            var weight = blocks.Where(c => c != b).Select(c => forms[c]).Append(Power(b, j => j - 1)).Aggregate(Times);
            return Enumerable.Range(0, stratum.Patterns[b].Length + 1).Select(k =>
            {
                var sum = Symbolic.Zero;
                for (var i = 0; i < difference.Length; i++)
                {
                    for (var m = 0; m < weight.Length; m++) sum += Symbolic.Constant(q[i, m + (k * (int)stratum.Blocks[b].Step)]) * difference[i] * weight[m];
                }

                return sum;
            }).ToArray();
        })];
    }

    private static Symbolic[][] Factors(CriticalStratum stratum, int[] charts, IReadOnlyList<Symbolic> z)
    {
        var next = 0;
        return [.. stratum.Factors.Select((factor, f) => Enumerable.Range(0, factor.Degree + 1).Select(i => i == charts[f] ? Symbolic.One : z[next++]).ToArray())];
    }

    private static Symbolic[] Times(Symbolic[] left, Symbolic[] right)
    {
        var product = Enumerable.Repeat(Symbolic.Zero, left.Length + right.Length - 1).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = 0; j < right.Length; j++) product[i + j] += left[i] * right[j];
        }

        return product;
    }

    /// <summary>Whether a square contains the value times a power of two, the one that scales the metric, and is narrow.</summary>
    private static bool Ratio(ComplexSquare square, Rational value, Matrix<Rational> q)
    {
        var largest = Enumerable.Range(0, q.Rows).SelectMany(i => q.Row(i)).Select(Rational.Abs).Max();
        var scaled = value * Rational.PowerOfTwo(largest.Denominator.BitLength - largest.Numerator.BitLength);
        var unit = Rational.PowerOfTwo(-square.Center.Bits);
        var center = (Rational)(Integer)square.Center.Re * unit;
        var radius = (Rational)(Integer)square.Radius * unit;
        return Rational.Abs(scaled - center) <= radius && radius < Rational.PowerOfTwo(-200) && square.Center.Im.IsZero;
    }
}
