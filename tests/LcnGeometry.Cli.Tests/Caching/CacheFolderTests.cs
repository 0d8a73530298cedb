namespace LcnGeometry.Cli.Tests;

public sealed class CacheFolderTests
{
    [Theory]
    [InlineData("/c", "/x", "/h", "/c")]
    [InlineData(null, "/x", "/h", "/x/lcn")]
    [InlineData(null, null, "/h", "/h/.cache/lcn")]
    [InlineData(null, "relative", "/h", "/h/.cache/lcn")]
    [InlineData("", "/x", "/h", "/x/lcn")]
    public void The_environment_says_where_on_Linux(string? own, string? cache, string? home, string expected) =>
        Assert.Equal(new CacheFolder(expected, null), On(null, own, cache, home));

    [Fact]
    public void Elsewhere_it_is_the_local_data_folder()
    {
        Assert.Equal("/data/lcn", On("/data", null, "/x", "/h").Path);
        Assert.Equal("/c", On("/data", "/c", null, null).Path);
        Assert.Null(On("", null, "/x", "/h").Path);
    }

    [Theory]
    [InlineData("off", null, "/h", "switches it off")]
    [InlineData("OFF", "/x", "/h", "switches it off")]
    [InlineData("some/folder", null, "/h", "not a full path")]
    [InlineData(null, null, null, "no home folder")]
    [InlineData(null, null, "relative", "no home folder")]
    public void Nothing_is_kept_and_the_reason_is_known(string? own, string? cache, string? home, string reason)
    {
        var folder = On(null, own, cache, home);
        Assert.Null(folder.Path);
        Assert.Contains(reason, folder.Reason, StringComparison.Ordinal);
    }

    private static CacheFolder On(string? localData, string? own, string? cache, string? home) => CacheFolder.Of(
        name => name switch { "LCN_CACHE" => own, "XDG_CACHE_HOME" => cache, "HOME" => home, _ => null }, localData);
}
