using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>A commutative ring with one.</summary>
/// <typeparam name="T">The type of the elements: immutable, with a valid default value.</typeparam>
/// <remarks>
/// Static abstract members let the runtime specialise generic code for each coefficient type.
/// The laws are checked by the ring law suite of the test kit for every implementation.
/// </remarks>
public interface IRing<T> :
    IEquatable<T>,
    IAdditionOperators<T, T, T>,
    ISubtractionOperators<T, T, T>,
    IMultiplyOperators<T, T, T>,
    IUnaryNegationOperators<T, T>
    where T : IRing<T>
{
    /// <summary>The neutral element of addition.</summary>
    static abstract T Zero { get; }

    /// <summary>The neutral element of multiplication.</summary>
    static abstract T One { get; }

    /// <summary>The image of an integer under the unique ring homomorphism from the integers.</summary>
    static abstract T FromInteger(Integer value);

    /// <summary>Whether this element is zero.</summary>
    bool IsZero { get; }
}
