using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;
using DenseMatrix = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>The proved kinds against finite differences, perturbations, gradient flow, and the theory's own tests.</summary>
public class CriticalPointKindTests
{
    private static readonly (string Filters, string? Strides)[] Architectures =
        [("2,2", null), ("3,2", null), ("2,2,2", null), ("4,2", null), ("3,3", null), ("2,3", "2,1"), ("3,2", "2,1"), ("2,2,2", "1,2,1"), ("2,1,2", null), ("1,3,2", null)];

    /// <summary>The number of negative eigenvalues of the full Hessian, scalings included: along those it is zero.</summary>
    [Fact]
    public void The_index_is_the_number_of_negative_eigenvalues() => PropertyRun.Trials(20, random =>
    {
        var (net, loss) = Draw(random);
        var plain = new PlainLoss(net, loss);
        var told = 0;
        var all = 0;
        foreach (var factorization in Landscape.Find(net, loss).SelectMany(p => p.Factorizations).Where(f => f.Index is not null))
        {
            all++;
            var values = DenseMatrix.OfArray(plain.Hessian(PlainLoss.Balance(PlainLoss.Filters(factorization)))).Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric).EigenValues.Select(v => v.Real).ToArray();
            var size = values.Max(Math.Abs);

            // Modulo scalings no eigenvalue is zero; finite differences must see the others apart from zero to be a second opinion.
            if (values.Count(v => Math.Abs(v) < 1e-4 * size) != net.Depth - 1) continue;
            told++;
            Assert.Equal(values.Count(v => v < -1e-4 * size), factorization.Index);
            Assert.Equal(factorization.Index == 0, factorization.Kind is CriticalPointKind.LocalMinimum or CriticalPointKind.GlobalMinimum);
            Assert.Equal(factorization.Index > 0, factorization.Kind == CriticalPointKind.StrictSaddle);
        }

        Assert.True(2 * told >= all, $"Finite differences told {told} of {all}.");
    });

    [Fact]
    public void The_loss_falls_on_both_sides_along_a_negative_direction() => PropertyRun.Trials(20, random =>
    {
        var (net, loss) = Draw(random);
        var plain = new PlainLoss(net, loss);
        foreach (var factorization in Landscape.Find(net, loss).SelectMany(p => p.Factorizations))
        {
            Assert.Equal(factorization.Kind == CriticalPointKind.StrictSaddle, factorization.NegativeDirection is not null);
            if (factorization.NegativeDirection is not { } direction) continue;
            var filters = PlainLoss.Filters(factorization);
            Assert.Equal(net.ParameterCount, direction.Length);
            double Along(double t)
            {
                var k = 0;
                return plain.Value([.. filters.Select(f => f.Select(c => c + (t * direction[k++])).ToArray())]);
            }

            // The step at which the second derivative is seen best.
            var unit = 1 / direction.Max(Math.Abs);
            var falls = Enumerable.Range(1, 7).Any(e => Along(unit * Math.Pow(10, -e)) < Along(0) && Along(-unit * Math.Pow(10, -e)) < Along(0));
            Assert.True(falls);
        }
    });

    /// <summary>Almost every run of gradient flow ends at a local minimum, and all of those are in the list.</summary>
    [Fact]
    public void Gradient_flow_ends_at_listed_minima() => PropertyRun.Trials(12, random =>
    {
        var (net, loss) = Draw(random);
        var points = Landscape.Find(net, loss);
        var least = double.PositiveInfinity;
        for (var item = 0; item < 6; item++)
        {
            var run = FilterFlow.Run(net, loss, FilterFlow.RandomStart(net, 17, item), new FlowOptions(), CancellationToken.None);
            if (run.Status != FlowStatus.Converged || run.EndsAtSaddle) continue;
            var nearest = points.MinBy(p => Distance(p, run))!;
            Assert.InRange(Distance(nearest, run), 0, 1e-5 * (1 + points.Max(p => p.Function.Max(c => c.Magnitude))));
            Assert.Contains(nearest.Factorizations, f => f.Kind is CriticalPointKind.LocalMinimum or CriticalPointKind.GlobalMinimum);
            least = Math.Min(least, run.Limit.Loss);
        }

        var global = points.First(p => p.Factorizations.Any(f => f.Kind == CriticalPointKind.GlobalMinimum));
        Assert.True(global.Loss.Lower <= least + (1e-7 * (1 + least)));
    });

    [Fact]
    public void Gradient_flow_returns_to_a_local_minimum() => PropertyRun.Trials(12, random =>
    {
        var (net, loss) = Draw(random);
        foreach (var point in Landscape.Find(net, loss))
        {
            foreach (var factorization in point.Factorizations.Where(f => f.Kind is CriticalPointKind.LocalMinimum or CriticalPointKind.GlobalMinimum))
            {
                ImmutableArray<ImmutableArray<double>> start =
                    [.. PlainLoss.Balance(PlainLoss.Filters(factorization)).Select(f => f.Select(c => c * (1 + (1e-6 * (random.Unit() - 0.5)))).ToImmutableArray())];
                var run = FilterFlow.Run(net, loss, start, new FlowOptions(), CancellationToken.None);
                if (run.Status != FlowStatus.Converged) continue;
                Assert.InRange(Distance(point, run), 0, 1e-3 * (1 + point.Function.Max(c => c.Magnitude)));
                Assert.False(run.EndsAtSaddle);
            }
        }
    });

    /// <summary>C6: a repeated complex pair makes every critical factorization a strict saddle.</summary>
    [Fact]
    public void Repeated_pairs_are_strict_saddles()
    {
        var seen = 0;
        PropertyRun.Trials(25, random =>
        {
            var net = Architecture.Parse("3,3");
            foreach (var point in Landscape.Find(net, random.NextLoss(5)).Where(p => p.RealPattern is { } pattern && pattern.Pairs.Any(m => m > 1)))
            {
                seen++;
                Assert.Equal(CriticalPointKind.StrictSaddle, point.Kind);
                Assert.Equal("|2", point.RealPattern!.ToString());
                Assert.Equal<int>([1, 2], Assert.Single(Assert.Single(point.Factorizations).RepeatedFilters));
            }
        });
        Assert.True(seen > 0);
    }

    /// <summary>Section 10, (2,2): the sign test and the curvature test decide which squares are local minima.</summary>
    [Fact]
    public void Squares_are_local_minima_exactly_when_both_tests_say_so()
    {
        var minima = 0;
        PropertyRun.Trials(60, random =>
        {
            var loss = random.NextLoss(3);
            foreach (var point in Landscape.Find(Architecture.Parse("2,2"), loss).Where(p => p.RealPattern?.ToString() == "2|"))
            {
                var expected = IsMinimumByTheTests(loss, [.. point.Function.Select(c => c.Midpoint)]);
                Assert.Equal(expected, point.Kind != CriticalPointKind.StrictSaddle);
                if (expected) minima++;
            }
        });
        Assert.True(minima > 0);
    }

    private static bool IsMinimumByTheTests(QuadraticLoss loss, double[] p)
    {
        // P = sign v^2; the root of v is (X : Y) = (-v0 : v1).
        var sign = Math.Sign(p[0] + p[2]);
        double v0 = Math.Sqrt(Math.Abs(p[0])), v1 = Math.Sqrt(Math.Abs(p[2])) * (Math.Sign(p[1]) == sign ? 1 : -1);
        double[] root = [v1, -v0]; // the values of y and x: entry i of a form belongs to x^i
        double Q(int i, int j) => loss.Q[i, j].ToDouble();
        var gradient = Enumerable.Range(0, 3).Select(i => 2 * Enumerable.Range(0, 3).Sum(j => Q(i, j) * (p[j] - loss.Target[j].ToDouble()))).ToArray();

        // The gradient is c times the evaluation at the root: apply it to the square of the form that is |root|^2 there.
        var norm = (root[0] * root[0]) + (root[1] * root[1]);
        var c = ((gradient[0] * root[0] * root[0]) + (gradient[1] * 2 * root[0] * root[1]) + (gradient[2] * root[1] * root[1])) / (norm * norm);
        if (sign * c >= 0) return false;

        // min over w with w(r) = 1 of |v w|^2 is 1 / (e G^-1 e), G the Gram matrix of v y and v x.
        double[][] products = [[v0, v1, 0], [0, v0, v1]];
        double Gram(int a, int b) => Enumerable.Range(0, 3).Sum(i => Enumerable.Range(0, 3).Sum(j => products[a][i] * Q(i, j) * products[b][j]));
        double g00 = Gram(0, 0), g01 = Gram(0, 1), g11 = Gram(1, 1), determinant = (g00 * g11) - (g01 * g01);
        var inverse = ((g11 * root[0] * root[0]) - (2 * g01 * root[0] * root[1]) + (g00 * root[1] * root[1])) / determinant;
        return 4 / inverse > Math.Abs(c);
    }

    private static double Distance(CriticalPoint point, FlowRun run) => point.Function.Zip(run.Limit.Function, (c, w) => Math.Abs(c.Midpoint - w)).Max();

    private static (Architecture Net, QuadraticLoss Loss) Draw(TestRandom random)
    {
        var (filters, strides) = random.Pick(Architectures);
        var net = Architecture.Parse(filters, strides);
        return (net, random.NextLoss(net.EndToEndSize));
    }
}
