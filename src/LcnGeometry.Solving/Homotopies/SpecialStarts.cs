using System.Collections.Concurrent;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>Start systems for forms that are not generic and have fewer solutions: the form itself with a generic linear part.</summary>
internal sealed class SpecialStarts
{
    /// <summary>Forms beyond this number are not kept.</summary>
    private const int Most = 200;

    private readonly ConcurrentDictionary<(ProductMap Map, Matrix<Rational> Form), Lazy<StartSystem?>> _systems = new();

    /// <summary>The start system of a form; null if it has not so many solutions.</summary>
    /// <param name="generic">The start system for generic data.</param>
    /// <param name="form">The form, as a key.</param>
    /// <param name="exact">The form in the units in which paths are followed; the linear part is not looked at.</param>
    /// <param name="count">The number of solutions.</param>
    /// <param name="onOneThread">Whether the search stays on this thread.</param>
    /// <param name="token">Stops between steps.</param>
    public StartSystem? Get(StartSystem generic, Matrix<Rational> form, ExactData exact, int count, bool onOneThread, CancellationToken token)
    {
        var key = (generic.Map, form);
        while (true)
        {
            if (_systems.Count >= Most && !_systems.ContainsKey(key)) return Find(generic, exact, count, onOneThread, token);
            var lazy = _systems.GetOrAdd(key, _ => new Lazy<StartSystem?>(() => Find(generic, exact, count, onOneThread, token)));
            try
            {
                return lazy.Value;
            }
            catch (OperationCanceledException)
            {
                _systems.TryRemove(new(key, lazy));
                if (token.IsCancellationRequested) throw;
            }
        }
    }

    private static StartSystem? Find(StartSystem generic, ExactData exact, int count, bool onOneThread, CancellationToken token)
    {
        // Any generic linear part will do; that of the generic system would leave only the form to move.
        var linear = GenericPair.DrawLinear(generic.Map.Size, new CounterRandom(17, count));
        var search = new SolutionSearch(generic, exact with { Linear = [.. linear.Select(ExactComplex.Of)] }, onOneThread, token, count);
        search.Follow(0);
        if (search.Found != count || search.Points() is not { } points) return null;
        return new StartSystem(generic.Map, new QuadraticData([.. exact.Form.Select(q => new System.Numerics.Complex(q.Re.ToDouble(), q.Im.ToDouble()))], linear), points);
    }
}
