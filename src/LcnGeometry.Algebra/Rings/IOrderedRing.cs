namespace LcnGeometry.Algebra;

/// <summary>A ring with a total order that addition and multiplication by positive elements respect.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public interface IOrderedRing<T> : IRing<T>, IComparable<T>
    where T : IOrderedRing<T>
{
    /// <summary>-1, 0 or 1.</summary>
    int Sign { get; }
}
