namespace LcnGeometry.Reporting;

/// <summary>Names for what a document is about.</summary>
internal static class Names
{
    /// <summary>The architecture: <c>(3, 2)</c> or <c>(3, 2) with stride 2</c>; the last stride never matters.</summary>
    internal static string Network(DocumentInputs inputs)
    {
        if (inputs.GridFilters is { } grid) return Words.Tuple(grid) + (inputs.GridStrides is { } steps && steps[..^1].Any(step => step.Any(s => s != 1)) ? " with strides " + Words.Tuple(steps[..^1]) : "");
        var strides = inputs.Strides is { Length: > 1 } all ? all[..^1] : [];
        return Words.Tuple(inputs.Filters ?? []) + (strides.All(stride => stride == 1) ? "" : strides.Length == 1 ? " with stride " + NumberText.Count(strides[0]) : " with strides " + Words.Tuple(strides));
    }

    /// <summary>What the loss is about: <c> on sunspots.csv</c>; empty without a loss.</summary>
    internal static string Subject(DocumentInputs inputs)
    {
        if (inputs.Series is { } series) return " on " + Words.FileName(series);
        if (inputs.Data is { Length: > 0 } data) return " on " + string.Join(" and ", data.Select(Words.FileName));
        return inputs.Target is null ? "" : " on a given target";
    }
}
