namespace LcnGeometry.Solving;

/// <summary>Values and derivatives of the critical equations of a quadratic function on the image of a <see cref="ProductMap"/>.</summary>
/// <typeparam name="T">The arithmetic of the parts.</typeparam>
/// <remarks>
/// Everything is evaluated through products of factors, never through expanded monomials. One instance serves one thread; it allocates
/// when it is made and not afterwards. The scale is a point (t_0 : t_1) of the projective line, so that the function may be infinite.
/// </remarks>
internal sealed class ProductEvaluation<T>
    where T : struct, IScalar<T>
{
    private readonly ProductMap _map;
    private readonly BlockProducts<T>[] _blocks;
    private readonly CrossProducts<T> _cross;
    private readonly ComplexNumber<T>[] _image;
    private readonly ComplexNumber<T>[] _gram;
    private readonly ComplexNumber<T>[] _gradient;
    private readonly ComplexNumber<T>[] _imageOfProduct;
    private readonly ComplexNumber<T>[] _hankel;
    private readonly int[] _rowOffsets;

    /// <summary>Room for evaluations of one map.</summary>
    public ProductEvaluation(ProductMap map)
    {
        _map = map;
        _blocks = new BlockProducts<T>[map.Blocks.Length];
        _rowOffsets = new int[map.Blocks.Length];
        int coefficient = 0, row = 0;
        for (var b = 0; b < _blocks.Length; b++)
        {
            _blocks[b] = new BlockProducts<T>(map.Blocks[b], coefficient);
            _rowOffsets[b] = row;
            coefficient += map.Blocks[b].Factors.Sum(f => f.Degree + 1);
            row += _blocks[b].Radical.Length;
        }

        Rows = row;
        Columns = coefficient + 2;
        _cross = new CrossProducts<T>(map, _blocks);
        _image = new ComplexNumber<T>[Rows * map.Size];
        _gram = new ComplexNumber<T>[Rows * Rows];
        _gradient = new ComplexNumber<T>[map.Size];
        _imageOfProduct = new ComplexNumber<T>[map.Size];
        _hankel = new ComplexNumber<T>[map.Size];
        Product = new ComplexNumber<T>[map.Size];
        Residual = new ComplexNumber<T>[Rows];
        Drift = new ComplexNumber<T>[Rows];
        Jacobian = new ComplexNumber<T>[Rows * Columns];
    }

    /// <summary>The number of equations, with one relation for each block but the first.</summary>
    public int Rows { get; }

    /// <summary>The coefficients of all factors, then t_0 and t_1.</summary>
    public int Columns { get; }

    /// <summary>The first row of each block.</summary>
    public ReadOnlySpan<int> RowOffsets => _rowOffsets;

    /// <summary>The product of the factors, without the scale.</summary>
    public ComplexNumber<T>[] Product { get; }

    /// <summary>The equations.</summary>
    public ComplexNumber<T>[] Residual { get; }

    /// <summary>The derivative of the equations along the data, after <see cref="DifferentiateData"/>.</summary>
    public ComplexNumber<T>[] Drift { get; }

    /// <summary>The derivatives, row by row.</summary>
    public ComplexNumber<T>[] Jacobian { get; }

    /// <summary>The product of the factors of a block, each once.</summary>
    public ReadOnlySpan<ComplexNumber<T>> RadicalOf(int block) => _blocks[block].Radical;

    /// <summary>The generator of a block: the product of the other blocks and of R_b.</summary>
    public ReadOnlySpan<ComplexNumber<T>> GeneratorOf(int block) => _cross.Generator(block);

    /// <summary>Evaluates equations and derivatives.</summary>
    /// <param name="coefficients">Factor by factor, index = exponent.</param>
    /// <param name="t0">The scale is t_0 / t_1.</param>
    /// <param name="t1">The scale is t_0 / t_1.</param>
    /// <param name="q">The symmetric form, Size by Size, row by row.</param>
    /// <param name="linear">b = Qu.</param>
    public void Evaluate(ReadOnlySpan<ComplexNumber<T>> coefficients, ComplexNumber<T> t0, ComplexNumber<T> t1, ReadOnlySpan<ComplexNumber<T>> q, ReadOnlySpan<ComplexNumber<T>> linear)
    {
        EvaluateProducts(coefficients);
        ApplyForm(q);
        FillGram();
        FillResidual(t0, t1, linear);
        for (var i = 0; i < _gram.Length; i++) _gram[i] = t0 * _gram[i];
        AddCrossTerms();
        var column = 0;
        for (var b = 0; b < _blocks.Length; b++)
        {
            for (var i = 0; i < _map.Blocks[b].Factors.Length; i++) FillColumns(b, i, ref column);
        }
    }

    /// <summary>Multiplies out, without the equations.</summary>
    public void EvaluateProducts(ReadOnlySpan<ComplexNumber<T>> coefficients)
    {
        foreach (var block in _blocks) block.Evaluate(coefficients);
        _cross.Evaluate();
        ConvolutionKernels<T>.Multiply(_cross.Generator(0), _blocks[0].Radical, _map.Blocks[0].Step, Product);
    }

    /// <summary>The derivative of the equations when the data move: <c>t_0 ⟨Q'P, E⟩ - t_1 ⟨b', E⟩</c>, at the point evaluated last.</summary>
    public void DifferentiateData(ComplexNumber<T> t0, ComplexNumber<T> t1, ReadOnlySpan<ComplexNumber<T>> q, ReadOnlySpan<ComplexNumber<T>> linear)
    {
        for (var p = 0; p < _map.Size; p++)
        {
            _hankel[p] = (t0 * ConvolutionKernels<T>.Correlate(Product, q, p * _map.Size)) - (t1 * linear[p]);
        }

        CorrelateWithGenerators(_hankel, Drift);
    }

    /// <summary>Q E, one row for each generator: row (b, k) is Q applied to x^{S_b k} times the generator of the block.</summary>
    private void ApplyForm(ReadOnlySpan<ComplexNumber<T>> q)
    {
        var size = _map.Size;
        for (var b = 0; b < _blocks.Length; b++)
        {
            var generator = _cross.Generator(b);
            for (var k = 0; k < _blocks[b].Radical.Length; k++)
            {
                var row = _image.AsSpan((_rowOffsets[b] + k) * size, size);
                for (var p = 0; p < size; p++) row[p] = ConvolutionKernels<T>.Correlate(generator, q, (p * size) + (_map.Blocks[b].Step * k));
            }
        }
    }

    /// <summary>The Gram matrix ⟨QE, E⟩.</summary>
    private void FillGram()
    {
        for (var b = 0; b < _blocks.Length; b++)
        {
            var generator = _cross.Generator(b);
            for (var k = 0; k < _blocks[b].Radical.Length; k++)
            {
                var row = _rowOffsets[b] + k;
                for (var other = 0; other <= row; other++)
                {
                    var value = ConvolutionKernels<T>.Correlate(generator, _image, (other * _map.Size) + (_map.Blocks[b].Step * k));
                    _gram[(row * Rows) + other] = value;
                    _gram[(other * Rows) + row] = value;
                }
            }
        }
    }

    private void FillResidual(ComplexNumber<T> t0, ComplexNumber<T> t1, ReadOnlySpan<ComplexNumber<T>> linear)
    {
        // P is a combination of the generators of the first block.
        var radical = _blocks[0].Radical;
        for (var p = 0; p < _map.Size; p++)
        {
            var sum = radical[0] * _image[p];
            for (var k = 1; k < radical.Length; k++) sum = ComplexNumber<T>.MultiplyAdd(radical[k], _image[(k * _map.Size) + p], sum);
            _imageOfProduct[p] = sum;
            _gradient[p] = (t0 * sum) - (t1 * linear[p]);
        }

        CorrelateWithGenerators(_gradient, Residual);
        CorrelateWithGenerators(_imageOfProduct, Drift);
        for (var row = 0; row < Rows; row++) Jacobian[(row * Columns) + Columns - 2] = Drift[row];
        CorrelateWithGenerators(linear, Drift);
        for (var row = 0; row < Rows; row++) Jacobian[(row * Columns) + Columns - 1] = -Drift[row];
    }

    private void CorrelateWithGenerators(ReadOnlySpan<ComplexNumber<T>> vector, ComplexNumber<T>[] target)
    {
        for (var b = 0; b < _blocks.Length; b++)
        {
            for (var k = 0; k < _blocks[b].Radical.Length; k++)
            {
                target[_rowOffsets[b] + k] = ConvolutionKernels<T>.Correlate(_cross.Generator(b), vector, _map.Blocks[b].Step * k);
            }
        }
    }

    /// <summary>Adds the second derivatives between different blocks, in terms of dF/R, to the Gram matrix.</summary>
    private void AddCrossTerms()
    {
        for (var b = 0; b < _blocks.Length; b++)
        {
            for (var c = b + 1; c < _blocks.Length; c++)
            {
                var pair = _cross.PairGenerator(b, c);
                for (var k = 0; k < _blocks[b].Radical.Length; k++)
                {
                    for (var l = 0; l < _blocks[c].Radical.Length; l++)
                    {
                        var value = ConvolutionKernels<T>.Correlate(pair, _gradient, (_map.Blocks[b].Step * k) + (_map.Blocks[c].Step * l));
                        int row = _rowOffsets[b] + k, column = _rowOffsets[c] + l;
                        _gram[(row * Rows) + column] += value;
                        _gram[(column * Rows) + row] += value;
                    }
                }
            }
        }
    }

    /// <summary>The columns of one factor: the matrix so far times dF/R, and the Hankel term of dR inside the block.</summary>
    private void FillColumns(int block, int factor, ref int column)
    {
        var products = _blocks[block];
        var degree = _map.Blocks[block].Factors[factor].Degree;
        var others = products.Others[factor];
        for (var i = 0; i <= degree; i++, column++)
        {
            for (var row = 0; row < Rows; row++)
            {
                Jacobian[(row * Columns) + column] = ConvolutionKernels<T>.Correlate(others, _gram, (row * Rows) + _rowOffsets[block] + i);
            }
        }

        var rest = products.RestDerivatives[factor];
        if (rest.Length == 0) return;
        _cross.CorrelateComplement(block, _gradient, _hankel);
        for (var shift = 0; shift < products.Radical.Length + degree; shift++)
        {
            var value = ConvolutionKernels<T>.Correlate(rest, _hankel, shift);
            for (var k = Math.Max(0, shift - degree); k < products.Radical.Length && k <= shift; k++)
            {
                Jacobian[((_rowOffsets[block] + k) * Columns) + column - degree - 1 + shift - k] += value;
            }
        }
    }
}
