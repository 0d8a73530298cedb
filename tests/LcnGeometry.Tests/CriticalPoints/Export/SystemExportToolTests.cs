using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>The programs run in their tools and give the numbers of S3 and F16; what they list solves the equations.</summary>
public class SystemExportToolTests
{
    [ToolTheory("Singular")]
    [InlineData("2,2", "1,1", 6)]
    [InlineData("3,2", "1,1", 10)]
    [InlineData("2,2", "2,1", 6)]
    [InlineData("3,3", "1,1", 39)]
    [InlineData("2,2,2", "1,2,1", 34)]
    [InlineData("3,1,2,2", "2,1,1,1", 100)]
    [InlineData("5", "1", 1)]
    [InlineData("1,1", "1,1", 1)]
    public void Singular_counts(string filters, string strides, int expected) =>
        Check(filters, strides, expected, ExportFormat.Singular, "Singular", "-q");

    [ToolTheory("M2")]
    [InlineData("2,2", "1,1", 6)]
    [InlineData("3,2", "1,1", 10)]
    [InlineData("2,2", "2,1", 6)]
    [InlineData("3,3", "1,1", 39)]
    [InlineData("2,2,2", "1,2,1", 34)]
    [InlineData("1,1", "1,1", 1)]
    public void Macaulay2_counts(string filters, string strides, int expected) =>
        Check(filters, strides, expected, ExportFormat.Macaulay2, "M2", "--script");

    [ToolTheory("sympy")]
    [InlineData("2,2", "1,1", 6)]
    [InlineData("3,2", "1,1", 10)]
    [InlineData("2,2", "2,1", 6)]
    [InlineData("1,1", "1,1", 1)]
    public void SymPy_counts(string filters, string strides, int expected) =>
        Check(filters, strides, expected, ExportFormat.SymPy, "sympy");

    /// <summary>Special data: Q = I for (2,2) with stride 2 has 2 critical points (F17) or, for a target of rank one, 1, and then a solution with t = 0.</summary>
    [ToolTheory("Singular", "M2", "sympy")]
    [InlineData("1,2,3,4", 2)]
    [InlineData("1,2,2,4", 1)]
    public void Special_data_have_fewer(string target, int expected)
    {
        var loss = QuadraticLoss.FromTarget([.. target.Split(',').Select(Algebra.Rational.Parse)], Metric.Identity(4));
        foreach (var (format, tool, option) in new[] { (ExportFormat.Singular, "Singular", "-q"), (ExportFormat.Macaulay2, "M2", "--script"), (ExportFormat.SymPy, "sympy", "") })
        {
            Assert.Equal(expected, Run(Architecture.Parse("2,2", "2,1"), loss, format, tool, option).Count);
        }
    }

    private static void Check(string filters, string strides, int expected, ExportFormat format, string tool, params string[] options)
    {
        var net = Architecture.Parse(filters, strides);
        var loss = new TestRandom(17).NextLoss(net.EndToEndSize);
        var (count, residuals) = Run(net, loss, format, tool, options);
        Assert.Equal(expected, count);
        Assert.Equal(expected <= (format == ExportFormat.SymPy ? 6 : 20) ? expected : 0, residuals.Count);
        Assert.All(residuals, residual => Assert.InRange(residual, 0, 1e-4));
    }

    private static (int Count, List<double> Residuals) Run(Architecture net, QuadraticLoss loss, ExportFormat format, string tool, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var text = SystemExport.Write(net, loss, format);
        var output = Tool.Run(tool, string.Empty, [.. options.Where(option => option.Length > 0), folder.Write("program", text)]);
        var (lines, program) = (output.Split('\n'), new ExportedProgram(text, format));
        var count = Assert.Single(lines, line => line.StartsWith("solutions ", StringComparison.Ordinal))["solutions ".Length..];
        Complex[] numbers = [.. lines.SkipWhile(line => !line.StartsWith("solutions ", StringComparison.Ordinal)).Skip(1).SelectMany(Numbers)];
        return (int.Parse(count, CultureInfo.InvariantCulture), [.. numbers.Chunk(program.Unknowns.Count).Select(program.Residual)]);
    }

    /// <summary>The numbers of a line such as <c>{.5, 1.2-3e-5*ii}</c>, <c>['-7.9', '(0.4 - 1.07j)']</c> or <c>(0.4-i*1.07)</c>; none of a line with other words.</summary>
    private static IEnumerable<Complex> Numbers(string line)
    {
        if (Regex.IsMatch(line, "[a-dfghk-zA-Z_]")) yield break;
        var bare = Regex.Replace(line, @"i\*([\d.e-]+)", "$1j").Replace("*ii", "j", StringComparison.Ordinal);
        bare = Regex.Replace(bare, @"[\s'{}()]|^\s*\[\d+\]:|[\[\]]", string.Empty);
        foreach (var part in bare.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            const string Number = @"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?";
            var match = Regex.Match(part, $@"^(?<re>{Number}(?!j|\d|\.|e))?(?:(?<im>{Number})j)?$");
            if (match.Success) yield return new Complex(Read(match.Groups["re"]), Read(match.Groups["im"]));
        }
    }

    private static double Read(Group group) => group.Success ? double.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
}
