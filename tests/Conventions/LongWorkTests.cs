using System.Reflection;
using Xunit.Abstractions;

namespace LcnGeometry.Conventions.Tests;

/// <summary>Whatever can run long can be stopped.</summary>
public class LongWorkTests(ITestOutputHelper output)
{
    /// <summary>Public functions without a token, each with the reason why it ends soon.</summary>
    private static readonly Dictionary<string, string> EndsSoon = new()
    {
        ["ConvolutionMatrix.Of"] = "one step per entry of the result",
        ["CriticalPointCount.ForMetric"] = "small tensors; a sum over subsets of at most nine roots",
        ["CriticalPointCount.OnStratum"] = "cubic in the degree, which is the sum of the multiplicities",
        ["CriticalPointCount.SquarefreeFactorizations"] = "a table over the sizes of the filters, one row per root",
        ["DocumentJson.ReadStudy"] = "linear in the text",
        ["DocumentJson.Write"] = "linear in the text",
        ["ExactStratumCount.Covers"] = "adds up degrees",
        ["FilterFlow.RandomStart"] = "one random number per weight",
        ["HtmlReport.Render"] = "linear in the document",
        ["MatrixText.Parse"] = "linear in the text",
        ["MultivariatePolynomial.Jacobian"] = "one derivative per entry",
        ["MultivariatePolynomial.Parse"] = "refuses texts that would expand too far",
        ["NpyFile.HasMagic"] = "six bytes",
        ["NpyFile.Parse"] = "linear in the file",
        ["NpyFile.Read"] = "linear in the file",
        ["ParameterizationMap.EndToEnd"] = "one product of polynomials per layer",
        ["ParameterizationMap.Jacobian"] = "one product of polynomials per layer and column",
        ["Polynomial.Parse"] = "refuses texts that would expand too far",
        ["PolynomialContent.Of"] = "one gcd per coefficient",
        ["PolynomialContent.PrimitivePart"] = "one gcd per coefficient",
        ["PolynomialDivision.DivideWithRemainder"] = "quadratic in the degree",
        ["PolynomialDivision.PseudoDivide"] = "quadratic in the degree",
        ["PolynomialGcd.ExtendedGcd"] = "quadratic in the degree",
        ["StudyBuilder.Critical"] = "the overload without a token turns what was found into rows",
        ["SystemExport.Parse"] = "four names",
        ["TerminalReport.Write"] = "linear in the document",
    };

    [Fact]
    public void A_public_function_takes_a_token_or_ends_soon()
    {
        foreach (var (name, reason) in EndsSoon) output.WriteLine($"{name}: {reason}");
        var without = Functions().Where(method => method.GetParameters().All(parameter => parameter.ParameterType != typeof(CancellationToken)))
            .Select(Name).Distinct().ToArray();
        Rule.Holds("A public function takes a CancellationToken or ends soon", without.Except(EndsSoon.Keys));
        Rule.Holds("Exemptions are needed", EndsSoon.Keys.Except(without));
    }

    private static IEnumerable<MethodInfo> Functions() =>
        from project in Assemblies.All
        where project.Name != "LcnGeometry.Cli"
        from type in project.PublicTypes
        where type is { IsAbstract: true, IsSealed: true }
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName
        select method;

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
