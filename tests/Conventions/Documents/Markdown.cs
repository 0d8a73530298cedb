namespace LcnGeometry.Conventions.Tests;

/// <summary>A fenced block of a document, and the output that a <c>text</c> block right after it promises.</summary>
internal sealed record MarkdownBlock(string Document, int Line, string Language, string Content, string? Output)
{
    public override string ToString() => $"{Document}:{Line}";

    /// <summary>The blocks that do something; the <c>text</c> blocks are the outputs of those before them.</summary>
    public static IReadOnlyList<MarkdownBlock> Of(string document)
    {
        var lines = SourceTree.Lines(document);
        var blocks = new List<MarkdownBlock>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            var language = lines[i][3..].Trim();
            var end = Array.FindIndex(lines, i + 1, line => line == "```");
            if (end < 0) throw new InvalidOperationException($"{document}:{i + 1}: the block has no end.");
            var content = string.Concat(lines[(i + 1)..end].Select(line => line + "\n"));
            if (language == "text" && blocks.Count > 0 && blocks[^1].Output is null) blocks[^1] = blocks[^1] with { Output = content };
            else blocks.Add(new MarkdownBlock(document, i + 1, language, content, null));
            i = end;
        }
        return blocks;
    }
}
