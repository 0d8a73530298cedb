using System.Collections.Immutable;
using LcnGeometry.Algebra;
using static LcnGeometry.Reporting.Tests.SampleParts;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Critical points for the sample studies; their functions and losses were computed apart from this library.</summary>
internal static class SampleCritical
{
    private const double SameFunction = 0.02;

    /// <summary>The study with critical points, and its flow runs matched with them.</summary>
    internal static Study With(Study study, CriticalDocument critical)
    {
        var flow = study.Flow! with { Runs = [.. study.Flow.Runs.Select(run => run with { Limit = run.Limit with { CriticalPoint = Match(critical, run.Limit.Function) } })] };
        var slice = study.Slice is null ? null : study.Slice with { Points = [.. study.Slice.Points, .. SampleSlices.Critical(study.Slice, critical)] };
        return study with { Critical = critical with { Loss = flow.Loss }, Flow = flow, Slice = slice };
    }

    /// <summary>(2,2) with the target 3/2, 4/5, 1: two real critical functions on the cone, of four.</summary>
    internal static CriticalDocument Cone(Study study) => new()
    {
        Inputs = study.Inputs,
        Loss = study.Flow!.Loss,
        Completeness = Complete(6),
        Strata = [Row([1, 1], 2, Complete(1)), Row([2], 1, Complete(4))],
        Points =
        [
            Point("|1", [1, 1], CriticalPointKind.NotAttained, (Rational)0, study.Flow.Loss.U, 0),
            Point("2|", [2], CriticalPointKind.GlobalMinimum, 0.7138560586457516, [1.3725252765602807, 1.114094174450232, 0.2260806869536421], 0,
                Filters(CriticalPointKind.GlobalMinimum, [[1, 2]], [0.5570470872251, 0.22608068695364], [2.4639294000000, (Rational)1])),
            Point("2|", [2], CriticalPointKind.StrictSaddle, 3.773941146488474, [0.10435076997426426, -0.27176999455484513, 0.17694869419400588], 0,
                Filters(CriticalPointKind.StrictSaddle, [[1, 2]], [-0.13588499727742, 0.17694869419401], [-0.767934, (Rational)1])),
            Zero(study),
        ],
    };

    /// <summary>(3,2): a filling architecture with a spurious local minimum.</summary>
    internal static CriticalDocument Cubic(Study study) => new()
    {
        Inputs = study.Inputs,
        Loss = study.Flow!.Loss,
        Completeness = Complete(10),
        Strata = [Row([1, 1, 1], 3, Complete(1)), Row([2, 1], 1, Complete(7))],
        Points =
        [
            Point("1|1", [1, 1, 1], CriticalPointKind.GlobalMinimum, Exact("1/4"), study.Flow.Loss.U, 0,
                Filters(CriticalPointKind.GlobalMinimum, [], [0.5436903, -0.91963834, 1.0], [0.91963834, (Rational)1])),
            Point("21|", [2, 1], CriticalPointKind.LocalMinimum, 0.41551994204378362, [0.13007694675675535, -0.45431216194025603, -0.06437080129232385, 0.9731479359957618], 1,
                Filters(CriticalPointKind.LocalMinimum, [], [0.3118260, -0.3415770, 0.9731479], [0.41714664881853414, (Rational)1])),
            Point("21|", [2, 1], CriticalPointKind.StrictSaddle, 0.54367258295028265, [-0.027007437721743927, -0.17722666879726492, -0.028601666209915826, 1.0066631352714097], 1,
                Filters(CriticalPointKind.StrictSaddle, [], [-0.1159334, 0.2631180, 1.0066631], [-0.2329631847560614, (Rational)1])),
            Point("21|", [2, 1], CriticalPointKind.StrictSaddle, (Rational)5 / 4, ExactFilter("1/2", "-3/10", "0", "0"), 1,
                Filters(CriticalPointKind.StrictSaddle, [], [(Rational)1 / 2, -(Rational)3 / 10, (Rational)0], [(Rational)1, (Rational)0])),
            Zero(study),
        ],
    };

