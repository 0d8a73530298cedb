using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>The real critical points of generic data against the table of small architectures, and against the gradient.</summary>
public class CriticalFactorizationTests
{
    private static readonly string[] Architectures = ["2,2", "3,2", "2,3", "2,2,2", "4,2", "3,3", "2,3,2", "2,1,2", "1,3,2"];

    // Section 10: per real pattern the number of real factorizations and how many of them are critical.
    [Fact]
    public void The_numbers_of_factorizations_are_those_of_the_table() => PropertyRun.Trials(30, random =>
    {
        var net = Architecture.Parse(random.Pick(Architectures));
        var table = net.FunctionSpace().Strata().ToDictionary(s => s.Patterns[0]);
        foreach (var point in Landscape.Find(net, random.NextLoss(net.EndToEndSize)).Where(p => p.RealPattern is not null))
        {
            var row = table[point.RealPattern!];
            Assert.Equal(row.CriticalFactorizations, point.CriticalFactorizationCount);
            Assert.Equal(row.RealFactorizations - row.CriticalFactorizations, point.OtherFactorizations);
            Assert.Equal(Integer.Zero, point.UndecidedFactorizations);
            Assert.Equal(point.CriticalFactorizationCount, (Integer)point.Factorizations.Length);
            Assert.Equal(point.Factorizations.IsEmpty, point.Kind == CriticalPointKind.NotAttained);
        }
    });

    /// <summary>An independent evaluation: the product of the filters is the function, and the gradient with respect to every filter entry vanishes.</summary>
    [Fact]
    public void The_filters_multiply_to_the_function_and_the_gradient_vanishes() => PropertyRun.Trials(30, random =>
    {
        var net = random.Chance(0.3) ? Architecture.Parse(random.Pick<string>(["2,2", "3,2", "2,3"]), "2,1") : Architecture.Parse(random.Pick(Architectures));
        var loss = random.NextLoss(net.EndToEndSize);
        foreach (var point in Landscape.Find(net, loss))
        {
            foreach (var factorization in point.Factorizations) IsCritical(net, loss, point, factorization);
        }
    });

    private static void IsCritical(Architecture net, QuadraticLoss loss, CriticalPoint point, CriticalFactorization factorization)
    {
        // Rational intervals around the enclosures, and exact arithmetic from there on.
        var filters = new FilterStack<RationalInterval>(net, [.. factorization.Filters.Select(f => f.Select(Exact).ToImmutableArray())]);
        var product = ParameterizationMap.EndToEnd(filters);
        Assert.All(product.Zip(point.Function), pair => Assert.True(pair.First.Intersects(Exact(pair.Second))));

        var difference = product.Select((w, i) => w - loss.Target[i]).ToArray();
        var gradient = Enumerable.Range(0, loss.Size).Select(i => Sum(loss.Size, j => loss.Q[i, j] * difference[j])).ToArray();
        var jacobian = ParameterizationMap.Jacobian(filters);
        for (var column = 0; column < jacobian.Columns; column++)
        {
            var derivative = Sum(loss.Size, i => jacobian[i, column] * gradient[i]);
            Assert.True(derivative.ContainsZero);
            Assert.True(derivative.Width <= new Rational(1, 1000));
        }
    }

    /// <summary>In layers 2..L the nonzero coefficient of highest index is one.</summary>
    [Fact]
    public void Filters_are_in_normal_form() => PropertyRun.Trials(20, random =>
    {
        var net = Architecture.Parse(random.Pick(Architectures));
        foreach (var factorization in Landscape.Find(net, random.NextLoss(net.EndToEndSize)).SelectMany(p => p.Factorizations))
        {
            Assert.Equal(net.Filters, factorization.Filters.Select(f => f.Length));
            foreach (var filter in factorization.Filters.Skip(1)) Assert.Equal(Interval.FromDouble(1), filter[^1]);
        }
    });

    /// <summary>The factorizations that are said not to be critical: with the double root in one layer the gradient does not vanish.</summary>
    [Fact]
    public void A_double_root_in_one_layer_is_not_critical()
    {
        var seen = 0;
        PropertyRun.Trials(15, random =>
        {
            var net = Architecture.Parse("3,2");
            var loss = random.NextLoss(4);
            var plain = new PlainLoss(net, loss);
            foreach (var point in Landscape.Find(net, loss).Where(p => p.RealPattern?.ToString() == "21|"))
            {
                // The quadratic layer is a m, the linear one a: exchange to a a and m.
                seen++;
                var critical = PlainLoss.Filters(Assert.Single(point.Factorizations));
                double a = critical[1][0], m1 = critical[0][2], m0 = Math.Abs(a) > 1 ? critical[0][0] / a : critical[0][1] - (a * m1);
                double[][] other = [[a * a, 2 * a, 1], [m0, m1]];
                Assert.All(plain.Function(other).Zip(plain.Function(critical)), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * (1 + Math.Abs(pair.Second))));
                Assert.Equal(Integer.One, point.OtherFactorizations);
                Assert.True(Slope(plain, PlainLoss.Balance(critical)) < 1e-4 * Slope(plain, PlainLoss.Balance(other)));
            }
        });
        Assert.True(seen > 0);
    }

    /// <summary>The largest derivative by a filter entry, by central differences.</summary>
    private static double Slope(PlainLoss loss, double[][] filters)
    {
        var step = 1e-5 * filters.Max(f => f.Max(Math.Abs));
        var largest = 0.0;
        for (var l = 0; l < filters.Length; l++)
        {
            for (var i = 0; i < filters[l].Length; i++)
            {
                double Shifted(double by)
                {
                    var copy = filters.Select(f => (double[])f.Clone()).ToArray();
                    copy[l][i] += by;
                    return loss.Value(copy);
                }

                largest = Math.Max(largest, Math.Abs(Shifted(step) - Shifted(-step)) / (2 * step));
            }
        }

        return largest;
    }

    private static RationalInterval Exact(Interval interval) => new(Rational.RationalizeExactly(interval.Lower), Rational.RationalizeExactly(interval.Upper));

    private static RationalInterval Sum(int count, Func<int, RationalInterval> term) =>
        Enumerable.Range(0, count).Aggregate(RationalInterval.Zero, (sum, i) => sum + term(i));
}
