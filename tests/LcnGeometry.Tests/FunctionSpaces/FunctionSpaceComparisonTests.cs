using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

/// <summary>Inclusions of function spaces: against one exact sample of every kind of filter, against random filters, and against the closed rule of stride one.</summary>
public class FunctionSpaceComparisonTests
{
    private static readonly ImmutableArray<ImmutableArray<Architecture>> BySize =
    [
        .. Enumerable.Range(0, 11).Select(size => size == 0 ? [] : All(size, 1, 3).Select(layers => new Architecture(
            [.. layers.Select(layer => layer.Size)], [.. layers.Select(layer => layer.Stride)])).ToImmutableArray()),
    ];

    [Theory]
    [InlineData("2,2", null, "3", null, SpaceRelation.StrictlyInside, SpaceRelation.Equal)]
    [InlineData("2,2", null, "2,2", null, SpaceRelation.Equal, SpaceRelation.Equal)]
    [InlineData("3,2", null, "2,3", null, SpaceRelation.Equal, SpaceRelation.Equal)]
    [InlineData("3,2", null, "4", null, SpaceRelation.Equal, SpaceRelation.Equal)] // both fill
    [InlineData("2,2,2", null, "3,2", null, SpaceRelation.StrictlyInside, SpaceRelation.Equal)]
    [InlineData("2,2", "2,1", "4", null, SpaceRelation.StrictlyInside, SpaceRelation.StrictlyInside)] // matrices of rank one
    [InlineData("3,2", "2,1", "5", null, SpaceRelation.StrictlyInside, SpaceRelation.StrictlyInside)]
    [InlineData("2,2,2", "2,2,1", "2,4", "2,1", SpaceRelation.StrictlyInside, SpaceRelation.StrictlyInside)]
    [InlineData("2,2,2", "2,2,1", "4,2", "4,1", SpaceRelation.StrictlyInside, SpaceRelation.StrictlyInside)]
    [InlineData("2,4", "2,1", "4,2", "4,1", SpaceRelation.Incomparable, SpaceRelation.Incomparable)]
    [InlineData("2,2,2", "1,2,1", "3,2", "2,1", SpaceRelation.StrictlyInside, SpaceRelation.Equal)]
    [InlineData("1,3", "2,1", "5", null, SpaceRelation.StrictlyInside, SpaceRelation.StrictlyInside)]
    [InlineData("1,3", "2,1", "3,2", "2,1", SpaceRelation.Incomparable, SpaceRelation.StrictlyInside)] // x^4 + y^4 has a pair of hyperroots
    [InlineData("1,2", "4,1", "3,2", "2,1", SpaceRelation.Incomparable, SpaceRelation.StrictlyInside)] // x^4 + y^4 again
    [InlineData("1,2", "4,1", "1,3", "2,1", SpaceRelation.StrictlyInside, SpaceRelation.StrictlyInside)]
    [InlineData("1,2", "6,1", "3,2,2", "2,1,1", SpaceRelation.Incomparable, SpaceRelation.StrictlyInside)] // x^6 + y^6: one hyperroot of order two is real, two are needed
    [InlineData("1,2", "6,1", "5,2", "2,1", SpaceRelation.StrictlyInside, SpaceRelation.StrictlyInside)]
    [InlineData("1,2", "3,1", "1,1,2", "3,1,1", SpaceRelation.Equal, SpaceRelation.Equal)]
    [InlineData("1", "7", "1,1", null, SpaceRelation.Equal, SpaceRelation.Equal)]
    public void Examples(string first, string? strides, string second, string? otherStrides, SpaceRelation spaces, SpaceRelation closures)
    {
        Architecture one = Architecture.Parse(first, strides), two = Architecture.Parse(second, otherStrides);
        var comparison = FunctionSpaceComparison.Of(one, two);
        Assert.Equal((spaces, closures), (comparison.Spaces.Relation, comparison.Closures.Relation));
        var reverse = FunctionSpaceComparison.Of(two, one, witnesses: false);
        Assert.Equal(comparison.Spaces.FirstInSecond.Verdict, reverse.Spaces.SecondInFirst.Verdict);
        Assert.Equal(comparison.Closures.SecondInFirst.Verdict, reverse.Closures.FirstInSecond.Verdict);
        CheckWitnesses(comparison);
    }

    // Generic filters of every kind: numbers of positive, negative and complex roots for each layer.
    [Fact]
    public void One_sample_of_every_kind_decides_the_same() => PropertyRun.Trials(120, random =>
    {
        var size = random.Between(3, 10);
        Architecture inner = random.Pick(BySize[size]), outer = random.Pick(BySize[size]);
        for (var i = 0; i < 40 && FunctionSpaceComparison.Of(inner, outer, witnesses: false).Closures.FirstInSecond.Verdict == Verdict.Fails; i++) outer = random.Pick(BySize[size]);
        var space = outer.FunctionSpace();
        bool real = true, closure = true;
        foreach (var filter in SamplesOfEveryKind(random, inner))
        {
            var membership = space.Contains(filter);
            closure &= membership.InZariskiClosure == Verdict.Holds;
            real &= membership.Verdict == Verdict.Holds;
            if (!closure) break;
        }

        var comparison = FunctionSpaceComparison.Of(inner, outer);
        Assert.Equal((inner, outer, Verdict.Of(closure)), (inner, outer, comparison.Closures.FirstInSecond.Verdict));
        Assert.Equal((inner, outer, Verdict.Of(real && closure)), (inner, outer, comparison.Spaces.FirstInSecond.Verdict));
        CheckWitnesses(comparison);
    });

