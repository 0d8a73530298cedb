namespace LcnGeometry.Solving;

/// <summary>Products across blocks: of all blocks but one, and of all but two.</summary>
/// <typeparam name="T">The arithmetic of the parts.</typeparam>
internal sealed class CrossProducts<T>
    where T : struct, IScalar<T>
{
    private readonly ProductMap _map;
    private readonly BlockProducts<T>[] _blocks;
    private readonly ComplexNumber<T>[][] _complements;
    private readonly ComplexNumber<T>[][] _generators;
    private readonly ComplexNumber<T>[][] _pairs;
    private readonly ComplexNumber<T>[] _scratch;

    /// <summary>Room for the products of the blocks of a map.</summary>
    public CrossProducts(ProductMap map, BlockProducts<T>[] blocks)
    {
        _map = map;
        _blocks = blocks;
        _scratch = new ComplexNumber<T>[map.Size];
        _complements = new ComplexNumber<T>[blocks.Length][];
        _generators = new ComplexNumber<T>[blocks.Length][];
        _pairs = new ComplexNumber<T>[blocks.Length * blocks.Length][];
        for (var b = 0; b < blocks.Length; b++)
        {
            var step = map.Blocks[b].Step;
            _complements[b] = new ComplexNumber<T>[map.Size - (step * (blocks[b].Full.Length - 1))];
            _generators[b] = new ComplexNumber<T>[map.Size - (step * (blocks[b].Radical.Length - 1))];
            for (var c = b + 1; c < blocks.Length; c++)
            {
                var length = _generators[b].Length - (map.Blocks[c].Step * (blocks[c].Radical.Length - 1));
                _pairs[(b * blocks.Length) + c] = new ComplexNumber<T>[length];
            }
        }
    }

    /// <summary>The product of all other blocks and of R_b.</summary>
    public ReadOnlySpan<ComplexNumber<T>> Generator(int block) => _generators[block];

    /// <summary>The product of all blocks but two and of the R of these two; <paramref name="left"/> below <paramref name="right"/>.</summary>
    public ReadOnlySpan<ComplexNumber<T>> PairGenerator(int left, int right) => _pairs[(left * _blocks.Length) + right];

    /// <summary>Multiplies out.</summary>
    public void Evaluate()
    {
        for (var b = 0; b < _blocks.Length; b++)
        {
            Multiply(_complements[b], _generators[b], b, -1);
            for (var c = b + 1; c < _blocks.Length; c++) Multiply([], _pairs[(b * _blocks.Length) + c], b, c);
        }
    }

    /// <summary>The correlation of a vector with the complement of a block, at the multiples of the block's step.</summary>
    public void CorrelateComplement(int block, ReadOnlySpan<ComplexNumber<T>> vector, ComplexNumber<T>[] target)
    {
        for (var m = 0; m < _blocks[block].Full.Length; m++)
        {
            target[m] = ConvolutionKernels<T>.Correlate(_complements[block], vector, m * _map.Blocks[block].Step);
        }
    }

    /// <summary>The product of all blocks but <paramref name="first"/> and <paramref name="second"/>, then with the R of these.</summary>
    private void Multiply(ComplexNumber<T>[] complement, ComplexNumber<T>[] target, int first, int second)
    {
        target[0] = ComplexNumber<T>.One;
        var length = 1;
        for (var c = 0; c < _blocks.Length; c++)
        {
            if (c != first && c != second) Append(target, ref length, _blocks[c].Full, _map.Blocks[c].Step);
        }

        if (complement.Length > 0) target.AsSpan(0, length).CopyTo(complement);
        if (_blocks[first].Rest.Length > 1) Append(target, ref length, _blocks[first].Rest, _map.Blocks[first].Step);
        if (second >= 0 && _blocks[second].Rest.Length > 1) Append(target, ref length, _blocks[second].Rest, _map.Blocks[second].Step);
    }

    private void Append(ComplexNumber<T>[] target, ref int length, ReadOnlySpan<ComplexNumber<T>> factor, int step)
    {
        target.AsSpan(0, length).CopyTo(_scratch);
        var product = length + (step * (factor.Length - 1));
        ConvolutionKernels<T>.Multiply(_scratch.AsSpan(0, length), factor, step, target.AsSpan(0, product));
        length = product;
    }
}
