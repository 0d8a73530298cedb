using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LcnGeometry.Conventions.Tests;

/// <summary>A public type or member as it is written, with its documentation.</summary>
internal sealed record PublicMember(string File, string Type, string Name, MemberDeclarationSyntax Declaration, string Documentation)
{
    private static readonly Lazy<IReadOnlyList<PublicMember>> LazyAll = new(() => [.. SourceTree.CSharp("src").SelectMany(Read)]);

    public static IReadOnlyList<PublicMember> All => LazyAll.Value;

    public bool IsType => Declaration is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    public bool Inherits => Documentation.Contains("<inheritdoc", StringComparison.Ordinal);

    public string Where => $"{File}:{Declaration.GetLocation().GetLineSpan().StartLinePosition.Line + 1} {Type}{(IsType ? "" : "." + Name)}";

    /// <summary>The exceptions that the body throws by name, without those that report a bug of ours.</summary>
    public IEnumerable<string> Thrown()
    {
        if (IsType) return [];
        var created = Declaration.DescendantNodes().Select(node => node switch
        {
            ThrowStatementSyntax { Expression: ObjectCreationExpressionSyntax creation } => creation.Type.ToString(),
            ThrowExpressionSyntax { Expression: ObjectCreationExpressionSyntax creation } => creation.Type.ToString(),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: var method } access }
                when method.StartsWith("ThrowIf", StringComparison.Ordinal) && access.Expression.ToString().EndsWith("Exception", StringComparison.Ordinal) => access.Expression.ToString(),
            _ => null,
        });
        return created.OfType<string>().Select(name => name.Split('.')[^1].Split('<')[0]).Distinct()
            .Where(name => name is not ("ArgumentNullException" or "InvariantViolationException" or "UnreachableException"));
    }

    private static IEnumerable<PublicMember> Read(string file)
    {
        var root = CSharpSyntaxTree.ParseText(SourceTree.Read(file), new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse)).GetRoot();
        return from declaration in root.DescendantNodes().OfType<MemberDeclarationSyntax>()
               where declaration is not BaseNamespaceDeclarationSyntax && IsPublic(declaration)
               let type = declaration.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text
                   ?? (declaration as DelegateDeclarationSyntax)?.Identifier.Text ?? ""
               select new PublicMember(file, type, NameOf(declaration), declaration, DocumentationOf(declaration));
    }

    private static bool IsPublic(MemberDeclarationSyntax declaration)
    {
        var visible = declaration.Modifiers.Any(SyntaxKind.PublicKeyword) || declaration.Parent is InterfaceDeclarationSyntax or EnumDeclarationSyntax;
        return visible && declaration.Ancestors().OfType<BaseTypeDeclarationSyntax>().All(type => type.Modifiers.Any(SyntaxKind.PublicKeyword) || PublicElsewhere(type));
    }

    /// <summary>A part of a partial type may leave the accessibility to the other parts.</summary>
    private static bool PublicElsewhere(BaseTypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.PartialKeyword)
        && !type.Modifiers.Any(SyntaxKind.InternalKeyword) && !type.Modifiers.Any(SyntaxKind.PrivateKeyword)
        && Assemblies.All.Any(project => project.PublicTypes.Any(one => one.Name.Split('`')[0] == type.Identifier.Text));

    private static string NameOf(MemberDeclarationSyntax declaration) => declaration switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        IndexerDeclarationSyntax => "this[]",
        OperatorDeclarationSyntax one => "operator " + one.OperatorToken.Text,
        ConversionOperatorDeclarationSyntax conversion => "operator " + conversion.Type,
        ConstructorDeclarationSyntax => "constructor",
        _ => declaration.Kind().ToString(),
    };

    private static string DocumentationOf(MemberDeclarationSyntax declaration) => string.Concat(declaration.GetLeadingTrivia()
        .Where(trivia => trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax).Select(trivia => trivia.ToFullString()));
}
