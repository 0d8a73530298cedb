using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Tests;

/// <summary>What every parameter of a fiber has to satisfy, computed from the definitions.</summary>
internal static class FiberChecks
{
    public static ImmutableArray<Rational> Invariants(ImmutableArray<ImmutableArray<Rational>> filters)
    {
        var norms = filters.Select(filter => filter.Aggregate(Rational.Zero, (sum, c) => sum + (c * c))).ToArray();
        return [.. Enumerable.Range(0, norms.Length - 1).Select(l => norms[l] - norms[l + 1])];
    }

    /// <summary>Every product of entries, collected by its exponent: the index form of the end-to-end filter.</summary>
    public static T[] IndexForm<T>(Architecture net, ImmutableArray<ImmutableArray<T>> filters)
        where T : IIntegralDomain<T>
    {
        var values = new T[net.EndToEndSize];
        Array.Fill(values, T.Zero);
        Add(0, 0, T.One);
        return values;

        void Add(int layer, int exponent, T product)
        {
            if (layer == net.Depth)
            {
                values[exponent] += product;
                return;
            }

            for (var i = 0; i < net.Filters[layer]; i++) Add(layer + 1, exponent + (i == 0 ? 0 : i * (int)net.StrideProducts[layer]), product * filters[layer][i]);
        }
    }

    /// <summary>The map is linear in each entry, so a step of one in it gives its derivative exactly.</summary>
    public static Rational[,] KernelByDifferences(Architecture net, ImmutableArray<ImmutableArray<Rational>> filters)
    {
        var at = IndexForm(net, filters);
        var columns = new List<Rational[]>();
        for (var layer = 0; layer < net.Depth; layer++)
        {
            for (var i = 0; i < net.Filters[layer]; i++)
            {
                var moved = filters.SetItem(layer, filters[layer].SetItem(i, filters[layer][i] + 1));
                columns.Add([.. IndexForm(net, moved).Zip(at, (there, here) => there - here)]);
            }
        }

        var kernel = new Rational[at.Length, at.Length];
        for (var row = 0; row < at.Length; row++)
            for (var column = 0; column < at.Length; column++)
                kernel[row, column] = columns.Aggregate(Rational.Zero, (sum, c) => sum + (c[row] * c[column]));
        return kernel;
    }

    public static ImmutableArray<LayerFilter> Exact(ImmutableArray<ImmutableArray<Rational>> filters) =>
        [.. filters.Select(filter => new LayerFilter([.. filter.Select(c => new RationalInterval(c))]))];

    /// <summary>Filter and invariants lie in the enclosures, which are narrow; signs have product one; no two parameters overlap.</summary>
    public static void AllAreRight(Architecture net, ImmutableArray<Rational> filter, InvariantFiber fiber)
    {
        foreach (var parameter in fiber.Parameters)
        {
            ImmutableArray<ImmutableArray<RationalInterval>> entries = [.. parameter.Filters.Select(f => f.Coefficients)];
            Assert.Equal(net.Filters, entries.Select(f => f.Length));
            var scale = entries.Aggregate(Rational.One, (product, f) => product * f.Aggregate(Rational.Zero, (sum, c) => sum + c.Magnitude));
            foreach (var (enclosure, value) in IndexForm(net, entries).Zip(filter))
            {
                Assert.True(enclosure.Contains(value));
                Assert.True(enclosure.Width <= scale * Rational.PowerOfTwo(-50));
            }

            var norms = entries.Select(f => f.Aggregate(RationalInterval.Zero, (sum, c) => sum + RationalInterval.Pow(c, 2))).ToArray();
            for (var l = 0; l + 1 < norms.Length; l++) Assert.True((norms[l] - norms[l + 1]).Contains(fiber.Invariants[l]));
            if (filter.Any(c => !c.IsZero)) Assert.Equal(1, parameter.Signs.Aggregate(1, (product, sign) => product * sign));
        }

        for (var i = 0; i < Math.Min(fiber.Parameters.Length, 30); i++)
            for (var j = 0; j < i; j++)
                Assert.Contains(All(i).Zip(All(j)), pair => !pair.First.Intersects(pair.Second));

        IEnumerable<RationalInterval> All(int i) => fiber.Parameters[i].Filters.SelectMany(f => f.Coefficients);
    }
}
