using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>What the umbrella figure shows of a study.</summary>
internal sealed record UmbrellaData
{
    private const double LeastRadius = 2.5, LeastSplitRadius = 5, MostRadius = 8, LeastHeight = 4.5, MostHeight = 9, Safety = 1e4, LimitAccuracy = 1e-5;

    /// <summary>The distance of the entries that are not always zero.</summary>
    internal required int Step { get; init; }

    /// <summary>Whether the first filter is a product of two of size two.</summary>
    internal required bool NeedsRealRoots { get; init; }

    internal required double Radius { get; init; }

    internal required double Height { get; init; }

    /// <summary>The target in normal form; null without a loss, when an end of it is zero, or when it is too far away.</summary>
    internal required UmbrellaPoint? Target { get; init; }

    /// <summary>The critical points that can be placed.</summary>
    internal required ImmutableArray<(UmbrellaPoint Point, int Index, CriticalPointKind Kind)> Critical { get; init; }

    /// <summary>The limits of the flow that can be placed.</summary>
    internal required ImmutableArray<(UmbrellaPoint Point, LimitGroup Group)> Limits { get; init; }

    /// <summary>The critical points with nonzero function that cannot be placed, by their place in the list.</summary>
    internal required ImmutableArray<int> Unplaced { get; init; }

    /// <summary>Whether the study has a loss.</summary>
    internal required bool HasTarget { get; init; }

    /// <summary>Whether the merged form of the network is (3, 2) with stride 2.</summary>
    internal static bool Applies(Study study) =>
        study.Describe.Merged.Filters is [3, 2] && study.Describe.Merged.Strides is [2, ..] && (study.Describe.EndToEnd.Size - 1) % 4 == 0;

    internal static UmbrellaData Of(Study study, ImmutableArray<LimitGroup> groups)
    {
        var step = (study.Describe.EndToEnd.Size - 1) / 4;
        var splits = study.Inputs.Filters is { } filters && filters.Count(size => size > 1) > 2;
        var loss = study.Flow?.Loss ?? study.Critical?.Loss;
        var target = loss is null ? null : UmbrellaPoint.Of([.. loss.U.Select(u => u.ToDouble())], step);
        var critical = (study.Critical?.Points ?? [])
            .Select((point, i) => (Point: UmbrellaPoint.Of([.. point.Function.Select(value => value.ToDouble())], step, Safety * point.CertificateRadius), Index: i, point.Kind))
            .Where(point => point.Kind != CriticalPointKind.Zero).ToList();
        var limits = groups.Where(group => group.Status == FlowStatus.Converged)
            .Select(group => (Point: OfLimit(study.Flow!.Runs[group.Runs[0]].Limit.Function, step), Group: group)).ToList();
        List<UmbrellaPoint> all = [.. critical.Select(item => item.Point).Append(target).Concat(limits.Select(limit => limit.Point)).OfType<UmbrellaPoint>()];
        var radius = Reach(all.Select(point => point.Radius), splits ? LeastSplitRadius : LeastRadius, MostRadius);
        var height = Reach(all.Select(point => Math.Abs(point.Second)), LeastHeight, MostHeight);
        return new UmbrellaData
        {
            Step = step,
            NeedsRealRoots = splits,
            Radius = radius,
            Height = height,
            Target = target is { } star && Fits(star) ? star : null,
            Critical = [.. critical.Where(item => item.Point is { } point && Fits(point)).Select(item => (item.Point!.Value, item.Index, item.Kind))],
            Limits = [.. limits.Where(item => item.Point is { } point && Fits(point)).Select(item => (item.Point!.Value, item.Group))],
            Unplaced = [.. critical.Where(item => item.Point is not { } point || !Fits(point)).Select(item => item.Index)],
            HasTarget = loss is not null,
        };

        bool Fits(UmbrellaPoint point) => point.Radius <= radius && Math.Abs(point.Second) <= height;
    }

    // The normal form divides by the ends, so an end that is zero up to the accuracy of the flow has no place.
    private static UmbrellaPoint? OfLimit(ImmutableArray<double> filter, int step) => UmbrellaPoint.Of(filter, step, LimitAccuracy * filter.Max(Math.Abs));

    // A little more than the farthest point that is not too far.
    private static double Reach(IEnumerable<double> values, double least, double most) =>
        values.Select(value => 1.15 * value).Where(value => value <= most).Append(least).Max();
}
