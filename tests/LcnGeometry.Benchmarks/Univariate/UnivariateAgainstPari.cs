using System.Globalization;
using System.Text;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Benchmarks;

/// <summary>Greatest common divisors, discriminants and determinants against PARI/GP on the same inputs in one run.</summary>
internal static class UnivariateAgainstPari
{
    private const int Rounds = 5;
    private const int Bits = 50;

    /// <summary>Prints our processor time, that of PARI inside its process, and the ratio: minimum, median and maximum over the rounds.</summary>
    public static int Print()
    {
        Console.WriteLine($"{"",-44} ours ms   PARI ms   ours / PARI: min median max");
        var random = new TestRandom(1);
        foreach (var degree in new[] { 10, 30, 100, 300 })
        {
            Polynomial<Integer> a = random.NextPolynomial(degree, Bits), b = random.NextPolynomial(degree, Bits), half = random.NextPolynomial(degree / 2, Bits);
            var square = half * half;
            var derivative = square.Derivative();
            Compare($"gcd, coprime, degree {degree}", () => PolynomialGcd.Gcd(a, b), "gcd", a, b);
            Compare($"gcd with the derivative, a square, degree {degree}", () => PolynomialGcd.Gcd(square, derivative), "gcd", square, derivative);
            Compare($"discriminant, degree {degree}", () => Resultants.Discriminant(a), "poldisc", a);
        }

        foreach (var size in new[] { 5, 10, 30, 100 })
        {
            var matrix = random.NextMatrix(size, size, r => (Integer)r.Bits(Bits));
            var rows = string.Join(';', Enumerable.Range(0, size).Select(i => string.Join(',', matrix.Row(i))));
            Compare($"determinant, size {size}", () => FractionFree.Determinant(matrix), "matdet", $"[{rows}]");
        }

        return 0;
    }

    private static void Compare<T>(string name, Func<T> ours, string function, params object[] arguments)
    {
        // Both clocks exclude reading the arguments; the first call warms up.
        ProcessorTime.Of(() => ours());
        double[] mine = [.. Enumerable.Range(0, Rounds).Select(_ => ProcessorTime.Of(() => ours()))];
        var theirs = Pari(function, arguments);
        double[] ratios = [.. mine.Zip(theirs, (m, t) => m / t).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-44} {mine.Min(),7:G3}   {theirs.Min(),7:G3}   {ratios[0]:F2} {ratios[Rounds / 2]:F2} {ratios[^1]:F2}"));
    }

    /// <summary>Milliseconds of one call in each round.</summary>
    private static double[] Pari(string function, object[] arguments)
    {
        var script = new StringBuilder();
        for (var i = 0; i < arguments.Length; i++) script.Append(CultureInfo.InvariantCulture, $"a{i}={arguments[i]};\n");
        var call = $"{function}({string.Join(',', Enumerable.Range(0, arguments.Length).Select(i => $"a{i}"))})";
        script.Append(CultureInfo.InvariantCulture, $"for(r=1,{Rounds},n=0;s=getabstime();while(getabstime()<s+50,{call};n++);print((getabstime()-s)*1./n))\n");
        return [.. Tool.Run("gp", script.ToString(), "-q", "-f").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => double.Parse(line.Replace(" E", "E", StringComparison.Ordinal), CultureInfo.InvariantCulture))];
    }
}
