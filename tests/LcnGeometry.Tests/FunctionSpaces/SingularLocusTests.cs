using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

/// <summary>The singular locus of the closure: the list of components against smoothness decided filter by filter, against all ways to share roots, and against Jacobian minors.</summary>
public class SingularLocusTests
{
    [Theory]
    [InlineData("3,2", "2,1", "(1,3) strides (2,1)")]
    [InlineData("2,2,2", "1,2,1", "(1,3) strides (2,1)")] // merges to (3,2)
    [InlineData("3,3", "2,1", "(1,4) strides (2,1)")]
    [InlineData("4,2", "2,1", "(2,3) strides (2,1)")]
    [InlineData("4,2", "3,1", "(1,3) strides (3,1)")]
    [InlineData("5,2", "2,1", "(3,3) strides (2,1)")]
    [InlineData("3,2,2", "2,2,1", "(1,3,2) strides (2,2,1)")]
    [InlineData("3,4,2", "2,3,1", "(1,5,2) strides (2,3,1); (3,1,3) strides (2,3,1)")]
    [InlineData("1,3,2", "5,2,1", "(1,1,3) strides (5,2,1)")] // a common step stays
    [InlineData("3,1,2", "1,2,1", "(1,3) strides (2,1)")] // a layer of size one is a scalar
    [InlineData("2,2", "2,1", "")]
    [InlineData("2,2,2", "2,1,1", "")]
    [InlineData("2,2,2", "2,2,1", "")]
    [InlineData("3,2", "1,1", "")]
    [InlineData("1,1", "2,2", "")]
    [InlineData("7", "3", "")]
    public void Components_are_networks(string filters, string strides, string expected)
    {
        var space = Architecture.Parse(filters, strides).FunctionSpace();
        Assert.Equal(expected, string.Join("; ", space.SingularLocus.Select(component => component.Network)));
        Assert.Equal(space.SmoothAwayFromZero, Verdict.Of(space.SingularLocus.IsEmpty));
    }

    // F4 and F7 decide smoothness from all factorizations of the filter, without any component.
    [Fact]
    public void A_filter_is_singular_exactly_when_it_is_in_a_component()
    {
        int singular = 0, smooth = 0;
        PropertyRun.Trials(700, random =>
        {
            var net = NextStrided(random);
            var weights = random.Chance(0.3) ? random.NextWeights(net, 2) : SharedRootWeights.Next(random, net);
            var filter = ParameterizationMap.EndToEnd(weights);
            if (filter.All(c => c.IsZero)) return;
            var space = net.FunctionSpace();
            var isSmooth = space.Contains(filter).Smooth;
            var inside = space.SingularLocus.Any(component => component.Network.FunctionSpace().Contains(filter).InZariskiClosure == Verdict.Holds);
            Assert.True((isSmooth == Verdict.Fails) == inside, $"{net}: {string.Join(',', filter)} is {(inside ? "" : "not ")}in a component, smooth {isSmooth}");
            if (inside) singular++;
            else smooth++;
        });
        Assert.True(singular > Effort.Trials(100) && smooth > Effort.Trials(100), $"{singular} singular, {smooth} smooth");
    }

    [Fact]
    public void Filters_of_components_are_singular_and_in_no_other_component() => PropertyRun.Trials(60, random =>
    {
        var space = NextStrided(random).FunctionSpace();
        var components = space.SingularLocus;
        foreach (var component in components)
        {
            var filter = ParameterizationMap.EndToEnd(random.NextWeights(component.Network, 9));
            if (filter.All(c => c.IsZero)) continue;
            var membership = space.Contains(filter);
            Assert.Equal((Verdict.Holds, (Verdict?)Verdict.Fails), (membership.InZariskiClosure, membership.Smooth));

            // A filter without repeated roots and with nonzero ends is in general position enough not to be in the others.
            if (membership.Pattern!.Complex.Length < filter.Length - 1) continue;
            if (!IsGeneral(component.Network, filter)) continue;
            Assert.All(components.Where(other => other != component), other => Assert.Equal(Verdict.Fails, other.Network.FunctionSpace().Contains(filter).InZariskiClosure));
        }
    });

    // Every way in which layers below j can hold all roots of one root of layer j gives a network; all of them are inside the components.
    [Fact]
    public void Other_ways_to_share_roots_are_inside_the_components()
    {
        var ways = 0;
        PropertyRun.Trials(60, random =>
        {
            var space = NextStrided(random).FunctionSpace();
            var (sizes, strides) = (space.Merged.Filters, space.Merged.Strides);
            for (var j = 1; j < sizes.Length; j++)
            {
                var step = strides.Take(j).Aggregate(1, (product, s) => product * s);
                foreach (var tiles in Tilings(sizes, strides, j, step))
                {
                    var net = new Architecture([.. sizes.Select((k, i) => i == j ? k + 1 : i < j ? k - tiles[i] : k)], strides);
                    var filter = ParameterizationMap.EndToEnd(random.NextWeights(net, 9));
                    if (filter.All(c => c.IsZero)) continue;
                    var merged = new Architecture(sizes, strides).FunctionSpace();
                    Assert.Equal(Verdict.Fails, merged.Contains(filter).Smooth);
                    Assert.Contains(merged.SingularLocus, component => component.Network.FunctionSpace().Contains(filter).InZariskiClosure == Verdict.Holds);
                    ways++;
                }
            }
        });
        Assert.True(ways > Effort.Trials(40), $"{ways} ways");
    }

