using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.GradientFlow;

/// <summary>Networks, losses and starts for the flow tests.</summary>
internal static class FlowCases
{
    private static readonly (string Filters, string Strides)[] Nets =
    [
        ("2,2", "1,1"), ("3,2", "1,1"), ("2,2,2", "1,1,1"), ("4,2", "1,1"), ("3,3", "1,1"), ("2,2", "2,1"), ("3,2", "2,1"), ("2,3,2", "1,3,1"),
        ("1,3", "2,1"), ("2,1,2", "3,2,1"), ("1,1", "1,1"), ("1", "1"), ("4", "1"), ("2,2,2", "2,2,1"), ("1,2,1,2", "1,1,1,1"),
    ];

    public static Architecture Net(TestRandom random)
    {
        var (filters, strides) = random.Pick(Nets);
        return Architecture.Parse(filters, strides);
    }

    /// <summary>A loss with small integers, so that doubles compute with it exactly.</summary>
    public static QuadraticLoss Loss(TestRandom random, int size)
    {
        var factor = new Matrix<Rational>(size, size, (i, j) => i == j ? 1 + random.Between(0, 2) : random.Between(-1, 1));
        var q = factor * factor.Transpose() + Matrix<Rational>.Identity(size);
        return QuadraticLoss.FromTarget([.. Enumerable.Range(0, size).Select(_ => (Rational)random.Between(-4, 4))], Metric.FromMatrix(q));
    }

    public static ImmutableArray<ImmutableArray<Rational>> IntegerStart(TestRandom random, Architecture net) =>
        [.. net.Filters.Select(size => Enumerable.Range(0, size).Select(_ => (Rational)random.Between(-3, 3)).ToImmutableArray())];

    public static ImmutableArray<ImmutableArray<double>> ToDoubles(ImmutableArray<ImmutableArray<Rational>> filters) =>
        [.. filters.Select(filter => filter.Select(entry => entry.ToDouble()).ToImmutableArray())];

    public static double[] Flat(ImmutableArray<ImmutableArray<double>> filters) => [.. filters.SelectMany(filter => filter)];

    public static FlowField Field(Architecture net, QuadraticLoss loss) =>
        new(net, Doubles(loss.Q), [.. loss.Target.Select(u => u.ToDouble())]);

    /// <summary>The loss of the network, exactly, by multiplying out.</summary>
    public static Rational ExactLoss(Architecture net, QuadraticLoss loss, ImmutableArray<ImmutableArray<Rational>> filters) =>
        loss.Evaluate(ParameterizationMap.EndToEnd(new FilterStack<Rational>(net, filters)));

    public static FlowRun Run(Architecture net, QuadraticLoss loss, int item, FlowOptions? options = null) =>
        FilterFlow.Run(net, loss, FilterFlow.RandomStart(net, 1, item), options ?? new FlowOptions(), CancellationToken.None);

    /// <summary>A target with independent standard normal coefficients.</summary>
    public static ImmutableArray<Rational> NormalTarget(int size, int item)
    {
        var random = new CounterRandom(77, item);
        return [.. Enumerable.Range(0, size).Select(_ => Rational.RationalizeExactly(random.NextGaussian()))];
    }

    public static double[,] Doubles(Matrix<Rational> matrix)
    {
        var result = new double[matrix.Rows, matrix.Columns];
        for (var i = 0; i < matrix.Rows; i++)
        {
            for (var j = 0; j < matrix.Columns; j++) result[i, j] = matrix[i, j].ToDouble();
        }

        return result;
    }
}
