namespace LcnGeometry;

/// <summary>The end-to-end filter and the products of all layers but one or two, in doubles, for all layers at once.</summary>
/// <remarks>Parameters are one flat vector, layer after layer. Filters and products are by ascending exponent; layer l acts in x^S_l.</remarks>
internal sealed class LayerProducts
{
    private readonly int[] _offsets;
    private readonly int[] _strides;

    public LayerProducts(Architecture net)
    {
        Sizes = [.. net.Filters];
        _offsets = new int[Sizes.Length + 1];
        for (var layer = 0; layer < Sizes.Length; layer++) _offsets[layer + 1] = _offsets[layer] + Sizes[layer];

        // A layer of size one is a constant, whatever its stride product.
        _strides = [.. Sizes.Select((size, layer) => size == 1 ? 1 : (int)net.StrideProducts[layer])];
    }

    public int[] Sizes { get; }

    public int Depth => Sizes.Length;

    public int ParameterCount => _offsets[^1];

    public int Offset(int layer) => _offsets[layer];

    public int Stride(int layer) => _strides[layer];

    public ReadOnlySpan<double> Filter(ReadOnlySpan<double> parameters, int layer) => parameters[_offsets[layer].._offsets[layer + 1]];

    /// <summary>The Euclidean norm of one filter.</summary>
    public double Norm(ReadOnlySpan<double> parameters, int layer) => Norm(Filter(parameters, layer));

    /// <summary>The largest norm of a filter.</summary>
    public double LargestNorm(ReadOnlySpan<double> parameters)
    {
        double largest = 0;
        for (var layer = 0; layer < Depth; layer++) largest = Math.Max(largest, Norm(parameters, layer));
        return largest;
    }

    /// <summary>The Euclidean norm.</summary>
    public static double Norm(ReadOnlySpan<double> vector)
    {
        double sum = 0;
        foreach (var entry in vector) sum += entry * entry;
        return Math.Sqrt(sum);
    }

    /// <summary>The end-to-end filter.</summary>
    public double[] EndToEnd(ReadOnlySpan<double> parameters)
    {
        double[] product = [1];
        for (var layer = 0; layer < Depth; layer++) product = Append(product, parameters, layer);
        return product;
    }

    /// <summary>The products of the layers from each one on: entry l leaves out the layers before l, entry L is one.</summary>
    public double[][] After(ReadOnlySpan<double> parameters)
    {
        var after = new double[Depth + 1][];
        after[Depth] = [1];
        for (var layer = Depth - 1; layer >= 0; layer--) after[layer] = Append(after[layer + 1], parameters, layer);
        return after;
    }

    /// <summary>The number of entries of a product of so many, times one more layer.</summary>
    public int LengthWith(int product, int layer) => product + ((Sizes[layer] - 1) * _strides[layer]);

    /// <summary>A product times one more layer.</summary>
    public double[] Append(ReadOnlySpan<double> product, ReadOnlySpan<double> parameters, int layer)
    {
        var result = new double[LengthWith(product.Length, layer)];
        Append(product, parameters, layer, result);
        return result;
    }

    /// <summary>A product times one more layer, in a place of its length.</summary>
    public void Append(ReadOnlySpan<double> product, ReadOnlySpan<double> parameters, int layer, Span<double> result)
    {
        result.Clear();
        for (var i = 0; i < Sizes[layer]; i++) AddTo(result[(i * _strides[layer])..], parameters[_offsets[layer] + i], product);
    }

    /// <summary>The product of two products.</summary>
    public static double[] Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var result = new double[left.Length + right.Length - 1];
        Multiply(left, right, result);
        return result;
    }

    /// <summary>The product of two products, in a place of its length.</summary>
    public static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> result)
    {
        result.Clear();
        for (var i = 0; i < left.Length; i++) AddTo(result[i..], left[i], right);
    }

    private static void AddTo(Span<double> sums, double factor, ReadOnlySpan<double> product)
    {
        sums = sums[..product.Length];
        for (var j = 0; j < product.Length; j++) sums[j] += factor * product[j];
    }
}
