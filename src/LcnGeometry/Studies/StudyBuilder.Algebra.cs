using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Computes the document of each command: the one door for the command line and for programs.</summary>
public static partial class StudyBuilder
{
    // Measured on two cores of 2020s server hardware; they only have to be right within a small factor.
    private const double SecondsPerCubicDegree = 1e-8;
    private const int MostStructuralZeros = 1000, LongestSearchedForZeros = 10_000_000, LongestShownFilter = 100;

    /// <summary>The architecture's card.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="options">Seed and budget.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <exception cref="TimeBudgetException">The architecture is too large for the budget.</exception>
    public static DescribeDocument Describe(Architecture net, StudyOptions options, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(options);
        var space = net.FunctionSpace();
        var notes = ImmutableArray.CreateBuilder<string>();
        TimeBudgetException.Require($"The generic count of {net}", Math.Pow(net.RootCount, 3) * SecondsPerCubicDegree, options);
        var strata = StrataOf(space, options, notes, token);
        var feasible = ClosureEquations.Feasible(space);
        if (feasible.Reason is { } reason) notes.Add($"Equations of the Zariski closure are not computed: {reason}.");
        ImmutableArray<int>? zeros = net.EndToEndSize <= LongestSearchedForZeros ? space.StructuralZeros : null;
        if (zeros is not { Length: <= MostStructuralZeros })
        {
            notes.Add("The coefficients that are zero whatever the weights are not listed: " + (zeros is { } many ? $"there are {many.Length}." : "the end-to-end filter is too long."));
            zeros = null;
        }

        return new DescribeDocument
        {
            Inputs = InputsOf(net),
            Seed = options.Seed,
            Notes = notes.ToImmutable(),
            EndToEnd = new EndToEndSection(net.EndToEndSize, net.EndToEndStride),
            FunctionSpace = new FunctionSpaceSection
            {
                Dimension = space.Dimension,
                AmbientDimension = space.AmbientDimension,
                Codimension = space.Codimension,
                Degree = space.Degree,
                Filling = space.Filling.Kind,
                Thick = space.Thick.Kind,
                ZariskiClosed = space.ZariskiClosed.Kind,
                SmoothAwayFromZero = space.SmoothAwayFromZero.Kind,
                OutsideInClosure = net.EndToEndSize <= LongestShownFilter && space.OutsideInClosure(token) is { } outside ? Scalars(outside) : null,
                StructuralZeros = zeros,
                Equations = feasible == Verdict.Holds ? [.. ClosureEquations.Of(space, token).Generators.Select(equation => equation.ToString())] : null,
                SingularLocus = SingularLocusOf(space, token),
            },
            Merged = new MergedSection(space.Merged.Filters, space.Merged.Strides),
            CriticalPoints = new CriticalPointsSection(space.GenericCriticalPoints(token)),
            ConservationLaws = space.ConservationLaws,
            RiemannianFlow = RiemannianFlow.Of(space, token).ToSection(),
            Strata = strata,
        };
    }

    /// <summary>Is a filter representable, with its roots and a factorization as witness.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="filter">k̄ coefficients.</param>
    /// <param name="options">Seed and budget.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <exception cref="ArgumentException">The filter has another length.</exception>
    public static MemberDocument Member(Architecture net, ImmutableArray<Rational> filter, StudyOptions options, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(options);
        RequireAffordableRoots(net, options);
        var space = net.FunctionSpace();
        var membership = space.Contains(filter, token);
        FactorizationRow? factorization = null;
        ImmutableArray<RootRow>? roots = null;
        if (membership.Pattern is not null)
        {
            roots = RootsOf(new BinaryForm(filter.AsSpan()), token);
            if (membership.Verdict == Verdict.Holds) factorization = PreferredFactorization(space, filter, token).ToRow();
        }

        return new MemberDocument
        {
            Inputs = InputsOf(net) with { Filter = Scalars(filter) },
            Seed = options.Seed,
            Verdict = membership.Verdict.Kind,
            Position = membership.Position,
            RealPattern = membership.Pattern?.ToString(),
            InZariskiClosure = membership.InZariskiClosure.Kind,
            Evidence = membership.Evidence,
            Witness = WitnessOf(membership) with { Roots = roots, Factorization = factorization, Equation = EquationOf(new ClosureViolations(space), membership, filter, token) },
        };
    }

