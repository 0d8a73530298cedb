using System.Text;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Patterns and counts against PARI/GP and SymPy: one process for all forms of a test.</summary>
public sealed class RealRootOracleTests
{
    /// <summary>Multiplicities by full factorization, real roots of each factor by PARI's own count.</summary>
    private const string PariPattern = """
        pattern(v) =
        {
          my(n = #v - 1, real = [], pairs = [], low = 1, high = n + 1, f, r);
          while (v[low] == 0, low++);
          while (v[high] == 0, high--);
          if (low > 1, real = concat(real, low - 1));
          if (high <= n, real = concat(real, n + 1 - high));
          f = factor(Polrev(v[low..high]));
          for (i = 1, matsize(f)[1],
            if (poldegree(f[i, 1]) > 0,
              r = polsturm(f[i, 1]);
              real = concat(real, vector(r, k, f[i, 2]));
              pairs = concat(pairs, vector((poldegree(f[i, 1]) - r) / 2, k, f[i, 2]))));
          print(vecsort(real, , 4), "|", vecsort(pairs, , 4));
        }

        """;

    private const string SymPyPattern = """
        from sympy import Poly, symbols, ZZ
        x = symbols('x')
        def pattern(v):
            n = len(v) - 1
            low = next(i for i in range(n + 1) if v[i]); high = next(i for i in range(n, -1, -1) if v[i])
            real = [m for m in (low, n - high) if m]; pairs = []
            if low < high:
                for f, m in Poly(v[low:high + 1][::-1], x, domain=ZZ).sqf_list()[1]:
                    r = f.count_roots()
                    real += [m] * r; pairs += [m] * ((f.degree() - r) // 2)
            print(str(sorted(real, reverse=True)).replace(' ', '') + '|' + str(sorted(pairs, reverse=True)).replace(' ', ''))

        """;

    [ToolFact("gp")]
    public void Patterns_of_ten_thousand_forms_are_those_of_pari() =>
        Check("gp", PariPattern, form => $"pattern({List(form)})", Effort.Trials(10_000), 14, "-q", "-f");

    [ToolFact("sympy")]
    public void Patterns_of_forms_are_those_of_sympy() =>
        Check("sympy", SymPyPattern, form => $"pattern({List(form)})", Effort.Trials(1_500), 9, "-");

    [ToolFact("gp")]
    public void Counts_in_intervals_are_those_of_pari()
    {
        var random = new TestRandom(20250202);
        var (script, expected) = (new StringBuilder(), new List<string>());
        for (var trial = 0; trial < Effort.Trials(1_000); trial++)
        {
            var polynomial = RandomPolynomials.Any(random, 12);
            if (polynomial.IsConstant) continue;
            Rational lower = RandomForms.Number(random), upper = lower + random.Between(0, 9);

            // PARI counts in the closed interval.
            var atLower = SignAt.Rational(polynomial, lower) == 0 ? 1 : 0;
            script.Append($"print(polsturm(Polrev([{string.Join(',', polynomial.Coefficients.ToArray())}]),[{lower},{upper}]))\n");
            expected.Add($"{DescartesIsolation.Count(polynomial, lower, upper) + atLower}");
        }

        Assert.Equal(expected, Lines(Tool.Run("gp", script.ToString(), "-q", "-f")));
    }

    private static void Check(string tool, string definitions, Func<BinaryForm, string> call, int trials, int largestDegree, params string[] arguments)
    {
        var random = new TestRandom(20250201);
        var (script, forms) = (new StringBuilder(definitions), new List<BinaryForm>());
        for (var trial = 0; trial < trials; trial++)
        {
            var form = Next(random, largestDegree);
            forms.Add(form);
            script.Append(call(form)).Append('\n');
        }

        var answers = Lines(Tool.Run(tool, script.ToString(), TimeSpan.FromMinutes(10), arguments));
        Assert.Equal(forms.Count, answers.Length);
        for (var i = 0; i < forms.Count; i++)
        {
            var pattern = RootPattern.Of(forms[i]);
            var expected = $"[{string.Join(',', pattern.Real)}]|[{string.Join(',', pattern.Pairs)}]";
            Assert.True(expected == answers[i].Replace(" ", "", StringComparison.Ordinal), $"{forms[i]}: {expected} here, {answers[i]} from {tool}.");
        }
    }

    /// <summary>A nonzero form with integer coefficients, adversarial or a product, with roots at 0 and infinity now and then.</summary>
    private static BinaryForm Next(TestRandom random, int largestDegree)
    {
        var polynomial = random.Chance(0.3)
            ? PolynomialContent.Of(RandomForms.WithPattern(random, largestDegree).Form.Dehomogenize()).Primitive
            : RandomPolynomials.Any(random, largestDegree);
        var atInfinity = random.Chance(0.2) ? random.Between(1, 3) : 0;
        return BinaryForm.Homogenize(polynomial.Map(Rational.FromInteger), polynomial.Degree + atInfinity);
    }

    private static string List(BinaryForm form) => $"[{string.Join(',', form.Coefficients)}]";

    private static string[] Lines(string output) => output.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
