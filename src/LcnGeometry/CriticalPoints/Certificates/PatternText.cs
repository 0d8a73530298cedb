using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Root patterns of a stratum in words.</summary>
internal static class PatternText
{
    /// <summary>The multiplicities of each block, such as <c>(2,1,1)</c> or <c>(1,1 | 1)</c>.</summary>
    internal static string Of(ImmutableArray<ImmutableArray<int>> patterns) =>
        $"({string.Join(" | ", patterns.Select(parts => string.Join(',', parts)))})";
}
