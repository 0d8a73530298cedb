using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.Architectures;

/// <summary>Which tensors a network with several directions can make, where layers overlap along single directions only.</summary>
public class GridMembershipTests
{
    [Fact]
    public void Every_product_is_a_member_and_its_factorization_is_found() => PropertyRun.Trials(80, random =>
    {
        var net = NextDecidable(random);
        var weights = random.NextWeights(net, 3);
        var filter = GridParameterizationMap.EndToEnd(weights);
        var membership = net.FunctionSpace().Contains(filter);
        Assert.Equal((Verdict.Holds, Verdict.Holds), (membership.Verdict, membership.InZariskiClosure));
        Assert.Null(membership.Obstruction);
        if (filter.All(entry => entry.IsZero))
        {
            Assert.Equal(StratumPosition.Zero, membership.Position);
            return;
        }

        var factorization = GridFactorization.Of(net, membership, CancellationToken.None);
        Assert.True(factorization.Count >= 1);
        var row = factorization.ToRow();
        if (row.Evidence == Evidence.Exact)
        {
            var exact = new GridFilterStack<Rational>(net, [.. factorization.Filters.Select(f => f.Coefficients.Select(c => c.Lower).ToImmutableArray())]);
            Assert.Equal(filter, GridParameterizationMap.EndToEnd(exact).AsEnumerable());
            Assert.All(exact.Filters.Skip(1), own => Assert.Equal(Rational.One, own.Last(entry => !entry.IsZero)));
        }
        else
        {
            // The enclosures are narrow: the products of their middles are close to the filter.
            var middle = new GridFilterStack<Rational>(net, [.. factorization.Filters.Select(f => f.Coefficients.Select(c => (c.Lower + c.Upper) / 2).ToImmutableArray())]);
            Assert.All(filter.Zip(GridParameterizationMap.EndToEnd(middle)), one => Assert.True(Rational.Abs(one.First - one.Second) < new Rational(1, 1_000_000)));
        }
    });

    /// <summary>Separable networks: rank one by all flattenings, then the theory of one dimension along lines through a nonzero entry.</summary>
    [Fact]
    public void Separable_networks_make_outer_products_of_what_each_direction_makes() => PropertyRun.Trials(150, random =>
    {
        var net = random.NextGrid(mostLayers: 4, mostEntries: 60, largestStride: 2);
        if (!net.IsSeparable) return;
        var vectors = net.Directions.Select(d => Enumerable.Range(0, d.EndToEndSize).Select(_ => (Rational)random.Between(-2, 2)).ToArray()).ToArray();
        var indices = RandomGrids.Indices(net.EndToEndSize).ToArray();
        var filter = indices.Select(index => index.Select((i, d) => vectors[d][i]).Aggregate(Rational.One, (a, b) => a * b)).ToArray();
        if (random.Chance(0.3)) filter[random.Between(0, filter.Length - 1)] += 1;

        var isRankOne = Enumerable.Range(0, net.Directions.Length).All(d =>
        {
            var columns = indices.Select((index, place) => (index, place)).GroupBy(one => RandomGrids.Key(one.index.Where((_, other) => other != d))).Select(group => group.ToArray()).ToArray();
            return FractionFree.Rank(new Matrix<Rational>(net.EndToEndSize[d], columns.Length, (i, j) => filter[columns[j][i].place])) <= 1;
        });
        var pivot = Array.FindIndex(filter, entry => !entry.IsZero);
        var expected = isRankOne && (pivot < 0 || net.Directions.Select((line, d) => line.FunctionSpace().Contains(
            [.. Enumerable.Range(0, line.EndToEndSize).Select(i => filter[Array.FindIndex(indices, index => index.Select((at, o) => o == d ? at == i : at == indices[pivot][o]).All(same => same))])])).All(one => one.Verdict == Verdict.Holds));
        var membership = net.FunctionSpace().Contains([.. filter]);
        Assert.Equal(Verdict.Of(expected), membership.Verdict);
        Assert.Equal(membership.Verdict, net.FunctionSpace().Contains([.. filter.Select(entry => -3 * entry)]).Verdict);
        if (membership.Equation is { } equation) CheckEquation(net, [.. filter], equation.Expression, equation.Value, random);
        if (!isRankOne) Assert.NotNull(membership.Equation);
    });

    /// <summary>Short filters behind long strides: every product of entries has a place of its own, and members are tensors of rank one, layer by layer.</summary>
    [Fact]
    public void Layers_that_never_meet_make_tensors_of_rank_one() => PropertyRun.Trials(60, random =>
    {
        var net = new GridArchitecture([[2, 2], [2, 1], [1, 2]], [[2, random.Between(2, 3)], [random.Between(1, 2), 1], [1, 1]]);
        var filter = GridParameterizationMap.EndToEnd(random.NextWeights(net, 2)).ToArray();
        var space = net.FunctionSpace();
        Assert.All(space.Blocks, block => Assert.Equal(GridBlockKind.Free, block.Kind));
        Assert.Equal(Verdict.Holds, space.ZariskiClosed);
        Assert.Equal(Verdict.Holds, space.SmoothAwayFromZero);
        Assert.Equal(Verdict.Holds, space.Contains([.. filter]).Verdict);
        if (filter.Count(entry => !entry.IsZero) < 5) return;
        var place = random.Between(0, filter.Length - 1);
        filter[place] += 7;
        var membership = space.Contains([.. filter]);
        Assert.Equal((Verdict.Fails, Verdict.Fails), (membership.Verdict, membership.InZariskiClosure));
        CheckEquation(net, [.. filter], membership.Equation!.Value.Expression, membership.Equation.Value.Value, random);
    });

