using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>What can occur at a limit, against the list of all factorizations.</summary>
public sealed class EndRulesTests
{
    [Theory]
    [InlineData("2,2")]
    [InlineData("3,2")]
    [InlineData("2,2,2")]
    [InlineData("4,2")]
    [InlineData("3,3")]
    [InlineData("3,2,2")]
    [InlineData("2,2,2,2")]
    [InlineData("2,2,2,2,2")]
    [InlineData("3,3,2")]
    [InlineData("3,3,3")]
    [InlineData("2,4,1,2")]
    [InlineData("4,4")]
    public void Patterns_and_repeated_filters_are_those_of_the_squarefree_factorizations(string filters)
    {
        var net = Architecture.Parse(filters);
        var rules = new EndRules(net);
        ImmutableArray<int> room = [.. net.Filters.Select(size => size - 1)];
        foreach (var pattern in RootPattern.All(net.RootCount))
        {
            var word = pattern.ToString();
            var ways = RootAssignment.Enumerate([.. RootGroup.OfReal(pattern)], room, default).Where(way => way.IsSquarefree)
                .Select(way => string.Join(';', from i in Enumerable.Range(0, net.Depth)
                                                from j in Enumerable.Range(i + 1, net.Depth - i - 1)
                                                where way.Copies[i].Any(copies => copies > 0) && way.Copies[i].SequenceEqual(way.Copies[j])
                                                select $"{i + 1}-{j + 1}")).ToHashSet();
            Assert.Equal(ways.Count > 0, rules.IsPossible(word));
            foreach (var repeated in AllGroupings(net)) Assert.Equal(ways.Contains(repeated), rules.AllowsRepeated(word, repeated));
            RepetitionExpectation? expected = ways.Count == 0 ? null : !ways.Contains("") ? RepetitionExpectation.Always : ways.Count > 1 ? RepetitionExpectation.Sometimes : RepetitionExpectation.Never;
            Assert.Equal(expected, rules.Expectation(word));
        }
    }

    /// <summary>The lists of the theory: k = (2,..,2) has every real-rooted pattern; (4,2) only 211| and 2|1 besides the squarefree ones.</summary>
    [Fact]
    public void Patterns_of_the_theory()
    {
        Assert.Equal(["1111|", "211|", "22|", "31|", "4|"], Possible("2,2,2,2"));
        Assert.Equal(["1111|", "211|", "11|1", "2|1"], Possible("4,2"));
        Assert.Equal(["1111|", "211|", "22|", "11|1", "|11", "|2"], Possible("3,3"));
    }

    /// <summary>With filters of size two each layer holds one root: multiplicities give sum of C(m,2) pairs of proportional filters.</summary>
    [Fact]
    public void Filters_of_size_two_repeat_as_often_as_the_multiplicities_say()
    {
        foreach (var depth in (int[])[2, 3, 4, 5])
        {
            var net = new Architecture([.. Enumerable.Repeat(2, depth)]);
            var rules = new EndRules(net);
            foreach (var word in Possible(net.ToString().Trim('(', ')')))
            {
                var pairs = rules.Pattern(word)!.Real.Sum(m => m * (m - 1) / 2);
                foreach (var repeated in AllGroupings(net)) Assert.Equal(repeated.Length == 0 ? pairs == 0 : repeated.Split(';').Length == pairs && Sizes(repeated, depth).SequenceEqual(rules.Pattern(word)!.Real), rules.AllowsRepeated(word, repeated));
            }
        }
    }

    [Fact]
    public void Pairs_that_are_no_classes_are_refused()
    {
        var rules = new EndRules(Architecture.Parse("2,2,2"));
        Assert.True(rules.AllowsRepeated("3|", "1-2;1-3;2-3"));
        foreach (var wrong in (string[])["1-2;2-3", "1-4", "2-1", "1-1", "x", "1-2;1-3"]) Assert.False(rules.AllowsRepeated("3|", wrong));
        Assert.False(new EndRules(Architecture.Parse("3,2")).AllowsRepeated("21|", "1-2"));
        Assert.False(rules.IsPossible("zero"));
    }

