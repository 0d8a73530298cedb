using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>A complex number with rational parts.</summary>
/// <param name="Re">The real part.</param>
/// <param name="Im">The imaginary part.</param>
internal readonly record struct ExactComplex(Rational Re, Rational Im)
{
    /// <summary>A complex double, exactly.</summary>
    public static ExactComplex Of(Complex value) => new(Rational.RationalizeExactly(value.Real), Rational.RationalizeExactly(value.Imaginary));

    /// <summary>An enclosure of both parts.</summary>
    public ComplexNumber<T> Enclose<T>()
        where T : struct, IEnclosure<T> => new(T.Enclose(Re), Im.IsZero ? T.FromDouble(0) : T.Enclose(Im));
}

/// <summary>The exact data of a quadratic function <c>w^T Q w - 2 b^T w</c>.</summary>
/// <param name="Form">Q, symmetric, row by row.</param>
/// <param name="Linear">b.</param>
internal sealed record ExactData(ImmutableArray<ExactComplex> Form, ImmutableArray<ExactComplex> Linear)
{
    /// <summary>Whether all numbers are real: only then do solutions come in conjugate pairs.</summary>
    public bool IsReal { get; } = Form.All(q => q.Im.IsZero) && Linear.All(b => b.Im.IsZero);

    /// <summary>Real data.</summary>
    public static ExactData Of(IEnumerable<Rational> form, IEnumerable<Rational> linear) =>
        new([.. form.Select(q => new ExactComplex(q, Rational.Zero))], [.. linear.Select(b => new ExactComplex(b, Rational.Zero))]);

    /// <summary>Complex doubles, exactly.</summary>
    public static ExactData Of(QuadraticData data) => new([.. data.Form.Select(ExactComplex.Of)], [.. data.Linear.Select(ExactComplex.Of)]);
}
