namespace LcnGeometry.Conventions.Tests;

/// <summary>The public face of every assembly is an approved text, so that a change to it is a reviewed diff.</summary>
public class PublicApiTests
{
    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void Public_face_is_the_approved_one(string name)
    {
        var project = Assemblies.Named(name);
        Approved.CheckFile(ApiText.Of(project), Path.Combine(project.Folder, "PublicApi.txt"));
    }

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void One_public_namespace_per_assembly(string name) =>
        Rule.Holds("One public namespace per assembly", Assemblies.Named(name).PublicTypes.Where(type => type.Namespace != name).Select(type => type.FullName));
}
