using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

/// <summary>Critical points of the parameterization two ways: shared hyperroots, and the rank of the exact Jacobian.</summary>
public class MapCriticalityTests
{
    [Theory]
    [InlineData("3,2", "2,1", "-3,0,1;-3,1", true)]
    [InlineData("3,2", "2,1", "2,-3,1;-1,1", false)] // one shared ordinary root is not enough
    [InlineData("3,2", "2,1", "0,0,1;0,1", true)]
    [InlineData("3,2", "2,1", "1,0,0;1,0", true)]
    [InlineData("3,2,2", "2,2,1", "-3,0,1;5,1;-9,1", false)]
    [InlineData("3,2,2", "2,2,1", "-3,0,1;3,1;-9,1", true)] // no two layers share a hyperroot
    [InlineData("2,2", "1,1", "1,2;2,4", true)]
    [InlineData("2,2", "2,1", "1,2;2,4", false)]
    [InlineData("3,1", "1,1", "0,0,0;2", false)]
    [InlineData("3,1", "1,1", "0,0,0;0", true)]
    [InlineData("3,2", "1,1", "0,0,0;1,1", true)]
    [InlineData("4", "1", "0,0,0,0", false)]
    public void Examples(string filters, string strides, string weights, bool critical) => Agree(
        new FilterStack<Rational>(Architecture.Parse(filters, strides), [.. weights.Split(';').Select(f => f.Split(',').Select(w => Rational.Parse(w)).ToImmutableArray())]), critical);

    [Fact]
    public void Ten_thousand_structured_stacks_agree()
    {
        var critical = 0;
        var all = 0;
        PropertyRun.Trials(13_000, random =>
        {
            var net = random.NextArchitecture(mostLayers: 4, largestFilter: 4, largestStride: 3);
            if (net.EndToEndSize > 30) return;
            var weights = random.Chance(0.5) ? random.NextWeights(net, 1) : SharedRootWeights.Next(random, net);
            all++;
            if (Agree(weights)) critical++;
        });
        Assert.True(all >= Effort.Trials(10_000), $"{all} stacks");
        Assert.InRange((double)critical / all, 0.1, 0.9);
    }

    private static bool Agree(FilterStack<Rational> weights, bool? expected = null)
    {
        var net = weights.Architecture;
        var criticality = MapCriticality.Of(weights);
        var rank = FractionFree.Rank(ParameterizationMap.Jacobian(new FilterStack<Integer>(net, [.. weights.Filters.Select(f => f.Select(w => w.Numerator).ToImmutableArray())])));
        var isCritical = rank < net.RootCount + 1;
        var text = $"{net} at {string.Join("; ", weights.Filters.Select(f => string.Join(',', f)))}: rank {rank}, {criticality.Reason}";
        Assert.True(isCritical == (criticality.IsCritical == Verdict.Holds), text);
        Assert.True(expected is null || expected == isCritical, text);
        if (criticality.Shared is { } shared)
        {
            // The witness: the shared form divides the layer, and pulled back it divides the layers before.
            var layer = criticality.Layer!.Value - 1;
            Assert.True(PolynomialDivision.DivideWithRemainder(new Polynomial<Rational>(weights.Filters[layer].AsSpan()), shared.Dehomogenize()).Remainder.IsZero, text);
            var before = Polynomial<Rational>.One;
            for (var l = 0; l < layer; l++) before *= Up(weights.LayerPolynomial(l), net.StrideProducts[l]);
            Assert.True(PolynomialDivision.DivideWithRemainder(before, Up(shared.Dehomogenize(), net.StrideProducts[layer])).Remainder.IsZero, text);
        }

        return isCritical;
    }

    private static Polynomial<Rational> Up(Polynomial<Rational> polynomial, Integer step) => polynomial.IsConstant ? polynomial : polynomial.Upsample((int)step);
}
