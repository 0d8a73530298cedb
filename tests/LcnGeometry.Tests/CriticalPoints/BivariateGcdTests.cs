using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

public class BivariateGcdTests
{
    [Fact]
    public void A_common_factor_is_found() => PropertyRun.Trials(60, random =>
    {
        var (common, a, b) = (Next(random, 2), Next(random, 2), Next(random, 2));
        var gcd = BivariateGcd.Of(common * a, common * b, CancellationToken.None);
        Assert.True(gcd.IsZero == (common.IsZero || (a.IsZero && b.IsZero)));
        if (gcd.IsZero) return;

        // It divides both, the known factor divides it, and the cofactors are coprime.
        var (left, right) = (BivariateGcd.Divide(common * a, Polynomial<Integer>.One, gcd), BivariateGcd.Divide(common * b, Polynomial<Integer>.One, gcd));
        BivariateGcd.Divide(gcd * Polynomial<Polynomial<Integer>>.FromInteger(Integer.Pow(720, 4)), Polynomial<Integer>.One, common);
        var rest = BivariateGcd.Of(left, right, CancellationToken.None);
        Assert.True(rest.IsConstant && rest[0].IsConstant);
    });

    [Fact]
    public void Factors_are_removed_as_often_as_they_occur() => PropertyRun.Trials(40, random =>
    {
        var (factor, other) = (Next(random, 1), Next(random, 2));
        if (factor.IsZero || other.IsZero || (factor.IsConstant && factor[0].IsConstant)) return;
        var rest = BivariateGcd.Without(factor * factor * factor * other, factor, CancellationToken.None);
        var common = BivariateGcd.Of(rest, factor, CancellationToken.None);
        Assert.True(common.IsConstant && common[0].IsConstant);
        Assert.True(rest.Degree <= other.Degree);
    });

    [Fact]
    public void Polynomials_are_recovered_from_their_values() => PropertyRun.Trials(40, random =>
    {
        var polynomial = new Polynomial<Integer>([.. Enumerable.Range(0, random.Between(0, 12)).Select(_ => (Integer)random.Bits(80))]);
        var bound = Math.Max(0, polynomial.Degree) + random.Between(0, 3);
        Assert.Equal(polynomial, Interpolation.Of(bound, polynomial.Evaluate, CancellationToken.None));
        if (polynomial.Degree > 0)
        {
            Assert.Throws<InvariantViolationException>(() => Interpolation.Of(polynomial.Degree - 1, polynomial.Evaluate, CancellationToken.None));
        }
    });

    private static Polynomial<Polynomial<Integer>> Next(TestRandom random, int degree) => new([.. Enumerable.Range(0, random.Between(0, degree + 1)).Select(_ =>
        new Polynomial<Integer>([.. Enumerable.Range(0, random.Between(0, degree + 1)).Select(_ => (Integer)random.Between(-6, 6))]))]);
}
