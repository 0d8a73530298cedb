using System.Text;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Macaulay2 reads what is printed for it, and knows the same generic discriminants.</summary>
public class Macaulay2Tests
{
    [ToolFact("M2")]
    public void Reads_what_is_printed_for_it()
    {
        VariableList variables = ["y", "c0", "x_1", "w_1_2"];
        var random = new TestRandom(1);
        var script = new StringBuilder("R = QQ[y, c0, x_1, w_(1,2)]; v = gens R; bad = 0;\n");
        script.Append("compare = (f, t) -> if f != sum(t, p -> (p#0)_R * product(#v, i -> (v#i)^(p#1#i))) then bad = bad + 1;\n");
        for (var i = Effort.Trials(200); i > 0; i--)
        {
            var f = random.NextMultivariate(variables);
            if (f.IsConstant) f += MultivariatePolynomial<Rational>.Variable(variables, "y");
            var terms = f.Terms.Select(term => $"{{{term.Coefficient}, {{{string.Join(',', term.Exponents)}}}}}");
            script.Append($"compare({f.ToString(PolynomialFormat.Macaulay2)}, {{{string.Join(", ", terms)}}});\n");
        }

        script.Append("print bad; exit 0\n");
        Assert.Equal("0", RunScript(script.ToString()));
    }

    /// <summary>What is called discriminant there is the resultant with the derivative, leading coefficient and sign included.</summary>
    [ToolFact("M2")]
    public void Knows_the_same_generic_discriminants()
    {
        var script = new StringBuilder("R = QQ[c0,c1,c2,c3,c4,c5,c6][t]; c = {c0,c1,c2,c3,c4,c5,c6};\n");
        for (var degree = 2; degree <= 6; degree++)
        {
            script.Append($"f = sum({degree + 1}, i -> c#i * t^i);\n");
            var sign = degree % 4 < 2 ? string.Empty : "-";
            script.Append($"print(discriminant(f, t) == {sign}c#{degree} * ({GenericDiscriminant.OfDegree(degree).ToString(PolynomialFormat.Macaulay2)}));\n");
        }

        script.Append("exit 0\n");
        Assert.Equal(["true", "true", "true", "true", "true"], RunScript(script.ToString()).Split('\n'));
    }

    private static string RunScript(string script)
    {
        using var folder = new TemporaryFolder();
        return Tool.Run("M2", string.Empty, "--script", folder.Write("check.m2", script)).Trim();
    }
}
