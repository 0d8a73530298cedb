using System.Runtime.CompilerServices;
using LcnGeometry.Algebra;

namespace LcnGeometry.TestKit;

/// <summary>What polynomials over every domain owe: the laws of a domain, and evaluation, degree and derivative that respect them.</summary>
public static class PolynomialLaws
{
    /// <summary>Checks the laws on polynomials of low degree with random coefficients.</summary>
    /// <param name="coefficient">Draws a coefficient, corners included.</param>
    /// <param name="trials">At effort 1.</param>
    public static void Check<T>(Func<TestRandom, T> coefficient, int trials = 100, [CallerMemberName] string member = "", [CallerFilePath] string file = "")
        where T : IIntegralDomain<T> =>
        PropertyRun.Trials(trials, random => CheckOnce(coefficient, random), member, file);

    private static void CheckOnce<T>(Func<TestRandom, T> coefficient, TestRandom random)
        where T : IIntegralDomain<T>
    {
        Polynomial<T> Next(TestRandom source) => source.NextPolynomial(4, coefficient);
        DomainLaws.CheckOnce(Next, Polynomial<T>.X, random);
        var (p, q, point) = (Next(random), Next(random), coefficient(random));
        Shape(p, q, random);
        Evaluation(p, q, point);
        Derivative(p, q);
        Reversal(p, q, random);
    }

    private static void Shape<T>(Polynomial<T> p, Polynomial<T> q, TestRandom random)
        where T : IIntegralDomain<T>
    {
        Assert.Equal(p.Coefficients.Length - 1, p.Degree);
        Assert.Equal(p.IsZero, p.LeadingCoefficient.IsZero);
        Assert.True((p + q).Degree <= Math.Max(p.Degree, q.Degree));
        Assert.Equal(p.IsZero || q.IsZero ? -1 : p.Degree + q.Degree, (p * q).Degree);
        Assert.Equal(p.LeadingCoefficient * q.LeadingCoefficient, (p * q).LeadingCoefficient);
        Assert.Equal(p, new Polynomial<T>(p.CoefficientsPadded(p.Degree + 3).AsSpan()));
        Assert.True(p[p.Degree + 1].IsZero);
        var monomials = Polynomial<T>.Zero;
        for (var i = 0; i <= p.Degree; i++) monomials += Polynomial<T>.Monomial(p[i], i);
        Assert.Equal(p, monomials);
        var exponent = random.Between(0, 4);
        var power = Polynomial<T>.One;
        for (var i = 0; i < exponent; i++) power *= p;
        Assert.Equal(power, Polynomial<T>.Pow(p, exponent));
    }

    private static void Evaluation<T>(Polynomial<T> p, Polynomial<T> q, T point)
        where T : IIntegralDomain<T>
    {
        Assert.Equal(p.Evaluate(point) + q.Evaluate(point), (p + q).Evaluate(point));
        Assert.Equal(p.Evaluate(point) * q.Evaluate(point), (p * q).Evaluate(point));
        Assert.Equal(point, Polynomial<T>.X.Evaluate(point));
        Assert.Equal(point * p.Evaluate(point), (point * p).Evaluate(point));
        Assert.Equal(p.Evaluate(q.Evaluate(point)), p.Compose(q).Evaluate(point));
        Assert.Equal(p, p.Compose(Polynomial<T>.X));
        Assert.Equal(p.Evaluate(T.Zero), p[0]);
        Assert.Equal(p.Map(c => point * c), point * p);
        Assert.Equal(p.Evaluate(point * point), p.Upsample(2).Evaluate(point));
        Assert.Equal(p.Compose(Polynomial<T>.Monomial(T.One, 3)), p.Upsample(3));
    }

    private static void Derivative<T>(Polynomial<T> p, Polynomial<T> q)
        where T : IIntegralDomain<T>
    {
        Assert.Equal(p.Derivative() + q.Derivative(), (p + q).Derivative());
        Assert.Equal((p.Derivative() * q) + (p * q.Derivative()), (p * q).Derivative());
        Assert.Equal(p.Derivative().Compose(q) * q.Derivative(), p.Compose(q).Derivative());
        Assert.Equal(Polynomial<T>.One, Polynomial<T>.X.Derivative());
    }

    private static void Reversal<T>(Polynomial<T> p, Polynomial<T> q, TestRandom random)
        where T : IIntegralDomain<T>
    {
        int m = Math.Max(p.Degree, 0) + random.Between(0, 2), n = Math.Max(q.Degree, 0) + random.Between(0, 2);
        Assert.Equal(p, p.Reverse(m).Reverse(m));
        Assert.Equal((p * q).Reverse(m + n), p.Reverse(m) * q.Reverse(n));
        Assert.Equal(p[0], p.Reverse(m)[m]);
    }
}
