namespace LcnGeometry.TestKit;

/// <summary>Where things are: found by walking up from the test assembly, so that no path is written down.</summary>
public static class Repository
{
    private static readonly Lazy<string> LazyRoot = new(() => Above(AppContext.BaseDirectory, d => File.Exists(Path.Combine(d, "LcnGeometry.sln")), "LcnGeometry.sln"));
    private static readonly Lazy<string> LazyProject = new(() => Above(AppContext.BaseDirectory, d => Directory.EnumerateFiles(d, "*.csproj").Any(), "a project file"));

    /// <summary>The folder of <c>LcnGeometry.sln</c>.</summary>
    public static string Root => LazyRoot.Value;

    /// <summary>The folder of the project of the running tests.</summary>
    public static string TestProject => LazyProject.Value;

    /// <summary>A path under the root; the parts are joined.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Above(string start, Func<string, bool> found, string what)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (found(folder.FullName)) return folder.FullName;
        throw new InvalidOperationException($"No folder above the test assembly holds {what}.");
    }
}
