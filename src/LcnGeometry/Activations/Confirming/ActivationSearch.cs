using System.Numerics;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Finds the solutions of a system for random complex data by monodromy, follows them to given data and proves the ends.</summary>
internal sealed class ActivationSearch
{
    private const int Segments = 3;
    private readonly ActivationSystem _system;
    private readonly double[] _target;
    private readonly int _expected;
    private readonly CounterRandom _random;
    private readonly CancellationToken _token;

    /// <summary>A search.</summary>
    /// <param name="system">The equations.</param>
    /// <param name="target">The data at the end, exact.</param>
    /// <param name="expected">The number of solutions of generic data.</param>
    /// <param name="random">Where random data come from.</param>
    /// <param name="token">Stops between paths.</param>
    public ActivationSearch(ActivationSystem system, double[] target, int expected, CounterRandom random, CancellationToken token) =>
        (_system, _target, _expected, _random, _token) = (system, target, expected, random, token);

    /// <summary>Solutions of random complex data.</summary>
    public int Found { get; private set; }

    /// <summary>Proved solutions of the given data whose functions are nonzero and pairwise different.</summary>
    public int Certified { get; private set; }

    /// <summary>Searches.</summary>
    public ActivationSearch Run()
    {
        // Random filters of size about one, and random data that they solve.
        var start = Enumerable.Range(0, _system.Unknowns).Select(_ => new Complex(_random.NextGaussian(), _random.NextGaussian())).ToArray();
        var graph = new MonodromyGraph(_system, _system.DataThrough(start, _system.RandomData(_random)), start, _expected, _random, _token);
        var (data, solutions) = graph.Fill();
        Found = solutions.Count;
        var proof = new SolutionProof(_system, _target);
        List<ComplexNumber<Interval>[]> functions = [new ComplexNumber<Interval>[_system.Terms.Coordinates]];
        var end = _target.Select(entry => new Complex(entry, 0)).ToArray();
        for (var segment = 0; segment < Segments && functions.Count - 1 < _expected; segment++)
        {
            var careful = new PathFollower(_system, segment == 0 ? 0.01 : 0.001);
            var middle = _system.RandomData(_random);
            foreach (var solution in solutions)
            {
                _token.ThrowIfCancellationRequested();
                var from = segment == 0 ? solution : careful.Follow(data, middle, solution);
                if (from is null || careful.Follow(segment == 0 ? data : middle, end, from) is not { } point) continue;
                if (proof.FunctionAt(point) is { } function && functions.All(other => SolutionProof.Differ(other, function))) functions.Add(function);
            }
        }

        Certified = functions.Count - 1;
        return this;
    }
}
