using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>What theory says for generic data about the root pattern of a limit and about its repeated filters, from the factorizations that can be critical.</summary>
/// <remarks>
/// <para>
/// Layers with the same step, the product of the strides before them, form a block; the limit is a product of forms F_b(x^S_b), one for each block. For generic targets, whatever the
/// metric, critical points lie on strata of multiple roots of the F_b, each root of F_b occurs at most once in each layer of its block (C2, C3; F14 where all blocks have one layer), and
/// no point of a stratum is special: different blocks share no root, and none is 0 or infinity. So a pattern occurs only if the roots of each block can be handed to its layers
/// that way, and layers repeat only as one of these ways has it, within a block.
/// </para>
/// <para>The root a of F_b of multiplicity m becomes the S_b roots of x^S = a, each of multiplicity m: one or two of them real if a is, or none if S is even and a negative.</para>
/// </remarks>
internal sealed class EndRules
{
    private readonly Architecture _net;
    private readonly FunctionSpace _space;
    private readonly BlockPatterns? _blocks;
    private readonly Dictionary<string, RootPattern?> _patterns = [];
    private readonly Dictionary<(string Pattern, string Repeated), bool?> _allowed = [];

    public EndRules(Architecture net)
    {
        _net = net;
        _space = net.FunctionSpace();
        _blocks = BlockPatterns.TryOf(net);
        var blocks = LayerBlock.Of(net);
        AreAllStrided = !net.IsStrideOne && blocks.All(block => block.Layers.Length == 1);
    }

    /// <summary>Whether no layer is upsampled.</summary>
    public bool IsStrideOne => _net.IsStrideOne;

    /// <summary>Whether the layers have different steps, layers of size one put aside.</summary>
    public bool AreAllStrided { get; }

    /// <summary>Whether the rules are known: they are unless there are too many patterns.</summary>
    public bool AreKnown => _blocks is not null;

    /// <summary>The pattern that a word of the table of runs means; null for the zero function or none.</summary>
    public RootPattern? Pattern(string word)
    {
        if (_patterns.TryGetValue(word, out var known)) return known;
        return _patterns[word] = Read(word);
    }

    /// <summary>Where forms of the pattern lie; null unless no layer is upsampled.</summary>
    public StratumPosition? Position(string word)
    {
        if (word == "zero") return StratumPosition.Zero;
        return IsStrideOne && Pattern(word) is { } pattern ? _space.PositionOf(pattern) : null;
    }

    /// <summary>Whether limits can have the pattern; null if the rules are not known.</summary>
    public bool? IsPossible(string word) => _blocks is null ? null : Pattern(word) is { } pattern && _blocks.Of(pattern).Count > 0;

    /// <summary>Whether a limit of the pattern can have exactly these repeated filters; null if that could not be decided.</summary>
    /// <param name="word">The pattern.</param>
    /// <param name="repeated">Pairs of layers, as in the table of runs.</param>
    public bool? AllowsRepeated(string word, string repeated)
    {
        if (_blocks is null) return null;
        if (_allowed.TryGetValue((word, repeated), out var known)) return known;
        return _allowed[(word, repeated)] = LayerClasses.Read(repeated, _net) is { } classes && Pattern(word) is { } pattern ? _blocks.Allows(pattern, classes) : false;
    }

    /// <summary>Whether limits of the pattern repeat filters; null if no rule says it.</summary>
    public RepetitionExpectation? Expectation(string word)
    {
        if (_blocks is null || Pattern(word) is not { } pattern || !LayerClasses.AreFew(_net)) return null;
        bool some = false, none = false;
        foreach (var classes in LayerClasses.All(_net))
        {
            if (_blocks.Allows(pattern, classes) is not { } allowed) return null;
            some |= allowed && classes.Any(layers => layers.Length > 1);
            none |= allowed && classes.All(layers => layers.Length == 1);
        }

        return some ? none ? RepetitionExpectation.Sometimes : RepetitionExpectation.Always : none ? RepetitionExpectation.Never : null;
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
}
