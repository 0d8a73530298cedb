using Xunit.Sdk;

namespace LcnGeometry.Conventions.Tests;

/// <summary>Fails with every breach of a rule, not only the first few.</summary>
internal static class Rule
{
    public static void Holds<T>(string rule, IEnumerable<T> breaches)
    {
        var list = breaches.Select(breach => $"  {breach}").ToArray();
        if (list.Length > 0) throw new XunitException($"{rule}; {list.Length} breach{(list.Length == 1 ? "" : "es")}:{Environment.NewLine}{string.Join(Environment.NewLine, list)}");
    }
}
