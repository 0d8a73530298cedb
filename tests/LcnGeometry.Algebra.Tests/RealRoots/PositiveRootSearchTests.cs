using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>The search with precisions far too small, so that truncation, bands, remade nodes and proposals for clusters all happen.</summary>
public class PositiveRootSearchTests
{
    private const int Exact = int.MaxValue;

    [Fact]
    public void Truncation_does_not_change_a_count() => PropertyRun.Trials(300, random =>
    {
        var polynomial = Squarefree(RandomPolynomials.Any(random, 16));
        var expected = new SturmSequence(polynomial).CountRealRoots(0, null);
        foreach (var precision in new[] { 4, 40, 150, Exact })
        {
            Assert.Equal(expected, PositiveRootSearch.CountPositive(Load(polynomial), int.MaxValue, precision, default));
        }
    });

    [Fact]
    public void Truncated_isolations_hold_one_root_each() => PropertyRun.Trials(250, random =>
    {
        var polynomial = Squarefree(RandomPolynomials.Any(random, 12));
        var sturm = new SturmSequence(polynomial);
        var precision = random.Pick([4, 30, 100]);
        var maps = PositiveRootSearch.IsolatePositive(Load(polynomial), precision, default);
        Assert.Equal(sturm.CountRealRoots(0, null), maps.Count);
        foreach (var (map, isPoint) in maps)
        {
            if (isPoint)
            {
                Assert.Equal(0, SignAt.Rational(polynomial, map.AtZero));
                continue;
            }

            Rational zero = map.AtZero, infinity = map.AtInfinity ?? Rational.PowerOfTwo(RootInterval.BoundExponent(polynomial));
            var (lower, upper) = zero < infinity ? (zero, infinity) : (infinity, zero);
            var atUpper = SignAt.Rational(polynomial, upper) == 0 ? 1 : 0;
            Assert.Equal(1, sturm.CountRealRoots(lower, upper) - atUpper);
        }
    });

    [Fact]
    public void Little_patience_gives_no_answer_rather_than_a_wrong_one()
    {
        var chebyshev = KnownFamilies.Chebyshev(21);
        var odd = new Polynomial<Integer>(chebyshev.Coefficients[1..]);
        Assert.Null(PositiveRootSearch.CountPositive(Load(odd * odd), 6, 1000, default));
        Assert.Equal(10, PositiveRootSearch.CountPositive(Load(odd), 6, 1000, default));
    }

    [Fact]
    public void A_cancelled_search_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => DescartesIsolation.Count(KnownFamilies.Chebyshev(20), source.Token));
        Assert.Throws<OperationCanceledException>(() => RootPattern.Of(new BinaryForm(2, 3, -1, 5, -7, 2), source.Token));
        Assert.Throws<OperationCanceledException>(() => new SturmSequence(KnownFamilies.Chebyshev(20), source.Token));
    }

    private static LimbPolynomial Load(Polynomial<Integer> polynomial) => LimbPolynomial.Load(polynomial.Coefficients, false);

    /// <summary>The squarefree part without a root at 0.</summary>
    private static Polynomial<Integer> Squarefree(Polynomial<Integer> polynomial)
    {
        var squarefree = new SturmSequence(polynomial).Polynomials[0];
        return squarefree[0].IsZero ? new Polynomial<Integer>(squarefree.Coefficients[1..]) : squarefree;
    }
}
