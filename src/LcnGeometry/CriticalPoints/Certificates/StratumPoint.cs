using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>A function of a stratum, known up to squares: the forms of its blocks and what the critical equations need of them.</summary>
internal sealed class StratumPoint
{
    private readonly CriticalStratum _stratum;
    private readonly ComplexSquare[][] _factors;
    private readonly ComplexSquare[][] _forms;

    private StratumPoint(CriticalStratum stratum, ComplexSquare[][] factors, ComplexSquare scale)
    {
        _stratum = stratum;
        _factors = factors;
        Scale = scale;
        var blocks = stratum.Blocks.Length;
        _forms = [.. Enumerable.Range(0, blocks).Select(b => SquareForms.Upsample(PowerProduct(b, j => j), Step(b)))];
        Radicals = [.. Enumerable.Range(0, blocks).Select(b => PowerProduct(b, _ => 1))];
        Repeated = [.. Enumerable.Range(0, blocks).Select(b => SquareForms.Upsample(PowerProduct(b, j => j - 1), Step(b)))];
        Direction = FormsExcept();
        Function = Array.ConvertAll(Direction, coefficient => coefficient * scale);
    }

    /// <summary>The scale t.</summary>
    internal ComplexSquare Scale { get; }

    /// <summary>The factors, as the stratum lists them.</summary>
    internal IReadOnlyList<ComplexSquare[]> Factors => _factors;

    /// <summary>The product of the factors of each block, in x and y themselves.</summary>
    internal ImmutableArray<ComplexSquare[]> Radicals { get; }

    /// <summary>Of each block the form divided by its radical, in powers of x and y.</summary>
    internal ImmutableArray<ComplexSquare[]> Repeated { get; }

    /// <summary>The product of the forms of all blocks: the function without the scale.</summary>
    internal ComplexSquare[] Direction { get; }

    /// <summary>The end-to-end filter.</summary>
    internal ComplexSquare[] Function { get; }

    /// <summary>Puts the coordinates of a certificate back into their factors.</summary>
    internal static StratumPoint Of(CriticalStratum stratum, ImmutableArray<int> charts, ReadOnlySpan<ComplexSquare> coordinates)
    {
        var bits = coordinates[0].Center.Bits;
        var factors = new ComplexSquare[stratum.Factors.Length][];
        var next = 0;
        for (var f = 0; f < factors.Length; f++)
        {
            factors[f] = new ComplexSquare[stratum.Factors[f].Degree + 1];
            for (var i = 0; i < factors[f].Length; i++) factors[f][i] = i == charts[f] ? ComplexSquare.One(bits) : coordinates[next++];
        }

        return new StratumPoint(stratum, factors, coordinates[next]);
    }

    /// <summary>The block that a factor belongs to.</summary>
    internal int BlockOf(int factor) => _stratum.Factors[factor].Block;

    internal int Step(int block) => (int)_stratum.Blocks[block].Step;

    /// <summary>The product of the forms of all blocks but some, in powers of x and y.</summary>
    internal ComplexSquare[] FormsExcept(params ReadOnlySpan<int> left)
    {
        var product = SquareForms.One(Scale.Center.Bits);
        for (var b = 0; b < _forms.Length; b++)
        {
            if (!left.Contains(b)) product = SquareForms.Multiply(product, _forms[b]);
        }

        return product;
    }

    /// <summary>The derivative of the form of a factor's block by the factor, in powers of x and y: the change of the factor times this is the change of the form.</summary>
    internal ComplexSquare[] FormDerivative(int factor) => Derivative(factor, 0);

    /// <summary>The derivative of the form divided by its radical; null if the factor is simple and does not occur in it.</summary>
    internal ComplexSquare[]? RepeatedDerivative(int factor) => _stratum.Factors[factor].Multiplicity == 1 ? null : Derivative(factor, 1);

    private ComplexSquare[] Derivative(int factor, int lowered)
    {
        var (block, multiplicity) = (_stratum.Factors[factor].Block, _stratum.Factors[factor].Multiplicity);
        var product = PowerProduct(block, j => j - lowered - (j == multiplicity ? 1 : 0));
        return SquareForms.Times(SquareForms.Upsample(product, Step(block)), multiplicity - lowered);
    }

    private ComplexSquare[] PowerProduct(int block, Func<int, int> exponent)
    {
        var product = SquareForms.One(Scale.Center.Bits);
        for (var f = 0; f < _factors.Length; f++)
        {
            if (_stratum.Factors[f].Block != block) continue;
            product = SquareForms.Multiply(product, SquareForms.Power(_factors[f], exponent(_stratum.Factors[f].Multiplicity)));
        }

        return product;
    }
}
