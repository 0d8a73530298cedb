using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;
using MathNet.Numerics;
using Complex = System.Numerics.Complex;

namespace LcnGeometry.Solving.Tests.Roots;

public class PolynomialRootsTests
{
    [Fact]
    public void Random_polynomials_agree_with_the_eigenvalues_of_the_companion_matrix() => PropertyRun.Trials(60, random =>
    {
        var degree = random.Between(3, 14);
        var coefficients = Enumerable.Range(0, degree + 1).Select(_ => random.Unit() - 0.5).ToArray();
        var expected = FindRoots.Polynomial(coefficients);
        AssertMatch(expected, PolynomialRoots.Approximate(coefficients), 1e-6);
        AssertResiduals(coefficients);
    });

    [Fact]
    public void Roots_of_adversarial_polynomials_have_small_residuals_in_exact_arithmetic() => PropertyRun.Trials(60, random =>
    {
        var degree = random.Between(1, 40);
        var kind = random.Between(0, 5);
        var ratio = Math.Pow(2, random.Between(-20, 20));
        var coefficients = Enumerable.Range(0, degree + 1).Select(i => kind switch
        {
            0 => Math.Pow(ratio, i),
            1 => random.Chance(0.6) ? 0 : random.Unit() - 0.5,
            2 => Math.ScaleB(random.Unit() - 0.5, random.Between(-300, 300)),
            3 => i == 0 || i == degree ? 1 : Math.ScaleB(1, random.Between(0, 400)),
            4 => SpecialFunctions.Binomial(degree, i) * (i % 2 == 0 ? 1 : -1),
            _ => random.Between(-2, 2),
        }).ToArray();
        coefficients[^1] = coefficients[^1] == 0 ? 1 : coefficients[^1];
        AssertResiduals(coefficients);
    });

