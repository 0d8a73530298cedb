namespace LcnGeometry;

/// <summary>A number of things in words.</summary>
internal static class Quantity
{
    /// <summary><c>1 layer</c>, <c>3 layers</c>.</summary>
    public static string Of(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
