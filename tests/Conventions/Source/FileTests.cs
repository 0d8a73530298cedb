using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace LcnGeometry.Conventions.Tests;

/// <summary>Sizes, names and words of the written files.</summary>
public partial class FileTests(ITestOutputHelper output)
{
    /// <summary>Source files that may pass 500 lines, each with its reason.</summary>
    private static readonly Dictionary<string, string> MayBeLong = new()
    {
    };

    private static readonly string[] Banned = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "XX" + "X", "place" + "holder", "for " + "now", "NotImplemented" + "Exception"];

    [Fact]
    public void Source_files_are_short()
    {
        var sizes = SourceTree.CSharp("src").Select(file => (File: file, Lines: SourceTree.Lines(file).Length)).OrderBy(size => size.Lines).ToArray();
        var median = sizes[sizes.Length / 2].Lines;
        var high = sizes[(int)(0.95 * (sizes.Length - 1))].Lines;
        output.WriteLine($"{sizes.Length} files, {sizes.Sum(size => size.Lines)} lines, median {median}, 95th percentile {high}, longest {sizes[^1].File} with {sizes[^1].Lines}");
        Rule.Holds("Source files are short", sizes.Where(size => size.Lines > 500 && !MayBeLong.ContainsKey(size.File)));
        Rule.Holds("Source files are short", MayBeLong.Keys.Except(sizes.Where(size => size.Lines > 500).Select(size => size.File)));
        Assert.InRange(median, 20, 140);
        Assert.InRange(high, 1, 350);
    }

    [Fact]
    public void Test_files_are_at_most_600_lines() =>
        Rule.Holds("Test files are at most 600 lines", SourceTree.CSharp("tests").Select(file => (File: file, Lines: SourceTree.Lines(file).Length)).Where(size => size.Lines > 600));

    [Fact]
    public void Nothing_is_left_for_later()
    {
        var pattern = new Regex(@"\b(" + string.Join('|', Banned) + @")\b", RegexOptions.None, TimeSpan.FromSeconds(10));
        Rule.Holds("Nothing is left for later",
            from file in Written()
            from line in SourceTree.Lines(file).Select((text, i) => (Text: text, Number: i + 1))
            where pattern.IsMatch(line.Text)
            select $"{file}:{line.Number}: {line.Text.Trim()}");
    }

    [Fact]
    public void No_path_of_a_machine_is_written_down()
    {
        Rule.Holds("No path of a machine is written down",
            from file in Written()
            from line in SourceTree.Lines(file).Select((text, i) => (Text: text, Number: i + 1))
            where MachinePath().IsMatch(line.Text)
            select $"{file}:{line.Number}: {line.Text.Trim()}");
    }

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        var vague = new Regex(@"(^|[/.])\w*(Utils?|Utilities|Helpers?|Manager|Misc|Common)(\.|/|$)", RegexOptions.None, TimeSpan.FromSeconds(10));
        Rule.Holds("Names say what a thing is", SourceTree.Files.Where(file => vague.IsMatch(file)));
    }

    [Fact]
    public void Namespaces_are_those_of_the_assemblies()
    {
        Rule.Holds("Namespaces are those of the assemblies",
            from project in Assemblies.All
            from file in SourceTree.CSharp("src/" + project.Name)
            from line in SourceTree.Lines(file)
            where line.StartsWith("namespace ", StringComparison.Ordinal)
            let declared = line["namespace ".Length..].TrimEnd(';', ' ')
            where declared != project.Name && !declared.StartsWith("System", StringComparison.Ordinal)
            select $"{file}: {declared}");
    }

    [Fact]
    public void Every_project_is_in_the_solution_and_has_a_lock_file()
    {
        var solution = SourceTree.Read("LcnGeometry.sln").Replace('\\', '/');
        var projects = SourceTree.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(projects);
        Rule.Holds("Every project is in the solution and has a lock file", projects.Where(file => !solution.Contains(file, StringComparison.Ordinal)));
        Rule.Holds("Every project is in the solution and has a lock file", projects.Where(file => !File.Exists(Repository.PathOf(Path.GetDirectoryName(file)!, "packages.lock.json"))));
    }

    [Fact]
    public void Top_level_is_the_agreed_one()
    {
        string[] allowed = ["src", "tests", "examples", "proofs", "LcnGeometry.sln", "README.md", "LICENSE"];
        var top = SourceTree.Files.Select(file => file.Split('/')[0]).Distinct();
        Rule.Holds("Top level is the agreed one", top.Where(entry => !entry.StartsWith('.') && !allowed.Contains(entry)));
    }

    private static IEnumerable<string> Written()
    {
        string[] kinds = [".cs", ".csproj", ".props", ".md", ".sh", ".json", ".yml", ".txt", ".py", ".gp", ".editorconfig", ".sln"];
        return SourceTree.Files.Where(file => kinds.Contains(Path.GetExtension(file)) || file == ".ci/run");
    }

    [GeneratedRegex(@"(^|[\s""'`(=])/(work|root|home/\w+|Users/\w+|tmp/\w+)\b|[A-Z]:\\Users")]
    private static partial Regex MachinePath();
}
