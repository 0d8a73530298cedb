using System.Xml.Linq;

namespace LcnGeometry.Conventions.Tests;

/// <summary>Each assembly uses only those above it in the picture; siblings do not see each other.</summary>
public class AssemblyPictureTests
{
    /// <summary>What each assembly may refer to. An assembly that is not here may not exist.</summary>
    private static readonly Dictionary<string, string[]> Picture = new()
    {
        ["LcnGeometry.Algebra"] = [],
        ["LcnGeometry.Solving"] = ["LcnGeometry.Algebra"],
        ["LcnGeometry"] = ["LcnGeometry.Algebra", "LcnGeometry.Solving"],
        ["LcnGeometry.Proofs"] = ["LcnGeometry.Algebra", "LcnGeometry.Solving", "LcnGeometry"],
        ["LcnGeometry.Networks"] = ["LcnGeometry.Algebra", "LcnGeometry.Solving", "LcnGeometry"],
        ["LcnGeometry.Torch"] = ["LcnGeometry.Algebra", "LcnGeometry.Solving", "LcnGeometry"],
        ["LcnGeometry.Reporting"] = ["LcnGeometry.Algebra", "LcnGeometry.Solving", "LcnGeometry"],
        ["LcnGeometry.Cli"] =
        [
            "LcnGeometry.Algebra", "LcnGeometry.Solving", "LcnGeometry",
            "LcnGeometry.Proofs", "LcnGeometry.Networks", "LcnGeometry.Torch", "LcnGeometry.Reporting",
        ],
    };

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void Project_files_follow_the_picture(string name)
    {
        Assert.True(Picture.TryGetValue(name, out var allowed), $"{name} is not in the picture of the assemblies.");
        var project = XDocument.Load(Assemblies.Named(name).ProjectFile);
        var references = project.Descendants("ProjectReference").Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value));
        Rule.Holds("Project files follow the picture", references.Except(allowed));
    }

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void Compiled_assemblies_follow_the_picture(string name)
    {
        var references = Assemblies.Named(name).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(reference => reference.StartsWith("LcnGeometry", StringComparison.Ordinal));
        Rule.Holds("Compiled assemblies follow the picture", references.Except(Picture[name]));
    }

    // The benchmarks measure stages of a computation that have no public face.
    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void Internals_are_visible_to_the_own_tests_and_the_benchmarks_only(string name)
    {
        var friends = XDocument.Load(Assemblies.Named(name).ProjectFile).Descendants("InternalsVisibleTo").Select(item => item.Attribute("Include")!.Value);
        Rule.Holds("Internals are visible to the own tests and the benchmarks only", friends.Except([name + ".Tests", "LcnGeometry.Benchmarks"]));
    }

    [Fact]
    public void Exact_algebra_needs_no_package()
    {
        var project = XDocument.Load(Assemblies.Named("LcnGeometry.Algebra").ProjectFile);
        Rule.Holds("Exact algebra needs no package", project.Descendants("PackageReference"));
    }
}
