using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>All parameters of a function with given invariants (G3).</summary>
public sealed class InvariantFiberTests
{
    [Theory]
    [InlineData("2,2", null, "-2,1,1", "0", 4)]
    [InlineData("2,2", null, "-2,1,1", "-7/3", 4)]
    [InlineData("2,2", null, "1,2,1", "5", 2)]
    [InlineData("2,2", null, "1,0,1", "0", 0)]
    [InlineData("2,2", null, "1,3,1", "1/2", 4)]
    [InlineData("2,2,2", null, "-6,11,-6,1", "0,0", 24)]
    [InlineData("2,2,2", null, "0,1,1,0", "1,-3", 24)]
    [InlineData("2,2,2", null, "4,0,-3,1", "0,2", 12)]
    [InlineData("2,2,2", null, "0,0,0,5", "0,2", 4)]
    [InlineData("3,2", null, "-6,11,-6,1", "0", 6)]
    [InlineData("3,2", null, "-2,0,0,1", "1", 2)]
    [InlineData("3,2", "2,1", "-1,0,0,0,1", "3", 4)]
    [InlineData("3,2", "2,1", "1,0,-2,0,1", "3", 2)]
    [InlineData("3,2", "2,1", "1,0,0,0,1", "3", 0)]
    [InlineData("1,2,1", null, "3,4", "-24,10", 4)]
    [InlineData("1,1,1,1", null, "-16", "0,0,0", 8)]
    [InlineData("3", null, "1,2,3", "", 1)]
    [InlineData("1", null, "-5", "", 1)]
    public void Counts_are_those_of_the_theory(string filters, string? strides, string filter, string invariants, int count)
    {
        var (net, function) = (Architecture.Parse(filters, strides), List(filter));
        var fiber = InvariantFiber.Of(net.FunctionSpace(), function, List(invariants));
        Assert.Equal(count, (int)fiber.Count!.Value);
        Assert.Equal(count, fiber.Parameters.Length);
        Assert.Equal(count == 0 ? -1 : 0, fiber.Dimension);
        Assert.Equal(net.FunctionSpace().Factor(function).Factorizations.Length, fiber.Kernels.Length);
        FiberChecks.AllAreRight(net, function, fiber);
    }

    /// <summary>Weights that are drawn are found again among the parameters of their own function and invariants.</summary>
    [Fact]
    public void Every_parameter_is_in_its_own_fiber() => PropertyRun.Trials(Effort.Trials(50), random =>
    {
        var net = random.NextArchitecture(mostLayers: 4, largestFilter: 3, largestStride: 2);
        var scale = Rational.PowerOfTwo(random.Chance(0.3) ? random.Between(-400, 400) : 0);
        ImmutableArray<ImmutableArray<Rational>> weights = [.. random.NextWeights(net, 4).Filters.Select(f => f.Select(c => c * scale / random.Between(1, 3)).ToImmutableArray())];
        if (weights.Any(f => f.All(c => c.IsZero))) return;
        ImmutableArray<Rational> function = [.. FiberChecks.IndexForm(net, weights)];
        var fiber = InvariantFiber.Of(net.FunctionSpace(), function, FiberChecks.Invariants(weights), 100);
        FiberChecks.AllAreRight(net, function, fiber);
        if (fiber.Count == fiber.Parameters.Length)
        {
            Assert.Single(fiber.Parameters, parameter => parameter.Filters.SelectMany(f => f.Coefficients).Zip(weights.SelectMany(f => f)).All(pair => pair.First.Contains(pair.Second)));
        }

        Assert.Equal(net.FunctionSpace().Factor(function, 0).Count!.Value * Integer.Pow(2, net.Depth - 1), fiber.Count);
    });

