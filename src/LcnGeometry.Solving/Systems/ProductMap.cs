using System.Collections.Immutable;
using System.Globalization;

namespace LcnGeometry.Solving;

/// <summary>The map that multiplies out: factors f_{b,j} and a scale t go to the coefficients of <c>t ∏_b ∏_j f_{b,j}(x^{S_b})^j</c>.</summary>
/// <remarks>
/// With one block and step one its image is the set of binary forms with given root multiplicities; with several blocks and exponents
/// one it is the set of products of sparse polynomials. The critical points of a quadratic function on the image are the solutions of
/// <c>⟨QP - b, E_{b,k}⟩ = 0</c>, where E_{b,k} is the product of the other blocks, of R_b = ∏ f_{b,j}^{j-1} and of x^k, for
/// k = 0..ν_b, ν_b the degree of ∏_j f_{b,j}.
/// </remarks>
public sealed class ProductMap : IEquatable<ProductMap>
{
    /// <summary>A map from its blocks.</summary>
    /// <param name="blocks">At least one, each with at least one factor.</param>
    /// <exception cref="ArgumentException">There is no block or an empty one, or a number is below 1, or two factors of a block share an exponent.</exception>
    public ProductMap(ImmutableArray<ProductBlock> blocks)
    {
        if (blocks.IsDefaultOrEmpty) throw new ArgumentException("A product has at least one block.", nameof(blocks));
        foreach (var block in blocks)
        {
            if (block.Step < 1) throw new ArgumentException($"A step is at least 1, not {block.Step}.", nameof(blocks));
            if (block.Factors.IsDefaultOrEmpty) throw new ArgumentException("A block has at least one factor.", nameof(blocks));
            if (block.Factors.Any(f => f.Degree < 1 || f.Exponent < 1)) throw new ArgumentException("Degrees and exponents are at least 1.", nameof(blocks));
            if (block.Factors.DistinctBy(f => f.Exponent).Count() < block.Factors.Length)
            {
                throw new ArgumentException("The exponents in a block differ.", nameof(blocks));
            }
        }

        Blocks = blocks;
        Factors = [.. blocks.SelectMany(b => b.Factors)];
        Size = 1 + blocks.Sum(b => checked(b.Step * b.Factors.Sum(f => f.Degree * f.Exponent)));
        Unknowns = 1 + Factors.Sum(f => f.Degree);
        CoefficientCount = Factors.Sum(f => f.Degree + 1);
    }

    /// <summary>The blocks.</summary>
    public ImmutableArray<ProductBlock> Blocks { get; }

    /// <summary>All factors, block by block.</summary>
    public ImmutableArray<ProductFactor> Factors { get; }

    /// <summary>The number of coefficients of the product.</summary>
    public int Size { get; }

    /// <summary>The number of unknowns: each factor up to scale, and the common scale.</summary>
    public int Unknowns { get; }

    /// <summary>The number of coefficients of all factors together.</summary>
    public int CoefficientCount { get; }

    /// <summary>Whether two maps have the same blocks.</summary>
    public static bool operator ==(ProductMap? left, ProductMap? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two maps differ.</summary>
    public static bool operator !=(ProductMap? left, ProductMap? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(ProductMap? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProductMap);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The blocks with their steps, each factor as degree^exponent: <c>1:2^1,1^2</c>.</summary>
    public override string ToString() => string.Join(';', Blocks.Select(b => string.Create(
        CultureInfo.InvariantCulture,
        $"{b.Step}:{string.Join(',', b.Factors.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Degree}^{f.Exponent}")))}")));
}