    [Fact]
    public void One_direction_agrees_with_the_theory_of_one_dimension() => PropertyRun.Trials(150, random =>
    {
        var line = random.NextArchitecture(mostLayers: 3, largestFilter: 3, largestStride: 2);
        ImmutableArray<Rational> filter = random.Chance(0.5)
            ? ParameterizationMap.EndToEnd(random.NextWeights(line, 3))
            : [.. Enumerable.Range(0, line.EndToEndSize).Select(_ => (Rational)random.Between(-1, 1))];
        var net = new GridArchitecture([.. line.Filters.Select(k => ImmutableArray.Create(k, 1))], [.. line.Strides.Select(s => ImmutableArray.Create(s, 5))]);
        var (expected, actual) = (line.FunctionSpace().Contains(filter), net.FunctionSpace().Contains(filter));
        Assert.Equal((expected.Verdict, expected.InZariskiClosure.Kind, expected.Smooth?.Kind), (actual.Verdict, actual.InZariskiClosure.Kind, actual.Smooth?.Kind));

        // Blocks may decide a position that the whole leaves open.
        if (expected.Position != StratumPosition.Undecided) Assert.Equal(expected.Position, actual.Position);
        if (expected.Verdict == Verdict.Holds && expected.Position != StratumPosition.Zero)
            Assert.Equal(line.FunctionSpace().Factor(filter, 0).Count, GridFactorization.Of(net, actual, CancellationToken.None).Count);
    });

    [Fact]
    public void Counts_of_factorizations_multiply()
    {
        // (x^2 - 1)(y - 2)(y - 3): two orders along each direction.
        var net = GridArchitecture.Parse("2x1,1x2,2x1,1x2");
        var filter = Outer([-1, 0, 1], [6, -5, 1]);
        var membership = net.FunctionSpace().Contains(filter);
        Assert.Equal((Verdict.Holds, StratumPosition.Interior), (membership.Verdict, membership.Position));
        Assert.Equal((Integer)4, GridFactorization.Of(net, membership, CancellationToken.None).Count);
        Assert.Equal(StratumPosition.Boundary, net.FunctionSpace().Contains(Outer([1, 2, 1], [6, -5, 1])).Position);

        static ImmutableArray<Rational> Outer(Rational[] x, Rational[] y) => [.. x.SelectMany(a => y.Select(b => a * b))];
    }

    [Fact]
    public void The_first_layer_carries_the_scale_even_when_it_is_one_entry()
    {
        var net = GridArchitecture.Parse("1x1,2x1,1x2", "1x1,1x1,1x1");
        var membership = net.FunctionSpace().Contains([-6, 12, -9, 18]);
        var filters = GridFactorization.Of(net, membership, CancellationToken.None).ToRow().Filters;
        Assert.Equal(["18", "2/3,1", "-1/2,1"], filters.Select(filter => string.Join(',', filter)));
    }

    [Fact]
    public void Structural_zeros_are_named()
    {
        // A leading layer of one entry with stride 2 keeps every second row only.
        var net = GridArchitecture.Parse("1x1,2x2", "2x1,1x1");
        var membership = net.FunctionSpace().Contains([1, 2, 0, 5, 3, 4]);
        Assert.Equal(("c11", (Rational)5), membership.Equation);
        Assert.Equal(Verdict.Holds, net.FunctionSpace().Contains([1, 2, 0, 0, 3, 4]).Verdict);
    }

    [Fact]
    public void Overlaps_in_several_directions_are_refused_with_the_layers()
    {
        var net = GridArchitecture.Parse("2x1,2x2,1x2,3x3", "1,1,4,1");
        var error = Assert.Throws<NotSupportedException>(() => net.FunctionSpace().Contains([.. Enumerable.Repeat(Rational.One, net.EndToEndEntries)]));
        Assert.Contains("layers 1, 2, 3 of", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => net.FunctionSpace().Contains([1, 2]));
    }

    private static GridArchitecture NextDecidable(TestRandom random)
    {
        while (true)
        {
            var net = random.NextGrid(mostLayers: 4, mostEntries: 150, largestStride: 3);
            if (net.FunctionSpace().MembershipIsOpen is null) return net;
        }
    }

    /// <summary>An equation is zero at random stacks and has the printed value at the filter.</summary>
    private static void CheckEquation(GridArchitecture net, ImmutableArray<Rational> filter, string equation, Rational value, TestRandom random)
    {
        var polynomial = MultivariatePolynomial.Parse(equation);
        Assert.NotEqual(Rational.Zero, value);
        Assert.Equal(value, At(filter));
        for (var i = 0; i < 3; i++) Assert.Equal(Rational.Zero, At(GridParameterizationMap.EndToEnd(random.NextWeights(net))));

        Rational At(ImmutableArray<Rational> entries)
        {
            var tensor = RandomGrids.Tensor(net.EndToEndSize, entries);
            return polynomial.Evaluate([.. polynomial.Variables.Select(name => tensor[net.EndToEndSize.All(size => size <= 10) ? string.Join(',', name[1..].ToCharArray()) : name[1..].Replace('_', ',')])]);
        }
    }
}
