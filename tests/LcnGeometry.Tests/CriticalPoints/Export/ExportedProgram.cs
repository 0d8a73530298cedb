using System.Numerics;
using System.Text.RegularExpressions;
using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>An exported program read back: the unknowns, the named polynomials in order, and the left sides of the equations.</summary>
/// <remarks>Knows the grammar of what is exported and nothing of how it is written; anything unexpected between the comments and the end is refused.</remarks>
internal sealed partial class ExportedProgram
{
    private readonly List<(string Name, MultivariatePolynomial<Rational> Value)> _definitions = [];

    public ExportedProgram(string text, ExportFormat format)
    {
        var comment = format switch { ExportFormat.Macaulay2 => "--", ExportFormat.Singular => "//", _ => "#" };
        var lines = new Queue<string>(text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith(comment, StringComparison.Ordinal)));
        foreach (var expected in Opening(format))
        {
            var match = Regex.Match(lines.Dequeue(), $"^{expected}$");
            Assert.True(match.Success, $"expected {expected}");
            if (match.Groups["names"].Success) Unknowns = [.. Plain(match.Groups["names"].Value, format).Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)];
        }

        while (Definition().Match(lines.Peek()) is { Success: true } match && !lines.Peek().EndsWith('['))
        {
            if (match.Groups["value"].Value is "" or "ideal(" or "System([") break;
            lines.Dequeue();
            _definitions.Add((Plain(match.Groups["name"].Value, format), Polynomial(match.Groups["value"].Value, format)));
        }

        Assert.Matches(@"^(I = ideal\(|ideal I =|I = \[|F = System\(\[)$", lines.Dequeue());
        for (var last = false; !last;)
        {
            var line = lines.Dequeue();
            last = !line.EndsWith(',');
            Equations.Add(Polynomial(Regex.Replace(line.Trim(), @"(,|;|\)|\](; variables = .*)?)$", match => Balance(line, match)), format));
        }
    }

    public IReadOnlyList<string> Unknowns { get; } = [];

    public List<MultivariatePolynomial<Rational>> Equations { get; } = [];

    /// <summary>The values of all names at exact values of the unknowns.</summary>
    public Dictionary<string, Rational> Names(IReadOnlyList<Rational> point)
    {
        var values = Unknowns.Zip(point).ToDictionary(pair => pair.First, pair => pair.Second);
        foreach (var (name, value) in _definitions) values.Add(name, At(value, values));
        return values;
    }

    public static Rational At(MultivariatePolynomial<Rational> polynomial, Dictionary<string, Rational> values) =>
        polynomial.Evaluate([.. polynomial.Variables.Select(name => values[name])]);

    /// <summary>The largest left side at an approximate solution, relative to its largest term.</summary>
    public double Residual(IReadOnlyList<Complex> point)
    {
        var values = Unknowns.Zip(point).ToDictionary(pair => pair.First, pair => pair.Second);
        var sizes = values.ToDictionary(pair => pair.Key, pair => Complex.Abs(pair.Value));
        foreach (var (name, value) in _definitions) (values[name], sizes[name]) = (At(value, values), Size(value, sizes));
        return Equations.Max(equation => Complex.Abs(At(equation, values)) / Size(equation, sizes));
    }

    private static Complex At(MultivariatePolynomial<Rational> polynomial, Dictionary<string, Complex> values) => polynomial.Terms.Aggregate(
        Complex.Zero, (sum, term) => sum + term.Exponents.Select((e, i) => Complex.Pow(values[polynomial.Variables[i]], e)).Aggregate((Complex)term.Coefficient.ToDouble(), (x, y) => x * y));

    private static double Size(MultivariatePolynomial<Rational> polynomial, Dictionary<string, double> sizes) => polynomial.Terms.Sum(
        term => term.Exponents.Select((e, i) => Math.Pow(sizes[polynomial.Variables[i]], e)).Aggregate(Math.Abs(term.Coefficient.ToDouble()), (x, y) => x * y));

    private static string[] Opening(ExportFormat format) => format switch
    {
        ExportFormat.Macaulay2 => [@"K = (QQ|ZZ/\d+)", @"R = K\[(?<names>.*)\]"],
        ExportFormat.Singular => [@"ring R = \d+, \((?<names>.*)\), dp;", @"option\(redSB\);"],
        ExportFormat.SymPy =>
        [
            "from sympy import GF, QQ, grevlex, ring", "from sympy.polys.groebnertools import groebner", @"K = (QQ|GF\(\d+\))",
            @"R, (?<first>.*) = ring\(""(?<names>.*)"", K, grevlex\)", @"Rational = lambda p, q: K\(p\) / K\(q\)",
        ],
        _ => ["using HomotopyContinuation", "@var (?<names>.*)"],
    };

    // The parenthesis that ends a Macaulay2 ideal follows the last equation, which may itself end with one.
    private static string Balance(string line, Match match) =>
        match.Value == ")" && line.Count(c => c == '(') == line.Count(c => c == ')') ? ")" : string.Empty;

    private static MultivariatePolynomial<Rational> Polynomial(string text, ExportFormat format) => MultivariatePolynomial.Parse(Plain(text, format));

    private static string Plain(string text, ExportFormat format) => format switch
    {
        ExportFormat.Macaulay2 => Indices().Replace(text, "_$1_$2"),
        ExportFormat.SymPy => Fraction().Replace(text, "($1/$2)").Replace("**", "^", StringComparison.Ordinal),
        ExportFormat.HomotopyContinuation => text.Replace("//", "/", StringComparison.Ordinal),
        _ => text,
    };

    [GeneratedRegex(@"^(poly )?(?<name>[pwfgd]_[\d_(),]+) = (?<value>.*?);?$")]
    private static partial Regex Definition();

    [GeneratedRegex(@"_\((\d+),(\d+)\)")]
    private static partial Regex Indices();

    [GeneratedRegex(@"Rational\((\d+), (\d+)\)")]
    private static partial Regex Fraction();
}
