using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Turns critical points into rows of documents.</summary>
internal static class CriticalRows
{
    /// <summary>How complete a list is.</summary>
    public static CompletenessSection Section(Completeness completeness) => new()
    {
        Expected = completeness.Expected,
        Found = completeness.Found,
        Certified = completeness.Certified,
        Lost = [.. completeness.Lost.Select(lost => new LostRow(lost.Count, Where(lost.Place), lost.Sentence + "."))],
        Verdict = completeness.Verdict.Kind,
        Reason = completeness.Verdict.Reason,
        Source = completeness.Source,
    };

    /// <summary>Stride one: one row per complex pattern. Strided: one row for all.</summary>
    public static ImmutableArray<CriticalStratumRow> Strata(CriticalPointSet points) => points.Architecture.IsStrideOne
        ?
        [
            .. points.Strata.Select(row => new CriticalStratumRow
            {
                ComplexPattern = row.Stratum.Patterns is [var pattern] ? pattern : [],
                CriticalFactorizations = row.Stratum.Factorizations,
                Completeness = Section(row.Completeness),
            }),
        ]
        : [new CriticalStratumRow { ComplexPattern = null, CriticalFactorizations = null, Completeness = Section(points.Completeness) }];

    /// <summary>The real critical functions; losses that may be equal are printed so that they do not descend, each within its enclosure.</summary>
    public static ImmutableArray<CriticalPointRow> Points(CriticalPointSet points)
    {
        var rows = ImmutableArray.CreateBuilder<CriticalPointRow>(points.Count);
        var least = double.NegativeInfinity;
        foreach (var point in points)
        {
            var row = Row(point, points.Loss);
            if (!row.Loss.IsExact && row.Loss.ToDouble() < least) row = row with { Loss = Math.Min(least, point.Loss.Upper) };
            least = Math.Max(least, row.Loss.ToDouble());
            rows.Add(row);
        }

        return rows.MoveToImmutable();
    }

    /// <summary>One real critical function.</summary>
    private static CriticalPointRow Row(CriticalPoint point, QuadraticLoss loss) => new()
    {
        Function = point.ExactFunction is { } exact ? Scalars(exact) : Middles(point.Function),
        Loss = point.ExactFunction is { } known ? loss.Evaluate(known) : point.Loss.Midpoint,
        RealPattern = point.Kind == CriticalPointKind.Zero ? "zero" : point.RealPattern?.ToString(),
        ComplexPattern = point.ComplexPattern,
        Kind = point.Kind,
        Evidence = point.Evidence,
        CertificateRadius = point.ExactFunction is null ? point.CertificateRadius : 0,
        Factorizations = [.. point.Factorizations.Select(Row)],
        OtherFactorizations = point.OtherFactorizations,
        UndecidedFactorizations = point.UndecidedFactorizations.IsZero ? null : point.UndecidedFactorizations,
    };

    private static CriticalFactorizationRow Row(CriticalFactorization factorization)
    {
        var exact = factorization.ExactFilters is { } filters && filters.All(filter => filter.IsExact) ? factorization.ExactFilters : null;
        return new CriticalFactorizationRow
        {
            Filters = exact is { } known ? [.. known.Select(filter => filter.ToScalars())] : [.. factorization.Filters.Select(Middles)],
            Kind = factorization.Kind,
            Regular = factorization.Regular.Kind,
            RepeatedFilters = factorization.RepeatedFilters,
            Radius = exact is null ? factorization.Filters.Max(filter => filter.Max(Radius)) : null,
            NegativeDirection = factorization.NegativeDirection,
        };
    }

    private static ImmutableArray<Scalar> Scalars(ImmutableArray<Rational> values) => [.. values.Select(value => (Scalar)value)];

    private static ImmutableArray<Scalar> Middles(ImmutableArray<Interval> values) => [.. values.Select(value => (Scalar)value.Midpoint)];

    private static double Radius(Interval value) => value.Lower == value.Upper ? 0 : value.Radius;

    private static string Where(LostPlace place) => place switch
    {
        LostPlace.Infinity => "infinity",
        LostPlace.DeeperStratum => "deeperStratum",
        _ => "singular",
    };
}
