using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;
using static LcnGeometry.Reporting.Tests.SampleParts;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Studies at the corners: undecided, empty, very large, hostile.</summary>
internal static class SampleCorners
{
    /// <summary>(3,2) with stride 2: thin, no strata, verdicts left open, no slice.</summary>
    internal static Study StridedUndecided()
    {
        var target = ExactFilter("1", "2", "3", "4", "5");
        var inputs = new DocumentInputs { Filters = [3, 2], Strides = [2, 1], Target = target, Metric = "matrix", Init = [ExactFilter("1", "-1/2", "1/3"), ExactFilter("2", "1")] };
        var card = Card(inputs, 5, 4, 3, filling: false, 10, null);
        return new Study
        {
            Inputs = inputs,
            Notes = ["Strata are listed for stride one only.", "No slice was drawn: the function space is thin."],
            Laws = StudyBuilder.Laws(new Architecture([3, 2], [2, 1]), null, new StudyOptions()),
            Describe = card with
            {
                FunctionSpace = card.FunctionSpace with
                {
                    ZariskiClosed = VerdictKind.Undecided,
                    SmoothAwayFromZero = VerdictKind.Fails,
                    Reason = "closedness is decided for two layers with odd second size only",
                    Equations = ["c1^2*c4 - c1*c2*c3 + c0*c3^2"],
                },
                Merged = new MergedSection([3, 2], [2, 1]),
            },
            Member = Member(inputs with { Filter = target }, VerdictKind.Undecided, StratumPosition.Outside, null,
                new MemberWitness { RequiredRealRoots = 1 }, "membership in strided networks is not settled by root counts") with
            { Position = null, InZariskiClosure = VerdictKind.Fails, Evidence = null },
            Flow = new FlowDocument
            {
                Inputs = inputs,
                Notes = ["The run was cut short by its budget."],
                Loss = SampleStudies.Loss(target, "0", "55"),
                Runs = [Unfinished()],
            },
        };
    }

    /// <summary>(2,2) with the zero target: everything degenerates.</summary>
    internal static Study ZeroTarget()
    {
        var target = ExactFilter("0", "0", "0");
        var inputs = new DocumentInputs { Filters = [2, 2], Target = target, Metric = "bombieri", Random = 4 };
        var flow = Flow(inputs, target, (Rational)0, 4, 9);
        return new Study
        {
            Inputs = inputs,
            Describe = SampleStudies.ConeOutside().Describe with { Inputs = inputs },
            Member = Member(inputs with { Filter = target }, VerdictKind.Holds, StratumPosition.Zero, null, new MemberWitness { RequiredRealRoots = 2 }),
            Factor = new FactorDocument { Inputs = inputs with { Filter = target }, Count = null, Factorizations = [], Notes = ["The zero filter has infinitely many factorizations."] },
            Flow = flow with
            {
                Loss = flow.Loss with { AtZero = (Rational)0 },
                Runs = [.. flow.Runs.Select(run => run with { Limit = run.Limit with { RealPattern = "zero", Roots = [[], []] } })],
            },
        };
    }

    /// <summary>An architecture without a loss.</summary>
    internal static Study CardOnly() => new()
    {
        Inputs = new DocumentInputs { Filters = [2, 2], Strides = [1, 1] },
        Notes = ["No target and no data were given: only the architecture is described."],
        Describe = SampleStudies.ConeOutside().Describe,
        Laws = StudyBuilder.Laws(new Architecture([2, 2]), null, new StudyOptions()),
    };

