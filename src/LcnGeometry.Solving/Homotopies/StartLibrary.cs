using System.Collections.Concurrent;

namespace LcnGeometry.Solving;

/// <summary>The start systems of all maps, each made once.</summary>
internal sealed class StartLibrary(IStartStore? store)
{
    private const long Seed = 20210803;
    private const int Attempts = 3;
    private readonly ConcurrentDictionary<(ProductMap Map, int Expected), Lazy<StartSystem>> _systems = new();

    /// <summary>The start system of a map, from memory, from the store or computed.</summary>
    public StartSystem Get(ProductMap map, int expected, CancellationToken token)
    {
        var key = (map, expected);
        var lazy = _systems.GetOrAdd(key, _ => new Lazy<StartSystem>(() => Load(map, expected, token)));
        try
        {
            return lazy.Value;
        }
        catch
        {
            // A failure, a cancellation for instance, is not remembered.
            _systems.TryRemove(new(key, lazy));
            throw;
        }
    }

    private StartSystem Load(ProductMap map, int expected, CancellationToken token)
    {
        if (store is not null && StartFile.Read(map, expected, store.Read(StartFile.KeyOf(map))) is { } kept) return kept;
        StartSystem? system = null;
        for (var attempt = 0; attempt < Attempts && system?.Solutions.Length != expected; attempt++)
        {
            system = Monodromy.Solve(map, expected, Seed + attempt, token);
        }

        if (system!.Solutions.Length != expected) throw new IncompleteStartException(map, system.Solutions.Length, expected);
        store?.Write(StartFile.KeyOf(map), StartFile.Write(system));
        return system;
    }
}
