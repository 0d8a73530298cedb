using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Decides membership in the function space of a network with strides, from the ways to hand hyperroots to its layers.</summary>
internal sealed class StridedMembership(FunctionSpace space, FilterHyperroots hyperroots)
{
    private readonly ImmutableArray<int> _needed = hyperroots.Needed;

    /// <summary>The answer for a filter of the given pattern.</summary>
    public Membership Decide(RootPattern pattern, CancellationToken token)
    {
        if (hyperroots.ClosureObstruction is { } outside)
        {
            return new Membership(pattern, StratumPosition.Outside) { InZariskiClosure = Verdict.Fails, Smooth = null, Obstruction = outside };
        }

        // One complex preimage under the merged network, where its differential is injective (F4).
        var preimages = hyperroots.Kinds(real: false, token);
        var smooth = Verdict.Of(preimages is [{ Count.IsOne: true, IsCritical: false }]);
        var sheets = hyperroots.Kinds(real: true, token);
        if (sheets.All(sheet => FunctionSpace.PositionOf(sheet.Positions) == StratumPosition.Outside)) return new Membership(pattern, StratumPosition.Outside) { Smooth = smooth, Obstruction = NotReal(token) };
        var (position, reason) = Relative(preimages, sheets);
        return new Membership(pattern, position) { Smooth = smooth, Obstruction = reason };
    }

    /// <summary>
    /// The position relative to the closure. Where every complex preimage under the merged network is real and not critical, the closure near the
    /// filter is a union of smooth sheets, one for each preimage, on which the function space is what the blocks can represent.
    /// </summary>
    private (StratumPosition Position, string? Reason) Relative(ImmutableArray<ChoiceKind> preimages, ImmutableArray<ChoiceKind> sheets)
    {
        if (space.ZariskiClosed == Verdict.Holds) return (StratumPosition.Interior, null);
        if (Number(preimages) > Number(sheets)) return (StratumPosition.Undecided, "position undecided: the filter also has factorizations into merged layers that are not real");
        if (sheets.Any(sheet => sheet.IsCritical)) return (StratumPosition.Undecided, "position undecided: a factorization of the filter is a critical point of the parameterization");
        return (sheets.All(sheet => FunctionSpace.PositionOf(sheet.Positions) == StratumPosition.Interior) ? StratumPosition.Interior : StratumPosition.Boundary, null);

        static Integer Number(ImmutableArray<ChoiceKind> kinds) => kinds.Aggregate(Integer.Zero, (sum, kind) => sum + kind.Count);
    }

    private string NotReal(CancellationToken token)
    {
        foreach (var choice in hyperroots.RealChoices(token))
        {
            var patterns = hyperroots.BlockPatterns(choice);
            var block = Enumerable.Range(0, patterns.Length).First(b => FunctionSpace.PositionOf(patterns[b], _needed[b]) == StratumPosition.Outside);
            var step = hyperroots.Blocks[block].Step;
            return $"{hyperroots.Blocks[block].LayerNames} need {_needed[block]} real {(step.IsOne ? "roots" : $"values of x^{step}")}, and would hold {HyperrootNames.List(hyperroots.Held(block, choice[block]))}";
        }

        if (hyperroots.FirstWithoutRealChoice(token) is not { } failing) throw new InvariantViolationException("some layer finds no real hyperroots", space.Architecture.ToString());
        var (degree, power) = (hyperroots.Blocks[failing].Degree, hyperroots.Blocks[failing].Step);
        var offered = hyperroots.Offered(failing);
        return $"{hyperroots.Blocks[failing].LayerNames} {(hyperroots.Blocks[failing].Layers.Length == 1 ? "needs" : "need")} {degree} {(degree == 1 ? "value" : "values")} of x^{power}, and the filter has {HyperrootNames.List(HyperrootNames.Of(offered).Zip(HyperrootNames.Multiplicities(offered)))}; complex ones must be taken in pairs";
    }
}
