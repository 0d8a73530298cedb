using System.Collections.Immutable;
using System.Globalization;

namespace LcnGeometry;

/// <summary>Says in which inputs two censuses differ.</summary>
internal static class CensusDifference
{
    /// <summary>The first input that differs, such as <c>--seed 1 there and 2 here</c>; null if both are one census. The part does not count.</summary>
    public static string? Of(CensusManifest there, CensusManifest here)
    {
        foreach (var ((name, first), (_, second)) in Facts(there).Zip(Facts(here)))
        {
            if (first != second) return $"{name} is {first} there and {second} here";
        }

        // Names of files do not count, their content does.
        if (there.Fingerprint != here.Fingerprint) return "the numbers of the metric or of the data differ";
        return null;
    }

    private static ImmutableArray<(string Name, string Value)> Facts(CensusManifest manifest)
    {
        var inputs = manifest.Inputs;
        return
        [
            ("the version of lcn", manifest.Version),
            ("the list of filter sizes", Join(inputs.Filters)),
            ("--strides", Join(inputs.Strides)),
            ("--seed", manifest.Seed.ToString(CultureInfo.InvariantCulture)),
            ("where the data come from", Source(inputs)),
            ("--metric", inputs.Metric ?? "absent"),
            ("--target", Join(inputs.Target)),
            ("--column", inputs.Column ?? "absent"),
            ("the centering of the series", inputs.Centered?.ToString(CultureInfo.InvariantCulture) ?? "absent"),
            ("the number of data sets", manifest.DataSets.ToString(CultureInfo.InvariantCulture)),
            ("--inits", manifest.Inits.ToString(CultureInfo.InvariantCulture)),
            ("--method", inputs.Method ?? "absent"),
            ("the SHA-256 of the data", Join(inputs.Digests)),
        ];
    }

    private static string Source(DocumentInputs inputs)
    {
        if (inputs.Series is not null) return "--series";
        if (inputs.Data is not null) return "--data";
        if (inputs.TargetFile is not null) return "--target-file";
        return inputs.Target is not null ? "--target" : "--targets";
    }

    private static string Join<T>(ImmutableArray<T>? values) => values is { } list ? string.Join(',', list) : "absent";
}
