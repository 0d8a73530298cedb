using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>The frame of a chapter: a heading with an anchor, and the notes of the document that it shows.</summary>
internal static class Chapter
{
    internal static Element Open(string id, string title) => El("section", new Element("h2", title).Set("id", id + "-title")).Set("id", id).Set("aria-labelledby", id + "-title");

    /// <summary>A sentence in place of what is not there.</summary>
    internal static Element Absent(string sentence) => P(sentence).Class("absent");

    /// <summary>The notes of one document; null when it has none.</summary>
    internal static Element? Notes(ImmutableArray<string> notes) =>
        notes.IsDefaultOrEmpty ? null : new Element("ul").Class("notes").AddAll(notes.Select(note => El("li", note)));
}
