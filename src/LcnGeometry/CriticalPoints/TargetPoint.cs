using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>The critical point at the target of a network with a single block: every real factorization is a global minimum.</summary>
internal sealed class TargetPoint(Architecture net, QuadraticLoss loss, PointBuilder builder, int limit, CancellationToken token)
{
    /// <summary>The point.</summary>
    /// <param name="target">The target; not zero.</param>
    /// <param name="stratum">The index of its stratum, if that was solved.</param>
    /// <param name="box">The box of the stratum that holds it, if there is one.</param>
    public CriticalPoint Build(TargetFunction target, int? stratum, int? box)
    {
        var point = new CriticalPoint
        {
            Function = [.. target.Filter.Select(Interval.Enclose)],
            ExactFunction = target.Filter,
            Loss = Interval.Enclose(loss.Evaluate(target.Filter)),
            RealPattern = net.IsStrideOne ? target.Pattern : null,
            ComplexPattern = net.IsStrideOne ? target.Pattern.Complex : null,
            Stratum = stratum,
            Box = box,
            Kind = CriticalPointKind.NotAttained,
        };
        return FromIntervals(point, target) ?? Exactly(point, target);
    }

    /// <summary>The factorizations in interval arithmetic; null if some may be rational, or roots are not isolated.</summary>
    private CriticalPoint? FromIntervals(CriticalPoint point, TargetFunction target)
    {
        if (target.Roots.IsDefault || net.Filters.Count(k => k > 1) < 2) return null;
        var assignments = builder.Assignments(target.Roots);
        if (assignments.SquarefreeCount.IsZero) return point;
        var function = new CriticalFunction(point.Function, target.Filter, target.Roots, point.Stratum, null);
        var leading = Leading(target.Form);
        var list = ImmutableArray.CreateBuilder<CriticalFactorization>(assignments.List.Length);
        foreach (var assignment in assignments.List)
        {
            var filters = new FactoredFunction(net, function, assignment).Normalize().Filters;
            if (filters.Skip(1).Any(f => f.Length > 1 && MayBeRational(f, leading))) return null;
            list.Add(Minimum(filters, null, Verdict.Of(target.Pattern.IsSquarefree), assignment.RepeatedFilters));
        }

        return point with
        {
            Kind = CriticalPointKind.GlobalMinimum,
            Factorizations = list.MoveToImmutable(),
            CriticalFactorizationCount = assignments.SquarefreeCount,
        };
    }

    /// <summary>The factorizations exactly where they are rational, and whatever the multiplicities: the gradient is zero, so all are critical.</summary>
    private CriticalPoint Exactly(CriticalPoint point, TargetFunction target)
    {
        var set = new Architecture(net.Filters).FunctionSpace().Factor(target.Form, limit, token);
        if (set.Count is not { IsZero: false } count) return point;
        return point with
        {
            Kind = CriticalPointKind.GlobalMinimum,
            Factorizations = [.. set.Factorizations.Select(f => Minimum(
                [.. f.Filters.Select(filter => filter.Coefficients.Select(Enclose).ToImmutableArray())], f.Filters, Verdict.Of(f.IsCoprime), f.RepeatedFilters))],
            CriticalFactorizationCount = count,
        };
    }

    private static CriticalFactorization Minimum(
        ImmutableArray<ImmutableArray<Interval>> filters, ImmutableArray<LayerFilter>? exact, Verdict regular, ImmutableArray<ImmutableArray<int>> repeated) => new()
        {
            Filters = filters,
            ExactFilters = exact is { } known && known.All(f => f.IsExact) ? exact : null,
            Kind = CriticalPointKind.GlobalMinimum,
            Regular = regular,
            RepeatedFilters = repeated,
        };

    /// <summary>The leading coefficient of the primitive multiple with integer coefficients: it clears the denominators of every monic rational divisor.</summary>
    private static Interval Leading(ImmutableArray<Rational> form) =>
        Interval.Enclose(PolynomialContent.Of(new Polynomial<Rational>(form.AsSpan())).Primitive.LeadingCoefficient);

    private static bool MayBeRational(ImmutableArray<Interval> filter, Interval leading) => filter.All(c =>
    {
        var scaled = leading * c;
        return !(Math.Ceiling(scaled.Lower) > scaled.Upper);
    });

    private static Interval Enclose(RationalInterval interval) => interval.IsPoint
        ? Interval.Enclose(interval.Lower)
        : Interval.Between(Interval.Enclose(interval.Lower).Lower, Interval.Enclose(interval.Upper).Upper);
}
