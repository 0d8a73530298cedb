using System.Reflection;
using System.Runtime.CompilerServices;

namespace LcnGeometry.Conventions.Tests;

/// <summary>The assemblies under <c>src/</c>: a folder, a project file and a loaded assembly each.</summary>
public sealed record SourceProject(string Name, string Folder, Assembly Assembly)
{
    public string ProjectFile => Path.Combine(Folder, Name + ".csproj");

    public IEnumerable<Type> PublicTypes => Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal);

    /// <summary>Every type that was written by hand.</summary>
    public IEnumerable<Type> WrittenTypes => Assembly.GetTypes().Where(type =>
        !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute))
        && type.Namespace?.StartsWith("LcnGeometry", StringComparison.Ordinal) == true);

    public override string ToString() => Name;
}

public static class Assemblies
{
    public static IReadOnlyList<SourceProject> All { get; } =
    [
        .. Directory.EnumerateDirectories(Repository.PathOf("src"), "LcnGeometry*")
            .Select(folder => new DirectoryInfo(folder).Name).Order(StringComparer.Ordinal)
            .Select(name => new SourceProject(name, Repository.PathOf("src", name), Assembly.Load(name == "LcnGeometry.Cli" ? "lcn" : name))),
    ];

    public static TheoryData<string> Names => [.. All.Select(project => project.Name)];

    public static SourceProject Named(string name) => All.Single(project => project.Name == name);
}
