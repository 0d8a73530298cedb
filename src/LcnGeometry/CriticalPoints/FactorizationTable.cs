using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>The factorizations of a critical point as lines: each filter of length one, its sign left open.</summary>
internal sealed class FactorizationTable
{
    private readonly LayerProducts _layers;
    private readonly double[] _directions;
    private readonly double[] _radii;

    public FactorizationTable(LayerProducts layers, ImmutableArray<CriticalFactorization> factorizations)
    {
        _layers = layers;
        _radii = new double[factorizations.Length];
        _directions = new double[factorizations.Length * layers.ParameterCount];
        for (var f = 0; f < factorizations.Length; f++)
        {
            var own = _directions.AsSpan(f * layers.ParameterCount, layers.ParameterCount);
            for (var layer = 0; layer < layers.Depth; layer++)
            {
                var filter = factorizations[f].Filters[layer];
                double radius = 0;
                for (var i = 0; i < filter.Length; i++)
                {
                    own[layers.Offset(layer) + i] = filter[i].Midpoint;
                    if (filter[i].Lower != filter[i].Upper) radius += filter[i].Radius;
                }

                var norm = Normalize(own.Slice(layers.Offset(layer), filter.Length));
                _radii[f] = Math.Max(_radii[f], radius / norm);
            }
        }
    }

    public int Count => _radii.Length;

    /// <summary>How far the filters of a factorization may be from those in the table.</summary>
    public double Radius(int factorization) => _radii[factorization];

    /// <summary>Filters of length one, layer after layer; a zero filter stays zero.</summary>
    public double[] Directions(ReadOnlySpan<double> weights)
    {
        var directions = weights.ToArray();
        for (var layer = 0; layer < _layers.Depth; layer++) Normalize(directions.AsSpan(_layers.Offset(layer), _layers.Sizes[layer]));
        return directions;
    }

    /// <summary>The largest distance of a layer, as a chord between lines; no more than enough of it to be above a bound.</summary>
    public double Distance(int factorization, ReadOnlySpan<double> directions, double bound)
    {
        var own = _directions.AsSpan(factorization * _layers.ParameterCount, _layers.ParameterCount);
        double largest = 0;
        for (var layer = 0; layer < _layers.Depth && largest <= bound; layer++)
        {
            int offset = _layers.Offset(layer), size = _layers.Sizes[layer];
            double minus = 0, plus = 0;
            for (var i = offset; i < offset + size; i++)
            {
                double difference = own[i] - directions[i], sum = own[i] + directions[i];
                minus += difference * difference;
                plus += sum * sum;
            }

            var distance = Math.Sqrt(Math.Min(minus, plus));
            largest = Math.Max(largest, distance);
        }

        return largest;
    }

    private static double Normalize(Span<double> filter)
    {
        var norm = LayerProducts.Norm(filter);
        if (norm > 0)
        {
            foreach (ref var entry in filter) entry /= norm;
        }

        return norm;
    }
}
