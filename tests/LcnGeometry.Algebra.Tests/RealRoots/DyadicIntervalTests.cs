using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public class DyadicIntervalTests
{
    // A wide interval once started the search for dyadic ends at zero bits, which doubling never left.
    [Fact]
    public void Every_width_is_served() => PropertyRun.Trials(300, random =>
    {
        Rational root = new(random.Between(-500, 500), 7), below = new(random.Between(1, 5000), random.Between(1, 300)), above = new(random.Between(1, 5000), random.Between(1, 300));
        var polynomial = new Polynomial<Integer>(-root.Numerator, root.Denominator);
        var inside = DyadicInterval.Inside(polynomial, new RationalInterval(root - below, root + above));
        Assert.True(inside.Contains(root) && inside.Lower >= root - below && inside.Upper <= root + above);
    });
}
