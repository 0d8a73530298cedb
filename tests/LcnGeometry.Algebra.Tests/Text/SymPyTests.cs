using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>SymPy reads what is printed for it, multiplies, expands and takes discriminants: one process for many cases.</summary>
public class SymPyTests
{
    private const string Preamble = """
        import sys
        from sympy import *
        names = 'x y c0 w_1_2'.split()
        space = dict((n, Symbol(n)) for n in names)
        space['Rational'] = Rational
        def read(text): return eval(text, {'__builtins__': {}}, space)
        def same(a, b): return expand(a - b) == 0
        bad = 0
        for number, line in enumerate(sys.stdin.read().splitlines()):
            part = line.split(';')
            if not check(part):
                bad += 1
                print('line', number, ':', line)
        print('bad', bad)
        """;

    private static readonly VariableList Variables = ["x", "y", "c0", "w_1_2"];

    [ToolFact("sympy")]
    public void Reads_what_is_printed_for_it()
    {
        var random = new TestRandom(1);
        var lines = Cases(300).Select(_ =>
        {
            var f = random.NextMultivariate(Variables);
            var terms = f.Terms.Select(term => $"{term.Coefficient}@{string.Join(' ', term.Exponents)}");
            return $"{f.ToString(PolynomialFormat.SymPy)};{string.Join(',', terms)}";
        });
        AllPass(lines, """
            def check(part):
                total = Integer(0)
                for term in filter(None, part[1].split(',')):
                    coefficient, exponents = term.split('@')
                    product = Rational(coefficient)
                    for n, e in zip(names, exponents.split()): product *= Symbol(n)**int(e)
                    total += product
                return same(read(part[0]), total) and same(sympify(part[0], locals=space), total)
            """);
    }

    [ToolFact("sympy")]
    public void Multiplies_the_same()
    {
        var random = new TestRandom(2);
        var lines = Cases(200).Select(_ =>
        {
            var f = random.NextMultivariate(Variables);
            var g = random.NextMultivariate(Variables);
            return string.Join(';', new[] { f, g, f * g }.Select(p => p.ToString(PolynomialFormat.SymPy)));
        });
        AllPass(lines, "def check(part): return same(read(part[0]) * read(part[1]), read(part[2]))");
    }

    [ToolFact("sympy")]
    public void Expands_expressions_the_same()
    {
        var random = new TestRandom(3);
        var lines = Cases(400).Select(_ =>
        {
            var text = random.NextExpression(Variables, 4);
            return $"{text};{MultivariatePolynomial.Parse(text, Variables).ToString(PolynomialFormat.SymPy)}";
        });
        AllPass(lines, "def check(part): return same(sympify(part[0], locals=space, rational=True), read(part[1]))");
    }

    [ToolFact("sympy")]
    public void Differentiates_and_substitutes_the_same()
    {
        var random = new TestRandom(4);
        var lines = Cases(100).Select(_ =>
        {
            var f = random.NextMultivariate(Variables, 6, 3);
            var image = random.NextMultivariate(Variables, 3, 2);
            var name = random.Pick(Variables);
            return string.Join(';', new[] { f, image, f.Derivative(name), f.Substitute(name, image) }.Select(p => p.ToString(PolynomialFormat.SymPy)).Append(name));
        });
        AllPass(lines, """
            def check(part):
                f, image, derivative, composed = map(read, part[:4])
                v = Symbol(part[4])
                return same(diff(f, v), derivative) and same(sympify(f).subs(v, image), composed)
            """);
    }

    [ToolFact("sympy")]
    public void Knows_the_same_generic_discriminants_and_resultants()
    {
        var lines = Enumerable.Range(2, 4).Select(n => $"d;{n};0;{GenericDiscriminant.OfDegree(n).ToString(PolynomialFormat.SymPy)}")
            .Concat(from m in Enumerable.Range(1, 3) from n in Enumerable.Range(1, 3) select $"r;{m};{n};{GenericResultant.OfDegrees(m, n).ToString(PolynomialFormat.SymPy)}");

        // resultant() of SymPy 1.11 has the sign of the exchanged arguments when the first degree is smaller, hence its Sylvester matrix.
        AllPass(lines, """
            from sympy.polys.subresultants_qq_zz import sylvester
            def check(part):
                m, n, x = int(part[1]), int(part[2]), Symbol('x')
                for k in range(9):
                    for letter in 'abc': space[letter + str(k)] = Symbol(letter + str(k))
                f = lambda letter, degree: sum(Symbol(letter + str(k)) * x**k for k in range(degree + 1))
                expected = discriminant(f('c', m), x) if part[0] == 'd' else sylvester(f('a', m), f('b', n), x).det()
                return same(expected, read(part[3]))
            """);
    }

    private static IEnumerable<int> Cases(int count) => Enumerable.Range(0, Effort.Trials(count));

    private static void AllPass(IEnumerable<string> lines, string check)
    {
        var output = Tool.Run("sympy", string.Join('\n', lines), "-c", check + "\n" + Preamble);
        Assert.Equal("bad 0", output.Trim());
    }
}
