using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A monic polynomial with enclosed complex coefficients, or a derivative of one; index = exponent.</summary>
internal sealed class EnclosedPolynomial(ImmutableArray<(RationalInterval Re, RationalInterval Im)> coefficients)
{
    /// <summary>The constant one.</summary>
    public static EnclosedPolynomial One { get; } = new([(RationalInterval.One, RationalInterval.Zero)]);

    /// <summary>The coefficients.</summary>
    public ImmutableArray<(RationalInterval Re, RationalInterval Im)> Coefficients { get; } = coefficients;

    /// <summary>The product with x - root.</summary>
    public EnclosedPolynomial TimesRoot(EnclosedPlace root)
    {
        var product = new (RationalInterval Re, RationalInterval Im)[Coefficients.Length + 1];
        Array.Fill(product, (RationalInterval.Zero, RationalInterval.Zero));
        for (var i = 0; i < Coefficients.Length; i++)
        {
            product[i + 1] = Sum(product[i + 1], Coefficients[i]);
            product[i] = Sum(product[i], Product(Coefficients[i], (-root.Re, -root.Im)));
        }

        return new EnclosedPolynomial([.. product]);
    }

    /// <summary>The derivative.</summary>
    public EnclosedPolynomial Derivative() => new([.. Coefficients.Skip(1).Select((c, i) => (c.Re * (Rational)(i + 1), c.Im * (Rational)(i + 1)))]);

    /// <summary>An enclosure of the value.</summary>
    public (RationalInterval Re, RationalInterval Im) Evaluate(EnclosedPlace at)
    {
        var value = (RationalInterval.Zero, RationalInterval.Zero);
        for (var i = Coefficients.Length - 1; i >= 0; i--) value = Sum(Product(value, (at.Re, at.Im)), Coefficients[i]);
        return value;
    }

    /// <summary>Whether this polynomial, monic and exact, divides another one.</summary>
    public bool Divides(Polynomial<Integer> dividend)
    {
        var rest = Enumerable.Range(0, dividend.Degree + 1).Select(i => (Re: new RationalInterval(dividend[i]), Im: RationalInterval.Zero)).ToArray();
        var degree = Coefficients.Length - 1;
        for (var top = rest.Length - 1; top >= degree; top--)
        {
            var quotient = (-rest[top].Re, -rest[top].Im);
            for (var i = 0; i <= degree; i++) rest[top - degree + i] = Sum(rest[top - degree + i], Product(quotient, Coefficients[i]));
        }

        return rest.All(c => c.Re.IsZero && c.Im.IsZero);
    }

    private static (RationalInterval Re, RationalInterval Im) Sum((RationalInterval Re, RationalInterval Im) a, (RationalInterval Re, RationalInterval Im) b) => (a.Re + b.Re, a.Im + b.Im);

    private static (RationalInterval Re, RationalInterval Im) Product((RationalInterval Re, RationalInterval Im) a, (RationalInterval Re, RationalInterval Im) b) =>
        ((a.Re * b.Re) - (a.Im * b.Im), (a.Re * b.Im) + (a.Im * b.Re));
}
