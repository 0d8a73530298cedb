using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Building blocks of the sample studies.</summary>
internal static class SampleParts
{
    internal static Scalar Exact(string text) => Rational.Parse(text);

    internal static ImmutableArray<Scalar> ExactFilter(params string[] entries) => [.. entries.Select(Exact)];

    internal static ImmutableArray<ImmutableArray<Scalar>> Identity(int size) =>
        [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => (Scalar)(Rational)(i == j ? 1 : 0)).ToImmutableArray())];

    internal static StratumRow Stratum(string pattern, ImmutableArray<int> complex, int dimension, StratumPosition position, int real, int critical, int count) => new()
    {
        RealPattern = pattern,
        ComplexPattern = complex,
        Dimension = dimension,
        Position = position,
        RealFactorizations = real,
        CriticalFactorizations = critical,
        GenericCount = count,
    };

    internal static DescribeDocument Card(DocumentInputs inputs, int size, int dimension, int degree, bool filling, int generic, ImmutableArray<StratumRow>? strata) => new()
    {
        Inputs = inputs,
        EndToEnd = new EndToEndSection(size, 1),
        FunctionSpace = new FunctionSpaceSection
        {
            Dimension = dimension,
            AmbientDimension = size,
            Codimension = size - dimension,
            Degree = degree,
            Filling = filling ? VerdictKind.Holds : VerdictKind.Fails,
            Thick = dimension == size ? VerdictKind.Holds : VerdictKind.Fails,
            ZariskiClosed = filling ? VerdictKind.Holds : VerdictKind.Fails,
            SmoothAwayFromZero = VerdictKind.Holds,
            Equations = dimension == size ? [] : null,
        },
        Merged = new MergedSection([size], [1]),
        CriticalPoints = new CriticalPointsSection(generic),
        ConservationLaws = inputs.Filters!.Value.Length - 1,
        Strata = strata,
    };

    internal static RootRow Real(Scalar value, int multiplicity = 1, double? radius = null) => new() { Kind = "real", Multiplicity = multiplicity, Re = value, Radius = radius };

    internal static RootRow Pair(Scalar re, Scalar im, int multiplicity = 1, double? radius = null) => new() { Kind = "pair", Multiplicity = multiplicity, Re = re, Im = im, Radius = radius };

    internal static RootRow Infinity(int multiplicity = 1) => new() { Kind = "infinity", Multiplicity = multiplicity };

    internal static FactorizationRow Factorization(bool squarefree, double? radius, params ImmutableArray<Scalar>[] filters) => new()
    {
        Filters = [.. filters],
        Evidence = radius is null ? Evidence.Exact : Evidence.Certified,
        Radius = radius,
        Squarefree = squarefree,
        RepeatedFilters = squarefree ? [] : [[1, 2]],
    };

    internal static MemberDocument Member(DocumentInputs inputs, VerdictKind verdict, StratumPosition position, string? pattern, MemberWitness witness, string? reason = null) => new()
    {
        Inputs = inputs,
        Verdict = verdict,
        Reason = reason,
        Position = position,
        RealPattern = pattern,
        InZariskiClosure = VerdictKind.Holds,
        Evidence = Evidence.Exact,
        Witness = witness,
    };

    /// <summary>Flow runs on a target in the identity metric.</summary>
    internal static FlowDocument Flow(DocumentInputs inputs, ImmutableArray<Scalar> target, Scalar constant, int runs, ulong seed)
    {
        var u = target.Select(value => value.ToDouble()).ToArray();
        var shift = constant.ToDouble();
        var rows = Enumerable.Range(0, runs).Select(i => SampleFlow.Run(inputs.Filters!.Value, u, new TestRandom(unchecked(seed + ((ulong)i * 7919))))).Select(run => run with
        {
            Limit = run.Limit with { Loss = run.Limit.Loss + shift },
            Trace = run.Trace with { Loss = [.. run.Trace.Loss.Select(loss => loss + shift)] },
        });
        return new FlowDocument
        {
            Inputs = inputs,
            Loss = new LossSection { Q = Identity(u.Length), U = target, Constant = constant, AtZero = (Scalar)(u.Sum(x => x * x) + shift) },
            Runs = [.. rows],
        };
    }
}
