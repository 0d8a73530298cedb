using LcnGeometry.Algebra;

namespace LcnGeometry.Solving.Tests.Systems;

/// <summary>Exact rational arithmetic for the kernels of the solver, which run on any arithmetic.</summary>
internal readonly record struct ExactScalar(Rational Value) : IScalar<ExactScalar>
{
    public static ExactScalar FromDouble(double value) => new(Rational.RationalizeExactly(value));

    public static ExactScalar operator +(ExactScalar left, ExactScalar right) => new(left.Value + right.Value);

    public static ExactScalar operator -(ExactScalar left, ExactScalar right) => new(left.Value - right.Value);

    public static ExactScalar operator -(ExactScalar value) => new(-value.Value);

    public static ExactScalar operator *(ExactScalar left, ExactScalar right) => new(left.Value * right.Value);

    public static ExactScalar MultiplyAdd(ExactScalar left, ExactScalar right, ExactScalar addend) => (left * right) + addend;

    public static ExactScalar SubtractProduct(ExactScalar left, ExactScalar right, ExactScalar addend) => addend - (left * right);

    public static ComplexNumber<ExactScalar> Of(GaussianRational value) => new(new(value.Re), new(value.Im));

    public static GaussianRational ToGaussian(ComplexNumber<ExactScalar> value) => new(value.Re.Value, value.Im.Value);
}
