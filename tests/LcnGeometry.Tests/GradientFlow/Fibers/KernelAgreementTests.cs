using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>When the factorizations of a function have the same tangent kernel (F20, F21).</summary>
public sealed class KernelAgreementTests
{
    /// <summary>(2,2): the two orders of distinct factors agree exactly when the norms are equal; a square has one order.</summary>
    [Fact]
    public void Two_linear_layers_agree_exactly_when_balanced() => PropertyRun.Trials(Effort.Trials(150), random =>
    {
        int a = random.Between(-3, 3), b = random.Between(-5, 5), c = random.Between(-3, 3), discriminant = (b * b) - (4 * a * c);
        if (discriminant < 0 || (a == 0 && b == 0 && c == 0)) return;
        var difference = random.Chance(0.4) ? 0 : new Rational(random.Between(-5, 5), random.Between(1, 5));
        var fiber = InvariantFiber.Of(Architecture.Parse("2,2").FunctionSpace(), [c, b, a], [difference]);
        Assert.Equal(Verdict.Of(discriminant == 0 || difference.IsZero), fiber.Agreement.Verdict);
        if (fiber.Kernels.Length == 2) Assert.True(fiber.Kernels[0].Trace.Intersects(fiber.Kernels[1].Trace));
    });

    /// <summary>The verdict is that of floating-point kernels at the parameters, which come from their own solver.</summary>
    [Fact]
    public void Verdicts_are_those_of_plain_arithmetic() => PropertyRun.Trials(Effort.Trials(120), random =>
    {
        var net = random.NextStrideOne(largestDegree: 5);
        var weights = random.NextWeights(net, 3).Filters;
        if (weights.Any(f => f.All(c => c.IsZero))) return;
        ImmutableArray<Rational> invariants = [.. Enumerable.Range(1, net.Depth - 1).Select(_ => (Rational)(random.Chance(0.6) ? 0 : random.Between(-2, 2)))];
        ImmutableArray<Rational> function = [.. FiberChecks.IndexForm(net, weights)];
        var set = net.FunctionSpace().Factor(function);
        var kernels = set.Factorizations.Select(f => PlainKernel(net, f, invariants)).ToArray();
        var scale = kernels.Max(k => k.Cast<double>().Max(Math.Abs));
        var apart = kernels.Max(k => k.Cast<double>().Zip(kernels[0].Cast<double>(), (x, y) => Math.Abs(x - y)).Max()) / scale;
        var agreement = InvariantFiber.Of(net.FunctionSpace(), function, invariants).Agreement;
        Assert.True(apart is > 1e-8 or < 1e-12, $"{net} {string.Join(',', function)}: the kernels are {apart} apart");
        Assert.Equal(Verdict.Of(apart < 1e-12), agreement.Verdict);
    });

    [Theory]
    [InlineData("2,2,2", "-6,11,-6,1", "0,0", "holds")]
    [InlineData("2,2,2", "-6,11,-6,1", "0,1", "fails")]
    [InlineData("3,3", "1,0,5,0,4", "0", "holds")] // two definite factors, exchanged
    [InlineData("3,3", "1,0,5,0,4", "1", "fails")]
    [InlineData("3,3", "24,-50,35,-10,1", "0", "fails")] // four real roots pair up in three ways
    [InlineData("3,2", "1,3,3,1", "2", "holds")] // one root, one factorization
    [InlineData("2,1,2", "-1,0,1", "3,-3", "holds")] // the layer between does not matter
    [InlineData("3,1,2", "0,0,0,4", "1,1", "holds")]
    public void Examples(string filters, string filter, string invariants, string verdict)
    {
        var fiber = InvariantFiber.Of(Architecture.Parse(filters).FunctionSpace(), List(filter), List(invariants));
        Assert.Equal(verdict, fiber.Agreement.Verdict.Kind.ToString().ToLowerInvariant());
    }

    /// <summary>Roots that differ by very little: the kernels do too, and are told apart; the same roots at equal norms are not.</summary>
    [Theory]
    [InlineData("-2,0,1", "-2,0,1", 1e-40)] // near sqrt(2) twice, both irrational
    [InlineData("-1,1", "-1,1", 1e-60)]
    [InlineData("-1,1", "-1,1", 1e-200)]
    public void Kernels_that_are_very_near_are_told_apart(string left, string right, double distance)
    {
        var second = List(right);
        second = second.SetItem(0, second[0] + Rational.RationalizeExactly(distance));
        var (net, function) = (Architecture.Parse(left.Length > 4 ? "2,2,2,2" : "2,2"), (new Polynomial<Rational>(List(left).AsSpan()) * new Polynomial<Rational>(second.AsSpan())).Coefficients.ToImmutableArray());
        Assert.Equal(Verdict.Fails, InvariantFiber.Of(net.FunctionSpace(), function, [.. Enumerable.Range(1, net.Depth - 1).Select(l => (Rational)l)]).Agreement.Verdict);
        Assert.Equal(Verdict.Holds, InvariantFiber.Of(net.FunctionSpace(), function, [.. Enumerable.Repeat(Rational.Zero, net.Depth - 1)]).Agreement.Verdict);
    }

    private static ImmutableArray<Rational> List(string text) => [.. text.Split(',').Select(Rational.Parse)];

    private static double[,] PlainKernel(Architecture net, Factorization factorization, ImmutableArray<Rational> invariants)
    {
        double[][] filters = [.. factorization.Filters.Select(f => f.Coefficients.Select(c => c.Midpoint.ToDouble()).ToArray())];
        var excess = new double[net.Depth];
        for (var l = net.Depth - 2; l >= 0; l--) excess[l] = excess[l + 1] + invariants[l].ToDouble();
        var product = filters.Sum(f => Math.Log(f.Sum(c => c * c)));
        double least = -excess.Min(), low = -100, high = 100;
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            if (excess.Sum(c => Math.Log(Math.Exp(middle) + (least + c))) > product) high = middle;
            else low = middle;
        }

        for (var l = 0; l < net.Depth; l++)
        {
            var scale = Math.Sqrt((Math.Exp(low) + least + excess[l]) / filters[l].Sum(c => c * c));
            for (var i = 0; i < filters[l].Length; i++) filters[l][i] *= scale;
        }

        var kernel = new double[net.EndToEndSize, net.EndToEndSize];
        for (var l = 0; l < net.Depth; l++)
        {
            double[] others = [1];
            for (var m = 0; m < net.Depth; m++)
            {
                if (m == l) continue;
                var next = new double[others.Length + filters[m].Length - 1];
                for (var i = 0; i < others.Length; i++)
                    for (var j = 0; j < filters[m].Length; j++)
                        next[i + j] += others[i] * filters[m][j];
                others = next;
            }

            for (var shift = 0; shift < net.Filters[l]; shift++)
                for (var i = 0; i < others.Length; i++)
                    for (var j = 0; j < others.Length; j++)
                        kernel[i + shift, j + shift] += others[i] * others[j];
        }

        return kernel;
    }
}
