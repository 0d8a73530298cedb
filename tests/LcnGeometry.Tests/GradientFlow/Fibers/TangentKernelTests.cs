using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>The tangent kernel (G2), its trace rule and the table of F21.</summary>
public sealed class TangentKernelTests
{
    /// <summary>J J^T with the columns of J as exact differences of the index form.</summary>
    [Fact]
    public void At_exact_filters_it_is_the_Jacobian_matrix_times_its_transpose() => PropertyRun.Trials(Effort.Trials(120), random =>
    {
        var net = random.NextArchitecture(mostLayers: 4, largestFilter: 3, largestStride: 2);
        ImmutableArray<ImmutableArray<Rational>> weights = [.. random.NextWeights(net).Filters.Select(f => f.Select(c => c / random.Between(1, 4)).ToImmutableArray())];
        var kernel = TangentKernel.Of(net, FiberChecks.Exact(weights));
        Assert.Equal(Evidence.Exact, kernel.Evidence);
        var expected = FiberChecks.KernelByDifferences(net, weights);
        var trace = Rational.Zero;
        for (var i = 0; i < net.EndToEndSize; i++)
        {
            trace += expected[i, i];
            for (var j = 0; j < net.EndToEndSize; j++) Assert.Equal(new RationalInterval(expected[i, j]), kernel.Enclosure[i, j]);
        }

        Assert.Equal(new RationalInterval(trace), kernel.Trace);
        Assert.Equal(weights.Select(f => f.Aggregate(Rational.Zero, (sum, c) => sum + (c * c))), kernel.SquaredNorms.Select(norm => norm.Lower));
    });

    [Fact]
    public void Enclosures_hold_the_kernels_of_the_filters_in_them() => PropertyRun.Trials(Effort.Trials(80), random =>
    {
        var net = random.NextArchitecture(mostLayers: 3, largestFilter: 3, largestStride: 2);
        var weights = random.NextWeights(net).Filters;
        var width = Rational.PowerOfTwo(-random.Between(0, 70));
        var enclosed = weights.Select(f => new LayerFilter([.. f.Select(c => new RationalInterval(c - (width * random.Between(0, 3)), c + (width * random.Between(0, 3))))]));
        var (exact, kernel) = (TangentKernel.Of(net, FiberChecks.Exact(weights)), TangentKernel.Of(net, [.. enclosed]));
        for (var i = 0; i < net.EndToEndSize; i++)
            for (var j = 0; j < net.EndToEndSize; j++)
                Assert.True(kernel.Enclosure[i, j].Contains(exact.Enclosure[i, j]));
        Assert.All(kernel.SquaredNorms.Zip(exact.SquaredNorms), pair => Assert.True(pair.First.Contains(pair.Second)));
    });

    /// <summary>The kernels of a fiber are those at its parameters, all signs.</summary>
    [Fact]
    public void Kernels_of_a_fiber_are_those_at_its_parameters() => PropertyRun.Trials(Effort.Trials(60), random =>
    {
        var net = random.NextArchitecture(mostLayers: 3, largestFilter: 3, largestStride: 2);
        var weights = random.NextWeights(net).Filters;
        if (weights.Any(f => f.All(c => c.IsZero))) return;
        ImmutableArray<Rational> invariants = [.. Enumerable.Range(1, net.Depth - 1).Select(_ => (Rational)random.Between(-3, 3))];
        var fiber = InvariantFiber.Of(net.FunctionSpace(), [.. FiberChecks.IndexForm(net, weights)], invariants, 40);
        foreach (var parameter in fiber.Parameters)
        {
            var (kernel, there) = (fiber.Kernels[parameter.Factorization!.Value], TangentKernel.Of(net, parameter.Filters));
            for (var i = 0; i < net.EndToEndSize; i++)
            {
                for (var j = 0; j < net.EndToEndSize; j++)
                {
                    Assert.True(kernel.Enclosure[i, j].Intersects(there.Enclosure[i, j]));
                    Assert.True(kernel.Enclosure[i, j].Width <= kernel.Trace.Upper * Rational.PowerOfTwo(-50));
                }
            }
        }
    });

