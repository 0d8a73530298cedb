using System.Collections.Concurrent;
using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>From a certified critical function to the parameters: its critical factorizations and their kinds.</summary>
internal sealed class PointBuilder(Architecture net, ImmutableArray<LayerBlock> blocks, LossEnclosure loss, int limit, CancellationToken token)
{
    private readonly ConcurrentDictionary<string, LayerAssignments> _assignments = [];
    private readonly int[] _steps = [.. blocks.Select(b => (int)b.Step)];

    /// <summary>The ways to hand the roots to the layers, remembered for each root pattern.</summary>
    public LayerAssignments Assignments(ImmutableArray<CriticalRoot> roots) =>
        _assignments.GetOrAdd(LayerAssignments.Key(roots), static (_, state) => new LayerAssignments(state.Net, state.Blocks, state.Roots, state.Limit, state.Token),
            (Net: net, Blocks: blocks, Roots: roots, Limit: limit, Token: token));

    /// <summary>The point of a function that is critical on its stratum.</summary>
    public CriticalPoint Build(CriticalFunction function, CriticalStratum stratum, MapStanding standing)
    {
        token.ThrowIfCancellationRequested();
        var (value, gradient) = loss.At(function.Function);
        var point = new CriticalPoint
        {
            Function = function.Function,
            Loss = value,
            RealPattern = net.IsStrideOne ? function.Pattern : null,
            ComplexPattern = net.IsStrideOne ? stratum.Patterns[0] : null,
            Stratum = function.Stratum,
            Box = function.Box,
            Kind = CriticalPointKind.Degenerate,
        };
        if (function.Roots.IsDefault) return point;

        var assignments = Assignments(function.Roots);
        var factorizations = Factorizations(function, assignments, gradient, standing);
        var undecided = Undecided(function, assignments, gradient);
        return point with
        {
            Kind = CommonKind(factorizations, undecided),
            Factorizations = factorizations,
            CriticalFactorizationCount = assignments.SquarefreeCount,
            UndecidedFactorizations = undecided,
            OtherFactorizations = assignments.Total - assignments.SquarefreeCount - undecided,
        };
    }

    /// <summary>The kind on which all factorizations agree.</summary>
    public static CriticalPointKind CommonKind(ImmutableArray<CriticalFactorization> factorizations, Integer undecided)
    {
        if (factorizations.IsEmpty) return undecided.IsZero ? CriticalPointKind.NotAttained : CriticalPointKind.Degenerate;
        var kind = factorizations[0].Kind;
        return factorizations.All(f => f.Kind == kind) ? kind : CriticalPointKind.Mixed;
    }

    private ImmutableArray<CriticalFactorization> Factorizations(CriticalFunction function, LayerAssignments assignments, Interval[] gradient, MapStanding standing)
    {
        var regular = RegularOf(standing);
        var list = ImmutableArray.CreateBuilder<CriticalFactorization>(assignments.List.Length);
        var inertias = new Dictionary<int, (Inertia Inertia, double Scale)>();
        for (var a = 0; a < assignments.List.Length; a++)
        {
            token.ThrowIfCancellationRequested();
            var assignment = assignments.List[a];
            var factored = new FactoredFunction(net, function, assignment);
            if (assignment.Representative == a) inertias.Add(a, (new ParameterHessian(factored, loss, gradient).Inertia(), factored.Scale.Midpoint));
            var (inertia, scale) = inertias[assignment.Representative];
            var (filters, factors) = factored.Normalize();
            list.Add(new CriticalFactorization
            {
                Filters = filters,
                Kind = inertia.Kind,
                Regular = regular,
                Index = inertia.Negative,
                RepeatedFilters = assignment.RepeatedFilters,
                NegativeDirection = inertia.Direction is { } direction ? Direction(direction, scale, assignment, factors) : null,
            });
        }

        return list.MoveToImmutable();
    }

    private static Verdict RegularOf(MapStanding standing) => standing switch
    {
        MapStanding.Critical => Verdict.Fails,
        MapStanding.Undecided => Verdict.Undecided("the layers may or may not share roots"),
        _ => Verdict.Holds,
    };

    /// <summary>A direction at the representative, carried over to an exchange of its layers in normal form.</summary>
    private static ImmutableArray<double> Direction(double[][] direction, double scale, LayerAssignment assignment, double[] factors)
    {
        var entries = ImmutableArray.CreateBuilder<double>();
        for (var l = 0; l < factors.Length; l++)
        {
            var own = assignment.Exchange[l];
            var factor = own == 0 ? factors[l] / scale : factors[l];
            foreach (var entry in direction[own]) entries.Add(factor * entry);
        }

        return entries.ToImmutable();
    }

    /// <summary>How many factorizations with a root twice in a layer are not proved to be regular.</summary>
    private Integer Undecided(CriticalFunction function, LayerAssignments assignments, Interval[] gradient)
    {
        if (assignments.Total == assignments.SquarefreeCount) return 0;
        var functionals = new RootFunctionals(function, _steps, gradient);
        var open = Enumerable.Range(0, function.Roots.Length).Where(r => function.Roots[r].Multiplicity > 1 && !functionals.IsNotZeroAt(r)).ToHashSet();
        return open.Count == 0 ? 0 : assignments.Count(r => !open.Contains(r)) - assignments.SquarefreeCount;
    }
}
