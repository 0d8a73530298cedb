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
        var table = net.FunctionSpace().Strata().ToDictionary(s => s.Pattern);
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

    private static RationalInterval Exact(Interval interval) => new(Rational.RationalizeExactly(interval.Lower), Rational.RationalizeExactly(interval.Upper));

    private static RationalInterval Sum(int count, Func<int, RationalInterval> term) =>
        Enumerable.Range(0, count).Aggregate(RationalInterval.Zero, (sum, i) => sum + term(i));
}
