using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>Integer weights whose layers often have hyperroots of each other: products of x^t - a with a from few powers, and of x and y.</summary>
internal static class SharedRootWeights
{
    public static FilterStack<Rational> Next(TestRandom random, Architecture net)
    {
        var filters = ImmutableArray.CreateBuilder<ImmutableArray<Rational>>();
        foreach (var size in net.Filters)
        {
            var product = Polynomial<Rational>.One;
            var room = size - 1;
            while (room > 0)
            {
                var order = random.Between(1, Math.Min(room, 3));
                var factor = new Rational[order + 1];
                Array.Fill(factor, Rational.Zero);
                var kind = random.Between(0, 5);
                if (kind == 0) factor[order] = 1;
                else if (kind == 1) factor[0] = 1;
                else (factor[0], factor[order]) = (random.Pick([-16, -4, -1, 1, 2, 4]), 1);
                product *= new Polynomial<Rational>(factor);
                room -= order;
            }

            filters.Add(product.CoefficientsPadded(size));
        }

        return new FilterStack<Rational>(net, filters.ToImmutable());
    }
}
