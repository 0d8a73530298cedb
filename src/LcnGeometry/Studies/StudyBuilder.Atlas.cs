using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    /// <summary>Every architecture of stride one up to a degree, with all filter sizes at least two, up to the order of layers.</summary>
    /// <param name="maxDegree">The largest degree, at least 1.</param>
    /// <param name="options">Seed of the generic data, budget, and solver.</param>
    /// <param name="progress">Receives the finished share, from 0 to 1.</param>
    /// <param name="token">Stops a long computation; the degrees that were finished are kept, and a note says how many.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is below 1.</exception>
    /// <exception cref="TimeBudgetException">There are too many critical points for the budget.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before one degree was finished.</exception>
    public static AtlasDocument Atlas(int maxDegree, StudyOptions options, IProgress<double>? progress = null, CancellationToken token = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDegree, 1);
        ArgumentNullException.ThrowIfNull(options);
        if (maxDegree > AtlasDegree.Largest) throw new ArgumentOutOfRangeException(nameof(maxDegree), $"The largest degree of an atlas is {AtlasDegree.Largest}, not {maxDegree}.");
        var seconds = Enumerable.Range(1, maxDegree).Sum(degree => CriticalReach.Seconds(AtlasDegree.Finest(degree), token));
        TimeBudgetException.Require($"The atlas to degree {maxDegree}", seconds, options);

        // The highest degrees cost most.
        var cost = Enumerable.Range(1, maxDegree).Select(degree => Math.Pow(3, degree)).ToArray();
        var solver = options.Solver ?? new CriticalSystemSolver();
        ImmutableArray<int> degrees = [.. Enumerable.Range(1, maxDegree)];
        var done = 0;
        var parts = UntilStopped(degrees, degree => Part(degree), null, token);
        return new AtlasDocument
        {
            Inputs = new DocumentInputs { MaxDegree = maxDegree },
            Seed = options.Seed,
            Notes =
            [
                "For each degree one generic rational data set was drawn from the seed and solved on every stratum; the strata of a degree serve all its architectures.",
                .. NoteOnStopping(parts.Length, maxDegree, "degrees"),
            ],
            Architectures = [.. parts.SelectMany(part => part.Architectures)],
            Strata = [.. parts.SelectMany(part => part.Strata)],
        };

        AtlasDegree Part(int degree)
        {
            double before = cost[..done].Sum() / cost.Sum(), after = cost[..(done + 1)].Sum() / cost.Sum();
            var part = AtlasDegree.Survey(degree, options.Seed, solver, new Share(progress, before, after), token);
            done++;
            progress?.Report(after);
            return part;
        }
    }
}
