using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LcnGeometry.Conventions.Tests;

/// <summary>The code of one <c>example</c> element, rewritten so that what a comment after an expression claims is compared.</summary>
/// <remarks><c>RealRoots.Count(p) // 3</c> and <c>Console.WriteLine(n); // 3</c> are claims; a comment after a declaration is prose.</remarks>
internal sealed record DocExample(string Where, string Code)
{
    /// <summary>Reads every example of the documentation.</summary>
    public static IEnumerable<DocExample> All()
    {
        foreach (var member in PublicMember.All)
        {
            var rest = member.Documentation;
            for (var at = rest.IndexOf("<code>", StringComparison.Ordinal); at >= 0; at = rest.IndexOf("<code>", StringComparison.Ordinal))
            {
                var end = rest.IndexOf("</code>", at, StringComparison.Ordinal);
                var lines = rest[(at + "<code>".Length)..end].Split('\n').Select(line => line.Trim()).Select(line => line.StartsWith("///", StringComparison.Ordinal) ? line[3..] : line);
                yield return new DocExample(member.Where, string.Join('\n', lines.Select(WebUtility.HtmlDecode).Select(line => Closed(line!))));
                rest = rest[end..];
            }
        }
    }

    /// <summary>An expression shown with its value may go without its semicolon.</summary>
    private static string Closed(string line)
    {
        var comment = line.IndexOf(" //", StringComparison.Ordinal);
        if (comment < 0) return line;
        var code = line[..comment].TrimEnd();
        return code.Length == 0 || code[^1] is ';' or '{' or '}' or ',' or '(' ? line : code + ";" + line[comment..];
    }

    /// <summary>The statements, each claim followed by its check.</summary>
    public string Rewritten()
    {
        var body = ((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(Code).GetRoot()).Members.OfType<GlobalStatementSyntax>().Select(global => global.Statement);
        var text = new StringBuilder();
        foreach (var statement in body)
        {
            var claim = Claim(statement);
            var code = statement.ToFullString();
            if (claim is null) text.Append(code).Append('\n');
            else text.Append(Checked(statement, code, Literal(claim))).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>How a value is written in a comment.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable many => "[" + string.Join(", ", many.Cast<object?>().Select(Text)) + "]",
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether a comment states the value; words may follow it after a comma, a colon, a semicolon or in parentheses.</summary>
    /// <remarks>Lists are compared without their brackets.</remarks>
    public static bool Agrees(string comment, string value)
    {
        (comment, value) = (Bare(comment), Bare(value));
        if (!comment.StartsWith(value, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = comment[value.Length..];
        return rest.Length == 0 || rest[0] is ',' or ':' or ';' || rest.StartsWith(" (", StringComparison.Ordinal);
    }

    private static string Bare(string text) => text.StartsWith('[') || text.StartsWith('(') ? text.Replace("[", "", StringComparison.Ordinal)
        .Replace("]", "", StringComparison.Ordinal).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal) : text;

    private static string Checked(StatementSyntax statement, string code, string claim)
    {
        if (statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && call.Expression.ToString() == "Console.WriteLine")
            return $"claim({claim}, {call.ArgumentList.Arguments.Single().Expression.ToFullString()});";
        return statement switch
        {
            ExpressionStatementSyntax expression when expression.Expression is not AssignmentExpressionSyntax => $"claim({claim}, {expression.Expression.ToFullString()});",
            _ => code,
        };
    }

    private static string? Claim(StatementSyntax statement) => statement.GetTrailingTrivia()
        .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)).Select(trivia => trivia.ToString()[2..].Trim()).FirstOrDefault();

    private static string Literal(string text) => SyntaxFactory.Literal(text).ToString();
}