    /// <summary>Also where there are too many factorizations to list: 14! here.</summary>
    [Fact]
    public void Deep_networks_are_decided()
    {
        var rules = new EndRules(new Architecture([.. Enumerable.Repeat(2, 14)]));
        var simple = new string('1', 14) + "|";
        var twice = "2" + new string('1', 12) + "|";
        Assert.Equal((true, false, false, true), (rules.AllowsRepeated(simple, ""), rules.AllowsRepeated(simple, "1-2"), rules.AllowsRepeated(twice, ""), rules.AllowsRepeated(twice, "3-9")));
        Assert.Equal((false, true), (rules.AllowsRepeated("2222222|", "1-2;3-4;5-6;7-8;9-10;11-12"), rules.AllowsRepeated("2222222|", "1-2;3-4;5-6;7-8;9-10;11-12;13-14")));
        var wide = new EndRules(new Architecture([.. Enumerable.Repeat(3, 7)]));
        Assert.Equal((true, false, true), (wide.AllowsRepeated(simple, ""), wide.AllowsRepeated(simple, "1-2"), wide.AllowsRepeated("22" + new string('1', 10) + "|", "2-7")));
        Assert.Null(rules.Expectation(simple));
    }

    [Fact]
    public void A_multiplicity_above_nine_is_told_by_the_degree()
    {
        var rules = new EndRules(new Architecture([.. Enumerable.Repeat(2, 12)]));
        Assert.Equal([12], rules.Pattern("12|")!.Real.ToArray());
        Assert.Equal([10, 2], rules.Pattern("10,2|")!.Real.ToArray());
        Assert.Equal([10], rules.Pattern("10|1")!.Real.ToArray());
        Assert.Null(rules.Pattern("3|"));
    }

    [Theory]
    [InlineData("2,2,2", null, true, false)]
    [InlineData("2,2", "2,1", false, true)]
    [InlineData("3,2,2", "2,2,1", false, true)]
    [InlineData("3,1,2", "1,2,1", false, true)]
    [InlineData("2,2,2", "1,2,1", false, false)]
    [InlineData("2,2,2", "2,1,1", false, false)]
    [InlineData("1,2,2", "2,1,1", false, false)]
    public void Strides_say_which_rules_apply(string filters, string? strides, bool one, bool all)
    {
        var rules = new EndRules(Architecture.Parse(filters, strides));
        Assert.Equal((one, all), (rules.IsStrideOne, rules.AreAllStrided));
    }

    /// <summary>Networks made from roots: each block hands random roots to its layers, no layer gets a root twice, and blocks share none. Exactly the patterns and repeated filters that come out are allowed.</summary>
    [Theory]
    [InlineData("2,2", "2,1", 200)]
    [InlineData("2,2", "3,1", 60)]
    [InlineData("3,2", "2,1", 300)]
    [InlineData("2,3", "2,1", 400)]
    [InlineData("2,2,2", "2,1,1", 600)]
    [InlineData("2,2,2", "1,2,1", 600)]
    [InlineData("2,2,2", "2,2,1", 800)]
    [InlineData("3,3,2", "1,3,1", 1200)]
    [InlineData("2,2,3", "1,2,1", 1200)]
    [InlineData("1,2,2", "2,1,1", 300)]
    public void Networks_made_from_roots_have_exactly_the_possible_patterns(string filters, string strides, int trials)
    {
        var net = Architecture.Parse(filters, strides);
        var rules = new EndRules(net);
        var random = new TestRandom(7);
        var seen = new HashSet<(string, string)>();
        for (var trial = 0; trial < trials; trial++)
        {
            var layers = FromRoots(net, random);
            var pattern = RootPattern.Of(new BinaryForm(ParameterizationMap.EndToEnd(new FilterStack<Rational>(net, [.. layers])).AsSpan())).ToString();
            var repeated = string.Join(';', from i in Enumerable.Range(0, net.Depth)
                                            from j in Enumerable.Range(i + 1, net.Depth - i - 1)
                                            where layers[i].Length > 1 && layers[i].SequenceEqual(layers[j])
                                            select $"{i + 1}-{j + 1}");
            Assert.True(rules.IsPossible(pattern), $"{pattern} with {repeated}");
            Assert.True(rules.AllowsRepeated(pattern, repeated), $"{pattern} with {repeated}");
            seen.Add((pattern, repeated));
        }

        foreach (var pattern in RootPattern.All(net.EndToEndSize - 1).Select(pattern => pattern.ToString()))
        {
            var found = AllGroupings(net).Where(repeated => seen.Contains((pattern, repeated))).ToList();
            Assert.Equal(found.Count > 0, rules.IsPossible(pattern));
            Assert.Equal(found, AllGroupings(net).Where(repeated => rules.AllowsRepeated(pattern, repeated) == true));
            Assert.Equal(found.Count == 0 ? null : !found.Contains("") ? RepetitionExpectation.Always : found.Count > 1 ? RepetitionExpectation.Sometimes : RepetitionExpectation.Never, rules.Expectation(pattern));
        }
    }

