using System.Text;

namespace LcnGeometry;

/// <summary>Lays out compact JSON for reading: short arrays and objects on one line, everything else one entry per line.</summary>
internal static class JsonLayout
{
    private const int Width = 100;

    /// <summary>Inserts spaces and line feeds between the tokens of valid compact JSON; the tokens stay as they are.</summary>
    /// <param name="compact">JSON without white space between tokens.</param>
    /// <returns>The laid out text, with a final line feed.</returns>
    public static string Indent(string compact)
    {
        var text = new StringBuilder(compact.Length * 2);
        var position = 0;
        Write(text, compact, ref position, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, string json, ref int position, int depth)
    {
        if (json[position] is not ('{' or '['))
        {
            var start = position;
            SkipScalar(json, ref position);
            text.Append(json, start, position - start);
            return;
        }

        var end = EndOfContainer(json, position);
        var isFlat = end - position <= Width && (json[position] == '[' || json.IndexOfAny(['{', '['], position + 1, end - position - 1) < 0);
        var isObject = json[position] == '{';
        text.Append(json[position++]);
        var isFirst = true;
        while (json[position] is not ('}' or ']'))
        {
            if (!isFirst)
            {
                position++; // the comma
                text.Append(isFlat ? ", " : ",");
            }

            isFirst = false;
            if (!isFlat) NewLine(text, depth + 1);
            if (isObject)
            {
                var start = position;
                SkipScalar(json, ref position);
                text.Append(json, start, position - start).Append(": ");
                position++; // the colon
            }

            Write(text, json, ref position, depth + 1);
        }

        if (!isFlat && !isFirst) NewLine(text, depth);
        text.Append(json[position++]);
    }

    private static void NewLine(StringBuilder text, int depth) => text.Append('\n').Append(' ', 2 * depth);

    // A string up to its closing quote, or a number or word up to the next delimiter.
    private static void SkipScalar(string json, ref int position)
    {
        if (json[position] != '"')
        {
            while (position < json.Length && json[position] is not (',' or '}' or ']' or ':')) position++;
            return;
        }

        position++;
        while (json[position] != '"') position += json[position] == '\\' ? 2 : 1;
        position++;
    }

    private static int EndOfContainer(string json, int position)
    {
        var depth = 0;
        while (true)
        {
            switch (json[position])
            {
                case '"':
                    SkipScalar(json, ref position);
                    continue;
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']' when --depth == 0:
                    return position;
            }

            position++;
        }
    }
}