    /// <summary>A list that is not complete, with paths that were lost.</summary>
    internal static CriticalDocument Cut(Study study, string reason) => new()
    {
        Inputs = study.Inputs,
        AllRealPoints = VerdictKind.Undecided,
        Notes = ["Number 1 has 3 real factorizations whose kind is open."],
        Loss = study.Flow!.Loss,
        Completeness = new CompletenessSection
        {
            Expected = 14,
            Found = 9,
            Certified = 8,
            Lost = [new LostRow(5, "infinity", "5 paths have no finite end."), new LostRow(1, "singular", "1 path ends at a solution that is not simple.")],
            Verdict = VerdictKind.Undecided,
            Reason = reason,
            Source = "path accounting",
        },
        Strata = [Row([1, 1, 1, 1], 4, Complete(1)), Row([2, 1, 1], 1, new CompletenessSection
        {
            Expected = 10,
            Found = 5,
            Certified = 4,
            Lost = [new LostRow(5, "infinity", "5 paths have no finite end."), new LostRow(1, "singular", "1 path ends at a solution that is not simple.")],
            Verdict = VerdictKind.Undecided,
            Reason = reason,
            Source = "path accounting",
        })],
        Points =
        [
            Point("|11", [1, 1, 1, 1], CriticalPointKind.NotAttained, (Rational)0, study.Flow.Loss.U, 0),
            Point("2|1", [2, 1, 1], CriticalPointKind.LocalMinimum, 0.55, [0.61, 0.28, -1.37, 0.11, 0.93], 0,
                Filters(CriticalPointKind.LocalMinimum, [], [0.61, 0.9, 0.2, 0.93], [1.02, (Rational)1])),
            Point("211|", [2, 1, 1], CriticalPointKind.Degenerate, 0.97, [0.2, 0.3, -1.5, 0.0, 0.7], 2,
                Filters(CriticalPointKind.Degenerate, [], [0.2, 0.3, 0.2, 0.7], [0.9, (Rational)1])),
            Point("211|", [2, 1, 1], CriticalPointKind.Mixed, 1.3, [0.5, 0.1, -0.9, 0.4, 0.2], 0,
                Filters(CriticalPointKind.StrictSaddle, [], [0.5, 0.3, 0.2, 0.2], [0.9, (Rational)1]),
                Filters(CriticalPointKind.Saddle, [[1, 2]], [0.4, 0.3, 0.1, 0.2], [0.8, (Rational)1])),
        ],
    };

    /// <summary>Strided: one row, no patterns.</summary>
    internal static CriticalDocument Strided(Study study) => new()
    {
        Inputs = study.Inputs,
        Loss = study.Flow!.Loss,
        Completeness = Complete(10),
        Strata = [Row(null, null, Complete(10))],
        Points =
        [
            Point(null, null, CriticalPointKind.GlobalMinimum, 0.25, [.. study.Flow.Loss.U.Select((u, i) => (Scalar)(u.ToDouble() * (1 - (0.1 * i))))], 0,
                Filters(CriticalPointKind.GlobalMinimum, [], [0.5, 0.25, 1.0], [0.4, (Rational)1])),
            Point(null, null, CriticalPointKind.StrictSaddle, 1.5, [.. study.Flow.Loss.U.Select(u => (Scalar)(u.ToDouble() / 2))], 0,
                Filters(CriticalPointKind.StrictSaddle, [], [0.2, 0.25, 0.5], [0.1, (Rational)1])),
        ],
    };

    internal static CompletenessSection Complete(int count) => new()
    {
        Expected = count,
        Found = count,
        Certified = count,
        Lost = [],
        Verdict = VerdictKind.Holds,
        Source = "certified solutions equal the generic count",
    };

    private static CriticalStratumRow Row(ImmutableArray<int>? pattern, int? factorizations, CompletenessSection completeness) =>
        new() { ComplexPattern = pattern, CriticalFactorizations = factorizations is { } count ? (Integer)count : null, Completeness = completeness };

    private static CriticalPointRow Point(
        string? pattern, ImmutableArray<int>? complex, CriticalPointKind kind, Scalar loss, ImmutableArray<Scalar> function, int others, params CriticalFactorizationRow[] factorizations) => new()
        {
            Function = function,
            Loss = loss,
            RealPattern = pattern,
            ComplexPattern = complex,
            Kind = kind,
            Evidence = loss.IsExact ? Evidence.Exact : Evidence.Certified,
            CertificateRadius = loss.IsExact ? 0 : 3.1e-15,
            Factorizations = [.. factorizations],
            OtherFactorizations = others,
        };

    private static CriticalPointRow Zero(Study study) =>
        Point("zero", null, CriticalPointKind.Zero, study.Flow!.Loss.AtZero, [.. Enumerable.Repeat((Scalar)(Rational)0, study.Flow.Loss.U.Length)], 0);

    private static CriticalFactorizationRow Filters(CriticalPointKind kind, ImmutableArray<ImmutableArray<int>> repeated, params ImmutableArray<Scalar>[] filters) => new()
    {
        Filters = [.. filters],
        Kind = kind,
        RepeatedFilters = repeated,
        Radius = 4.4e-15,
        NegativeDirection = kind == CriticalPointKind.StrictSaddle ? [.. filters.SelectMany(filter => filter).Select(value => 0.5 * value.ToDouble())] : null,
    };

    private static int? Match(CriticalDocument critical, ImmutableArray<double> limit)
    {
        for (var i = 0; i < critical.Points.Length; i++)
        {
            if (critical.Points[i].Kind != CriticalPointKind.NotAttained && critical.Points[i].Function.Zip(limit).All(pair => Math.Abs(pair.First.ToDouble() - pair.Second) < SameFunction)) return i;
        }

        return null;
    }
}
