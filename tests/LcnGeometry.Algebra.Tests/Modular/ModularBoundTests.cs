using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Results as large as the bounds allow, at every alignment with the product of the primes: one prime too few would show.</summary>
public sealed class ModularBoundTests
{
    private static IEnumerable<Integer> Powers => Enumerable.Range(0, 200).SelectMany<int, Integer>(bits => [Integer.One << bits, -(Integer.One << bits)]);

    [Fact]
    public void Determinants_attain_the_bound()
    {
        // A Hadamard matrix: orthogonal rows of equal norm.
        Matrix<Integer> two = Matrix<Integer>.FromRows([1, 1], [1, -1]);
        var four = new Matrix<Integer>(4, 4, (i, j) => two[i / 2, j / 2] * two[i % 2, j % 2]);
        foreach (var power in Powers)
        {
            Assert.Equal(-2 * power * power, FractionFree.Determinant(power * two));
            Assert.Equal(16 * Integer.Pow(power, 4), FractionFree.Determinant(power * four));
            Assert.Equal(-16 * Integer.Pow(power, 4), FractionFree.Determinant(power * new Matrix<Integer>(4, 4, (i, j) => four[i, j < 2 ? 1 - j : j])));
        }
    }

    [Fact]
    public void Resultants_and_discriminants_attain_the_bound()
    {
        foreach (var power in Powers)
        {
            var (a, b) = (new Polynomial<Integer>(-power, power), new Polynomial<Integer>(power, power));
            Assert.Equal(2 * power * power, Resultants.Resultant(a, b));
            Assert.Equal(-2 * power * power, Resultants.Resultant(b, a));
            Assert.Equal(5 * power * power, Resultants.Discriminant(new Polynomial<Integer>(-power, power, power)));
            Assert.Equal(-4 * power * power, Resultants.Discriminant(new Polynomial<Integer>(power, 0, power)));
        }
    }

    [Fact]
    public void Divisors_and_cofactors_of_every_length_are_found()
    {
        foreach (var power in Powers.Skip(2))
        {
            var gcd = PolynomialContent.PrimitivePart(new Polynomial<Integer>(power - 1, power, 1 + power));
            var (left, right) = (new Polynomial<Integer>(-power, 1), new Polynomial<Integer>(1, power * power));
            Assert.Equal((gcd, left, right), PolynomialGcd.WithCofactors(gcd * left, gcd * right, default));
        }
    }

    [Fact]
    public void Solutions_and_null_vectors_of_every_length_are_found()
    {
        foreach (var power in Powers)
        {
            var matrix = Matrix<Integer>.FromRows([power, power, 1], [power, -power, power]);
            var vector = Assert.Single(FractionFree.Nullspace(matrix));
            Assert.All(matrix.Multiply(vector.AsSpan()), entry => Assert.True(entry.IsZero));
            var square = Matrix<Rational>.FromRows([power, power], [power, -power]);
            Assert.Equal([1, new Rational(1, power)], LinearSystems.Solve(square, [power + 1, power - 1]).AsEnumerable());
        }
    }

    [Fact]
    public void Ranks_hide_behind_no_product_of_primes()
    {
        // The only nonzero minors of size two are products of the first moduli.
        var product = Integer.One;
        foreach (var modulus in Primes.Descending.Take(5))
        {
            product *= (Integer)(long)modulus.Value;
            Assert.Equal(2, FractionFree.Rank(Matrix<Integer>.Diagonal([1, product])));
            Assert.Equal(2, FractionFree.Rank(Matrix<Integer>.FromRows([1, 1], [1, 1 + product])));
            Assert.Equal(2, FractionFree.Rank(Matrix<Integer>.FromRows([1, 1, 0], [1, 1 + product, 0], [0, 0, 0])));
            Assert.Equal(product, FractionFree.Determinant(Matrix<Integer>.FromRows([1, 1], [1, 1 + product])));

            // Rows and columns of equal length, whose minor is as long as both together.
            var root = Integer.SquareRootFloor(product);
            Assert.Equal(2, FractionFree.Rank(Matrix<Integer>.FromRows([root, (root * root) - product, 0], [1, root, 0], [0, 0, 0])));
        }
    }
}
