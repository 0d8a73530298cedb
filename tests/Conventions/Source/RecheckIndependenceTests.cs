using System.Text.RegularExpressions;

namespace LcnGeometry.Conventions.Tests;

/// <summary>Certificates are verified by code that shares nothing with the code that finds the solutions.</summary>
public partial class RecheckIndependenceTests
{
    private const string Folder = "src/LcnGeometry/CriticalPoints/Certificates/";

    /// <summary>What the checker may use of its own assembly, each with the reason why the solver cannot mislead it.</summary>
    private static readonly Dictionary<string, string> Shared = new()
    {
        ["Architecture"] = "what the certificate is about",
        ["Completeness"] = "the name of a property, not the type",
        ["CriticalPointCount"] = "closed formulas",
        ["CriticalStratum"] = "the list of strata, derived from the architecture",
        ["ExactStratumCount"] = "exact elimination, for lists that claim to be complete with fewer solutions than generic data have",
        ["InvariantViolationException"] = "an exception",
        ["JsonLayout"] = "white space",
        ["LayerBlock"] = "the blocks of the architecture",
        ["Metric"] = "what the exact count is about",
        ["PositiveDefinite"] = "exact elimination",
        ["QuadraticLoss"] = "what the exact count is about",
        ["Stratum"] = "the name of a property, not the type",
        ["Verdict"] = "an answer",
        ["VerdictKind"] = "an answer",
    };

    [Fact]
    public void The_checker_uses_nothing_of_the_solver()
    {
        var files = SourceTree.CSharp("src").Where(file => file.StartsWith(Folder, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(files);
        Rule.Holds("The checker uses nothing of the solver", files.Where(file => SourceTree.Read(file).Contains("Solving", StringComparison.Ordinal)));

        var own = Declared(files);
        var others = Declared(SourceTree.CSharp("src").Where(file => file.StartsWith("src/LcnGeometry/", StringComparison.Ordinal) && !file.StartsWith(Folder, StringComparison.Ordinal))).Except(own).ToHashSet();
        var used = files.SelectMany(file => Word().Matches(Code(SourceTree.Read(file))).Select(match => match.Value)).Where(others.Contains).ToHashSet();
        Rule.Holds("The checker uses nothing of its own assembly but this list", used.Except(Shared.Keys));
        Rule.Holds("Everything on the list is used", Shared.Keys.Except(used));
    }

    private static HashSet<string> Declared(IEnumerable<string> files) =>
        [.. files.SelectMany(file => Declaration().Matches(Code(SourceTree.Read(file))).Select(match => match.Groups[1].Value))];

    /// <summary>The text without comments and quoted texts.</summary>
    private static string Code(string text) => Quoted().Replace(Comment().Replace(text, ""), "\"\"");

    [GeneratedRegex(@"\b(?:class|struct|record|enum|interface)\s+(?:struct\s+|class\s+)?([A-Z]\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"""(?:[^""\\\n]|\\.)*""")]
    private static partial Regex Quoted();
}
