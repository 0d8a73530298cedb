using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed class PolynomialGcdTests
{
    [Fact]
    public void The_modular_gcd_is_the_end_of_the_primitive_remainder_sequence() => PropertyRun.Trials(200, random =>
    {
        var common = random.NextPolynomial(4, RandomAlgebra.NextInteger);
        var (a, b) = (common * random.NextPolynomial(4, RandomAlgebra.NextInteger), common * random.NextPolynomial(4, RandomAlgebra.NextInteger));
        var (p, q) = (PolynomialContent.PrimitivePart(a), PolynomialContent.PrimitivePart(b));
        while (!q.IsZero) (p, q) = (q, PolynomialContent.PrimitivePart(PolynomialDivision.PseudoDivide(p, q).Remainder));
        Assert.Equal(p, PolynomialGcd.Gcd(a, b));
    });

    [Fact]
    public void The_gcd_divides_both_and_is_a_combination_of_both() => PropertyRun.Trials(80, random =>
    {
        var common = random.NextPolynomial(3, Small);
        var (a, b) = (common * random.NextPolynomial(4, Small), common * random.NextPolynomial(4, Small));
        var (gcd, left, right) = PolynomialGcd.ExtendedGcd(a, b);
        Assert.Equal(PolynomialGcd.Gcd(a, b), gcd);
        Assert.Equal(gcd, (left * a) + (right * b));
        if (a.IsZero || b.IsZero) return;
        Polynomial<Rational>.DivideExactly(a, gcd);
        Polynomial<Rational>.DivideExactly(b, gcd);
        Polynomial<Rational>.DivideExactly(gcd, PolynomialGcd.Gcd(gcd, common));
        if (gcd.Degree < Math.Min(a.Degree, b.Degree))
        {
            Assert.True(left.Degree < b.Degree - gcd.Degree);
            Assert.True(right.Degree < a.Degree - gcd.Degree);
        }
    });

    [Fact]
    public void Zero_is_neutral()
    {
        var p = new Polynomial<Integer>(-4, -6);
        Assert.Equal(new Polynomial<Integer>(2, 3), PolynomialGcd.Gcd(p, Polynomial<Integer>.Zero));
        Assert.Equal(new Polynomial<Integer>(2, 3), PolynomialGcd.Gcd(Polynomial<Integer>.Zero, p));
        Assert.Equal(Polynomial<Integer>.Zero, PolynomialGcd.Gcd(Polynomial<Integer>.Zero, Polynomial<Integer>.Zero));
        Assert.Equal(Polynomial<Integer>.One, PolynomialGcd.Gcd(p, Polynomial<Integer>.Constant(2)));
        var zero = Polynomial<Rational>.Zero;
        Assert.Equal((zero, zero, zero), PolynomialGcd.ExtendedGcd(zero, zero));
        Assert.Equal(zero, PolynomialGcd.Gcd(zero, zero));
        Assert.Equal(new Polynomial<Rational>(new Rational(2, 3), 1), PolynomialGcd.Gcd(zero, p.Map(Rational.FromInteger)));
    }

    [Fact]
    public void Content_and_primitive_part_multiply_back() => PropertyRun.Trials(200, random =>
    {
        var p = random.NextPolynomial(5, RandomAlgebra.NextRational);
        var (content, primitive) = PolynomialContent.Of(p);
        Assert.Equal(p, content * primitive.Map(Rational.FromInteger));
        Assert.Equal(p.IsZero, content.IsZero);
        if (p.IsZero) return;
        Assert.Equal(1, primitive.LeadingCoefficient.Sign);
        Assert.Equal(Integer.One, PolynomialContent.Of(primitive));
        var scaled = random.NextNonzeroInteger() * primitive;
        Assert.Equal(primitive, PolynomialContent.PrimitivePart(scaled));
        Assert.Equal(scaled, PolynomialContent.Of(scaled) * primitive);
    });

    [Fact]
    public void A_large_common_factor_is_found()
    {
        var random = new TestRandom(7);
        var common = PolynomialContent.PrimitivePart(random.NextPolynomial(60, 50));
        var (a, b) = (random.NextPolynomial(60, 50), random.NextPolynomial(50, 50));
        Assert.Equal(Polynomial<Integer>.One, PolynomialGcd.Gcd(a, b));
        Assert.Equal(common, PolynomialGcd.Gcd(common * a, common * b));
        var factors = SquarefreeDecomposition.Of(a * common * common * Polynomial<Integer>.Pow(b, 3));
        Assert.Equal([1, 2, 3], factors.Select(factor => factor.Multiplicity));
        Assert.Equal([PolynomialContent.PrimitivePart(a), common, PolynomialContent.PrimitivePart(b)], factors.Select(factor => factor.Factor));
    }

    [Fact]
    public void Work_stops_when_asked()
    {
        var canceled = new CancellationToken(canceled: true);
        var p = new Polynomial<Integer>(1, 2, 3);
        Assert.Throws<OperationCanceledException>(() => PolynomialGcd.Gcd(p, p.Derivative(), canceled));
        Assert.Throws<OperationCanceledException>(() => SquarefreeDecomposition.Of(p, canceled));
        Assert.Throws<OperationCanceledException>(() => SquarefreeDecomposition.IsSquarefree(p, canceled));
        Assert.Throws<OperationCanceledException>(() => Resultants.Discriminant(p, canceled));
        Assert.Throws<OperationCanceledException>(() => Subresultants.Sequence(p, p.Derivative(), canceled));
        Assert.Throws<OperationCanceledException>(() => FractionFree.Determinant(Matrix<Integer>.Identity(2), canceled));
        Assert.Throws<OperationCanceledException>(() => FractionFree.Rank(Matrix<Integer>.Identity(2), canceled));
        Assert.Throws<OperationCanceledException>(() => FractionFree.Nullspace(Matrix<Integer>.Identity(2), canceled));
        Assert.Throws<OperationCanceledException>(() => LinearSystems.Inverse(Matrix<Rational>.Identity(2), canceled));
    }

    private static Rational Small(TestRandom random) => new(random.Between(-5, 5), random.Between(1, 3));
}
