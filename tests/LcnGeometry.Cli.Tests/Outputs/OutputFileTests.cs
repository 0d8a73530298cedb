using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_appears_complete()
    {
        var path = _folder.PathOf("a.txt");
        using (var file = OutputFile.Claim("--out", path)!)
        {
            Assert.False(File.Exists(path));
            file.Write("new");
            Assert.False(File.Exists(path));
            file.Publish();
        }

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_claim_that_is_not_published_leaves_nothing_and_spares_what_was_there()
    {
        var path = _folder.Write("a.txt", "old");
        using (var file = OutputFile.Claim("--out", path)!) file.Write("new");
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Publishing_replaces_what_was_there()
    {
        var path = _folder.Write("a.txt", "old and longer");
        using (var file = OutputFile.Claim("--out", path)!)
        {
            file.Write("new");
            file.Publish();
        }

        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void A_link_stays_and_its_target_is_replaced()
    {
        var target = _folder.Write("target.txt", "old");
        var link = _folder.PathOf("link.txt");
        File.CreateSymbolicLink(link, target);
        using (var file = OutputFile.Claim("--out", link)!)
        {
            file.Write("new");
            file.Publish();
        }

        Assert.Equal("new", File.ReadAllText(target));
        Assert.Equal(target, new FileInfo(link).LinkTarget);
    }

    [Fact]
    public void No_option_claims_nothing() => Assert.Null(OutputFile.Claim("--out", null));

    [Fact]
    public void Places_that_cannot_be_written_are_refused_before_anything_is_computed()
    {
        Refused(_folder.Root, "it is a folder");
        Refused(_folder.PathOf("missing", "a.txt"), "its folder does not exist");
        Refused(_folder.Write("file", "") + "/a.txt", "its folder does not exist");
        Refused("/dev/null", "it is not an ordinary file");
        Assert.Throws<CommandException>(() => OutputFile.Claim("--out", " "));
    }

    [Fact]
    public void An_input_is_never_overwritten()
    {
        var input = _folder.Write("a.csv", "1");
        var error = Assert.Throws<CommandException>(() => OutputFile.Claim("--out", _folder.PathOf(".", "a.csv"), "other", input));
        Assert.Contains("would overwrite", error.Message, StringComparison.Ordinal);
    }

    private static void Refused(string path, string reason)
    {
        var error = Assert.Throws<CommandException>(() => OutputFile.Claim("--out", path));
        Assert.Equal((ErrorKind.File, $"--out cannot write '{path}': {reason}."), (error.Kind, error.Message));
    }
}
