namespace LcnGeometry.Solving;

/// <summary>The products of factors inside one block: its polynomial F, its radical, R = F / rad, and what differentiating them takes.</summary>
/// <typeparam name="T">The arithmetic of the parts.</typeparam>
internal sealed class BlockProducts<T>
    where T : struct, IScalar<T>
{
    private readonly ProductBlock _block;
    private readonly int[] _offsets;
    private readonly ComplexNumber<T>[] _scratch;

    /// <summary>Room for a block whose first factor starts at a given coefficient.</summary>
    public BlockProducts(ProductBlock block, int firstCoefficient)
    {
        _block = block;
        _offsets = new int[block.Factors.Length];
        for (var i = 0; i < _offsets.Length; i++)
        {
            _offsets[i] = firstCoefficient;
            firstCoefficient += block.Factors[i].Degree + 1;
        }

        var degree = block.Factors.Sum(f => f.Degree * f.Exponent);
        var radicalDegree = block.Factors.Sum(f => f.Degree);
        Full = new ComplexNumber<T>[degree + 1];
        Radical = new ComplexNumber<T>[radicalDegree + 1];
        Rest = new ComplexNumber<T>[degree - radicalDegree + 1];
        Others = [.. block.Factors.Select(f => new ComplexNumber<T>[radicalDegree - f.Degree + 1])];
        RestDerivatives = [.. block.Factors.Select(f => new ComplexNumber<T>[f.Exponent == 1 ? 0 : degree - radicalDegree - f.Degree + 1])];
        _scratch = new ComplexNumber<T>[degree + 1];
    }

    /// <summary>F, of degree Σ exponent * degree.</summary>
    public ComplexNumber<T>[] Full { get; }

    /// <summary>The product of the factors, each once.</summary>
    public ComplexNumber<T>[] Radical { get; }

    /// <summary>R = ∏ f^{exponent - 1}.</summary>
    public ComplexNumber<T>[] Rest { get; }

    /// <summary>For each factor, exponent * ∏ of the other factors, each once: dF = R * Others * df.</summary>
    public ComplexNumber<T>[][] Others { get; }

    /// <summary>For each factor of exponent above one, dR/df; empty for the others.</summary>
    public ComplexNumber<T>[][] RestDerivatives { get; }

    /// <summary>Multiplies out.</summary>
    public void Evaluate(ReadOnlySpan<ComplexNumber<T>> coefficients)
    {
        Product(coefficients, Radical, 1, static (_, _) => 1, -1);
        Product(coefficients, Rest, 1, static (f, _) => f.Exponent - 1, -1);
        ConvolutionKernels<T>.Multiply(Radical, Rest, 1, Full);
        for (var i = 0; i < _offsets.Length; i++)
        {
            var exponent = _block.Factors[i].Exponent;
            Product(coefficients, Others[i], exponent, static (_, own) => own ? 0 : 1, i);
            if (exponent > 1) Product(coefficients, RestDerivatives[i], exponent - 1, static (f, own) => own ? f.Exponent - 2 : f.Exponent - 1, i);
        }
    }

    private void Product(ReadOnlySpan<ComplexNumber<T>> coefficients, ComplexNumber<T>[] target, double scale, Func<ProductFactor, bool, int> exponent, int special)
    {
        target[0] = ComplexNumber<T>.FromDouble(scale);
        var length = 1;
        for (var i = 0; i < _offsets.Length; i++)
        {
            var degree = _block.Factors[i].Degree;
            var factor = coefficients.Slice(_offsets[i], degree + 1);
            for (var e = exponent(_block.Factors[i], i == special); e > 0; e--)
            {
                target.AsSpan(0, length).CopyTo(_scratch);
                ConvolutionKernels<T>.Multiply(_scratch.AsSpan(0, length), factor, 1, target.AsSpan(0, length + degree));
                length += degree;
            }
        }
    }
}