    [Fact]
    public void Multiplying_back_gives_the_coefficients() => PropertyRun.Trials(60, random =>
    {
        var degree = random.Between(1, 30);
        var coefficients = Enumerable.Range(0, degree + 1).Select(_ => random.Unit() - 0.5).ToArray();
        Complex[] product = [coefficients[^1]];
        foreach (var root in PolynomialRoots.Approximate(coefficients))
        {
            product = [.. Enumerable.Range(0, product.Length + 1).Select(i =>
                (i > 0 ? product[i - 1] : 0) - (i < product.Length ? root * product[i] : 0))];
        }

        // Random roots lie near the unit circle, where expanding the product is stable.
        for (var i = 0; i <= degree; i++) Assert.True(Complex.Abs(product[i] - coefficients[i]) < 1e-9, $"{product[i]} instead of {coefficients[i]}");
    });

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(64)]
    [InlineData(1200)]
    public void Roots_of_unity_are_found(int degree)
    {
        var coefficients = new double[degree + 1];
        (coefficients[0], coefficients[degree]) = (-1, 1);
        var roots = PolynomialRoots.Approximate(coefficients);
        var expected = Enumerable.Range(0, degree).Select(k => Complex.FromPolarCoordinates(1, 2 * Math.PI * k / degree));
        AssertMatch([.. expected], roots, 1e-13);
    }

    [Fact]
    public void Roots_over_two_hundred_decades_keep_their_relative_accuracy()
    {
        // (x - 1e-100)(x - 1e-50)(x - 1)(x - 1e50)(x - 1e100): each coefficient is one product up to 1e-50.
        double[] coefficients = [-1, 1e100, -1e150, 1e150, -1e100, 1];
        var roots = PolynomialRoots.Approximate(coefficients);
        double[] expected = [1e-100, 1e-50, 1, 1e50, 1e100];
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(0, roots[i].Imaginary);
            Assert.InRange(roots[i].Real / expected[i], 1 - 1e-14, 1 + 1e-14);
        }
    }

    [Fact]
    public void Degree_one_thousand_has_a_thousand_roots()
    {
        var random = new TestRandom(3);
        var coefficients = Enumerable.Range(0, 1001).Select(_ => random.Unit() - 0.5).ToArray();
        var roots = PolynomialRoots.Approximate(coefficients);
        Assert.Equal(1000, roots.Distinct().Count());
        Assert.True(roots.All(root => Complex.Abs(root) is > 0.2 and < 5));
        Assert.InRange(Complex.Abs(roots.Aggregate(Complex.Zero, (sum, root) => sum + root) + (coefficients[^2] / coefficients[^1])), 0, 1e-8);
    }

    [Fact]
    public void Multiple_roots_are_as_good_as_their_condition_allows()
    {
        var roots = PolynomialRoots.Approximate([-1, 5, -10, 10, -5, 1]);
        Assert.All(roots, root => Assert.InRange(Complex.Abs(root - 1), 0, 5e-3));
    }

    [Fact]
    public void Leading_zeros_lower_the_degree_and_zeros_at_the_front_are_roots()
    {
        Assert.Empty(PolynomialRoots.Approximate([5]));
        Assert.Equal<Complex>([0, 0], PolynomialRoots.Approximate([0, 0, 3, 0]));
        Assert.Equal<Complex>([-2, 0], PolynomialRoots.Approximate([0, 2, 1, 0, 0]));
        Assert.Equal<Complex>([-2, 0, 1], PolynomialRoots.Approximate([0, -2, 1, 1]));
    }

    [Theory]
    [InlineData(1, -3, 2, 1, 0, 2, 0)]
    [InlineData(1, -2, 1, 1, 0, 1, 0)]
    [InlineData(1, 2, 5, -1, -2, -1, 2)]
    [InlineData(1e-300, 1, 1e-300, -1e300, 0, -1e-300, 0)]
    [InlineData(1e200, 0, -1e-200, -1e-200, 0, 1e-200, 0)]
    [InlineData(1, -1e10, 1, 1e-10, 0, 1e10, 0)]
    [InlineData(-3e300, 6e300, 9e300, -1, 0, 3, 0)]
    public void Quadratics_are_solved_without_overflow_or_cancellation(double a, double b, double c, double re1, double im1, double re2, double im2)
    {
        var roots = PolynomialRoots.Approximate([c, b, a]);
        Complex[] expected = [new(re1, im1), new(re2, im2)];
        for (var i = 0; i < 2; i++)
        {
            Assert.True(roots[i].Real == expected[i].Real || Math.Abs((roots[i].Real / expected[i].Real) - 1) < 1e-15, $"{roots[i]} instead of {expected[i]}");
            Assert.True(roots[i].Imaginary == expected[i].Imaginary || Math.Abs((roots[i].Imaginary / expected[i].Imaginary) - 1) < 1e-15, $"{roots[i]} instead of {expected[i]}");
        }
    }

    [Fact]
    public void Nearly_double_roots_of_a_quadratic_are_told_apart()
    {
        // (67108865 x - 1)(67108863 x - 1): the discriminant is 4 after squaring 2^27, lost in plain doubles.
        var roots = PolynomialRoots.Approximate([1, -134217728, 4503599627370495]);
        Assert.Equal(1.0 / 67108865, roots[0].Real, 1e-16 / 67108865);
        Assert.Equal(1.0 / 67108863, roots[1].Real, 1e-16 / 67108863);
        Assert.NotEqual(roots[0], roots[1]);
    }

    [Fact]
    public void Impossible_input_is_refused_by_name()
    {
        Assert.Contains("zero", Assert.Throws<ArgumentException>(() => PolynomialRoots.Approximate([0, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => PolynomialRoots.Approximate([1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("1201", Assert.Throws<ArgumentException>(() => PolynomialRoots.Approximate([.. Enumerable.Repeat(1.0, 1202)])).Message, StringComparison.Ordinal);
    }

    private static void AssertMatch(IReadOnlyList<Complex> expected, ImmutableArray<Complex> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Length);
        var free = actual.ToList();
        foreach (var root in expected)
        {
            var nearest = free.MinBy(other => Complex.Abs(other - root));
            Assert.True(Complex.Abs(nearest - root) <= tolerance * Math.Max(1, Complex.Abs(root)), $"{nearest} is not {root}");
            free.Remove(nearest);
        }
    }

    /// <summary>The documented bound on the value at each root, computed in rational arithmetic, and conjugate symmetry.</summary>
    private static void AssertResiduals(double[] coefficients)
    {
        var roots = PolynomialRoots.Approximate(coefficients);
        Assert.Equal(coefficients.Length - 1, roots.Length);
        Assert.Equal(roots.Order(new Conjugate()), roots.Select(Complex.Conjugate).Order(new Conjugate()));
        foreach (var root in roots.Where(root => Complex.IsFinite(root) && root != Complex.Zero && double.IsNormal(Complex.Abs(root))))
        {
            Rational x = Rational.RationalizeExactly(root.Real), y = Rational.RationalizeExactly(root.Imaginary);
            Rational re = 0, im = 0;
            foreach (var coefficient in coefficients.Reverse())
            {
                (re, im) = ((re * x) - (im * y) + Rational.RationalizeExactly(coefficient), (re * y) + (im * x));
            }

            // Logarithms, since the powers overflow doubles.
            var logModulus = Math.Log2(Complex.Abs(root));
            var size = coefficients.Select((coefficient, i) => Math.Log2(Math.Abs(coefficient)) + (i * logModulus)).Max();
            var square = (re * re) + (im * im);
            if (square.IsZero) continue;
            var scaled = (square * Rational.PowerOfTwo(-2 * (int)size)).ToDouble();
            Assert.True(scaled < Math.Pow(coefficients.Length * 1e-14, 2), $"residual {Math.Sqrt(scaled)} at {root}");
        }
    }

    private sealed class Conjugate : IComparer<Complex>
    {
        public int Compare(Complex x, Complex y) => x.Real != y.Real ? x.Real.CompareTo(y.Real) : x.Imaginary.CompareTo(y.Imaginary);
    }
}
