using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>Along computed flows the laws stay, and other quadratics do not.</summary>
public sealed class LawDriftTests
{
    [Fact]
    public void Laws_stay_along_the_flow_of_the_library()
    {
        foreach (var (filters, strides) in new[] { ("2,2", "1,1"), ("3,2", "2,1"), ("2,2,2", "1,1,1"), ("2,1,2", "2,2,1") })
        {
            var net = Architecture.Parse(filters, strides);
            var loss = QuadraticLoss.FromTarget([.. Enumerable.Range(1, net.EndToEndSize).Select(i => (Rational)i)], Metric.Identity(net.EndToEndSize));
            var run = FilterFlow.Run(net, loss, FilterFlow.RandomStart(net, 3, 0), new FlowOptions(), CancellationToken.None);
            double[] start = [.. run.Start.SelectMany(filter => filter)], end = [.. run.Limit.Filters.SelectMany(filter => filter)];
            Assert.True(Distance(start, end) > 0.1);
            var laws = ConservationLaws.Find(PolynomialModel.Of(net)).Laws;
            Assert.Equal(net.Depth - 1, laws.Length);
            Assert.All(laws, law => Assert.InRange(Math.Abs(Value(law.Polynomial, end) - Value(law.Polynomial, start)), 0, 1e-8));
        }
    }

    [Theory]
    [InlineData("2,2", "1,1", 2)]
    [InlineData("2,2", "2,1", 2)]
    [InlineData("3,2", "1,1", 3)]
    [InlineData("3,3", "1,1", 2)]
    [InlineData("2,2", "1,1", 4)]
    public void Laws_stay_along_the_flow_of_several_channels(string filters, string strides, int channels)
    {
        var net = Architecture.Parse(filters, strides);
        var random = new TestRandom(11);
        int first = net.Filters[0], second = net.Filters[1], size = net.EndToEndSize, step = net.Strides[0];
        var target = Enumerable.Range(0, size).Select(_ => (4 * random.Unit()) - 2).ToArray();
        var weights = Enumerable.Range(0, size).Select(_ => 0.5 + random.Unit()).ToArray();
        var start = Enumerable.Range(0, channels * (first + second)).Select(_ => (2 * random.Unit()) - 1).ToArray();

        var end = start;
        for (var k = 0; k < 4000; k++) end = RungeKutta(end, 2.5e-4);
        Assert.True(Distance(start, end) > 0.1);
        var model = PolynomialModel.Of(net, channels);
        var laws = ConservationLaws.Find(model).Laws;
        Assert.All(laws, law => Assert.InRange(Math.Abs(Value(law.Polynomial, end) - Value(law.Polynomial, start)), 0, 1e-11));

        // The sum instead of the difference is no law.
        var others = laws.Select(law => law.Polynomial.Map(coefficient => Integer.Abs(coefficient)));
        Assert.All(others, other => Assert.True(Math.Abs(Value(other, end) - Value(other, start)) > 1e-6, $"{other} stays"));

        // a into channel c, then b out of it; all channels of a stand before all of b.
        double[] Velocity(double[] x)
        {
            var residual = new double[size];
            Each((i, j, a, b) => residual[i + (step * j)] += x[a] * x[b]);
            for (var n = 0; n < size; n++) residual[n] = 2 * weights[n] * (residual[n] - target[n]);
            var velocity = new double[x.Length];
            Each((i, j, a, b) =>
            {
                velocity[a] -= residual[i + (step * j)] * x[b];
                velocity[b] -= residual[i + (step * j)] * x[a];
            });
            return velocity;
        }

        void Each(Action<int, int, int, int> work)
        {
            for (var c = 0; c < channels; c++)
            {
                for (var i = 0; i < first; i++)
                {
                    for (var j = 0; j < second; j++) work(i, j, (c * first) + i, (channels * first) + (c * second) + j);
                }
            }
        }

        double[] RungeKutta(double[] x, double h)
        {
            var a = Velocity(x);
            var b = Velocity(Along(x, a, h / 2));
            var c = Velocity(Along(x, b, h / 2));
            var d = Velocity(Along(x, c, h));
            return [.. x.Select((value, i) => value + (h / 6 * (a[i] + (2 * b[i]) + (2 * c[i]) + d[i])))];
        }
    }

    private static double[] Along(double[] x, double[] direction, double h) => [.. x.Zip(direction, (value, slope) => value + (h * slope))];

    private static double Value(MultivariatePolynomial<Integer> polynomial, double[] point) => polynomial.Terms.Sum(term =>
        ((Rational)term.Coefficient).ToDouble() * term.Exponents.Select((exponent, i) => Math.Pow(point[i], exponent)).Aggregate(1.0, (product, factor) => product * factor));

    private static double Distance(double[] left, double[] right) => Math.Sqrt(left.Zip(right, (a, b) => (a - b) * (a - b)).Sum());
}
