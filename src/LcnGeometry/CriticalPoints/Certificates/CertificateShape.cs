using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Checks that all parts of a certificate have the sizes that its architecture asks for.</summary>
internal static class CertificateShape
{
    /// <summary>The most roots that the layers may hold together: far above what can be solved, small enough that listing all strata is quick.</summary>
    private const int MostRoots = 24;

    private const int MostCoefficients = 256;

    private const int MostLayers = 256;

    private const int MostSolutions = 1_000_000;

    /// <summary>The longest numerator or denominator, in bits.</summary>
    private const int MostBits = 8_000;

    /// <summary>The strata of a certificate, derived from the architecture and the patterns.</summary>
    /// <exception cref="CertificateFormatException">A size is wrong or exceeds what is accepted.</exception>
    internal static ImmutableArray<CriticalStratum> Check(Certificate certificate)
    {
        CheckArchitecture(certificate.Architecture);
        CheckLoss(certificate);
        var blocks = CriticalStratum.BlocksOf(certificate.Architecture);
        var shapes = ImmutableArray.CreateBuilder<CriticalStratum>(certificate.Strata.Length);
        var seen = new Dictionary<string, int>();
        for (var s = 0; s < certificate.Strata.Length; s++)
        {
            var (path, stratum) = ($"strata[{s}]", certificate.Strata[s]);
            Require(stratum is not null, path, "a stratum");
            CheckPatterns($"{path}.patterns", stratum!.Patterns, blocks);
            var name = PatternText.Of(stratum.Patterns);
            Require(seen.TryAdd(name, s), $"{path}.patterns", "each stratum once", $"{name}, which is strata[{seen[name]}] too");
            CheckCount($"{path}.expected", stratum.Expected);
            CheckCount($"{path}.factorizations", stratum.Factorizations);
            var shape = CriticalStratum.Of(certificate.Architecture, stratum.Patterns);
            CheckSolutions($"{path}.solutions", stratum.Solutions, shape);
            shapes.Add(shape);
        }

        CheckCount("completeness.expected", certificate.Completeness.Expected);
        CheckCount("completeness.certified", certificate.Completeness.Certified);
        CheckPoints(certificate);
        return shapes.MoveToImmutable();
    }

    /// <summary>Refuses architectures that are larger than what is accepted.</summary>
    internal static void CheckArchitecture(Architecture net)
    {
        Require(net.Depth <= MostLayers, "filters", $"at most {MostLayers} layers", $"{net.Depth}");
        Require(net.RootCount <= MostRoots, "filters", $"at most {MostRoots} roots in all layers together", $"{net.RootCount}");
        Require(net.EndToEndSize <= MostCoefficients, "filters", $"an end-to-end filter of at most {MostCoefficients} entries", $"{net.EndToEndSize}");
    }

