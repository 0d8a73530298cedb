using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints.Certificates;

/// <summary>True certificates for random data, made by <see cref="PlainSolver"/>.</summary>
internal static class CertificateSamples
{
    /// <summary>A complete certificate for random data; data on which the plain solver misses a solution are passed over.</summary>
    public static Certificate Complete(string filters, string? strides, ulong seed, int radiusBits = 32)
    {
        var net = Architecture.Parse(filters, strides);
        for (var attempt = 0UL; attempt < 20; attempt++)
        {
            var random = new TestRandom(seed + (1000 * attempt));
            var (q, u) = Loss(random, net.EndToEndSize);
            if (Complete(net, q, u, random, radiusBits) is { } certificate) return certificate;
        }

        throw new InvalidOperationException($"The plain solver does not find all critical functions of {net}.");
    }

    /// <summary>A complete certificate for given data; null if the plain solver misses a solution.</summary>
    public static Certificate? Complete(Architecture net, Matrix<Rational> q, ImmutableArray<Rational> u, TestRandom random, int radiusBits = 32)
    {
        var strata = ImmutableArray.CreateBuilder<CertificateStratum>();
        foreach (var stratum in CriticalStratum.All(net))
        {
            var solutions = stratum.IsUnconstrained ? [CertificateSolution.Exact] : Solver(stratum, q, u).Solve(random, radiusBits);
            if (solutions is not { } found) return null;
            strata.Add(new CertificateStratum(stratum.Patterns, stratum.GenericCount, stratum.Factorizations, found));
        }

        var total = CriticalPointCount.OnParameters(net.Filters);
        return new Certificate(net, q, u, new Rational(1, 3), strata.ToImmutable(), new CertificateCompleteness(total, total, VerdictKind.Holds));
    }

    public static PlainSolver Solver(CriticalStratum stratum, Matrix<Rational> q, ImmutableArray<Rational> u)
    {
        var matrix = new double[u.Length, u.Length];
        for (var i = 0; i < u.Length; i++)
        {
            for (var j = 0; j < u.Length; j++) matrix[i, j] = q[i, j].ToDouble();
        }

        return new PlainSolver(stratum, matrix, [.. u.Select(x => x.ToDouble())]);
    }

    /// <summary>A random positive definite form and a random target.</summary>
    public static (Matrix<Rational> Q, ImmutableArray<Rational> Target) Loss(TestRandom random, int size)
    {
        var root = new Matrix<Rational>(size, size, (_, _) => new Rational(random.Between(-20, 20), 16));
        var q = (root * root.Transpose()) + Matrix<Rational>.Identity(size);
        return (q, [.. Enumerable.Range(0, size).Select(_ => new Rational(random.Between(-40, 40), 16))]);
    }

    /// <summary>The same certificate with one solution replaced; null drops it.</summary>
    public static Certificate With(this Certificate certificate, int stratum, int solution, CertificateSolution? other)
    {
        var old = certificate.Strata[stratum];
        var solutions = other is null ? old.Solutions.RemoveAt(solution) : old.Solutions.SetItem(solution, other);
        return certificate.With(strata: certificate.Strata.SetItem(stratum, old with { Solutions = solutions }));
    }

    /// <summary>The same certificate with some parts replaced.</summary>
    public static Certificate With(
        this Certificate certificate,
        Architecture? net = null,
        Matrix<Rational>? q = null,
        ImmutableArray<Rational>? u = null,
        ImmutableArray<CertificateStratum>? strata = null,
        CertificateCompleteness? completeness = null,
        ImmutableArray<CertificatePoint>? points = null) => new(
            net ?? certificate.Architecture, q ?? certificate.Q, u ?? certificate.Target, certificate.Constant, strata ?? certificate.Strata,
            completeness ?? certificate.Completeness, points ?? certificate.Points);
}
