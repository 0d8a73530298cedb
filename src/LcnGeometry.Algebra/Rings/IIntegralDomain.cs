namespace LcnGeometry.Algebra;

/// <summary>A ring without zero divisors, with division where it leaves no remainder.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public interface IIntegralDomain<T> : IRing<T>
    where T : IIntegralDomain<T>
{
    /// <summary>The element q with <c>q * divisor == dividend</c>.</summary>
    /// <param name="dividend">A multiple of <paramref name="divisor"/>.</param>
    /// <param name="divisor">A nonzero element.</param>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is zero.</exception>
    /// <exception cref="InexactDivisionException">No such element exists.</exception>
    static abstract T DivideExactly(T dividend, T divisor);
}
