using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

/// <summary>When a function space equals its Zariski closure, for any number of layers: the criterion against exact membership.</summary>
public class ClosureGapTests
{
    private const int Trials = 150, LargestSize = 24;

    // A space that is not closed shows a filter of the difference, and exact membership agrees.
    [Fact]
    public void The_witness_is_in_the_closure_and_not_in_the_space() => PropertyRun.Trials(Trials, random =>
    {
        var space = Small(random).FunctionSpace();
        var witness = space.OutsideInClosure();
        Assert.Equal(space.ZariskiClosed == Verdict.Fails, witness is not null);
        if (witness is not { } filter) return;
        var membership = space.Contains(filter);
        Assert.Equal((Verdict.Holds, Verdict.Fails), (membership.InZariskiClosure, membership.Verdict));
    });

    // The other direction: real products of hyperroots, with pairs wherever there is a choice, that the layers share out over the complex numbers.
    [Fact]
    public void A_closed_space_holds_every_real_filter_of_its_closure()
    {
        var met = 0;
        PropertyRun.Trials(4 * Trials, random =>
        {
            var net = Small(random);
            var space = net.FunctionSpace();
            if (space.ZariskiClosed != Verdict.Holds || space.Merged.Layers.Length < 2) return;
            var filter = Rearranged(random, space.Merged);
            if (filter.Length != net.EndToEndSize) return;
            var membership = space.Contains(filter);
            if (membership.InZariskiClosure != Verdict.Holds) return;
            met++;
            Assert.Equal(Verdict.Holds, membership.Verdict);
        });
        Assert.True(met > 20, $"{met} filters tried");
    }

    [Theory]
    [InlineData("3,3,2", "2,2,1", "Fails")]
    [InlineData("3,2,3", "2,2,1", "Fails")]
    [InlineData("2,3,3", "2,2,1", "Holds")]
    [InlineData("3,3,3", "2,2,1", "Holds")]
    [InlineData("3,3,2", "2,3,1", "Fails")]
    [InlineData("3,3,2", "2,4,1", "Holds")]
    [InlineData("4,2,2", "2,2,1", "Fails")]
    [InlineData("3,2,2", "3,1,1", "Fails")]
    [InlineData("3,2,2", "4,2,1", "Holds")]
    public void Three_layers(string filters, string strides, string expected) => Assert.Equal(expected, $"{Architecture.Parse(filters, strides).FunctionSpace().ZariskiClosed}");

    // F5: for two merged layers closed exactly when the first is no longer than its stride or the second has odd size.
    [Fact]
    public void Two_layers()
    {
        for (var first = 2; first <= 6; first++)
        {
            for (var second = 2; second <= 5; second++)
            {
                for (var stride = 2; stride <= 6; stride++)
                {
                    Assert.Equal(Verdict.Of(first <= stride || second % 2 == 1), new Architecture([first, second], [stride, 1]).FunctionSpace().ZariskiClosed);
                }
            }
        }
    }

    // Two filters of the library's own making, and what no layer can contribute to.
    [Fact]
    public void Structural_zeros_are_the_coefficients_that_every_random_filter_misses() => PropertyRun.Trials(Trials, random =>
    {
        var net = Small(random);
        var positive = new FilterStack<Rational>(net, [.. net.Filters.Select(k => Enumerable.Range(0, k).Select(_ => (Rational)random.Between(1, 9)).ToImmutableArray())]);
        var filter = ParameterizationMap.EndToEnd(positive);
        Assert.Equal(Enumerable.Range(0, filter.Length).Where(i => filter[i].IsZero), net.FunctionSpace().StructuralZeros);
    });

    private static Architecture Small(TestRandom random)
    {
        while (true)
        {
            var net = random.NextArchitecture(largestFilter: 5, largestStride: 4);
            if (net.EndToEndSize <= LargestSize) return net;
        }
    }

    /// <summary>A product of real forms, one for each step, after some cosets moved between layers.</summary>
    private static ImmutableArray<Rational> Rearranged(TestRandom random, MergedArchitecture merged)
    {
        var room = merged.Layers.Select(layer => layer.Size - 1).ToArray();
        var steps = new int[room.Length];
        steps[0] = (int)merged.CommonStep;
        for (var j = 1; j < room.Length; j++) steps[j] = steps[j - 1] * merged.Layers[j - 1].Stride;
        for (var move = random.Between(0, 3); move > 0; move--)
        {
            var to = random.Between(1, room.Length - 1);
            var left = steps[to] / steps[0];
            var less = (int[])room.Clone();
            for (var i = to - 1; i >= 0; i--)
            {
                for (; less[i] > 0 && left >= steps[i] / steps[0]; less[i]--) left -= steps[i] / steps[0];
            }

            if (left > 0) continue;
            less[to]++;
            room = less;
        }

        var product = Polynomial<Rational>.One;
        for (var j = 0; j < room.Length; j++)
        {
            for (var remaining = room[j]; remaining > 0;)
            {
                var pair = remaining > 1 && random.Chance(0.8);
                var factor = pair
                    ? new Polynomial<Rational>(random.Between(2, 4), random.Between(-2, 2), 1)
                    : new Polynomial<Rational>(random.Between(-2, 2), 1);
                product *= factor.Upsample(steps[j]);
                remaining -= pair ? 2 : 1;
            }
        }

        var size = 1;
        for (var j = 0; j < room.Length; j++) size += room[j] * steps[j];
        return product.CoefficientsPadded(size);
    }
}
