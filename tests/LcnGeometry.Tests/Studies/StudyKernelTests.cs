using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.Studies;

/// <summary>The kernels of a study belong to the places that it names.</summary>
public sealed class StudyKernelTests
{
    private static Study Explore(string filters, string strides, int runs, params ImmutableArray<Rational> target)
    {
        var net = Architecture.Parse(filters, strides);
        var loss = QuadraticLoss.FromTarget(target, Metric.Identity(net.EndToEndSize));
        return StudyBuilder.Explore(net, new LossSource(loss, new DocumentInputs { Target = [.. target.Select(value => (Scalar)value)], Metric = "identity" }), new FlowRequest(null, runs), new StudyOptions());
    }

    // (x-1)(x-2)(x-3) with layers of three and two entries: the three factorizations have different kernels, with the traces 5√124, 5√130, 5√140.
    [Fact]
    public void Three_factorizations_of_a_cubic_have_three_kernels()
    {
        var study = Explore("3,2", "1,1", 2, [-6, 11, -6, 1]);
        var kernels = study.Kernels!.Value;
        var balanced = kernels.Where(row => row.Kind == "critical").ToList();
        Assert.Equal([0, 0, 0], balanced.Select(row => row.CriticalPoint!.Value));
        Assert.Equal([5 * Math.Sqrt(124), 5 * Math.Sqrt(130), 5 * Math.Sqrt(140)], balanced.Select(row => row.Kernel.Trace.ToDouble()).Order(), (a, b) => Math.Abs(a - b) < 1e-9);

        // Filters written highest power first have their first entry where these have their last.
        Assert.Equal([2.0284, 2.7189, 5.7474], balanced.Select(row => row.Kernel.Matrix[3][3].ToDouble()).Order(), (a, b) => Math.Abs(a - b) < 1e-4);
        AreAtTheLimitsOf(study, 4);
    }

    [Theory]
    [InlineData("3,2", "2,1")]
    [InlineData("2,2,2", "1,2,1")]
    [InlineData("2,3", "2,1")]
    public void Kernels_of_strided_networks_span_the_directions_of_the_function_space(string filters, string strides)
    {
        var net = Architecture.Parse(filters, strides);
        var study = Explore(filters, strides, 2, [.. Enumerable.Range(1, net.EndToEndSize).Select(i => (Rational)(i * i % 7))]);
        Assert.NotEmpty(study.Kernels!.Value);
        foreach (var row in study.Kernels.Value)
        {
            var values = row.Kernel.Eigenvalues;
            var rank = values.Count(value => value > 1e-9 * values[0]);
            var critical = row.CriticalPoint is { } index ? study.Critical!.Points[index] : null;
            if (critical is { Kind: CriticalPointKind.GlobalMinimum }) Assert.InRange(rank, 1, study.Describe.FunctionSpace.Dimension);
            if (row.Kind == "critical") Assert.All(row.Invariants, value => Assert.Equal(Rational.Zero, value.Exact));
        }

        AreAtTheLimitsOf(study, study.Describe.FunctionSpace.Dimension);
    }

    [Fact]
    public void Without_points_or_runs_there_are_none_and_long_filters_get_a_note()
    {
        Assert.Null(StudyBuilder.Explore(Architecture.Parse("3,2", "2,1"), null, new FlowRequest(null, 0), new StudyOptions()).Kernels);
        var study = Explore("9,9", "1,1", 1, [.. Enumerable.Range(0, 17).Select(i => (Rational)((3 * i) % 5))]);
        Assert.Null(study.Kernels);
        Assert.Contains("Tangent kernels are not listed: the end-to-end filter has more than 16 entries.", study.Notes);
    }

    // K[a][b] is the sum over all filter entries of the derivatives of entries a and b, here by differences: the map is multilinear, so a difference quotient is exact up to rounding.
    private static void AreAtTheLimitsOf(Study study, int rank)
    {
        var net = new Architecture(study.Inputs.Filters!.Value, study.Inputs.Strides!.Value);
        var limits = study.Kernels!.Value.Where(row => row.Kind == "limit").ToList();
        Assert.NotEmpty(limits);
        foreach (var row in limits)
        {
            var run = study.Flow!.Runs[row.Run!.Value];
            Assert.Equal(run.Limit.CriticalPoint, row.CriticalPoint);
            var filters = run.Limit.Filters;
            var columns = filters.SelectMany((filter, layer) => filter.Select((entry, i) => Difference(net, filters, layer, i))).ToList();
            var scale = row.Kernel.Trace.ToDouble();
            for (var a = 0; a < net.EndToEndSize; a++)
            {
                for (var b = 0; b < net.EndToEndSize; b++) Assert.Equal(columns.Sum(column => column[a] * column[b]) / scale, row.Kernel.Matrix[a][b].ToDouble() / scale, 9);
            }

            Assert.InRange(row.Kernel.Eigenvalues.Count(value => value > 1e-9 * row.Kernel.Eigenvalues[0]), 1, rank);
            for (var layer = 0; layer + 1 < net.Depth; layer++)
                Assert.Equal(run.Invariants[layer].Value, row.Invariants[layer].ToDouble(), 6 - (int)Math.Ceiling(Math.Log10(Math.Max(1, scale))));
        }
    }

    private static double[] Difference(Architecture net, ImmutableArray<ImmutableArray<double>> filters, int layer, int entry)
    {
        var moved = filters.SetItem(layer, filters[layer].SetItem(entry, filters[layer][entry] + 1));
        return [.. Product(net, moved).Zip(Product(net, filters), (a, b) => a - b)];
    }

    private static double[] Product(Architecture net, ImmutableArray<ImmutableArray<double>> filters)
    {
        double[] product = [1];
        var step = 1;
        for (var layer = 0; layer < filters.Length; layer++)
        {
            var next = new double[product.Length + ((filters[layer].Length - 1) * step)];
            for (var i = 0; i < product.Length; i++)
            {
                for (var j = 0; j < filters[layer].Length; j++) next[i + (j * step)] += product[i] * filters[layer][j];
            }

            product = next;
            step *= net.Strides[layer];
        }

        return product;
    }
}
