using System.Text;

namespace LcnGeometry.Reporting;

/// <summary>Text as XML: five characters escaped, and what XML cannot hold made visible as the replacement character.</summary>
internal static class XmlText
{
    internal static void Append(StringBuilder output, string text, bool inAttribute)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&': output.Append("&amp;"); break;
                case '<': output.Append("&lt;"); break;
                case '>': output.Append("&gt;"); break;
                case '"' when inAttribute: output.Append("&quot;"); break;
                case '\n' when inAttribute: output.Append("&#10;"); break;
                case '\t' when inAttribute: output.Append("&#9;"); break;
                case '\n' or '\t': output.Append(c); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                        output.Append(c).Append(text[++i]);
                    else
                        output.Append(SafeText.IsHarmless(c) ? c : SafeText.Replacement);
                    break;
            }
        }
    }
}
