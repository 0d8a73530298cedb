using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace LcnGeometry.Conventions.Tests;

/// <summary>Every example of the documentation compiles, runs, and says what its comments say.</summary>
[Collection(nameof(Programs))]
public class DocExampleTests(ITestOutputHelper output)
{
    [Fact]
    public void Examples_compile_run_and_keep_their_word()
    {
        var examples = DocExample.All().ToArray();
        Assert.NotEmpty(examples);
        var text = new StringBuilder();
        foreach (var space in Programs.Usings) text.Append("using ").Append(space).Append(";\n");
        text.Append("public static class Examples {\n");
        for (var i = 0; i < examples.Length; i++)
        {
            text.Append("public static void Example").Append(i).Append("(System.Action<string, object> claim) {\n");
            text.Append("#line 1 ").Append(SymbolDisplay.FormatLiteral(examples[i].Where.Replace('"', '\''), true)).Append('\n');
            text.Append(examples[i].Rewritten()).Append("\n}\n");
        }
        text.Append("}\n");
        var assembly = Programs.Compile(text.ToString(), executable: false);
        var type = assembly.GetType("Examples")!;
        var breaches = new List<string>();
        var claims = 0;
        for (var i = 0; i < examples.Length; i++)
        {
            var where = examples[i].Where;
            void Check(string comment, object? value)
            {
                claims++;
                if (!DocExample.Agrees(comment, DocExample.Text(value))) breaches.Add($"{where}: says '{comment}', is '{DocExample.Text(value)}'");
            }

            try
            {
                Programs.InFolder(Repository.PathOf("examples", "data"), () => type.GetMethod("Example" + i)!.Invoke(null, [(Action<string, object?>)Check]));
            }
            catch (TargetInvocationException error)
            {
                breaches.Add($"{where}: threw {error.InnerException!.GetType().Name}: {error.InnerException.Message}");
            }
        }
        output.WriteLine($"{examples.Length} examples, {claims} claims");
        Rule.Holds("An example of the documentation keeps its word", breaches);
    }
}
