using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

/// <summary>Membership against real-root counts that PARI/GP and SymPy find by factoring and Sturm sequences.</summary>
public class MembershipOracleTests
{
    // One number per form: real roots with multiplicity, and distinct real roots of odd multiplicity; infinity counts.
    private const string PariProgram = """
        count(v) = {
          my(n = #v - 1, p = Pol(Vecrev(v)), inf = n - poldegree(p), f = factor(p), all = inf, odd = inf % 2);
          for (i = 1, #f~, my(r = polsturm(f[i,1])); all += r * f[i,2]; if (f[i,2] % 2, odd += r));
          print(all, " ", odd);
        }

        """;

    private const string SympyProgram = """
        import sys
        from sympy import Poly, Symbol
        x = Symbol('x')
        for line in sys.stdin:
            v = [int(c) for c in line.split(',')]
            p = Poly(v[::-1], x)
            inf = len(v) - 1 - p.degree()
            all_, odd = inf, inf % 2
            for f, m in p.sqf_list()[1]:
                r = f.count_roots()
                all_ += r * m
                odd += r * (m % 2)
            print(all_, odd)

        """;

    [ToolFact("gp")]
    public void Verdicts_and_positions_agree_with_Pari() => Compare(forms =>
    {
        var program = new StringBuilder(PariProgram);
        foreach (var form in forms) program.Append(CultureInfo.InvariantCulture, $"count([{string.Join(',', form)}])\n");
        return Tool.Run("gp", program.ToString(), "-q", "-s", "256M");
    });

    [ToolFact("sympy")]
    public void Verdicts_and_positions_agree_with_SymPy() => Compare(forms =>
        Tool.Run("sympy", string.Concat(forms.Select(f => string.Join(',', f) + "\n")), TimeSpan.FromMinutes(5), "-c", SympyProgram));

    private static void Compare(Func<IReadOnlyList<ImmutableArray<Integer>>, string> oracle)
    {
        var random = new TestRandom(20_261_120);
        var cases = new List<(Architecture Net, ImmutableArray<Integer> Form)>();
        while (cases.Count < Math.Max(10_000, Effort.Trials(10_000)))
        {
            var net = random.NextStrideOne(9);
            var form = NextForm(random, net.EndToEndSize);
            if (form.Any(c => !c.IsZero)) cases.Add((net, form));
        }

        var lines = oracle([.. cases.Select(c => c.Form)]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(cases.Count, lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var (net, form) = cases[i];
            int[] counts = [.. lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => int.Parse(c, CultureInfo.InvariantCulture))];
            var needed = net.Filters.Count(k => k % 2 == 0);
            var expected = counts[0] < needed ? StratumPosition.Outside
                : needed >= 2 && counts[1] <= needed - 2 ? StratumPosition.Boundary
                : StratumPosition.Interior;
            var membership = net.FunctionSpace().Contains([.. form.Select(c => (Rational)c)]);
            Assert.True(
                counts[0] == membership.Pattern!.RealRootsWithMultiplicity && expected == membership.Position,
                $"{net} on {string.Join(',', form)}: expected {lines[i]} and {expected}, found {membership}");
        }
    }

    // Small coefficients, products with repeated roots, sparse forms, near-coincident roots, huge and tiny scales, roots at 0 and infinity.
    private static ImmutableArray<Integer> NextForm(TestRandom random, int size)
    {
        var form = random.Between(0, 4) switch
        {
            0 => [.. Enumerable.Range(0, size).Select(_ => (Integer)random.Between(-4, 4))],
            1 => [.. Enumerable.Range(0, size).Select(_ => random.Chance(0.6) ? Integer.Zero : (Integer)random.Bits(60))],
            2 => NextProduct(random, size, 3),
            3 => NextProduct(random, size, 1_000_000),
            _ => [.. NextProduct(random, size, 3).Select((c, i) => i == random.Between(0, size - 1) ? (c * 1_000_000_000) + random.Between(-1, 1) : c * 1_000_000_000)],
        };
        var slope = random.Chance(0.2) ? random.Between(1, 120) : 0;
        return random.Chance(0.5) ? [.. form.Select((c, i) => c << (slope * i))] : [.. form.Select((c, i) => c << (slope * (size - 1 - i)))];
    }

    private static ImmutableArray<Integer> NextProduct(TestRandom random, int size, int range)
    {
        var product = Polynomial<Integer>.One;
        for (var left = size - 1; left > 0;)
        {
            var factor = left >= 2 && random.Chance(0.4)
                ? new Polynomial<Integer>(random.Between(-range, range), random.Between(-range, range), random.Between(0, range))
                : new Polynomial<Integer>(random.Between(-range, range), random.Between(0, 2));
            var degree = Math.Max(1, factor.Degree);
            var copies = random.Chance(0.4) ? Math.Min(left / degree, random.Between(1, 3)) : 1;
            product *= Polynomial<Integer>.Pow(factor, copies);
            left -= degree * copies;
        }

        return product.CoefficientsPadded(size);
    }
}
