namespace LcnGeometry.Conventions.Tests;

/// <summary>The written files of the repository: what version control would hold, without asking it.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> Skipped = ["bin", "obj", "artifacts", "TestResults", "StrykerOutput", ".git", ".vs", ".idea"];

    /// <summary>Every file, as a path from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Repository.Root).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> CSharp(string top) => Files.Where(file => file.StartsWith(top + "/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Repository.PathOf(file));

    public static string[] Lines(string file) => File.ReadAllLines(Repository.PathOf(file));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (Path.GetFileName(file) is ".git" or "report.html") continue;
            if (file.EndsWith(".received", StringComparison.Ordinal)) continue;
            yield return Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
        }
        foreach (var inner in Directory.EnumerateDirectories(folder).Where(inner => !Skipped.Contains(Path.GetFileName(inner))))
            foreach (var file in Walk(inner)) yield return file;
    }
}
