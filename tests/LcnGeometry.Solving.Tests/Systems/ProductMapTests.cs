using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Systems;

public class ProductMapTests
{
    [Fact]
    public void Sizes_are_those_of_the_product() => PropertyRun.Trials(100, random =>
    {
        var map = random.NextMap();
        var ones = Enumerable.Repeat(GaussianRational.One, map.CoefficientCount).ToArray();
        var product = new ExpandedSystem(map, [], []).Product(ones);
        Assert.Equal(GaussianRational.One, product[^1]);
        Assert.Equal(map.Size, product.Length);
        Assert.Equal(map.CoefficientCount - map.Factors.Length + 1, map.Unknowns);
    });

    [Fact]
    public void Equal_shapes_are_equal_maps()
    {
        ValueLaws.Equality(
            RandomMaps.OfBlocks((1, [2, 1]), (2, [1])), RandomMaps.OfBlocks((1, [1, 2]), (2, [1])),
            RandomMaps.OfBlocks((2, [1]), (1, [2, 1])), RandomMaps.OfBlocks((1, [2, 1]), (3, [1])), RandomMaps.OfBlocks((1, [2, 1, 1]), (2, [1])), RandomMaps.OfPattern(2, 1));
        Assert.Equal("1:1^1,1^2;2:1^1", RandomMaps.OfBlocks((1, [2, 1]), (2, [1])).ToString());
    }

    [Fact]
    public void Maps_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ProductMap([]));
        Assert.Throws<ArgumentException>(() => new ProductMap(default));
        Assert.Throws<ArgumentException>(() => new ProductMap([new ProductBlock(1, [])]));
        Assert.Throws<ArgumentException>(() => new ProductMap([new ProductBlock(0, [new ProductFactor(1, 1)])]));
        Assert.Throws<ArgumentException>(() => new ProductMap([new ProductBlock(1, [new ProductFactor(0, 1)])]));
        Assert.Throws<ArgumentException>(() => new ProductMap([new ProductBlock(1, [new ProductFactor(1, 0)])]));
        Assert.Throws<ArgumentException>(() => new ProductMap([new ProductBlock(1, [new ProductFactor(1, 2), new ProductFactor(3, 2)])]));
    }

    [Fact]
    public void Normalizing_a_point_keeps_its_function() => PropertyRun.Trials(200, random =>
    {
        var map = random.NextMap();
        var point = Enumerable.Range(0, map.CoefficientCount + 2).Select(_ => new System.Numerics.Complex(random.NextSmall(), random.NextSmall())).ToArray();
        var normal = point.ToArray();
        ProjectivePoints.Normalize(map, normal);
        Close(Function(map, point), Function(map, normal));
        var signature = ProjectivePoints.Signature(map, point);
        Assert.All(signature.Zip(ProjectivePoints.Signature(map, normal)), pair => Assert.True(System.Numerics.Complex.Abs(pair.First - pair.Second) < 1e-9 * (1 + System.Numerics.Complex.Abs(pair.First))));
        var factor = new System.Numerics.Complex(0.3, -2);
        Close(Function(map, point).Select(x => factor * x).ToArray(), Function(map, ProjectivePoints.WithScale(normal, factor)));
        var offset = 0;
        foreach (var length in map.Factors.Select(f => f.Degree + 1).Append(2))
        {
            Assert.Equal(1, normal.Skip(offset).Take(length).Sum(x => Math.Pow(System.Numerics.Complex.Abs(x), 2)), 12);
            offset += length;
        }
    });

    // A curve of points carried into other charts: the function stays, and its derivative along the tangent too.
    [Fact]
    public void Changing_the_chart_keeps_the_function_and_the_direction() => PropertyRun.Trials(200, random =>
    {
        var map = random.NextMap(9);
        var point = Draw(map, random);
        var tangent = Draw(map, random);
        var centers = Draw(map, random);
        const double Step = 1e-6;
        var ahead = Function(map, [.. point.Zip(tangent, (p, t) => p + (Step * t))]);
        var before = Function(map, point);
        var slope = ahead.Zip(Function(map, [.. point.Zip(tangent, (p, t) => p - (Step * t))]), (a, b) => (a - b) / (2 * Step)).ToArray();
        System.Numerics.Complex[] moved = [.. point], movedTangent = [.. tangent];
        ProjectivePoints.ChangeChart(map, centers, moved, movedTangent);
        Close(before, Function(map, moved));
        var offset = 0;
        foreach (var length in map.Factors.Select(f => f.Degree + 1).Append(2))
        {
            var (unit, rate) = (System.Numerics.Complex.Zero, System.Numerics.Complex.Zero);
            for (var i = offset; i < offset + length; i++)
            {
                unit += System.Numerics.Complex.Conjugate(centers[i]) * moved[i];
                rate += System.Numerics.Complex.Conjugate(centers[i]) * movedTangent[i];
            }

            Assert.True(System.Numerics.Complex.Abs(unit - 1) < 1e-9, "The point lies in the chart.");
            Assert.True(System.Numerics.Complex.Abs(rate) < 1e-9 * (1 + movedTangent.Max(System.Numerics.Complex.Abs)), "The tangent lies in the chart.");
            offset += length;
        }

        var scale = movedTangent.Max(System.Numerics.Complex.Abs) + 1;
        var small = Step / scale;
        var movedSlope = Function(map, [.. moved.Zip(movedTangent, (p, t) => p + (small * t))])
            .Zip(Function(map, [.. moved.Zip(movedTangent, (p, t) => p - (small * t))]), (a, b) => (a - b) / (2 * small)).ToArray();
        Close(slope, movedSlope, 1e-3);
    });

    private static System.Numerics.Complex[] Draw(ProductMap map, TestRandom random) =>
        [.. Enumerable.Range(0, map.CoefficientCount + 2).Select(_ => new System.Numerics.Complex(random.NextSmall(), random.NextSmall()))];

    private static System.Numerics.Complex[] Function(ProductMap map, System.Numerics.Complex[] point)
    {
        var evaluation = new ProductEvaluation<Binary64>(map);
        evaluation.EvaluateProducts([.. point.Take(map.CoefficientCount).Select(ComplexNumber<Binary64>.FromComplex)]);
        var scale = point[^2] / point[^1];
        return [.. evaluation.Product.Select(p => scale * new System.Numerics.Complex(p.Re.Value, p.Im.Value))];
    }

    private static void Close(System.Numerics.Complex[] expected, System.Numerics.Complex[] actual, double tolerance = 1e-9)
    {
        var size = expected.Max(System.Numerics.Complex.Abs);
        Assert.All(expected.Zip(actual), pair => Assert.True(System.Numerics.Complex.Abs(pair.First - pair.Second) <= tolerance * size, $"{pair.First} is not {pair.Second}"));
    }
}