    // Equations of the larger closure vanish on the smaller one, at random weights of nine digits.
    [Fact]
    public void Closures_are_inside_exactly_when_equations_vanish() => PropertyRun.Trials(60, random =>
    {
        var size = random.Between(3, 8);
        Architecture inner = random.Pick(BySize[size]), outer = random.Pick(BySize[size]);
        var space = outer.FunctionSpace();
        if (!ClosureEquations.IsQuick(space, 400)) return;
        var filter = ParameterizationMap.EndToEnd(random.NextWeights(inner, 1_000_000_000));
        var vanish = ClosureEquations.Of(space).Generators.All(generator => generator.Evaluate(filter.AsSpan()).IsZero);
        Assert.Equal(vanish, FunctionSpaceComparison.Of(inner, outer, witnesses: false).Closures.FirstInSecond.Verdict == Verdict.Holds);
    });

    // Special filters too, with zeros, repeated roots and roots at both ends.
    [Fact]
    public void Every_filter_of_the_smaller_space_is_in_the_larger() => PropertyRun.Trials(200, random =>
    {
        var size = random.Between(2, 10);
        Architecture inner = random.Pick(BySize[size]), outer = random.Pick(BySize[size]);
        var comparison = FunctionSpaceComparison.Of(inner, outer, witnesses: false);
        if (comparison.Closures.FirstInSecond.Verdict != Verdict.Holds) return;
        var membership = outer.FunctionSpace().Contains(ParameterizationMap.EndToEnd(random.NextWeights(inner, 2)));
        Assert.Equal(Verdict.Holds, membership.InZariskiClosure);
        if (comparison.Spaces.FirstInSecond.Verdict == Verdict.Holds) Assert.Equal(Verdict.Holds, membership.Verdict);
    });

    [Fact]
    public void Stride_one_is_a_matter_of_even_filters() => PropertyRun.Trials(100, random =>
    {
        var degree = random.Between(1, 12);
        Architecture one = StrideOne(random, degree), two = StrideOne(random, degree);
        var comparison = FunctionSpaceComparison.Of(one, two);

        // Parity makes numbers of even filters differ by an even number; one and zero both fill.
        Assert.Equal(one.EvenFilters >= two.EvenFilters || two.EvenFilters <= 1, comparison.Spaces.FirstInSecond.Verdict == Verdict.Holds);
        Assert.Equal(SpaceRelation.Equal, comparison.Closures.Relation);
        CheckWitnesses(comparison);
    });

    [Fact]
    public void Inclusion_is_an_order_that_dimensions_obey() => PropertyRun.Trials(300, random =>
    {
        var size = random.Between(3, 10);
        Architecture a = random.Pick(BySize[size]), b = random.Pick(BySize[size]), c = random.Pick(BySize[size]);
        Assert.Equal(SpaceRelation.Equal, FunctionSpaceComparison.Of(a, a).Spaces.Relation);
        var (ab, bc, ac) = (Of(a, b), Of(b, c), Of(a, c));
        if (Inside(ab.Spaces) && Inside(bc.Spaces)) Assert.True(Inside(ac.Spaces), $"{a} {b} {c}");
        if (Inside(ab.Closures) && Inside(bc.Closures)) Assert.True(Inside(ac.Closures), $"{a} {b} {c}");
        if (Inside(ab.Spaces)) Assert.True(Inside(ab.Closures));
        int dimensionA = a.FunctionSpace().Dimension, dimensionB = b.FunctionSpace().Dimension;

        // Closures are irreducible: a proper one has a smaller dimension.
        if (Inside(ab.Closures)) Assert.Equal(dimensionA == dimensionB, ab.Closures.Relation == SpaceRelation.Equal);

        static FunctionSpaceComparison Of(Architecture one, Architecture two) => FunctionSpaceComparison.Of(one, two, witnesses: false);
        static bool Inside(InclusionPair pair) => pair.FirstInSecond.Verdict == Verdict.Holds;
    });

    // The closure of the merged architecture is the same, and so is the space where the merged form says so.
    [Fact]
    public void Merging_enlarges() => PropertyRun.Trials(150, random =>
    {
        var net = random.Pick(BySize[random.Between(3, 10)]);
        var merged = net.FunctionSpace().Merged;
        if (!merged.CommonStep.IsOne) return;
        var comparison = FunctionSpaceComparison.Of(net, new Architecture(merged.Filters, merged.Strides), witnesses: false);
        Assert.Equal(SpaceRelation.Equal, comparison.Closures.Relation);
        Assert.Equal(merged.HasSameRealImage ? SpaceRelation.Equal : SpaceRelation.StrictlyInside, comparison.Spaces.Relation);
    });

