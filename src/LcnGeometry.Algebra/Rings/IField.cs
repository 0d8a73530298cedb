using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>A field: every nonzero element has an inverse.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public interface IField<T> : IIntegralDomain<T>, IDivisionOperators<T, T, T>
    where T : IField<T>
{
}
