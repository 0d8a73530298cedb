using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>Which critical parameters are regular points of the parameterization: the table of F14, and data where purity fails.</summary>
public class PurityTests
{
    [Theory]
    [InlineData("2,2", "1,1", 4, 2)]
    [InlineData("2,2", "2,1", 0, 6)]
    [InlineData("3,2", "1,1", 7, 3)]
    [InlineData("3,2", "2,1", 0, 10)]
    [InlineData("3,3", "1,1", 33, 6)]
    [InlineData("3,3", "2,1", 0, 39)]
    [InlineData("4,2", "2,1", 0, 14)]
    [InlineData("2,2,2", "1,1,1", 28, 6)]
    [InlineData("2,2,2", "1,2,1", 14, 20)]
    [InlineData("2,2,2", "2,1,1", 14, 20)]
    [InlineData("2,2,2", "2,2,1", 0, 34)]
    [InlineData("4,2", "3,1", 0, 14)]
    [InlineData("5,2", "2,1", 0, 18)]
    public void Generic_data(string filters, string strides, int critical, int regular) => PropertyRun.Trials(1, random =>
    {
        var net = Architecture.Parse(filters, strides);
        var points = LcnGeometry.CriticalPoints.Find(net, random.NextLoss(net.EndToEndSize));
        Assert.Equal(Verdict.Holds, points.Completeness.Verdict);
        var purity = points.Purity();
        Assert.Equal(((Integer)regular, (Integer)regular, (Integer)critical, Integer.Zero), (purity.Regular, purity.Smooth, purity.Critical, purity.Undecided));
        Assert.Equal(Verdict.Of(critical == 0), purity.Verdict);
        Assert.Equal(net.FunctionSpace().SmoothAwayFromZero == Verdict.Holds && critical == 0 ? Evidence.Proved : Evidence.Certified, purity.Evidence);
        foreach (var factorization in points.SelectMany(point => point.Factorizations))
        {
            Assert.Equal(NumericalRank(net, factorization.Filters) == net.RootCount + 1 ? Verdict.Holds : Verdict.Fails, factorization.Regular);
        }
    });

    // F14: the sheets of the umbrella cross where the target is.
    [Theory]
    [InlineData("3,2", "2,1", "1,0,0,0,1", 0, 2)] // two of the ten are simple, and critical for the parameterization
    [InlineData("3,2", "2,1", "1,0,2,0,5", 6, 4)] // as many as the quadratic forms in x^2 that are squares: 4
    [InlineData("4,2", "2,1", "0,1,0,2,0,5", 2, 4)] // the same times x
    public void Symmetric_targets_are_not_pure(string filters, string strides, string target, int regular, int critical)
    {
        var net = Architecture.Parse(filters, strides);
        ImmutableArray<Rational> u = [.. target.Split(',').Select(Rational.Parse)];
        var points = LcnGeometry.CriticalPoints.Find(net, QuadraticLoss.FromTarget(u, Metric.Identity(net.EndToEndSize)));
        var purity = points.Purity();
        Assert.Equal(((Integer)regular, (Integer)critical, Integer.Zero), (purity.Regular, purity.Critical, purity.Undecided));
        Assert.Equal(Verdict.Fails, purity.Verdict);

        // Each real one has its rank, in doubles.
        foreach (var factorization in points.SelectMany(point => point.Factorizations))
        {
            Assert.Equal(NumericalRank(net, factorization.Filters) == net.RootCount + 1 ? Verdict.Holds : Verdict.Fails, factorization.Regular);
        }
    }

    // A target made so that a chosen critical point of the parameterization is critical for the loss: the residual is orthogonal to the image of the differential.
    [Fact]
    public void Targets_behind_a_critical_point_are_not_pure() => PropertyRun.Trials(3, random =>
    {
        var net = Architecture.Parse(random.Pick(["3,2", "4,2"]), "2,1");
        Rational a = random.Pick([-3, -2, 2, 3, 5]), scale = random.Between(1, 4);
        var lower = new Polynomial<Rational>(-a * scale, 0, scale);
        if (net.Filters[0] == 4) lower *= new Polynomial<Rational>(random.Between(2, 9), 1);
        var weights = new FilterStack<Rational>(net, [lower.CoefficientsPadded(net.Filters[0]), [-a, 1]]);
        Assert.Equal(Verdict.Holds, MapCriticality.Of(weights).IsCritical);
        ImmutableArray<Rational> target = ParameterizationMap.EndToEnd(weights);
        foreach (var normal in FractionFree.Nullspace(ParameterizationMap.Jacobian(weights).Transpose()))
        {
            Rational along = random.Between(1, 5);
            target = [.. target.Zip(normal, (c, n) => c + (along * n))];
        }

        var purity = LcnGeometry.CriticalPoints.Find(net, QuadraticLoss.FromTarget(target, Metric.Identity(net.EndToEndSize))).Purity();
        Assert.Equal(Verdict.Fails, purity.Verdict);
    });

    // No layer is longer than its stride: proved for all data.
    [Fact]
    public void Short_filters_are_always_pure()
    {
        var net = Architecture.Parse("2,2", "2,1");
        foreach (var target in new ImmutableArray<Rational>[] { [1, 2, 3, 4], [1, 0, 0, 1], [1, 2, 2, 4], [0, 0, 0, 0] })
        {
            var purity = LcnGeometry.CriticalPoints.Find(net, QuadraticLoss.FromTarget(target, Metric.Identity(4))).Purity();
            Assert.Equal((Verdict.Holds, Evidence.Proved), (purity.Verdict, purity.Evidence));
            Assert.Equal(purity.Regular, purity.Smooth);
        }
    }

