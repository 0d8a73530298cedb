using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>What theory says for generic data about the root pattern of a limit and about its repeated filters, from the factorizations that can be critical.</summary>
/// <remarks>
/// Stride one (C2, C3): the limit lies on a stratum of multiple roots, and each of its roots occurs at most once in each layer. So a pattern occurs only if its roots can be handed
/// to the layers that way, and layers repeat only as one of these ways has it. All layers of stride above one (F14): the limit is a regular point of the parametrisation; these points
/// are one irreducible family over the targets, so that multiple roots and proportional filters, which a generic network does not have, do not occur for generic targets.
/// </remarks>
internal sealed class EndRules
{
    // With more layers there are too many ways to group them.
    private const int MostLayers = 8;

    private readonly Architecture _net;
    private readonly FunctionSpace _space;
    private readonly FactorizationCounter _squarefree = new(distinctWithinLayer: true);
    private readonly Dictionary<string, RootPattern?> _patterns = [];
    private readonly Dictionary<string, bool> _possible = [];
    private readonly Dictionary<(string Pattern, string Repeated), bool?> _allowed = [];

    public EndRules(Architecture net)
    {
        _net = net;
        _space = net.FunctionSpace();
        var blocks = net.Filters.Count(size => size > 1);
        AreAllStrided = !net.IsStrideOne && _space.Merged.Filters.Count(size => size > 1) == blocks;
    }

    /// <summary>Whether the rules of stride one apply.</summary>
    public bool IsStrideOne => _net.IsStrideOne;

    /// <summary>Whether every layer but the last has a stride above one, layers of size one put aside.</summary>
    public bool AreAllStrided { get; }

    /// <summary>The pattern that a word of the table of runs means; null for the zero function or none.</summary>
    public RootPattern? Pattern(string word)
    {
        if (_patterns.TryGetValue(word, out var known)) return known;
        return _patterns[word] = Read(word);
    }

    /// <summary>Where forms of the pattern lie; null where the rules of stride one do not apply.</summary>
    public StratumPosition? Position(string word)
    {
        if (word == "zero") return StratumPosition.Zero;
        return IsStrideOne && Pattern(word) is { } pattern ? _space.PositionOf(pattern) : null;
    }

    /// <summary>Whether limits can have the pattern; asked only where a rule applies.</summary>
    public bool IsPossible(string word)
    {
        if (_possible.TryGetValue(word, out var known)) return known;
        var pattern = Pattern(word);
        return _possible[word] = pattern is not null
            && (IsStrideOne ? !_squarefree.Count(RootGroup.OfReal(pattern), _net.Filters.Select(size => size - 1)).IsZero : pattern.IsSquarefree);
    }

    /// <summary>Whether a limit of the pattern can have exactly these repeated filters; null if that could not be decided. Asked only where a rule applies.</summary>
    /// <param name="word">The pattern.</param>
    /// <param name="repeated">Pairs of layers, as in the table of runs.</param>
    public bool? AllowsRepeated(string word, string repeated)
    {
        if (_allowed.TryGetValue((word, repeated), out var known)) return known;
        return _allowed[(word, repeated)] = !IsStrideOne ? repeated.Length == 0 : Classes(repeated) is { } classes && Pattern(word) is { } pattern ? Exists(pattern, classes) : false;
    }

    /// <summary>Whether limits of the pattern repeat filters; null if no rule says it.</summary>
    public RepetitionExpectation? Expectation(string word)
    {
        if (AreAllStrided) return RepetitionExpectation.Never;
        if (!IsStrideOne || Pattern(word) is not { } pattern || _net.Depth > MostLayers || !IsPossible(word)) return null;
        bool some = false, none = false;
        foreach (var classes in Groupings(0, []))
        {
            if (Exists(pattern, classes) is not { } exists) return null;
            if (exists && classes.Any(layers => layers.Count > 1 && _net.Filters[layers[0]] > 1)) some = true;
            else if (exists) none = true;
        }

        return some ? none ? RepetitionExpectation.Sometimes : RepetitionExpectation.Always : RepetitionExpectation.Never;
    }

    private RootPattern? Read(string word)
    {
        var bar = word.IndexOf('|', StringComparison.Ordinal);
        if (bar < 0) return null;
        var (real, pairs) = (word[..bar], word[(bar + 1)..]);

        // A single multiplicity above 9 is written without a comma; the degree tells it from two roots.
        foreach (var text in (string[])[word, $"{real},|{pairs}", $"{real}|{pairs},", $"{real},|{pairs},"])
        {
            try
            {
                var pattern = RootPattern.Parse(text);
                if (pattern.Degree == _net.EndToEndSize - 1) return pattern;
            }
            catch (FormatException)
            {
                // An empty side has no comma after it.
            }
        }

        return null;
    }

    /// <summary>The layers, 0-based, in classes of proportional filters; null if the pairs are not those of such classes.</summary>
    private List<List<int>>? Classes(string repeated)
    {
        var layers = Enumerable.Range(0, _net.Depth).ToArray();
        var pairs = new HashSet<(int, int)>();
        foreach (var pair in repeated.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = pair.Split('-');
            if (ends.Length != 2 || !int.TryParse(ends[0], out var a) || !int.TryParse(ends[1], out var b) || a < 1 || b <= a || b > _net.Depth) return null;
            pairs.Add((a - 1, b - 1));
            var (low, high) = (Math.Min(layers[a - 1], layers[b - 1]), Math.Max(layers[a - 1], layers[b - 1]));
            for (var l = 0; l < layers.Length; l++) layers[l] = layers[l] == high ? low : layers[l];
        }

        var classes = Enumerable.Range(0, _net.Depth).GroupBy(l => layers[l]).Select(group => group.ToList()).ToList();
        var agree = classes.All(group => group.TrueForAll(l => _net.Filters[l] == _net.Filters[group[0]])) && classes.Sum(group => group.Count * (group.Count - 1) / 2) == pairs.Count;
        return agree ? classes : null;
    }

    /// <summary>Every way to group layers of equal sizes above one.</summary>
    private IEnumerable<List<List<int>>> Groupings(int layer, List<List<int>> sofar)
    {
        if (layer == _net.Depth)
        {
            yield return sofar;
            yield break;
        }

        for (var join = 0; join <= sofar.Count; join++)
        {
            if (join < sofar.Count && (_net.Filters[layer] == 1 || _net.Filters[sofar[join][0]] != _net.Filters[layer])) continue;
            List<List<int>> next = [.. sofar.Select((group, i) => i == join ? [.. group, layer] : group)];
            if (join == sofar.Count) next.Add([layer]);
            foreach (var grouping in Groupings(layer + 1, next)) yield return grouping;
        }
    }

    private bool? Exists(RootPattern pattern, List<List<int>> classes) =>
        new ClassFilling([.. classes.Select(group => group.Count)], [.. classes.Select(group => _net.Filters[group[0]] - 1)], [.. RootGroup.OfReal(pattern)]).Exists();
}
