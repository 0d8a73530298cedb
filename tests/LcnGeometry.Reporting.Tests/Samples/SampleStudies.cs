using System.Collections.Immutable;
using LcnGeometry.Algebra;
using static LcnGeometry.Reporting.Tests.SampleParts;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Studies made by hand, one per kind of page that a reader can meet.</summary>
internal static class SampleStudies
{
    /// <summary>Every sample by name.</summary>
    internal static ImmutableSortedDictionary<string, Lazy<Study>> All { get; } = new Dictionary<string, Lazy<Study>>
    {
        ["cone-outside"] = new(() => Critical(ConeOutside(), SampleCritical.Cone)),
        ["cubic-slice"] = new(() => Critical(CubicSlice(), SampleCritical.Cubic)),
        ["quartic-slice"] = new(() => Critical(QuarticSlice(), study => SampleCritical.Cut(study, "5 paths end at infinity, and one could not be told apart."))),
        ["strided-undecided"] = new(() => Critical(SampleCorners.StridedUndecided(), SampleCritical.Strided)),
        ["umbrella"] = new(SampleStrided.Umbrella),
        ["quadric"] = new(SampleStrided.Quadric),
        ["zero-target"] = new(() => SampleCorners.ZeroTarget()),
        ["card-only"] = new(() => SampleCorners.CardOnly()),
        ["large"] = new(() => SampleCorners.Large()),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static Study Critical(Study study, Func<Study, CriticalDocument> critical) => SampleCritical.With(study, critical(study));

    internal static Study Named(string name) => All[name].Value;

    /// <summary>(2,2) with a positive definite target: not representable, repeated filters at the limit.</summary>
    internal static Study ConeOutside()
    {
        var target = ExactFilter("3/2", "4/5", "1");
        var inputs = new DocumentInputs { Filters = [2, 2], Strides = [1, 1], Target = target, Metric = "identity", Random = 14 };
        var flow = Flow(inputs, target, (Rational)0, 14, 3) with { Loss = Loss(target, "0", "389/100") };
        return new Study
        {
            Inputs = inputs,
            Describe = Card(inputs, 3, 3, 1, filling: false, 6,
            [
                Stratum("11|", [1, 1], 3, StratumPosition.Interior, 2, 2, 1),
                Stratum("2|", [2], 2, StratumPosition.Boundary, 1, 1, 4),
                Stratum("|1", [1, 1], 3, StratumPosition.Outside, 0, 0, 1),
            ]),
            Member = Member(inputs with { Filter = target }, VerdictKind.Fails, StratumPosition.Outside, "|1",
                new MemberWitness { RealRoots = 0, RequiredRealRoots = 2, Roots = [Pair(Exact("-2/5"), 1.15758369027902, 1, 2.2e-16)] }),
            Factor = new FactorDocument { Inputs = inputs with { Filter = target }, Count = Integer.Zero, Factorizations = [] },
            Flow = flow,
        };
    }

    /// <summary>(3,2) on a series: filling, yet with limits that are not the optimum.</summary>
    internal static Study CubicSlice()
    {
        var target = ExactFilter("123456789012345678901/246913578024691357803", "-3/10", "0", "1");
        var inputs = new DocumentInputs
        {
            Filters = [3, 2],
            Strides = [1, 1],
            Series = "examples/data/sunspots.csv",
            Centered = true,
            Digests = ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
            Random = 18,
        };
        var flow = Flow(inputs, target, Exact("1/4"), 18, 11);
        flow = flow with { Loss = Loss(target, "1/4", "1589999999999/1000000000000") with { Samples = 285, Mean = Exact("14048/289") } };
        return new Study
        {
            Inputs = inputs,
            Notes = ["Critical points are counted here and not listed."],
            Describe = Card(inputs, 4, 4, 1, filling: true, 10,
            [
                Stratum("111|", [1, 1, 1], 4, StratumPosition.Interior, 3, 3, 1),
                Stratum("1|1", [1, 1, 1], 4, StratumPosition.Interior, 1, 1, 1),
                Stratum("21|", [2, 1], 3, StratumPosition.Interior, 2, 1, 7),
                Stratum("3|", [3], 2, StratumPosition.Interior, 1, 0, 7),
            ]),
            Member = Member(inputs with { Filter = target }, VerdictKind.Holds, StratumPosition.Interior, "1|1", new MemberWitness
            {
                RealRoots = 1,
                RequiredRealRoots = 1,
                Roots = [Real(-0.91963834, 1, 1e-12), Pair(0.45981917, 0.57656, 1, 1e-12)],
                Factorization = Factorization(true, 1e-12, [0.5436903, -0.91963834, 1.0], [0.91963834, (Rational)1]),
            }),
            Factor = new FactorDocument
            {
                Inputs = inputs with { Filter = target },
                Count = Integer.One,
                Factorizations = [Factorization(true, 1e-12, [0.5436903, -0.91963834, 1.0], [0.91963834, (Rational)1])],
            },
            Flow = flow,
            Slice = SampleSlices.Cubics(-0.3, 0.5, 61, 1, flow),
        };
    }

    /// <summary>(4,2) with a target outside, next to a swallowtail.</summary>
    internal static Study QuarticSlice()
    {
        var target = ExactFilter("4/5", "3/10", "-6/5", "0", "1");
        var inputs = new DocumentInputs { Filters = [4, 2], Strides = [1, 1], Target = target, Metric = "identity", Random = 16 };
        var flow = Flow(inputs, target, (Rational)0, 16, 5) with { Loss = Loss(target, "0", "317/100") };
        return new Study
        {
            Inputs = inputs,
            Describe = Card(inputs, 5, 5, 1, filling: false, 14,
            [
                Stratum("1111|", [1, 1, 1, 1], 5, StratumPosition.Interior, 4, 4, 1),
                Stratum("11|1", [1, 1, 1, 1], 5, StratumPosition.Interior, 2, 2, 1),
                Stratum("|11", [1, 1, 1, 1], 5, StratumPosition.Outside, 0, 0, 1),
                Stratum("211|", [2, 1, 1], 4, StratumPosition.Interior, 3, 1, 10),
                Stratum("2|1", [2, 1, 1], 4, StratumPosition.Boundary, 1, 1, 10),
                Stratum("22|", [2, 2], 3, StratumPosition.Boundary, 2, 0, 13),
                Stratum("|2", [2, 2], 3, StratumPosition.Outside, 0, 0, 13),
                Stratum("31|", [3, 1], 3, StratumPosition.Interior, 2, 0, 12),
                Stratum("4|", [4], 2, StratumPosition.Boundary, 1, 0, 10),
            ]),
            Member = Member(inputs with { Filter = target }, VerdictKind.Fails, StratumPosition.Outside, "|11",
                new MemberWitness { RealRoots = 0, RequiredRealRoots = 2, Roots = [Pair(-0.869, 0.36, 1, 1e-12), Pair(0.869, 0.4, 1, 1e-12)] }),
            Factor = new FactorDocument { Inputs = inputs with { Filter = target }, Count = Integer.Zero, Factorizations = [] },
            Flow = flow,
            Slice = SampleSlices.Quartics(-1.2, 0.3, 0.8, 57, 2, flow),
        };
    }

    internal static LossSection Loss(ImmutableArray<Scalar> target, string constant, string atZero) =>
        new() { Q = Identity(target.Length), U = target, Constant = Exact(constant), AtZero = Exact(atZero) };
}