    private static void CheckLoss(Certificate certificate)
    {
        var size = certificate.Architecture.EndToEndSize;
        var q = certificate.Q;
        Require(q.Rows == size && q.Columns == size, "q", $"{size} rows of {size} numbers", $"{q.Rows} by {q.Columns}");
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) CheckNumber($"q[{i}][{j}]", q[i, j]);
        }

        Require(certificate.Target.Length == size, "u", $"{size} numbers", $"{certificate.Target.Length}");
        for (var i = 0; i < size; i++) CheckNumber($"u[{i}]", certificate.Target[i]);
        CheckNumber("constant", certificate.Constant);
    }

    private static void CheckPatterns(string path, ImmutableArray<ImmutableArray<int>> patterns, ImmutableArray<LayerBlock> blocks)
    {
        Require(!patterns.IsDefault && patterns.Length == blocks.Length, path, Words(blocks.Length, "root pattern"), $"{(patterns.IsDefault ? 0 : patterns.Length)}");
        for (var b = 0; b < blocks.Length; b++)
        {
            var parts = patterns[b];
            var isPartition = !parts.IsDefault && parts.All(j => j >= 1 && j <= MostRoots) && parts.Length <= MostRoots && parts.Sum() == blocks[b].Degree;
            for (var i = 1; isPartition && i < parts.Length; i++) isPartition = parts[i] <= parts[i - 1];
            Require(isPartition, $"{path}[{b}]", $"multiplicities in descending order with sum {blocks[b].Degree}");
        }
    }

    private static void CheckSolutions(string path, ImmutableArray<CertificateSolution> solutions, CriticalStratum shape)
    {
        var unknowns = shape.RootCount + 1;
        Require(!solutions.IsDefault && solutions.Length <= MostSolutions, path, $"at most {MostSolutions} solutions");
        for (var i = 0; i < solutions.Length; i++)
        {
            var (place, solution) = ($"{path}[{i}]", solutions[i]);
            Require(solution is not null, place, "a solution");
            if (solution!.IsExact)
            {
                Require(shape.IsUnconstrained && solutions.Length == 1, place, "a box: only the one solution of a stratum with simple roots and one block is exact");
                continue;
            }

            Require(!shape.Blocks.IsEmpty, place, "the exact solution: a network whose layers all have one entry has no boxes");
            Require(solution.Charts.Length == shape.Factors.Length, $"{place}.charts", Words(shape.Factors.Length, "index", "indices"), $"{solution.Charts.Length}");
            for (var f = 0; f < shape.Factors.Length; f++)
            {
                var degree = shape.Factors[f].Degree;
                Require(solution.Charts[f] >= 0 && solution.Charts[f] <= degree, $"{place}.charts[{f}]", $"an index from 0 to {degree}", $"{solution.Charts[f]}");
            }

            Require(solution.Center.Length == unknowns, $"{place}.center", Words(unknowns, "complex number"), $"{solution.Center.Length}");
            Require(solution.Radius.Length == unknowns, $"{place}.radius", Words(unknowns, "radius", "radii"), $"{solution.Radius.Length}");
            for (var j = 0; j < unknowns; j++)
            {
                CheckNumber($"{place}.center[{j}][0]", solution.Center[j].Re);
                CheckNumber($"{place}.center[{j}][1]", solution.Center[j].Im);
                CheckNumber($"{place}.radius[{j}]", solution.Radius[j]);
                Require(solution.Radius[j].Sign > 0, $"{place}.radius[{j}]", "a positive number");
            }
        }
    }

    private static void CheckPoints(Certificate certificate)
    {
        var seen = new HashSet<(int, int)>();
        for (var i = 0; i < certificate.Points.Length; i++)
        {
            var (path, point) = ($"points[{i}]", certificate.Points[i]);
            Require(point is not null, path, "a point");
            Require(point!.Stratum >= 0 && point.Stratum < certificate.Strata.Length, $"{path}.stratum", "the index of a stratum, from 0", $"{point.Stratum}");
            var solutions = certificate.Strata[point.Stratum].Solutions;
            Require(point.Solution >= 0 && point.Solution < solutions.Length, $"{path}.solution", "the index of a solution of the stratum, from 0", $"{point.Solution}");
            Require(solutions[point.Solution].Real, path, "a solution that is claimed to be real");
            Require(seen.Add((point.Stratum, point.Solution)), path, "each solution once");
            var size = certificate.Architecture.EndToEndSize;
            Require(!point.Function.IsDefault && point.Function.Length == size, $"{path}.function", Words(size, "interval"), $"{(point.Function.IsDefault ? 0 : point.Function.Length)}");
            for (var k = 0; k < size; k++) CheckInterval($"{path}.function[{k}]", point.Function[k]);
            CheckInterval($"{path}.loss", point.Loss);
        }
    }

    private static void CheckInterval(string path, RationalInterval interval)
    {
        CheckNumber($"{path}[0]", interval.Lower);
        CheckNumber($"{path}[1]", interval.Upper);
    }

    private static void CheckCount(string path, Integer count) =>
        Require(count.Sign >= 0 && count.BitLength <= MostBits, path, "a count of at least 0");

    private static void CheckNumber(string path, Rational number) => Require(
        number.Numerator.BitLength <= MostBits && number.Denominator.BitLength <= MostBits, path, $"a number with at most {MostBits} bits above and below the line");

    private static string Words(int count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";

    private static void Require(bool condition, string path, string expected, string? found = null)
    {
        if (!condition) throw new CertificateFormatException(path, expected, found);
    }
}
