using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Abstractions;

namespace LcnGeometry.Conventions.Tests;

/// <summary>What the documentation of the source must say. That every public member has some is a warning, and so an error, of the compiler.</summary>
public class DocumentationTests(ITestOutputHelper output)
{
    /// <summary>Folders whose public static classes are algorithms.</summary>
    private static readonly string[] Algorithms =
    [
        "src/LcnGeometry.Algebra/Univariate", "src/LcnGeometry.Algebra/RealRoots", "src/LcnGeometry.Algebra/Multivariate", "src/LcnGeometry.Algebra/Matrices",
        "src/LcnGeometry.Solving", "src/LcnGeometry/FunctionSpaces", "src/LcnGeometry/Losses", "src/LcnGeometry/GradientFlow",
    ];

    private static readonly string[] Labels = ["<b>Guarantee:</b>", "<b>Method:</b>", "<b>Cost:</b>", "<b>Source:</b>", "<example>"];

    /// <summary>Members that are no algorithm although they stand among them, each with its reason.</summary>
    private static readonly Dictionary<string, string> NotAnAlgorithm = new()
    {
        ["MatrixText.Parse"] = "reads text",
        ["FilterFlow.RandomStart"] = "draws random numbers",
    };

    [Fact]
    public void The_source_is_read() => Assert.True(PublicMember.All.Count > 200, $"only {PublicMember.All.Count} public members were found");

    /// <summary>
    /// A text search, and honest about it: it sees the <c>throw</c>s in a member's own body, not those of what it calls. Null arguments
    /// are the business of the nullable annotations.
    /// </summary>
    [Fact]
    public void Every_throw_is_documented() =>
        Rule.Holds("A public member that throws says so",
            from member in PublicMember.All
            where !member.Inherits
            from thrown in member.Thrown()
            where !Documents(member, thrown) && !(thrown == nameof(ArgumentOutOfRangeException) && Documents(member, nameof(ArgumentException)))
            select $"{member.Where} throws {thrown}");

    /// <remarks>The labels may stand at the type, or at one of several overloads.</remarks>
    [Fact]
    public void Algorithms_say_guarantee_method_cost_source_and_example()
    {
        output.WriteLine($"Not algorithms: {string.Join("; ", NotAnAlgorithm.Select(pair => $"{pair.Key} ({pair.Value})"))}");
        var labelled = PublicMember.All.Where(member => Labelled(member.Documentation)).ToLookup(member => member.Type, member => member.IsType ? "" : member.Name);
        Rule.Holds("A public algorithm documents guarantee, method, cost, source and example, in this order",
            from member in PublicMember.All
            where member.Declaration is MethodDeclarationSyntax && IsAlgorithm(member)
            where !labelled[member.Type].Contains("") && !labelled[member.Type].Contains(member.Name)
            select member.Where);
    }

    [Fact]
    public void Labels_stand_in_order() =>
        Rule.Holds("Labels are complete and in order", PublicMember.All
            .Where(member => Labels[..4].Any(label => member.Documentation.Contains(label, StringComparison.Ordinal)) && !Labelled(member.Documentation))
            .Select(member => member.Where));

    [Fact]
    public void Exemptions_name_members_that_exist()
    {
        var names = PublicMember.All.Select(Key).ToHashSet();
        Rule.Holds("Exemptions name members that exist", NotAnAlgorithm.Keys.Where(key => !names.Contains(key)));
    }

    /// <summary>Papers are cited by author and title; their theorem numbers change between versions.</summary>
    [Fact]
    public void No_theorem_numbers() =>
        Rule.Holds("No theorem numbers", PublicMember.All.Where(member =>
            System.Text.RegularExpressions.Regex.IsMatch(member.Documentation, @"\b(Theorem|Proposition|Lemma|Corollary|Table|Figure)\s+\d")).Select(member => member.Where));

    private static bool Documents(PublicMember member, string exception) =>
        member.Documentation.Contains($"<exception cref=\"{exception}\"", StringComparison.Ordinal);

    private static bool IsAlgorithm(PublicMember member) =>
        Algorithms.Any(folder => member.File.StartsWith(folder + "/", StringComparison.Ordinal))
        && member.Declaration.Parent is ClassDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(token => token.Text == "static")
        && !NotAnAlgorithm.ContainsKey(Key(member)) && !member.Inherits;

    private static string Key(PublicMember member) => $"{member.Type}.{member.Name}";

    private static bool Labelled(string documentation)
    {
        var at = Labels.Select(label => documentation.IndexOf(label, StringComparison.Ordinal)).ToArray();
        return at[0] >= 0 && at.Zip(at.Skip(1)).All(pair => pair.First < pair.Second);
    }
}
