using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Certifying;

public class SolutionRefinementTests
{
    [Fact]
    public void A_refined_box_lies_inside_and_is_tighter() => PropertyRun.Trials(10, random =>
    {
        var map = new ProductMap([new ProductBlock(1, [new ProductFactor(1, 1), new ProductFactor(1, 2)])]);
        var form = new Matrix<Rational>(4, 4, (i, j) => new Rational(1, i + j + 1)); // Hilbert's matrix
        ImmutableArray<Rational> linear = [.. Enumerable.Range(0, 4).Select(_ => new Rational(random.Between(-1000, 1000), random.Between(1, 100)))];
        var boxes = new CriticalSystemSolver().Solve(map, form, linear, 7).Boxes;
        Assert.NotEmpty(boxes);
        foreach (var box in boxes)
        {
            var refined = SolutionRefinement.Refine(box, form, linear);
            Assert.Equal(box.IsReal, refined.IsReal);
            Assert.True(box.Charts.SequenceEqual(refined.Charts));
            for (var i = 0; i < box.Coordinates.Length; i++)
            {
                BoxCoordinate inner = refined.Coordinates[i], outer = box.Coordinates[i];
                Assert.True(Rational.Abs(inner.Re - outer.Re) + inner.Radius <= outer.Radius);
                Assert.True(Rational.Abs(inner.Im - outer.Im) + inner.Radius <= outer.Radius);
            }

            for (var i = 0; i < 4; i++)
            {
                Assert.False(box.Product[i].Re.IsDisjoint(refined.Product[i].Re));
                Assert.InRange(refined.Product[i].Re.Radius, 0, 1e-14 * (1e-10 + refined.Product.Max(c => Math.Max(c.Re.Magnitude, c.Im.Magnitude))));
            }
        }
    });
}
