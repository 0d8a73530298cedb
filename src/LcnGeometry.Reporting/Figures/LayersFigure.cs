using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The network as seen from one output: which entries of each layer it depends on, and by which filter entry.</summary>
internal sealed class LayersFigure
{
    private const double Row = 70, Margin = 20, Gutter = 124;
    private const int MostNodes = 40, Shades = 6;

    /// <summary>With at most so many inputs the figure is narrow.</summary>
    internal const int FewNodes = 12;


    private readonly ImmutableArray<int> _filters, _strides;
    private readonly ImmutableArray<Level> _levels;
    private readonly Panel _panel;

    private LayersFigure(ImmutableArray<int> filters, ImmutableArray<int> strides)
    {
        (_filters, _strides) = (filters, strides);
        _levels = Levels();
        _panel = new Panel(_levels[0].Nodes <= FewNodes ? 360 : 480, (Row * filters.Length) + (2 * Margin), "One output and what it depends on",
            $"From {NumberText.Count(_levels[0].Nodes)} inputs through {Words.Counted(filters.Length, "layer")} to one output; each layer applies the same filter at every place.");
    }

    // One layer of entries: how many one output needs, and where they sit above the inputs.
    private readonly record struct Level(int Index, int Nodes, double Step, double Offset);

    internal static Figure Draw(ImmutableArray<int> filters, ImmutableArray<int> strides) => new()
    {
        Title = "One output and the inputs that it depends on",
        Panels = [new LayersFigure(filters, strides).Draw()],
        Caption =
        [
            "Every layer slides one filter over its input; edges of the same shade carry the same filter entry. " +
            "The composition is again a convolution: its filter is the product of the layers’ polynomials.",
        ],
    };

    private Panel Draw()
    {
        var isSmall = _levels[0].Nodes <= MostNodes;
        for (var l = 1; l < _levels.Length; l++) _panel.DrawAll(isSmall ? Edges(l) : [Funnel(l)]);
        foreach (var level in _levels)
        {
            if (isSmall) _panel.DrawAll(Nodes(level));
            _panel.Draw(Svg.Text(_panel.Width - Gutter + 16, Y(level) + 4, NodeText(level), "tick"));
        }

        for (var l = 0; l < _filters.Length; l++)
        {
            var (x, y) = (_panel.Width - Gutter + 16, Y(_levels[l]) - (Row / 2) + 4);
            _panel.Draw(Svg.Text(x, y, $"layer {NumberText.Count(l + 1)}: size {NumberText.Count(_filters[l])}", "strong"));
            if (Stride(l) > 1) _panel.Draw(Svg.Text(x, y + 14, $"stride {NumberText.Count(Stride(l))}", "tick"));
        }

        return _panel;
    }

    private ImmutableArray<Level> Levels()
    {
        var nodes = new int[_filters.Length + 1];
        nodes[^1] = 1;
        for (var l = _filters.Length; l > 0; l--) nodes[l - 1] = ((nodes[l] - 1) * Stride(l - 1)) + _filters[l - 1];
        var levels = ImmutableArray.CreateBuilder<Level>();
        double step = 1, offset = 0;
        for (var l = 0; l < nodes.Length; l++)
        {
            levels.Add(new Level(l, nodes[l], step, offset));
            if (l == _filters.Length) break;
            offset += step * (_filters[l] - 1) / 2;
            step *= Stride(l);
        }

        return levels.ToImmutable();
    }

    // The last stride never matters for one output.
    private int Stride(int layer) => layer < _filters.Length - 1 && layer < _strides.Length ? _strides[layer] : 1;

    private double X(Level level, int node)
    {
        var inputs = _levels[0].Nodes;
        var room = _panel.Width - Gutter - (2 * Margin);
        var spacing = Math.Min(72, room / Math.Max(1, inputs - 1));
        return Margin + ((room - (spacing * (inputs - 1))) / 2) + (spacing * (level.Offset + (level.Step * node)));
    }

    private double Y(Level level) => Margin + (Row * (_levels.Length - 1 - level.Index));

    private IEnumerable<Element> Edges(int upper)
    {
        var (from, to, size) = (_levels[upper - 1], _levels[upper], _filters[upper - 1]);
        for (var node = 0; node < to.Nodes; node++)
        {
            for (var tap = 0; tap < size; tap++)
            {
                yield return Svg.Line(X(from, (node * Stride(upper - 1)) + tap), Y(from), X(to, node), Y(to), "edge shade" + NumberText.Count(size <= Shades ? tap : 0));
            }
        }
    }

    private IEnumerable<Element> Nodes(Level level)
    {
        var radius = _levels[0].Nodes > 24 ? 3 : 5.5;
        for (var node = 0; node < level.Nodes; node++) yield return Svg.Circle(X(level, node), Y(level), radius, "node");
    }

    private Element Funnel(int upper)
    {
        var (from, to) = (_levels[upper - 1], _levels[upper]);
        return Svg.Polygon(
            [new(X(from, 0), Y(from)), new(X(to, 0), Y(to)), new(X(to, to.Nodes - 1) + 2, Y(to)), new(X(from, from.Nodes - 1), Y(from))], "funnel");
    }

    private string NodeText(Level level) => level.Index == 0
        ? Words.Counted(level.Nodes, "input")
        : level.Index == _filters.Length ? "1 output" : Words.Counted(level.Nodes, "entry", "entries");
}
