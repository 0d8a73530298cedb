using System.Collections.Concurrent;

namespace LcnGeometry.Solving;

/// <summary>The start systems of all maps, each made once and proved.</summary>
internal sealed class StartLibrary(IStartStore? store)
{
    private const long Seed = 20210803;
    private const int Attempts = 3;
    private readonly ConcurrentDictionary<(ProductMap Map, int Expected), Lazy<StartSystem>> _systems = new();

    /// <summary>The start system of a map, from memory, from the store or computed.</summary>
    public StartSystem Get(ProductMap map, int expected, CancellationToken token)
    {
        var key = (map, expected);
        while (true)
        {
            var lazy = _systems.GetOrAdd(key, _ => new Lazy<StartSystem>(() => Load(map, expected, token)));
            try
            {
                return lazy.Value;
            }
            catch (OperationCanceledException) when (!token.IsCancellationRequested)
            {
                // Another caller was computing and was stopped: this one goes on alone.
                _systems.TryRemove(new(key, lazy));
            }
            catch
            {
                // A failure, a cancellation for instance, is not remembered.
                _systems.TryRemove(new(key, lazy));
                throw;
            }
        }
    }

    private StartSystem Load(ProductMap map, int expected, CancellationToken token)
    {
        if (StartFile.Read(map, expected, Recall(map)) is { } kept) return kept;
        StartSystem? system = null;
        for (var attempt = 0; attempt < Attempts && system?.Solutions.Length != expected; attempt++)
        {
            system = Monodromy.Solve(map, expected, Seed + attempt, token);
            if (system.Solutions.Length == expected && !StartCheck.Holds(system)) system = system with { Solutions = [] };
        }

        if (system!.Solutions.Length != expected) throw new IncompleteStartException(map, system.Solutions.Length, expected);
        Keep(system);
        return system;
    }

    private byte[]? Recall(ProductMap map)
    {
        try
        {
            return store?.Read(StartFile.KeyOf(map));
        }
        catch (Exception error) when (IsStorageFault(error))
        {
            return null;
        }
    }

    private void Keep(StartSystem system)
    {
        try
        {
            store?.Write(StartFile.KeyOf(system.Map), StartFile.Write(system));
        }
        catch (Exception error) when (IsStorageFault(error))
        {
            // A full or locked disk costs the next run some time.
        }
    }

    private static bool IsStorageFault(Exception error) => error is IOException or UnauthorizedAccessException;
}
