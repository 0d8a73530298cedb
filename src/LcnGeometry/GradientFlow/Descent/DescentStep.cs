using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>One step of gradient descent of a network as a tape: formulas of section 12 of the theory.</summary>
/// <remarks>
/// With r = w - u the slope Q r and the gradient are kept without their factor two, which the step takes up; both are exact. Absent
/// coefficients of upsampled filters and zeros of Q cost nothing.
/// </remarks>
internal sealed class DescentStep
{
    private const int Absent = -1;
    private readonly int[] _offsets;

    public DescentStep(Architecture net, double[,] form, DescentOptions options)
    {
        Size = net.EndToEndSize;
        _offsets = new int[net.Depth + 1];
        for (var layer = 0; layer < net.Depth; layer++) _offsets[layer + 1] = _offsets[layer] + net.Filters[layer];
        var layers = Enumerable.Range(0, net.Depth).Select(layer => Layer(net, layer)).ToArray();
        var others = Others(layers);
        var residual = Residual(layers, others);
        var slope = Slope(form, residual);
        HalfGradient = new int[Parameters];
        for (var layer = 0; layer < net.Depth; layer++)
        {
            // A layer of size one is a constant, whatever its stride product.
            var stride = net.Filters[layer] == 1 ? 1 : (int)net.StrideProducts[layer];
            for (var i = 0; i < net.Filters[layer]; i++) HalfGradient[_offsets[layer] + i] = Correlation(others[layer], slope, i * stride);
        }

        Quarter = SumOfSquares(HalfGradient);
        var largest = others.Select(SumOfSquares).Aggregate(Tape.Larger);
        var loss = Loss(form, residual, slope);
        var slowness = Tape.Add(Tape.MultiplyAdd(Tape.Constant(net.Filters[0]), largest, Tape.Constant(1)), Tape.SquareRoot(loss));
        var move = Tape.Larger(Tape.Constant(-2 * options.LargestStep), Tape.Divide(Tape.Constant(-2 * options.StepFactor), slowness));
        Next = [.. HalfGradient.Select((slopeOfWeight, i) => Tape.MultiplyAdd(move, slopeOfWeight, Tape.Weight(i)))];
    }

    public DescentTape Tape { get; } = new();

    /// <summary>The number of weights.</summary>
    public int Parameters => _offsets[^1];

    /// <summary>The number of entries of a target.</summary>
    public int Size { get; }

    /// <summary>Half of each entry of the gradient.</summary>
    public int[] HalfGradient { get; }

    /// <summary>A quarter of the squared norm of the gradient.</summary>
    public int Quarter { get; }

    /// <summary>The weights after the step.</summary>
    public int[] Next { get; }

    private int[] Layer(Architecture net, int layer)
    {
        var stride = net.Filters[layer] == 1 ? 1 : (int)net.StrideProducts[layer];
        var result = new int[1 + ((net.Filters[layer] - 1) * stride)];
        Array.Fill(result, Absent);
        for (var i = 0; i < net.Filters[layer]; i++) result[i * stride] = Tape.Weight(_offsets[layer] + i);
        return result;
    }

    /// <summary>For each layer the product of the others, from the products of all before and of all after it.</summary>
    private int[][] Others(int[][] layers)
    {
        int[] one = [Tape.Constant(1)];
        var after = new int[layers.Length][];
        after[^1] = one;
        for (var layer = layers.Length - 1; layer > 0; layer--) after[layer - 1] = Product(layers[layer], after[layer]);
        var before = one;
        var others = new int[layers.Length][];
        for (var layer = 0; layer < layers.Length; layer++)
        {
            others[layer] = Product(before, after[layer]);
            before = layer + 1 < layers.Length ? Product(before, layers[layer]) : before;
        }

        return others;
    }

    private int[] Product(int[] left, int[] right)
    {
        var product = new int[left.Length + right.Length - 1];
        Array.Fill(product, Absent);
        AddProduct(product, left, right);
        return product;
    }

    private void AddProduct(int[] sums, int[] left, int[] right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = 0; j < right.Length; j++)
            {
                if (left[i] != Absent && right[j] != Absent) sums[i + j] = Tape.Accumulate(sums[i + j], left[i], right[j]);
            }
        }
    }

    /// <summary>w - u, the cheapest layer multiplied in last.</summary>
    private int[] Residual(int[][] layers, int[][] others)
    {
        var last = Enumerable.Range(0, layers.Length).MinBy(layer => layers[layer].Count(Present) * others[layer].Count(Present));
        var residual = new int[Size];
        for (var i = 0; i < Size; i++) residual[i] = Tape.MinusTarget(i);
        AddProduct(residual, layers[last], others[last]);
        return residual;
    }

    /// <summary>Q r.</summary>
    private int[] Slope(double[,] form, int[] residual)
    {
        var slope = new int[Size];
        for (var i = 0; i < Size; i++)
        {
            slope[i] = Absent;
            for (var j = 0; j < Size; j++)
            {
                if (form[i, j] != 0) slope[i] = Tape.Accumulate(slope[i], Tape.Constant(form[i, j]), residual[j]);
            }
        }

        return slope;
    }

    private int Correlation(int[] filter, int[] slope, int shift)
    {
        var sum = Absent;
        for (var j = 0; j < filter.Length; j++)
        {
            if (filter[j] != Absent) sum = Tape.Accumulate(sum, filter[j], slope[j + shift]);
        }

        return sum;
    }

    private int Loss(double[,] form, int[] residual, int[] slope)
    {
        var sum = Absent;
        for (var i = 0; i < Size; i++) sum = Tape.Accumulate(sum, residual[i], slope[i]);
        var diagonal = true;
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < Size; j++) diagonal &= i == j || form[i, j] == 0;
        }

        // Rounding can leave a form a little below zero where the terms cancel.
        return diagonal ? sum : Tape.Larger(sum, Tape.Constant(0));
    }

    private int SumOfSquares(int[] entries)
    {
        var sum = Absent;
        foreach (var entry in entries)
        {
            if (entry != Absent) sum = Tape.Accumulate(sum, entry, entry);
        }

        return sum;
    }

    private static bool Present(int node) => node != Absent;
}
