using LcnGeometry.Algebra;

namespace LcnGeometry.Solving.Tests.Systems;

/// <summary>An exact complex number, as an element of a field of the algebra assembly.</summary>
internal readonly record struct GaussianRational(Rational Re, Rational Im) : IField<GaussianRational>
{
    public static GaussianRational Zero => default;

    public static GaussianRational One => new(Rational.One, Rational.Zero);

    public bool IsZero => Re.IsZero && Im.IsZero;

    /// <summary>The larger of the sizes of the parts.</summary>
    public Rational Size => Rational.Abs(Re) > Rational.Abs(Im) ? Rational.Abs(Re) : Rational.Abs(Im);

    public GaussianRational Conjugate => new(Re, -Im);

    public static GaussianRational FromInteger(Integer value) => new(value, Rational.Zero);

    public static GaussianRational FromComplex(System.Numerics.Complex value) => new(Rational.RationalizeExactly(value.Real), Rational.RationalizeExactly(value.Imaginary));

    public static implicit operator GaussianRational(Rational value) => new(value, Rational.Zero);

    public static GaussianRational operator +(GaussianRational left, GaussianRational right) => new(left.Re + right.Re, left.Im + right.Im);

    public static GaussianRational operator -(GaussianRational left, GaussianRational right) => new(left.Re - right.Re, left.Im - right.Im);

    public static GaussianRational operator -(GaussianRational value) => new(-value.Re, -value.Im);

    public static GaussianRational operator *(GaussianRational left, GaussianRational right) =>
        new((left.Re * right.Re) - (left.Im * right.Im), (left.Re * right.Im) + (left.Im * right.Re));

    public static GaussianRational operator /(GaussianRational left, GaussianRational right)
    {
        var square = (right.Re * right.Re) + (right.Im * right.Im);
        var product = left * right.Conjugate;
        return new(product.Re / square, product.Im / square);
    }

    public static GaussianRational DivideExactly(GaussianRational dividend, GaussianRational divisor) => dividend / divisor;
}