    /// <summary>F21: three factorizations of (x-1)(x-2)(x-3), balanced.</summary>
    [Fact]
    public void The_table_of_three_factorizations()
    {
        var fiber = InvariantFiber.Of(Architecture.Parse("3,2").FunctionSpace(), [-6, 11, -6, 1], [0]);
        foreach (var (root, radicand, entry) in ((int, int, double)[])[(1, 124, 5.7474), (2, 130, 2.7189), (3, 140, 2.0284)])
        {
            var place = fiber.Parameters.Select(p => p.Factorization!.Value).Distinct().Single(i => LinearRoot(fiber.Parameters.First(p => p.Factorization == i)) == root);
            var squared = RationalInterval.Pow(fiber.Kernels[place].Trace, 2);
            Assert.True(squared.Contains(25 * radicand));
            Assert.True(squared.Width < Rational.PowerOfTwo(-40));
            Assert.Equal(entry, fiber.Kernels[place].Enclosure[3, 3].Midpoint.ToDouble(), 4);
        }

        static int LinearRoot(FiberParameter parameter) =>
            (int)Math.Round((-parameter.Filters[1].Coefficients[0].Midpoint / parameter.Filters[1].Coefficients[1].Midpoint).ToDouble());
    }

    [Fact]
    public void The_trace_of_two_layers_is_a_sum_of_squared_norms() => PropertyRun.Trials(Effort.Trials(60), random =>
    {
        var net = new Architecture([random.Between(1, 4), random.Between(1, 4)]);
        var kernel = TangentKernel.Of(net, FiberChecks.Exact(random.NextWeights(net).Filters));
        Assert.Equal((net.Filters[0] * kernel.SquaredNorms[1].Lower) + (net.Filters[1] * kernel.SquaredNorms[0].Lower), kernel.Trace.Lower);
    });

    /// <summary>The kernel has the rank of the Jacobian matrix: as many eigenvalues are not zero.</summary>
    [Fact]
    public void Eigenvalues_show_the_rank() => PropertyRun.Trials(Effort.Trials(60), random =>
    {
        var net = random.NextArchitecture(mostLayers: 3, largestFilter: 3, largestStride: 2);
        var weights = random.NextWeights(net, 2);
        var scale = Rational.PowerOfTwo(random.Between(-150, 150));
        var kernel = TangentKernel.Of(net, FiberChecks.Exact([.. weights.Filters.Select(f => f.Select(c => c * scale).ToImmutableArray())]));
        var values = kernel.ApproximateEigenvalues();
        var rank = FractionFree.Rank(ParameterizationMap.Jacobian(weights));
        Assert.Equal(net.EndToEndSize, values.Length);
        Assert.Equal(rank, values.Count(value => value > 1e-11 * values[0]));
        Assert.Equal(net.EndToEndSize - rank, values.Count(value => value == 0));
        if (rank > 0) Assert.Equal(1, values.Sum() / kernel.Trace.Midpoint.ToDouble(), 1e-10);
        Assert.Equal(values.OrderDescending(), values);
    });

    /// <summary>Rates are the eigenvalues of 2 K Q: the sums of their powers are the traces of its powers.</summary>
    [Fact]
    public void Rates_are_eigenvalues_of_twice_the_kernel_times_the_form()
    {
        var net = Architecture.Parse("3,2", "2,1");
        Rational[][] form = [[4, 1, 0, 0, 0], [1, 3, 1, 0, 0], [0, 1, 5, 0, 1], [0, 0, 0, 2, 0], [0, 0, 1, 0, 1]];
        var loss = QuadraticLoss.FromTarget([1, 2, 3, 4, 5], Metric.FromMatrix(new Matrix<Rational>(5, 5, (i, j) => form[i][j])));
        var kernel = TangentKernel.Approximate(net, [[1, -2, 0.5], [3, 1]]);
        Assert.Equal(Evidence.Numerical, kernel.Evidence);
        var product = new Matrix<Rational>(5, 5, (i, j) => 2 * kernel.Enclosure[i, j].Lower) * loss.Q;
        var power = product;
        var rates = kernel.ApproximateRates(loss);
        Assert.Equal(4, rates.Count(rate => rate > 1e-10));
        for (var exponent = 1; exponent <= 5; exponent++, power *= product)
        {
            var trace = Enumerable.Range(0, 5).Aggregate(Rational.Zero, (sum, i) => sum + power[i, i]).ToDouble();
            Assert.Equal(1, rates.Sum(rate => Math.Pow(rate, exponent)) / trace, 1e-11);
        }

        Assert.Throws<ArgumentException>("loss", () => kernel.ApproximateRates(QuadraticLoss.FromTarget([1, 2], Metric.Identity(2))));
        Assert.Throws<ArgumentException>("filters", () => TangentKernel.Approximate(net, [[1, double.NaN, 0], [1, 1]]));
        Assert.Throws<ArgumentException>("filters", () => TangentKernel.Approximate(net, [[1, 0], [1, 1]]));
    }
}
