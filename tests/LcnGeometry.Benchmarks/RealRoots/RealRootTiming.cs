using System.Globalization;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Benchmarks;

/// <summary>Counts the real roots of every input and measures the processor time per polynomial of each group: the least of several rounds.</summary>
internal static class RealRootTiming
{
    private const int Rounds = 5;
    private const double SecondsPerRound = 0.04;

    public static int Measure(string inputs, string results)
    {
        var groups = File.ReadLines(inputs).Select(Parse).GroupBy(input => (input.Family, input.Degree), input => input.Polynomial);
        using var file = new StreamWriter(results);
        foreach (var group in groups)
        {
            Polynomial<Integer>[] polynomials = [.. group];
            var counts = polynomials.Select(polynomial => DescartesIsolation.Count(polynomial));
            var microseconds = Microseconds(polynomials) / polynomials.Length;
            file.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{group.Key.Family};{group.Key.Degree};{microseconds:F3};{string.Join(',', counts)}"));
        }

        return 0;
    }

    /// <summary>The time of one pass over the polynomials.</summary>
    private static double Microseconds(Polynomial<Integer>[] polynomials)
    {
        var repetitions = 1;
        var elapsed = Pass(polynomials, repetitions);
        while (elapsed < SecondsPerRound && repetitions < 1 << 24) elapsed = Pass(polynomials, repetitions *= 2);
        for (var round = 1; round < Rounds; round++) elapsed = Math.Min(elapsed, Pass(polynomials, repetitions));
        return elapsed * 1e6 / repetitions;
    }

    private static double Pass(Polynomial<Integer>[] polynomials, int repetitions)
    {
        var start = Environment.CpuUsage.TotalTime;
        var sum = 0;
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            foreach (var polynomial in polynomials) sum += DescartesIsolation.Count(polynomial);
        }

        GC.KeepAlive(sum);
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    private static (string Family, int Degree, Polynomial<Integer> Polynomial) Parse(string line)
    {
        var parts = line.Trim('[', ']').Split(',', 3);
        var coefficients = parts[2].Trim('[').Split(',').Select(text => (Integer)BigInteger.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return (parts[0].Trim('"'), int.Parse(parts[1], CultureInfo.InvariantCulture), new Polynomial<Integer>(coefficients));
    }
}
