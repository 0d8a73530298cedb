using Spectre.Console;

namespace LcnGeometry.Cli;

/// <summary>The tools as a table for people, then the lines that install what is missing.</summary>
internal static class DoctorView
{
    public static void Draw(IAnsiConsole console, DoctorDocument document)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var title in (ReadOnlySpan<string>)["tool", "version", "used for", "package"]) table.AddColumn(title);
        foreach (var tool in document.Tools)
        {
            var version = tool.Present ? new Text(tool.Version ?? "present", new Style(Color.Green)) : new Text("missing", new Style(Color.Yellow));
            table.AddRow(new Text(tool.Name), version, new Text(tool.UsedFor), new Text(tool.Package));
        }

        console.Write(table);
        foreach (var note in document.Notes) console.WriteLine(note);
        console.WriteLine(Sentence(document.Cache));
        var missing = document.Tools.Where(tool => !tool.Present).ToArray();
        if (missing.Length == 0) return;
        console.WriteLine("To install what is missing:");
        foreach (var tool in missing) console.WriteLine($"  {tool.Install}");
    }

    private static string Sentence(CacheRow cache)
    {
        if (cache.Folder is not { } folder) return $"Start solutions are not kept between runs: {cache.Reason}.";
        if (cache.Reason is { } reason) return $"Start solutions would be kept in {folder}, but {reason}.";
        return cache.Files == 0
            ? $"Start solutions will be kept in {folder}; {CacheFolder.Variable}=off keeps none."
            : FormattableString.Invariant($"Start solutions of {cache.Files} {(cache.Files == 1 ? "system" : "systems")} ({(cache.Bytes + 1023) / 1024} KiB) are kept in {folder}.");
    }
}
