using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>One way to hand the roots of a function to the layers, no layer holding a root twice.</summary>
/// <param name="Roots">For each layer the indices of its roots, ascending.</param>
/// <param name="Representative">The index of the first assignment in the list that differs from this one by exchanging layers of equal size and step.</param>
/// <param name="Exchange">For each layer the layer of the representative that holds the same roots.</param>
/// <param name="RepeatedFilters">Pairs of layers, 1-based, that hold the same roots.</param>
internal sealed record LayerAssignment(
    ImmutableArray<ImmutableArray<int>> Roots, int Representative, ImmutableArray<int> Exchange, ImmutableArray<ImmutableArray<int>> RepeatedFilters);

/// <summary>All real factorizations of the functions with one real root pattern in each block: those with squarefree layers as a list, the others as a number.</summary>
internal sealed class LayerAssignments
{
    private readonly Architecture _net;
    private readonly ImmutableArray<LayerBlock> _blocks;
    private readonly RootPlace[] _roots;
    private readonly CancellationToken _token;

    public LayerAssignments(Architecture net, ImmutableArray<LayerBlock> blocks, ImmutableArray<CriticalRoot> roots, int limit, CancellationToken token)
    {
        _net = net;
        _blocks = blocks;
        _token = token;
        _roots = [.. roots.Select(r => new RootPlace(r.Block, r.Multiplicity, r.Size))];
        (List, var all) = Collect(limit);
        SquarefreeCount = all ? List.Length : Count(_ => true);
        Total = Count(_ => false);
    }

    /// <summary>The assignments with squarefree layers, the first ones of a long list.</summary>
    public ImmutableArray<LayerAssignment> List { get; }

    /// <summary>The number of assignments with squarefree layers.</summary>
    public Integer SquarefreeCount { get; }

    /// <summary>The number of all assignments.</summary>
    public Integer Total { get; }

    /// <summary>A name for the pattern of the roots.</summary>
    public static string Key(ImmutableArray<CriticalRoot> roots) =>
        string.Create(roots.Length * 3, roots, static (text, roots) =>
        {
            for (var i = 0; i < roots.Length; i++)
            {
                text[3 * i] = (char)('a' + roots[i].Block);
                text[(3 * i) + 1] = (char)('0' + roots[i].Multiplicity);
                text[(3 * i) + 2] = roots[i].IsReal ? 'r' : 'c';
            }
        });

    /// <summary>The number of assignments in which certain roots do not come twice in a layer.</summary>
    public Integer Count(Func<int, bool> atMostOnce)
    {
        Integer product = 1;
        var counter = new FactorizationCounter(distinctWithinLayer: false);
        for (var b = 0; b < _blocks.Length; b++)
        {
            var groups = Enumerable.Range(0, _roots.Length).Where(i => _roots[i].Block == b)
                .Select(i => new RootGroup(_roots[i].Multiplicity, _roots[i].Size, atMostOnce(i)));
            product *= counter.Count(groups, _blocks[b].Layers.Select(l => _net.Filters[l] - 1), _token);
        }

        return product;
    }

    private (ImmutableArray<LayerAssignment> List, bool All) Collect(int limit)
    {
        var list = ImmutableArray.CreateBuilder<LayerAssignment>();
        var known = new Dictionary<string, int>();
        foreach (var holders in new LayerSearch(_net, _blocks, _roots, _token).Run())
        {
            if (list.Count == limit) return (list.ToImmutable(), false);
            var layers = Enumerable.Range(0, _net.Depth)
                .Select(l => Enumerable.Range(0, _roots.Length).Where(r => holders[r].Contains(l)).ToImmutableArray()).ToImmutableArray();
            list.Add(Describe(layers, list.Count, known, list));
        }

        return (list.ToImmutable(), true);
    }

    private LayerAssignment Describe(ImmutableArray<ImmutableArray<int>> layers, int index, Dictionary<string, int> known, IReadOnlyList<LayerAssignment> list)
    {
        string[] names = [.. layers.Select((roots, l) => $"{_net.Filters[l]}x{(_net.Filters[l] == 1 ? Integer.One : _net.StrideProducts[l])}:{string.Join(',', roots)}")];
        var key = string.Join(' ', names.Order(StringComparer.Ordinal));
        var exchange = Enumerable.Range(0, layers.Length).ToArray();
        if (known.TryGetValue(key, out var representative))
        {
            var free = Enumerable.Range(0, layers.Length).ToList();
            for (var l = 0; l < layers.Length; l++)
            {
                var partner = free.First(m => _net.Filters[m] == _net.Filters[l] && SameStep(m, l) && list[representative].Roots[m].SequenceEqual(layers[l]));
                exchange[l] = partner;
                free.Remove(partner);
            }
        }
        else
        {
            known.Add(key, representative = index);
        }

        var repeated = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var i = 0; i < layers.Length; i++)
        {
            for (var j = i + 1; j < layers.Length; j++)
            {
                if (_net.Filters[i] > 1 && _net.Filters[i] == _net.Filters[j] && SameStep(i, j) && layers[i].SequenceEqual(layers[j])) repeated.Add([i + 1, j + 1]);
            }
        }

        return new LayerAssignment(layers, representative, [.. exchange], repeated.ToImmutable());
    }

    private bool SameStep(int i, int j) => _net.Filters[i] == 1 || _net.StrideProducts[i] == _net.StrideProducts[j];
}

/// <summary>What handing out a root needs to know of it.</summary>
internal readonly record struct RootPlace(int Block, int Multiplicity, int Size);

/// <summary>The search for all ways to hand roots to layers, every copy of a root to another layer.</summary>
internal sealed class LayerSearch(Architecture net, ImmutableArray<LayerBlock> blocks, RootPlace[] roots, CancellationToken token)
{
    /// <summary>The hardest roots first: pairs, then high multiplicities.</summary>
    private readonly int[] _order = [.. Enumerable.Range(0, roots.Length).OrderByDescending(r => roots[r].Size).ThenByDescending(r => roots[r].Multiplicity)];
    private readonly int[] _room = [.. net.Filters.Select(k => k - 1)];
    private readonly List<int>[] _holders = [.. roots.Select(_ => new List<int>())];

    /// <summary>For each root the layers that hold it; the lists are reused from one way to the next.</summary>
    public IEnumerable<List<int>[]> Run() => Place(0, 0);

    private IEnumerable<List<int>[]> Place(int position, int from)
    {
        token.ThrowIfCancellationRequested();
        if (position == roots.Length)
        {
            if (_room.All(r => r == 0)) yield return _holders;
            yield break;
        }

        var root = _order[position];
        var holders = _holders[root];
        if (holders.Count == roots[root].Multiplicity)
        {
            foreach (var way in Place(position + 1, 0)) yield return way;
            yield break;
        }

        var layers = blocks[roots[root].Block].Layers;
        for (var i = from; i < layers.Length; i++)
        {
            if (_room[layers[i]] < roots[root].Size) continue;
            _room[layers[i]] -= roots[root].Size;
            holders.Add(layers[i]);
            foreach (var way in Place(position, i + 1)) yield return way;
            holders.RemoveAt(holders.Count - 1);
            _room[layers[i]] += roots[root].Size;
        }
    }
}