    /// <summary>Which of many filters are representable; the witness of each is its root count.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="filters">Filters of k̄ coefficients each.</param>
    /// <param name="source">Where they came from.</param>
    /// <param name="options">Seed and budget.</param>
    /// <param name="progress">Receives the finished share, from 0 to 1.</param>
    /// <param name="token">Stops a long computation; the answers that were finished are kept, and a note says how many.</param>
    /// <exception cref="ArgumentException">A filter has another length.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before one filter was finished.</exception>
    public static MemberDocument MemberBatch(
        Architecture net, ImmutableArray<ImmutableArray<Rational>> filters, string source, StudyOptions options, IProgress<double>? progress = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(options);
        RequireAffordableRoots(net, options);
        var space = net.FunctionSpace();
        var violations = new ClosureViolations(space);
        var rows = UntilStopped(filters, filter => RowOf(filter, space.Contains(filter, token), violations, token), progress, token);
        return new MemberDocument
        {
            Inputs = InputsOf(net) with { Batch = source },
            Seed = options.Seed,
            Notes =
            [
                "Roots and factorizations are not listed for a batch; ask about one filter to see them.",
                .. NoteOnStopping(rows.Length, filters.Length, "filters"),
            ],
            Results = rows,
        };
    }

    // A rational factorization is the better witness: a reader can multiply it back by hand.
    private static Factorization PreferredFactorization(FunctionSpace space, ImmutableArray<Rational> filter, CancellationToken token)
    {
        const int considered = 12;
        var factorizations = space.Factor(filter, considered, token).Factorizations;
        return factorizations.FirstOrDefault(f => f.Evidence == Evidence.Exact) ?? factorizations[0];
    }

    private static void RequireAffordableRoots(Architecture net, StudyOptions options) =>
        TimeBudgetException.Require($"Finding the roots of a form of degree {net.EndToEndSize - 1}", SecondsForRoots(net), options);

    private static double SecondsForRoots(Architecture net) => Math.Pow(net.EndToEndSize, 3) * SecondsPerCubicDegree;

    private static DocumentInputs InputsOf(Architecture net) => new() { Filters = net.Filters, Strides = net.Strides };

    private static ImmutableArray<Scalar> Scalars(ImmutableArray<Rational> values) => [.. values.Select(v => (Scalar)v)];

    private static MemberRow RowOf(ImmutableArray<Rational> filter, Membership membership, ClosureViolations violations, CancellationToken token) => new()
    {
        Filter = Scalars(filter),
        Verdict = membership.Verdict.Kind,
        Position = membership.Position,
        RealPattern = membership.Pattern?.ToString(),
        InZariskiClosure = membership.InZariskiClosure.Kind,
        Evidence = membership.Evidence,
        Witness = WitnessOf(membership) with { Equation = EquationOf(violations, membership, filter, token) },
    };

    private static EquationRow? EquationOf(ClosureViolations violations, Membership membership, ImmutableArray<Rational> filter, CancellationToken token) =>
        membership.InZariskiClosure == Verdict.Fails ? violations.Of(filter, token)?.ToRow() : null;

    private static MemberWitness WitnessOf(Membership membership) => new()
    {
        RealRoots = membership.Pattern?.RealRootsWithMultiplicity,
        RequiredRealRoots = membership.RequiredRealRoots,
        Smooth = membership.RequiredRealRoots is null ? membership.Smooth?.Kind : null,
        Obstruction = membership.Obstruction,
    };

    private static ImmutableArray<RootRow> RootsOf(BinaryForm form, CancellationToken token)
    {
        var roots = CertifiedRoots.Of(form, 128, token);
        return
        [
            .. roots.Real.Select(r => r.Interval is not { } interval
                ? new RootRow { Kind = "infinity", Multiplicity = r.Multiplicity }
                : RealRow(new LayerFilter([interval]), r.Multiplicity)),
            .. roots.Pairs.Select(p => PairRow(new LayerFilter([p.Re, p.Im]), p.Multiplicity)),
        ];

        static RootRow RealRow(LayerFilter root, int multiplicity) => new()
        {
            Kind = "real",
            Multiplicity = multiplicity,
            Re = root.ToScalars()[0],
            Radius = root.IsExact ? null : root.Radius(),
        };

        static RootRow PairRow(LayerFilter root, int multiplicity) => new()
        {
            Kind = "pair",
            Multiplicity = multiplicity,
            Re = root.ToScalars()[0],
            Im = root.ToScalars()[1],
            Radius = root.IsExact ? null : root.Radius(),
        };
    }
}
