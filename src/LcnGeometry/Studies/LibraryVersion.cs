namespace LcnGeometry;

/// <summary>The version that documents carry.</summary>
public static class LibraryVersion
{
    /// <summary>Major, minor and patch.</summary>
    public static string Text { get; } = typeof(LibraryVersion).Assembly.GetName().Version!.ToString(3);
}
