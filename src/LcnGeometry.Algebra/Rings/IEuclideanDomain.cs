namespace LcnGeometry.Algebra;

/// <summary>An integral domain with division with remainder, hence with greatest common divisors.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public interface IEuclideanDomain<T> : IIntegralDomain<T>
    where T : IEuclideanDomain<T>
{
    /// <summary>Quotient and remainder: <c>dividend == Quotient * divisor + Remainder</c>, the remainder smaller than the divisor.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is zero.</exception>
    static abstract (T Quotient, T Remainder) DivideWithRemainder(T dividend, T divisor);

    /// <summary>A greatest common divisor in the ring's normal form; zero exactly when both arguments are zero.</summary>
    static abstract T GreatestCommonDivisor(T left, T right);
}
