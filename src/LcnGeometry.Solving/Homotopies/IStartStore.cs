namespace LcnGeometry.Solving;

/// <summary>Where start solutions are kept between runs.</summary>
/// <remarks>
/// What a store returns is checked before it is used, and computed again when it is damaged: a store can cost time, never a solution.
/// Implementations must be safe for several threads and processes. A store may stay silent when it fails; an <see cref="IOException"/> or
/// <see cref="UnauthorizedAccessException"/> from it counts as an empty store.
/// </remarks>
public interface IStartStore
{
    /// <summary>What was written under a key; null when there is nothing.</summary>
    byte[]? Read(string key);

    /// <summary>Keeps bytes under a key.</summary>
    void Write(string key, byte[] content);
}