    /// <summary>The scale by halving intervals in floating point, whatever the invariants.</summary>
    [Fact]
    public void Norms_are_those_of_a_plain_solver() => PropertyRun.Trials(Effort.Trials(200), random =>
    {
        var depth = random.Between(2, 6);
        ImmutableArray<Rational> invariants = [.. Enumerable.Range(1, depth - 1).Select(_ => random.Chance(0.3) ? 0 : new Rational(random.Between(-900, 900), random.Between(1, 90)))];
        var product = Rational.Pow(new Rational(random.Between(1, 999), random.Between(1, 999)), random.Between(-8, 8));
        var gaps = InvariantScale.Gaps(invariants);
        var exact = InvariantScale.Smallest(product, gaps, 80, default);
        double low = -2000, high = 2000;
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            var excess = gaps.Sum(gap => Math.Log(Math.Exp(middle) + gap.ToDouble())) - (Math.Log(product.ToDouble()));
            (low, high) = excess > 0 ? (low, middle) : (middle, high);
        }

        Assert.Equal(1, Math.Exp(low) / exact.Midpoint.ToDouble(), 1e-9);
        Assert.True(exact.Width <= exact.Lower * Rational.PowerOfTwo(-76));
    });

    [Fact]
    public void Rational_scales_are_recognized() => PropertyRun.Trials(Effort.Trials(150), random =>
    {
        var norms = Enumerable.Range(0, random.Between(1, 7)).Select(_ => Rational.Pow(new Rational(random.Between(1, 50), random.Between(1, 50)), random.Between(-20, 20))).ToArray();
        var gaps = InvariantScale.Gaps([.. Enumerable.Range(0, norms.Length - 1).Select(l => norms[l] - norms[l + 1])]);
        Assert.Equal(new RationalInterval(norms.Min()), InvariantScale.Smallest(norms.Aggregate(Rational.One, (a, b) => a * b), gaps, 60, default));
    });

    [Fact]
    public void Scales_far_apart_are_enclosed()
    {
        var huge = Rational.PowerOfTwo(5000);
        foreach (var product in (Rational[])[huge, 1 / huge, huge * huge / 3, 3])
        {
            foreach (var gap in (Rational[])[huge, 1 / huge, 7])
            {
                var smallest = InvariantScale.Smallest(product, [gap, 0, gap * gap], 64, default);
                Assert.True(Product(smallest.Lower) <= product && product <= Product(smallest.Upper));
                Assert.True(smallest.Width <= smallest.Lower * Rational.PowerOfTwo(-60));
                Rational Product(Rational s) => s * (s + gap) * (s + (gap * gap));
            }
        }
    }

    [Theory]
    [InlineData("2,2", "3", null, 1, "fails")]
    [InlineData("2,2", "0", 1, 0, "holds")]
    [InlineData("3,2,2", "0,-1", null, 1, "holds")]
    [InlineData("3,2,2", "-1,-1", null, 2, "fails")]
    [InlineData("2,1,3", "-9,0", null, 2, "fails")]
    [InlineData("2,1,3", "9,0", null, 1, "holds")]
    [InlineData("2,1", "-4", 2, 0, "holds")]
    [InlineData("1,3,1", "5,-7", 4, 0, "holds")]
    [InlineData("1,3,1", "5,2", null, 2, "fails")]
    [InlineData("4", "", 1, 0, "holds")]
    [InlineData("1,1,1", "0,0", 1, 0, "holds")]
    [InlineData("1,1,1", "2,-7", 4, 0, "holds")]
    public void The_zero_function_has_spheres_of_parameters(string filters, string invariants, int? count, int dimension, string agree)
    {
        var net = Architecture.Parse(filters);
        ImmutableArray<Rational> zero = [.. Enumerable.Repeat(Rational.Zero, net.EndToEndSize)];
        var fiber = InvariantFiber.Of(net.FunctionSpace(), zero, List(invariants));
        Assert.Equal(count, fiber.Count is { } n ? (int)n : null);
        Assert.Equal(dimension, fiber.Dimension);
        Assert.Equal(agree, fiber.Agreement.Verdict.Kind.ToString().ToLowerInvariant());
        Assert.Equal(count ?? 0, fiber.Parameters.Length);
        FiberChecks.AllAreRight(net, zero, fiber);

        // The kernel at parameters of the fiber, drawn with monomials as filters: with several of them different kernels show exactly where that is said.
        var gaps = InvariantScale.Gaps(List(invariants));
        var kernels = Places(net, 0).Select(places => TangentKernel.Of(net, [.. gaps.Select((gap, l) => Monomial(net.Filters[l], places[l], gap))])).ToArray();
        Assert.Equal(agree == "holds", kernels.All(kernel => Overlap(kernel.Enclosure, kernels[0].Enclosure)));
        if (fiber.Kernels is [var only]) Assert.All(kernels, kernel => Assert.True(Overlap(kernel.Enclosure, only.Enclosure)));
        Assert.Equal(agree == "holds" ? 1 : 0, fiber.Kernels.Length);
    }

    [Fact]
    public void Long_lists_are_cut_and_counted()
    {
        var space = Architecture.Parse("2,2,2,2").FunctionSpace();
        var fiber = InvariantFiber.Of(space, [24, -50, 35, -10, 1], [0, 1, 2], limit: 5);
        Assert.Equal(24 * 8, (int)fiber.Count!.Value);
        Assert.Equal(5, fiber.Parameters.Length);
        Assert.Equal(5, fiber.Kernels.Length);
        Assert.Equal(Verdict.Fails, fiber.Agreement.Verdict);
        Assert.Equal(Verdict.Holds, InvariantFiber.Of(space, [24, -50, 35, -10, 1], [0, 0, 0], limit: 5).Agreement.Verdict);
        var none = InvariantFiber.Of(space, [24, -50, 35, -10, 1], [0, 1, 2], limit: 0);
        Assert.Equal((24 * 8, 0, 0, VerdictKind.Undecided), ((int)none.Count!.Value, none.Parameters.Length, none.Kernels.Length, none.Agreement.Verdict.Kind));
    }

    [Fact]
    public void Many_layers_of_size_one_are_no_burden()
    {
        var net = new Architecture([.. Enumerable.Repeat(1, 60)]);
        var fiber = InvariantFiber.Of(net.FunctionSpace(), [7], [.. Enumerable.Repeat((Rational)0, 59)], 3);
        Assert.Equal(Integer.Pow(2, 59), fiber.Count);
        Assert.Equal(3, fiber.Parameters.Length);
        FiberChecks.AllAreRight(net, [7], fiber);
    }

    [Fact]
    public void Wrong_questions_are_refused()
    {
        var space = Architecture.Parse("3,2").FunctionSpace();
        Assert.Throws<ArgumentException>("invariants", () => InvariantFiber.Of(space, [1, 2, 3, 4], []));
        Assert.Throws<ArgumentException>("invariants", () => InvariantFiber.Of(space, [1, 2, 3, 4], [1, 2]));
        Assert.Throws<ArgumentException>("invariants", () => InvariantFiber.Of(space, [0, 0, 0, 0], default));
        Assert.Throws<ArgumentException>("filter", () => InvariantFiber.Of(space, [1, 2, 3], [1]));
        Assert.Throws<ArgumentOutOfRangeException>("limit", () => InvariantFiber.Of(space, [1, 2, 3, 4], [1], -1));
        Assert.Throws<ArgumentNullException>(() => InvariantFiber.Of(null!, [1, 2, 3, 4], [1]));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => InvariantFiber.Of(space, [1, 2, 3, 4], [1], token: stop.Token));
    }

    private static ImmutableArray<Rational> List(string text) => text.Length == 0 ? [] : [.. text.Split(',').Select(Rational.Parse)];

    private static bool Overlap(Matrix<RationalInterval> left, Matrix<RationalInterval> right) =>
        Enumerable.Range(0, left.Rows).All(i => left.Row(i).Zip(right.Row(i)).All(pair => pair.First.Intersects(pair.Second)));

    private static IEnumerable<ImmutableArray<int>> Places(Architecture net, int layer) => layer == net.Depth
        ? [[]]
        : Enumerable.Range(0, net.Filters[layer]).SelectMany(place => Places(net, layer + 1).Select(rest => rest.Insert(0, place)));

    private static LayerFilter Monomial(int size, int place, Rational squaredNorm) =>
        new([.. Enumerable.Range(0, size).Select(i => i == place ? SignificantBits.SquareRoot(squaredNorm, 60) : RationalInterval.Zero)]);
}
