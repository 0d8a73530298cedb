using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Filters in a line of text; rounded values stand without a sign of rounding.</summary>
internal static class FilterText
{
    /// <summary>One filter in ASCII: <c>(1, -2/3, 0.5)</c>.</summary>
    internal static string Plain(IEnumerable<Scalar> filter) => Joined(filter.Select(value => NumberText.Of(value).Text));

    /// <summary>One filter of doubles in ASCII.</summary>
    internal static string Plain(IEnumerable<double> filter, int digits = 6) => Joined(filter.Select(value => NumberText.Significant(value, digits)));

    /// <summary>One filter with true minus signs and powers of ten.</summary>
    internal static string Typeset(IEnumerable<Scalar> filter) => Joined(filter.Select(value => NumberText.TypesetDigits(NumberText.Of(value).Text)));

    /// <summary>One filter of doubles with true minus signs and powers of ten.</summary>
    internal static string Typeset(IEnumerable<double> filter, int digits = 6) =>
        Joined(filter.Select(value => NumberText.TypesetDigits(NumberText.Significant(value, digits))));

    /// <summary>The filters of all layers, joined by the sign of convolution.</summary>
    internal static string PlainProduct(ImmutableArray<ImmutableArray<Scalar>> filters) => string.Join(" * ", filters.Select(filter => Plain(filter)));

    private static string Joined(IEnumerable<string> entries) => "(" + string.Join(", ", entries) + ")";
}