    /// <summary>Degree 20, many strata, many runs, many factorizations, numbers that fill lines.</summary>
    internal static Study Large()
    {
        var target = Enumerable.Range(0, 21).Select(i => Exact($"{Digits(i + 3, 60)}/{Digits(i + 11, 58)}")).ToImmutableArray();
        var inputs = new DocumentInputs
        {
            Filters = [6, 6, 6, 6],
            Strides = [1, 1, 1, 1],
            Series = "a/very/long/path/that/goes/on/and/on/and/does/not/want/to/end/before/the/line/does/monthly-mean-values.csv",
            Column = "temperature in degrees",
            Random = 200,
        };
        var small = Flow(inputs with { Filters = [3, 2] }, ExactFilter("1/2", "-3/10", "0", "1"), (Rational)0, 12, 21);
        var runs = Enumerable.Range(0, 200).Select(i => Padded(small.Runs[i % 12], i)).ToImmutableArray();
        return new Study
        {
            Inputs = inputs,
            Seed = 123456789012,
            Describe = Card(inputs, 21, 21, 1, filling: false, 6, [.. Enumerable.Range(0, 77).Select(ManyStrata)]) with
            {
                CriticalPoints = new CriticalPointsSection(System.Numerics.BigInteger.Parse(Digits(4, 31))),
            },
            Member = Member(inputs with { Filter = target }, VerdictKind.Holds, StratumPosition.Interior, "111111|1111111", new MemberWitness
            {
                RealRoots = 6,
                RequiredRealRoots = 4,
                Roots = [.. Enumerable.Range(0, 5).Select(i => Real(0.3 * (i - 2.2) * (i + 1), 1, 1e-30)), Infinity(), .. Enumerable.Range(0, 7).Select(i => Pair(0.5 * (i - 3), 0.2 + (0.3 * i), 1, 1e-30))],
                Factorization = Wide(),
            }),
            Factor = new FactorDocument { Inputs = inputs with { Filter = target }, Count = 31752000, Factorizations = [.. Enumerable.Repeat(Wide(), 300)], Notes = ["The list was cut after 300 factorizations."] },
            Flow = new FlowDocument
            {
                Inputs = inputs,
                Loss = new LossSection { Q = Identity(21), U = target, Constant = Exact(Digits(7, 80) + "/" + Digits(2, 79)), AtZero = Exact(Digits(9, 82) + "/" + Digits(2, 79)), Samples = 219, Mean = Exact("49039/1000") },
                Runs = runs,
            },
        };
    }

    private static FactorizationRow Wide() =>
        Factorization(true, 3e-17, [.. Enumerable.Range(0, 4).Select(layer => Enumerable.Range(0, 6).Select(i => (Scalar)((i + 1.37) / (layer + 0.77) * (i % 2 == 0 ? 1 : -1))).ToImmutableArray())]);

    private static FlowRunRow Padded(FlowRunRow run, int index) => run with
    {
        Status = (index % 9) switch { 7 => FlowStatus.Budget, 8 => FlowStatus.Stiff, _ => run.Status },
        Limit = run.Limit with
        {
            RealPattern = index % 5 == 4 ? null : string.Concat(Enumerable.Repeat('1', 4 + (2 * (index % 4)))) + "|" + string.Concat(Enumerable.Repeat('1', 8 - (index % 4))),
            Function = [.. run.Limit.Function, .. Enumerable.Repeat(0.123456789e-7 * index, 17)],
        },
        Trace = run.Trace with { Function = [.. run.Trace.Function.Select(f => f.AddRange(Enumerable.Repeat(0.0, 17)))] },
    };

    private static StratumRow ManyStrata(int i) =>
        Stratum($"{string.Join(',', Enumerable.Range(0, 2 + (i % 5)).Select(k => 12 - k))}|{i % 3 + 1}", [12, 11, 2, 2], 21 - (i % 17), (StratumPosition)(i % 3), 1000003 * i, 999 * i, 123456 * i);

    private static string Digits(int seed, int length)
    {
        var random = new TestRandom((ulong)seed);
        return random.Between(1, 9) + string.Concat(Enumerable.Range(1, length - 1).Select(_ => random.Between(0, 9)));
    }

    private static FlowRunRow Unfinished() => new()
    {
        Init = [[1, -0.5, 1.0 / 3], [2, 1]],
        Status = FlowStatus.Budget,
        Steps = 100000,
        Time = 12.5,
        GradientNorm = 0.003,
        Limit = new FlowLimitRow
        {
            Filters = [[0.9, 1.7, 2.6], [1.1, 1.9]],
            Function = [0.99, 1.87, 4.57, 3.23, 4.94],
            Loss = 3.1,
            Roots = [[new LimitRoot(-0.32, 0.48), new LimitRoot(-0.32, -0.48)], [new LimitRoot(-0.58, 0)]],
            RepeatedFilters = [],
        },
        Invariants = [new InvariantRow([1, 2], -3.6, 2e-13)],
        Trace = new FlowTraceRow { Time = [0, 0.1, 1, 12.5], Loss = [40, 22, 4, 3.1], Function = [[2, 0, 0, 0, 0], [1, 1, 2, 1, 1], [1, 2, 4, 3, 5], [0.99, 1.87, 4.57, 3.23, 4.94]], Drift = [0, 1e-14, 1e-13, 2e-13] },
    };
}
