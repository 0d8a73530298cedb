using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace LcnGeometry.Conventions.Tests;

/// <summary>The packages hold what they should, and the tool installs from them.</summary>
[Collection(nameof(Programs))]
public class PackTests
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly Dictionary<string, string?> Environment = new() { ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1" };

    [ToolFact]
    public void Packages_are_complete_and_the_tool_installs()
    {
        using var folder = new TemporaryFolder();
        Dotnet(folder, "pack", Repository.PathOf("LcnGeometry.sln"), "-c", Configuration, "--no-build", "--nologo", "-o", folder.PathOf("packages"));
        var packed = Directory.EnumerateFiles(folder.PathOf("packages"), "*.nupkg").Select(path => Path.GetFileName(path)).ToArray();
        var names = Assemblies.All.Select(project => project.Name == "LcnGeometry.Cli" ? "LcnGeometry.Tool" : project.Name).ToArray();
        Assert.Equal(names.Select(name => $"{name}.{LibraryVersion.Text}.nupkg").Order(StringComparer.Ordinal), packed.Order(StringComparer.Ordinal));
        foreach (var name in names) Inspect(folder.PathOf("packages", $"{name}.{LibraryVersion.Text}.nupkg"), name);

        Dotnet(folder, "tool", "install", "LcnGeometry.Tool", "--tool-path", folder.PathOf("tools"), "--source", folder.PathOf("packages"), "--version", LibraryVersion.Text);
        var version = Command.Run(folder.PathOf("tools", "lcn"), ["--version"], "", TimeSpan.FromMinutes(1), folder.Root, Environment);
        Assert.Equal(0, version.ExitCode);
        Assert.Contains(LibraryVersion.Text, version.Output, StringComparison.Ordinal);
    }

    private static void Inspect(string path, string name)
    {
        using var package = ZipFile.OpenRead(path);
        var files = package.Entries.Select(entry => entry.FullName).ToArray();
        Assert.Contains("README.md", files);
        if (name == "LcnGeometry.Tool")
        {
            Assert.Contains(files, file => file.EndsWith("/any/lcn.dll", StringComparison.Ordinal));
            Assert.Contains(files, file => file.EndsWith("/any/DotnetToolSettings.xml", StringComparison.Ordinal));
        }
        else
        {
            Assert.Contains($"lib/net10.0/{name}.dll", files);
            Assert.Contains($"lib/net10.0/{name}.xml", files);
        }
        using var reader = new StreamReader(package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open(), Encoding.UTF8);
        var metadata = XDocument.Load(reader).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        string Value(string element) => metadata.Elements().SingleOrDefault(one => one.Name.LocalName == element)?.Value ?? "";
        Assert.Equal(name, Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.NotEmpty(Value("description"));
        Assert.NotEmpty(Value("tags"));
        var internals = metadata.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value)
            .Where(id => id.StartsWith("LcnGeometry", StringComparison.Ordinal));
        Rule.Holds("A package depends only on packages of ours that exist", internals.Except(Assemblies.All.Select(project => project.Name)));
    }

    private static void Dotnet(TemporaryFolder folder, params string[] arguments)
    {
        // A cache of its own, so that an earlier package of the same version is not taken for this one.
        var environment = new Dictionary<string, string?>(Environment);
        if (arguments[0] == "tool") environment["NUGET_PACKAGES"] = folder.PathOf("cache");
        var result = Command.Run("dotnet", arguments, "", TimeSpan.FromMinutes(5), folder.Root, environment);
        Assert.True(result.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}{System.Environment.NewLine}{result.Output}{result.Error}");
    }
}
