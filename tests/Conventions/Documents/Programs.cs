using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Sdk;

namespace LcnGeometry.Conventions.Tests;

/// <summary>Compiles and runs C# text against the assemblies of the solution, in this process.</summary>
[CollectionDefinition(nameof(Programs), DisableParallelization = true)]
public static class Programs
{
    /// <summary>What a file-based program has without asking, and our own namespaces.</summary>
    public static IReadOnlyList<string> Usings { get; } =
    [
        .. Implicit, "System.Collections.Immutable", .. Assemblies.All.Where(project => project.Name != "LcnGeometry.Cli" && project.PublicTypes.Any()).Select(project => project.Name),
    ];

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.EndsWith(".dll", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    private static string[] Implicit =>
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>Compiles the text; the first errors are the failure.</summary>
    public static Assembly Compile(string code, bool executable)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var implicitUsings = string.Concat(Implicit.Select(space => $"global using global::{space};\n"));
        var compilation = CSharpCompilation.Create("Program" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(code, options), CSharpSyntaxTree.ParseText(implicitUsings, options)], References.Value,
            new CSharpCompilationOptions(executable ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Take(20)
                .Select(one => $"{one.Location.GetMappedLineSpan().Path}: {one.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
            throw new XunitException("The code does not compile:" + Environment.NewLine + string.Join(Environment.NewLine, errors));
        }
        return Assembly.Load(image.ToArray());
    }

    /// <summary>Runs a program with top-level statements and returns what it printed.</summary>
    public static string Run(string code, string folder, params string[] arguments)
    {
        var entry = Compile(code, executable: true).EntryPoint!;
        var before = Console.Out;
        using var printed = new StringWriter { NewLine = "\n" };
        Console.SetOut(printed);
        try
        {
            InFolder(folder, () =>
            {
                var result = entry.Invoke(null, entry.GetParameters().Length == 0 ? null : [arguments]);
                if (result is Task task) task.GetAwaiter().GetResult();
            });
        }
        finally
        {
            Console.SetOut(before);
        }
        return printed.ToString();
    }

    /// <summary>Does something with another working folder.</summary>
    public static void InFolder(string folder, Action action)
    {
        var before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(folder);
        try
        {
            action();
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }
}
