using System.Text;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Polynomial and matrix results against PARI/GP and SymPy: one process for all cases of a test.</summary>
public sealed class UnivariateOracleTests
{
    private static readonly string[] Lines = ["\n", "\r\n"];

    [ToolFact("gp")]
    public void Resultants_discriminants_and_gcds_are_those_of_pari()
    {
        var (script, expected) = (new StringBuilder("prim(g)=if(g==0,0,g=g/content(g);if(pollead(g)<0,-g,g));\n"), new List<string>());
        foreach (var (a, b) in Pairs(20250101, Effort.Trials(300)))
        {
            script.Append($"print(polresultant({a},{b}));print(poldisc({a}));print(prim(gcd({a},{b})));print(issquarefree({a}))\n");
            expected.Add($"{Resultants.Resultant(a, b)}");
            expected.Add($"{Resultants.Discriminant(a)}");
            expected.Add($"{PolynomialGcd.Gcd(a, b)}");
            expected.Add(SquarefreeDecomposition.IsSquarefree(a) ? "1" : "0");
        }

        Assert.Equal(expected, Answers(Tool.Run("gp", script.ToString(), "-q")));
    }

    [ToolFact("gp")]
    public void Determinants_ranks_and_inverses_are_those_of_pari()
    {
        var random = new TestRandom(20250102);
        var (script, expected) = (new StringBuilder(), new List<string>());
        for (var trial = 0; trial < Effort.Trials(200); trial++)
        {
            var size = random.Between(2, 8);
            var matrix = random.NextMatrix(size, size, r => r.Chance(0.1) ? r.NextRational() : new Rational(r.Between(-9, 9), r.Between(1, 3)));
            var determinant = FractionFree.Determinant(matrix);
            script.Append($"m={Gp(matrix)};print(matdet(m));print(matrank(m));print(matsize(matker(m))[2]);if(matdet(m)!=0,print(1/m))\n");
            expected.Add($"{determinant}");
            expected.Add($"{FractionFree.Rank(matrix)}");
            expected.Add($"{FractionFree.Nullspace(matrix).Length}");
            if (!determinant.IsZero) expected.Add(Gp(LinearSystems.Inverse(matrix)));
        }

        Assert.Equal(expected, Answers(Tool.Run("gp", script.ToString(), "-q")));
    }

    [ToolFact("sympy")]
    public void Squarefree_decompositions_resultants_and_discriminants_are_those_of_sympy()
    {
        var script = new StringBuilder("from sympy import *\nx=symbols('x')\ndef show(p): return str(Poly(p,x).all_coeffs()[::-1]).replace(' ','')\n");
        var expected = new List<string>();
        var random = new TestRandom(20250103);
        foreach (var (a, b) in Pairs(20250104, Effort.Trials(60)))
        {
            var product = a * Polynomial<Integer>.Pow(b, random.Between(1, 3));
            if (product.IsConstant) continue;
            script.Append($"print(';'.join(show(f)+str(m) for f,m in sqf_list({Python(product)})[1] if f.as_poly(x).degree()>0))\n");
            expected.Add(string.Join(';', SquarefreeDecomposition.Of(product).Select(factor => $"{List(factor.Factor)}{factor.Multiplicity}")));

            // The larger degree goes first: SymPy's resultant loses the sign when it exchanges two odd degrees.
            var (first, second) = a.Degree >= b.Degree ? (a, b) : (b, a);
            script.Append($"print(resultant({Python(first)},{Python(second)},x));print(discriminant({Python(product)},x))\n");
            expected.Add($"{Resultants.Resultant(first, second)}");
            expected.Add($"{Resultants.Discriminant(product)}");
        }

        Assert.Equal(expected, Answers(Tool.Run("sympy", script.ToString(), "-")));
    }

    /// <summary>Pairs of nonzero polynomials, the first of positive degree; often with a common or a repeated factor.</summary>
    private static IEnumerable<(Polynomial<Integer> Left, Polynomial<Integer> Right)> Pairs(ulong seed, int count)
    {
        var random = new TestRandom(seed);
        for (var i = 0; i < count; i++)
        {
            var common = random.Chance(0.4) ? random.NextPolynomial(random.Between(1, 3), random.Between(1, 30)) : Polynomial<Integer>.One;
            var left = common * random.NextPolynomial(random.Between(1, 7), random.Between(1, 60));
            var right = (random.Chance(0.3) ? common : Polynomial<Integer>.One) * random.NextPolynomial(random.Between(1, 6), random.Between(1, 60));
            yield return (random.Chance(0.3) ? left * common : left, right);
        }
    }

    private static IEnumerable<string> Answers(string output) => output.Split(Lines, StringSplitOptions.RemoveEmptyEntries);

    private static string Python(Polynomial<Integer> polynomial) => $"Poly({List(polynomial)}[::-1],x).as_expr()";

    private static string List(Polynomial<Integer> polynomial) => $"[{string.Join(",", polynomial.Coefficients.ToArray())}]";

    private static string Gp(Matrix<Rational> matrix) =>
        $"[{string.Join("; ", Enumerable.Range(0, matrix.Rows).Select(i => string.Join(", ", matrix.Row(i))))}]";
}