    // The target of a network with one block: its factorizations are critical, whatever roots they share.
    [Theory]
    [InlineData("3,2", "-6,11,-6,1", "holds,holds,holds")]
    [InlineData("3,2", "-2,5,-4,1", "holds,fails")] // (x-1)^2 (x-2): the double root in one layer, or in both
    [InlineData("2,2", "1,-2,1", "fails")]
    public void Factorizations_of_the_target(string filters, string target, string expected)
    {
        var net = Architecture.Parse(filters);
        var points = LcnGeometry.CriticalPoints.Find(net, QuadraticLoss.FromTarget([.. target.Split(',').Select(Rational.Parse)], Metric.Identity(net.EndToEndSize)));
        var best = points[0];
        Assert.Equal(Evidence.Exact, best.Evidence);
        Assert.Equal(expected.Split(',').Order(), best.Factorizations.Select(f => f.Regular == Verdict.Holds ? "holds" : "fails").Order());
        foreach (var factorization in best.Factorizations)
        {
            Assert.Equal(NumericalRank(net, factorization.Filters) == net.RootCount + 1 ? Verdict.Holds : Verdict.Fails, factorization.Regular);
        }
    }

    // A repeated root of the target can always be shared by two layers of a block; one layer alone shares nothing, and zero has no critical parameters to speak of.
    [Theory]
    [InlineData("3,3", "1,0,2,0,1", "Fails")]
    [InlineData("2,2", "1,-2,1", "Fails")]
    [InlineData("3", "1,-2,1", "Holds")]
    [InlineData("2,2", "0,0,0", "Holds")]
    public void Targets_with_repeated_roots(string filters, string target, string expected)
    {
        var net = Architecture.Parse(filters);
        var points = LcnGeometry.CriticalPoints.Find(net, QuadraticLoss.FromTarget([.. target.Split(',').Select(Rational.Parse)], Metric.Identity(net.EndToEndSize)));
        Assert.Equal(expected, points.Purity().Verdict.ToString());
    }

    // Matrices of known rank, widened: full rank is never claimed of one that may lack it.
    [Fact]
    public void Ranks_are_not_overclaimed() => PropertyRun.Trials(60, random =>
    {
        int rows = random.Between(2, 7), columns = random.Between(1, rows), rank = random.Between(0, columns);
        Complex[,] left = Random(random, rows, rank), right = Random(random, rank, columns);
        var matrix = new ComplexNumber<Interval>[rows][];
        for (var i = 0; i < rows; i++)
        {
            matrix[i] = new ComplexNumber<Interval>[columns];
            for (var j = 0; j < columns; j++)
            {
                Complex sum = 0;
                for (var k = 0; k < rank; k++) sum += left[i, k] * right[k, j];
                matrix[i][j] = new ComplexNumber<Interval>(Interval.Around(sum.Real, 1e-12), Interval.Around(sum.Imaginary, 1e-12));
            }
        }

        var full = EnclosedRank.IsFull(matrix, columns);
        if (rank < columns) Assert.False(full);
    });

    [Fact]
    public void Random_matrices_have_full_rank() => PropertyRun.Trials(30, random =>
    {
        int rows = random.Between(2, 9), columns = random.Between(1, rows);
        var entries = Random(random, rows, columns);
        Assert.True(EnclosedRank.IsFull(
            [.. Enumerable.Range(0, rows).Select(i => Enumerable.Range(0, columns).Select(j => ComplexNumber<Interval>.FromComplex(entries[i, j] * Math.ScaleB(1, 60 * j))).ToArray())], columns));
    });

    private static Complex[,] Random(TestRandom random, int rows, int columns)
    {
        var matrix = new Complex[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++) matrix[i, j] = new Complex(random.Between(-9999, 9999) / 1e4, random.Between(-9999, 9999) / 1e4);
        }

        return matrix;
    }

    /// <summary>The rank of the Jacobian at the middles, by elimination with full pivoting in doubles.</summary>
    private static int NumericalRank(Architecture net, ImmutableArray<ImmutableArray<Interval>> filters)
    {
        var stack = new FilterStack<Real>(net, [.. filters.Select(filter => Unit(filter))]);
        var jacobian = ParameterizationMap.Jacobian(stack);
        var matrix = new double[jacobian.Rows, jacobian.Columns];
        for (var i = 0; i < jacobian.Rows; i++)
        {
            for (var j = 0; j < jacobian.Columns; j++) matrix[i, j] = jacobian[i, j].Value;
        }

        var rank = 0;
        while (rank < Math.Min(jacobian.Rows, jacobian.Columns))
        {
            var (row, column, best) = (rank, rank, 0.0);
            for (var i = rank; i < jacobian.Rows; i++)
            {
                for (var j = rank; j < jacobian.Columns; j++)
                {
                    if (Math.Abs(matrix[i, j]) > best) (row, column, best) = (i, j, Math.Abs(matrix[i, j]));
                }
            }

            if (best < 1e-8) return rank;
            for (var j = 0; j < jacobian.Columns; j++) (matrix[rank, j], matrix[row, j]) = (matrix[row, j], matrix[rank, j]);
            for (var i = 0; i < jacobian.Rows; i++) (matrix[i, rank], matrix[i, column]) = (matrix[i, column], matrix[i, rank]);
            for (var i = rank + 1; i < jacobian.Rows; i++)
            {
                var factor = matrix[i, rank] / matrix[rank, rank];
                for (var j = rank; j < jacobian.Columns; j++) matrix[i, j] -= factor * matrix[rank, j];
            }

            rank++;
        }

        return rank;

        static ImmutableArray<Real> Unit(ImmutableArray<Interval> filter)
        {
            var largest = filter.Max(c => Math.Abs(c.Midpoint));
            return [.. filter.Select(c => new Real(c.Midpoint / largest))];
        }
    }
}
