namespace LcnGeometry.Cli;

/// <summary>The folder that may keep start solutions between runs, or the reason why there is none.</summary>
/// <param name="Path">The folder, which need not exist yet; null when nothing is kept.</param>
/// <param name="Reason">Why nothing is kept; null when something is.</param>
internal sealed record CacheFolder(string? Path, string? Reason)
{
    /// <summary>Names another folder, or switches the cache off.</summary>
    public const string Variable = "LCN_CACHE";

    private const string Off = "off";
    private const string Name = "lcn";

    /// <summary>The folder that the environment asks for.</summary>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <param name="localData">The user's local data folder where there is no convention of XDG; null on Linux.</param>
    /// <remarks>
    /// In this order: <c>LCN_CACHE</c> itself, <c>XDG_CACHE_HOME/lcn</c>, <c>HOME/.cache/lcn</c> on Linux, and <c>lcn</c> in the local data
    /// folder elsewhere. As the XDG specification asks, a relative <c>XDG_CACHE_HOME</c> is ignored.
    /// </remarks>
    public static CacheFolder Of(Func<string, string?> variable, string? localData)
    {
        if (variable(Variable) is { Length: > 0 } own)
        {
            if (own.Equals(Off, StringComparison.OrdinalIgnoreCase)) return new CacheFolder(null, $"{Variable}={own} switches it off");
            return System.IO.Path.IsPathFullyQualified(own)
                ? new CacheFolder(own, null)
                : new CacheFolder(null, $"{Variable} names '{own}', which is not a full path");
        }

        if (localData is not null) return localData.Length == 0 ? Homeless : Under(localData);
        if (variable("XDG_CACHE_HOME") is { } cache && System.IO.Path.IsPathFullyQualified(cache)) return Under(cache);
        return variable("HOME") is { } home && System.IO.Path.IsPathFullyQualified(home) ? Under(System.IO.Path.Combine(home, ".cache")) : Homeless;
    }

    /// <summary>The folder of this process.</summary>
    public static CacheFolder Of(CommandHost host) => Of(
        host.Variable, OperatingSystem.IsLinux() ? null : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData));

    private static CacheFolder Homeless => new(null, "the user has no home folder");

    private static CacheFolder Under(string parent) => new(System.IO.Path.Combine(parent, Name), null);
}
