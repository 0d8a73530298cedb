using System.Collections.Immutable;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>A critical function written as a number times a product of layers, each a product of the forms of its roots.</summary>
internal sealed class FactoredFunction
{
    private readonly Architecture _net;

    public FactoredFunction(Architecture net, CriticalFunction function, LayerAssignment assignment)
    {
        _net = net;
        Layers = new Interval[net.Depth][];
        for (var l = 0; l < net.Depth; l++)
        {
            var form = IntervalForms.One;
            foreach (var r in assignment.Roots[l]) form = IntervalForms.Multiply(function.Roots[r].Root.ToForm().AsSpan(), form, 1);
            Layers[l] = form;
        }

        var product = ProductWithout(-1, -1);
        var largest = 0;
        for (var i = 1; i < product.Length; i++)
        {
            if (product[i].Mignitude > product[largest].Mignitude) largest = i;
        }

        // A scale that is not a number certifies nothing.
        Scale = product[largest].ExcludesZero ? function.Function[largest] / product[largest] : Interval.FromDouble(double.NaN);
    }

    /// <summary>The layers without their scale.</summary>
    public Interval[][] Layers { get; }

    /// <summary>The number by which their product must be multiplied.</summary>
    public Interval Scale { get; }

    /// <summary>The exponent of x that belongs to one entry of a layer.</summary>
    public int Step(int layer) => _net.Filters[layer] == 1 ? 1 : (int)_net.StrideProducts[layer];

    /// <summary>The product of all layers but two, without the scale.</summary>
    public Interval[] ProductWithout(int first, int second)
    {
        var product = IntervalForms.One;
        for (var l = 0; l < Layers.Length; l++)
        {
            if (l != first && l != second && Layers[l].Length > 1) product = IntervalForms.Multiply(product, Layers[l], Step(l));
        }

        return product;
    }

    /// <summary>The filters in normal form, and for each layer the factor by which it differs from <see cref="Layers"/>.</summary>
    public (ImmutableArray<ImmutableArray<Interval>> Filters, double[] Factors) Normalize()
    {
        var filters = new ImmutableArray<Interval>[Layers.Length];
        var factors = new double[Layers.Length];
        var first = Scale;
        for (var l = 1; l < Layers.Length; l++)
        {
            var layer = Layers[l];
            var top = layer.Length - 1;
            while (top > 0 && !layer[top].ExcludesZero) top--;
            if (!layer[top].ExcludesZero) top = layer.Length - 1;
            var unit = layer[top];
            if (!unit.ExcludesZero || unit == Interval.FromDouble(1))
            {
                filters[l] = [.. layer];
                factors[l] = 1;
                continue;
            }

            var normal = new Interval[layer.Length];
            for (var i = 0; i < layer.Length; i++) normal[i] = i == top ? Interval.FromDouble(1) : layer[i] / unit;
            filters[l] = [.. normal];
            factors[l] = 1 / unit.Midpoint;
            first *= unit;
        }

        filters[0] = [.. Layers[0].Select(c => first * c)];
        factors[0] = first.Midpoint;
        return ([.. filters], factors);
    }
}
