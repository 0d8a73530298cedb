namespace LcnGeometry.Solving;

/// <summary>Real arithmetic that the kernels of this assembly run on: doubles in lanes, double-doubles, intervals.</summary>
/// <typeparam name="T">The implementing structure.</typeparam>
/// <remarks>One kernel, several arithmetics: what is tracked, what is refined and what is certified cannot drift apart.</remarks>
public interface IScalar<T>
    where T : struct, IScalar<T>
{
    /// <summary>Sum.</summary>
    static abstract T operator +(T left, T right);

    /// <summary>Difference.</summary>
    static abstract T operator -(T left, T right);

    /// <summary>Negation.</summary>
    static abstract T operator -(T value);

    /// <summary>Product.</summary>
    static abstract T operator *(T left, T right);

    /// <summary>The same number everywhere.</summary>
    static abstract T FromDouble(double value);

    /// <summary><c>left * right + addend</c>, in one rounding where the arithmetic has it.</summary>
    static abstract T MultiplyAdd(T left, T right, T addend);

    /// <summary><c>addend - left * right</c>, in one rounding where the arithmetic has it.</summary>
    static abstract T SubtractProduct(T left, T right, T addend);
}

/// <summary>Arithmetic that can also divide, take roots and compare lane by lane: what elimination and normalization need.</summary>
/// <typeparam name="T">The implementing structure.</typeparam>
internal interface IFloat<T> : IScalar<T>
    where T : struct, IFloat<T>
{
    /// <summary>Quotient.</summary>
    static abstract T operator /(T left, T right);

    /// <summary>Square root.</summary>
    static abstract T Sqrt(T value);

    /// <summary>In each lane, <paramref name="yes"/> where <paramref name="left"/> is below <paramref name="right"/>, else <paramref name="no"/>.</summary>
    static abstract T WhereLess(T left, T right, T yes, T no);

    /// <summary>Whether any lane of <paramref name="left"/> is below that of <paramref name="right"/>.</summary>
    static abstract bool AnyLess(T left, T right);
}

/// <summary>Floating-point numbers side by side, one path in each lane.</summary>
/// <typeparam name="T">The implementing structure.</typeparam>
internal interface ILanes<T> : IFloat<T>
    where T : struct, ILanes<T>
{
    /// <summary>The steps below which Newton's method cannot improve a number of size one.</summary>
    static abstract double Settled { get; }

    /// <summary>From one double for each lane.</summary>
    static abstract T Of(ReadOnlySpan<double> values);

    /// <summary>A number that may be more precise than a double, in all lanes: the sum of two doubles.</summary>
    static abstract T FromParts(double high, double low);

    /// <summary>In each lane, <paramref name="yes"/> where <paramref name="probe"/> is a number, else <paramref name="no"/>.</summary>
    static abstract T WhereNumber(T probe, T yes, T no);

    /// <summary>The leading double of a lane.</summary>
    double High(int lane);

    /// <summary>What the leading double of a lane leaves.</summary>
    double Low(int lane);

    /// <summary>The same lanes with one replaced.</summary>
    T With(int lane, double high, double low);
}
