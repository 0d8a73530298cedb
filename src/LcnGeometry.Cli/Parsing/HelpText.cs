using System.Collections.Immutable;
using System.CommandLine;
using System.Text;

namespace LcnGeometry.Cli;

/// <summary>Writes the help of a command, 80 columns wide.</summary>
internal static class HelpText
{
    private const int Width = 80;
    private const int Indent = 2;

    /// <summary>The help of a command or, for the root, of <c>lcn</c>.</summary>
    public static string Of(Command command, CommonOptions common)
    {
        var text = new StringBuilder();
        Paragraph(text, command.Description ?? "", 0);
        text.AppendLine().Append("Usage: ").AppendLine(Usage(command));
        if (command is LcnCommand own)
        {
            Rows(text, "Arguments", own.Arguments.Select(a => (a.HelpName!, a.Description ?? "")));
            Rows(text, "Options", own.Options.Select(Row));
            Rows(text, "Every command", CommonRows(common));
            Examples(text, own.Examples);
            foreach (var remark in own.Remarks)
            {
                text.AppendLine();
                Paragraph(text, remark, 0);
            }
        }
        else
        {
            Rows(text, "Commands", command.Subcommands.Select(c => (c.Name, c.Description ?? "")));
            Rows(text, "Every command", CommonRows(common).Append(Row(common.Version)));
            Examples(text, [.. command.Subcommands.OfType<LcnCommand>().Select(c => c.Examples[0])]);
            text.AppendLine();
            Paragraph(text, "Exit codes: 0 done; 1 the answer is no; 2 wrong usage, bad input or a refused file; 3 undecided or out of time; 4 a bug of ours; 130 interrupted.", 0);
        }

        return text.Replace("\r\n", "\n").ToString();
    }

    private static IEnumerable<(string Left, string Right)> CommonRows(CommonOptions common) =>
        [Row(common.Json), Row(common.Seed), Row(common.Timeout), Row(common.Help)];

    private static string Usage(Command command)
    {
        if (command is RootCommand) return "lcn COMMAND ...";
        var words = new List<string> { "lcn", command.Name };
        words.AddRange(command.Arguments.Select(a => a.HelpName!));
        if (command.Options.Count > 0) words.Add("[options]");
        return string.Join(' ', words);
    }

    private static (string Left, string Right) Row(Option option) => (
        option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}", option.Description ?? "");

    private static void Rows(StringBuilder text, string title, IEnumerable<(string Left, string Right)> rows)
    {
        var list = rows.ToImmutableArray();
        if (list.IsEmpty) return;
        text.AppendLine().Append(title).AppendLine(":");
        var column = Indent + list.Max(row => row.Left.Length) + 2;
        foreach (var (left, right) in list)
        {
            text.Append(' ', Indent).Append(left.PadRight(column - Indent));
            Paragraph(text, right, column, continued: true);
        }
    }

    private static void Examples(StringBuilder text, ImmutableArray<string> examples)
    {
        text.AppendLine().AppendLine(examples.Length == 1 ? "Example:" : "Examples:");
        foreach (var example in examples) text.Append(' ', Indent).AppendLine(example);
    }

    private static void Paragraph(StringBuilder text, string words, int indent, bool continued = false)
    {
        var used = continued ? indent : Start(text, indent);
        foreach (var word in words.Split(' '))
        {
            if (used > indent && used + 1 + word.Length > Width)
            {
                text.AppendLine();
                used = Start(text, indent);
            }

            if (used > indent)
            {
                text.Append(' ');
                used++;
            }

            text.Append(word);
            used += word.Length;
        }

        text.AppendLine();
    }

    private static int Start(StringBuilder text, int indent)
    {
        text.Append(' ', indent);
        return indent;
    }
}