    [Fact]
    public void Dimensions_are_ranks() => PropertyRun.Trials(60, random =>
    {
        var space = NextStrided(random).FunctionSpace();
        foreach (var component in space.SingularLocus)
        {
            Assert.Equal(space.Architecture.EndToEndSize, component.Network.EndToEndSize);
            Assert.Equal(component.Dimension, space.Dimension - component.Codimension);
            Assert.True(component.Codimension >= 1);
            var weights = new FilterStack<Integer>(component.Network, [.. component.Network.Filters.Select(k => Enumerable.Range(0, k).Select(_ => (Integer)random.Between(-1000, 1000)).ToImmutableArray())]);
            Assert.Equal(component.Dimension, FractionFree.Rank(ParameterizationMap.Jacobian(weights)));
        }
    });

    // The umbrella: two sheets, a pinch point, a handle. All are on c1 = c3 = 0.
    [Fact]
    public void The_umbrella_is_singular_on_its_handle_too()
    {
        var space = Architecture.Parse("3,2", "2,1").FunctionSpace();
        var component = Assert.Single(space.SingularLocus);
        Assert.Equal((3, 1, 1, 2), (component.Dimension, component.Codimension, component.Layer, component.Stride));
        Assert.Equal(["c1", "c3"], ClosureEquations.Of(component.Network.FunctionSpace()).Generators.Select(g => g.ToString()));
        foreach (var filter in new ImmutableArray<Rational>[] { [-1, 0, 0, 0, 1], [1, 0, -2, 0, 1], [1, 0, 0, 0, 1], [0, 0, 0, 0, 1], [0, 0, 1, 0, 0] })
        {
            Assert.Equal(Verdict.Fails, space.Contains(filter).Smooth);
        }
    }

    // The zeros of the Jacobian's minors on the closure, as a radical ideal, against the intersection of the components' ideals.
    [ToolFact("Singular")]
    public void Jacobian_minors_agree()
    {
        foreach (var (filters, strides) in new[] { ("3,2", "2,1"), ("3,3", "2,1"), ("4,2", "2,1"), ("4,2", "3,1"), ("2,3", "2,1"), ("2,2,2", "1,2,1"), ("2,2,2", "2,1,1"), ("3,2", "3,1"), ("1,3,2", "2,2,1") })
        {
            var space = Architecture.Parse(filters, strides).FunctionSpace();
            var names = Enumerable.Range(0, space.AmbientDimension).Select(i => $"c{i}");
            var components = space.SingularLocus.Select((component, i) => $"ideal C{i}={Ideal(component.Network.FunctionSpace())};");
            var script = $"""
                LIB "primdec.lib";
                ring r=32003,({string.Join(',', names)}),dp;
                ideal I={Ideal(space)};
                {string.Join('\n', components)}
                ideal K={(space.SingularLocus.IsEmpty ? "maxideal(1)" : space.SingularLocus.Length == 1 ? "C0" : $"intersect({string.Join(',', space.SingularLocus.Select((_, i) => $"C{i}"))})")};
                ideal R=radical(I+minor(jacob(I),{space.Codimension}));
                print(string(size(reduce(R,std(K))))+" "+string(size(reduce(K,std(R)))));
                quit;
                """;
            Assert.True(Tool.Run("Singular", script, "-q").Trim().EndsWith("0 0", StringComparison.Ordinal), $"{space.Architecture}");
        }

        static string Ideal(FunctionSpace space) => string.Join(',', ClosureEquations.Of(space).Generators.Select(g => g.ToString(PolynomialFormat.Plain)));
    }

    private static Architecture NextStrided(TestRandom random)
    {
        while (true)
        {
            var depth = random.Between(2, 4);
            var net = new Architecture(
                [.. Enumerable.Range(0, depth).Select(_ => random.Chance(0.1) ? 1 : random.Between(2, 5))],
                [.. Enumerable.Range(0, depth).Select(_ => random.Chance(0.25) ? 1 : random.Between(2, 3))]);
            if (net.EndToEndSize <= 26) return net;
        }
    }

    // The number of its factorizations over the merged layers of the component is one: no root group is a larger one by accident.
    private static bool IsGeneral(Architecture component, ImmutableArray<Rational> filter) => component.FunctionSpace().Contains(filter).Smooth == Verdict.Holds
        && !filter[0].IsZero && !filter[^1].IsZero;

    private static IEnumerable<int[]> Tilings(ImmutableArray<int> sizes, ImmutableArray<int> strides, int j, int step)
    {
        var tiles = new int[j];
        return Fill(j - 1, step);

        IEnumerable<int[]> Fill(int layer, int left)
        {
            if (layer < 0)
            {
                if (left == 0) yield return [.. tiles];
                yield break;
            }

            var own = strides.Take(layer).Aggregate(1, (product, s) => product * s);
            for (tiles[layer] = 0; tiles[layer] < sizes[layer] && tiles[layer] * own <= left; tiles[layer]++)
            {
                foreach (var tiling in Fill(layer - 1, left - (tiles[layer] * own))) yield return tiling;
            }

            tiles[layer] = 0;
        }
    }
}