    [Fact]
    public void Large_networks_are_compared_at_once()
    {
        var many = new Architecture([.. Enumerable.Repeat(2, 5000)]);
        var comparison = FunctionSpaceComparison.Of(many, new Architecture([5001]), witnesses: false);
        Assert.Equal(SpaceRelation.StrictlyInside, comparison.Spaces.Relation);
        Assert.All((SpaceInclusion[])[comparison.Spaces.FirstInSecond, comparison.Spaces.SecondInFirst], inclusion => Assert.Equal(Evidence.Proved, inclusion.Evidence));
    }

    [Fact]
    public void Sizes_must_agree()
    {
        var error = Assert.Throws<ArgumentException>(() => FunctionSpaceComparison.Of(Architecture.Parse("2,2"), Architecture.Parse("4")));
        Assert.Contains("3 and 4 entries", error.Message, StringComparison.Ordinal);
    }

    private static void CheckWitnesses(FunctionSpaceComparison comparison)
    {
        Check(comparison.Spaces.FirstInSecond, comparison.First, comparison.Second, closure: false);
        Check(comparison.Spaces.SecondInFirst, comparison.Second, comparison.First, closure: false);
        Check(comparison.Closures.FirstInSecond, comparison.First, comparison.Second, closure: true);
        Check(comparison.Closures.SecondInFirst, comparison.Second, comparison.First, closure: true);

        static void Check(SpaceInclusion inclusion, Architecture inner, Architecture outer, bool closure)
        {
            Assert.Equal(inclusion.Verdict == Verdict.Fails, inclusion.Witness is not null);
            Assert.Equal(inclusion.Witness is null ? Evidence.Proved : Evidence.Exact, inclusion.Evidence);
            if (inclusion.Witness is not { } witness) return;
            Assert.Equal(inner, witness.Filters.Architecture);
            Assert.Equal(Verdict.Holds, inner.FunctionSpace().Contains(witness.EndToEnd).Verdict);
            Assert.Equal(Integer.Zero, closure ? outer.FunctionSpace().FactorComplex(witness.EndToEnd).Count : outer.FunctionSpace().Factor(witness.EndToEnd).Count);
        }
    }

    private static IEnumerable<ImmutableArray<Rational>> SamplesOfEveryKind(TestRandom random, Architecture net)
    {
        IEnumerable<ImmutableArray<ImmutableArray<Rational>>> stacks = [[]];
        foreach (var size in net.Filters)
        {
            var kinds = Enumerable.Range(0, size).SelectMany(positive => Enumerable.Range(0, size - positive).Select(negative => (positive, negative)))
                .Where(kind => (size - 1 - kind.positive - kind.negative) % 2 == 0).ToArray();
            stacks = stacks.SelectMany(stack => kinds.Select(kind => stack.Add(Layer(kind.positive, kind.negative)))).ToArray();

            ImmutableArray<Rational> Layer(int positive, int negative)
            {
                var product = Polynomial<Rational>.One;
                for (var i = 0; i < positive; i++) product *= new Polynomial<Rational>(-random.Between(2, 5000), random.Between(1, 30));
                for (var i = 0; i < negative; i++) product *= new Polynomial<Rational>(random.Between(2, 5000), random.Between(1, 30));
                for (var i = positive + negative; i < size - 1; i += 2)
                {
                    int b = random.Between(1, 100);
                    product *= new Polynomial<Rational>((Rational)((b * b) + random.Between(1, 5000)), (Rational)(2 * b), Rational.One);
                }

                return product.CoefficientsPadded(size);
            }
        }

        return stacks.Select(stack => ParameterizationMap.EndToEnd(new FilterStack<Rational>(net, stack)));
    }

    private static Architecture StrideOne(TestRandom random, int degree)
    {
        var sizes = ImmutableArray.CreateBuilder<int>();
        while (degree > 0)
        {
            var part = random.Between(0, Math.Min(degree, 4));
            sizes.Add(part + 1);
            degree -= part;
        }

        return new Architecture(sizes.ToImmutable());
    }

    /// <summary>Layers that together need a given end-to-end size: some of size one, strides up to six.</summary>
    private static IEnumerable<ImmutableArray<(int Size, int Stride)>> All(int size, int product, int most)
    {
        if (most == 0) yield break;
        for (var k = 1; k <= 1 + ((size - 1) / product); k++)
        {
            var left = size - ((k - 1) * product);
            if (left == 1) yield return [(k, 1)];
            for (var stride = 1; stride <= 6 && stride * product < size; stride++)
            {
                foreach (var rest in All(left, product * stride, most - 1)) yield return rest.Insert(0, (k, stride));
            }
        }
    }
}