    /// <summary>One filter per layer, monic; the roots of a block are drawn with repetition, but no layer takes one twice and no two blocks the same.</summary>
    private static List<ImmutableArray<Rational>> FromRoots(Architecture net, TestRandom random)
    {
        var layers = net.Filters.Select(_ => new Polynomial<Rational>([Rational.One])).ToArray();
        var used = 0;
        foreach (var block in LayerBlock.Of(net))
        {
            // Few roots to choose from, so that layers often share some; squares of x to the step stay apart between blocks.
            var roots = Enumerable.Range(0, random.Between(1, block.Degree)).Select(_ => Root(++used, 2)).ToArray();
            foreach (var l in block.Layers)
            {
                var own = new HashSet<int>();
                for (var room = net.Filters[l] - 1; room > 0; room = net.Filters[l] - 1 - layers[l].Degree)
                {
                    // A root of the block that is not in this layer, or a new one.
                    var pick = random.Between(0, roots.Length - 1);
                    var root = roots[pick].Degree <= room && own.Add(pick) ? roots[pick] : Root(++used, room);
                    layers[l] *= root;
                }
            }
        }

        return [.. layers.Select(layer => Enumerable.Range(0, layer.Degree + 1).Select(i => layer[i]).ToImmutableArray())];

        Polynomial<Rational> Root(int number, int room) => random.Between(0, room) switch
        {
            0 => new([-(Rational)((number * number) + 1), Rational.One]),
            1 => new([(Rational)((number * number) + 1), Rational.One]),
            _ => new([(Rational)((number * number) + 2), Rational.One, Rational.One]),
        };
    }

    private static string[] Possible(string filters)
    {
        var net = Architecture.Parse(filters);
        var rules = new EndRules(net);
        return [.. RootPattern.All(net.RootCount).Select(pattern => pattern.ToString()).Where(word => rules.IsPossible(word) == true)];
    }

    /// <summary>Every way to group layers into classes, as pairs; classes of layers of different sizes too.</summary>
    private static IEnumerable<string> AllGroupings(Architecture net)
    {
        var classes = new int[net.Depth];
        return Grow(1, 1);

        IEnumerable<string> Grow(int layer, int used)
        {
            if (layer == net.Depth)
            {
                yield return string.Join(';', from i in Enumerable.Range(0, net.Depth) from j in Enumerable.Range(i + 1, net.Depth - i - 1) where classes[i] == classes[j] select $"{i + 1}-{j + 1}");
                yield break;
            }

            for (var c = 0; c <= used; c++)
            {
                classes[layer] = c;
                foreach (var grouping in Grow(layer + 1, Math.Max(used, c + 1))) yield return grouping;
            }
        }
    }

    private static IEnumerable<int> Sizes(string repeated, int depth)
    {
        var layers = Enumerable.Range(1, depth).ToArray();
        foreach (var pair in repeated.Split(';').Select(pair => pair.Split('-').Select(int.Parse).ToArray())) layers[pair[1] - 1] = layers[pair[0] - 1];
        return layers.GroupBy(c => c).Select(group => group.Count()).OrderDescending();
    }
}
