using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>The part of an atlas about one degree: its strata, solved once, and its architectures.</summary>
internal sealed record AtlasDegree(ImmutableArray<AtlasRow> Architectures, ImmutableArray<AtlasStratumRow> Strata)
{
    /// <summary>Beyond this, start solutions alone would take days.</summary>
    public const int Largest = 16;

    private const int Spread = 9;

    /// <summary>The architecture of filters of size two, whose critical points lie on every stratum of the degree.</summary>
    public static Architecture Finest(int degree) => new([.. Enumerable.Repeat(2, degree)]);

    /// <summary>Solves the strata of a degree for generic data, and describes the architectures.</summary>
    public static AtlasDegree Survey(int degree, long seed, CriticalSystemSolver solver, IProgress<double>? progress, CancellationToken token)
    {
        var loss = GenericLoss(degree, seed);
        var solve = new StratumSolver(loss, loss.Q.Multiply([.. loss.Target]), solver, token);
        ImmutableArray<CriticalStratum> strata = [.. CriticalStratum.All(Finest(degree), token)];
        var rows = ImmutableArray.CreateBuilder<AtlasStratumRow>(strata.Length);
        foreach (var stratum in strata)
        {
            token.ThrowIfCancellationRequested();
            rows.Add(Row(degree, stratum, solve));
            progress?.Report((double)rows.Count / strata.Length);
        }

        var solved = rows.MoveToImmutable();
        var certified = solved.ToDictionary(row => string.Join(',', row.ComplexPattern), row => row.Certified);
        return new AtlasDegree([.. RootPartitions(degree, degree).Select(roots => Row([.. roots.Select(part => part + 1)], certified, token))], solved);
    }

    private static AtlasStratumRow Row(int degree, CriticalStratum stratum, StratumSolver solver)
    {
        if (stratum.IsUnconstrained)
        {
            // The target itself: nothing has to be solved.
            return Row(degree, stratum, stratum.GenericCount, stratum.GenericCount, 1);
        }

        try
        {
            var found = solver.Solve(stratum);
            return Row(degree, stratum, stratum.GenericCount, found.Completeness.Certified, found.Boxes.Count(box => box.IsReal));
        }
        catch (IncompleteStartException incomplete)
        {
            return Row(degree, stratum, incomplete.Found, 0, 0);
        }
    }

    private static AtlasStratumRow Row(int degree, CriticalStratum stratum, Integer starts, Integer certified, int real) => new()
    {
        Degree = degree,
        ComplexPattern = stratum.Patterns[0],
        GenericCount = stratum.GenericCount,
        StartSolutions = starts,
        Certified = certified,
        Real = real,
        Complete = starts == stratum.GenericCount && certified == stratum.GenericCount ? VerdictKind.Holds : VerdictKind.Undecided,
    };

    private static AtlasRow Row(ImmutableArray<int> filters, Dictionary<string, Integer> certified, CancellationToken token)
    {
        var net = new Architecture(filters);
        var space = net.FunctionSpace();
        Integer functions = 0, parameters = 0, proved = 0;
        var strata = 0;
        foreach (var stratum in CriticalStratum.All(net, token))
        {
            strata++;
            functions += stratum.GenericCount;
            parameters += stratum.Factorizations * stratum.GenericCount;
            proved += stratum.Factorizations * certified[string.Join(',', stratum.Patterns[0])];
        }

        var positions = space.Strata(token).CountBy(stratum => stratum.Position).ToDictionary(pair => pair.Key, pair => pair.Value);
        var expected = CriticalPointCount.OnParameters(filters, token);
        return new AtlasRow
        {
            Filters = filters,
            Degree = net.RootCount,
            Dimension = space.Dimension,
            Filling = space.Filling.Kind,
            RequiredRealRoots = net.EvenFilters,
            InteriorPatterns = positions.GetValueOrDefault(StratumPosition.Interior),
            BoundaryPatterns = positions.GetValueOrDefault(StratumPosition.Boundary),
            OutsidePatterns = positions.GetValueOrDefault(StratumPosition.Outside),
            CriticalStrata = strata,
            CriticalFunctions = functions,
            CriticalParameters = expected,
            Identity = parameters == expected ? VerdictKind.Holds : VerdictKind.Fails,
            Certified = proved,
            Complete = proved == expected ? VerdictKind.Holds : VerdictKind.Undecided,
        };
    }

    /// <summary>A positive definite form and a target with small random entries: generic with overwhelming probability, which the count confirms.</summary>
    private static QuadraticLoss GenericLoss(int degree, long seed)
    {
        var random = new CounterRandom(seed, degree);
        var size = degree + 1;
        var factor = new Matrix<Rational>(size, size, (_, _) => Draw(random));
        var form = (factor * factor.Transpose()) + Matrix<Rational>.Identity(size);
        return QuadraticLoss.FromTarget([.. Enumerable.Range(0, size).Select(_ => Draw(random))], Metric.FromMatrix(form));
    }

    private static Rational Draw(CounterRandom random) => new((int)(random.NextWord() % ((2 * Spread) + 1)) - Spread, 1 + (int)(random.NextWord() % Spread));

    // Descending parts, largest first.
    private static IEnumerable<ImmutableArray<int>> RootPartitions(int sum, int largest)
    {
        if (sum == 0) yield return [];
        for (var part = Math.Min(sum, largest); part >= 1; part--)
        {
            foreach (var rest in RootPartitions(sum - part, part)) yield return [part, .. rest];
        }
    }
}
