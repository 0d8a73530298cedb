using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    /// <summary>The card of an architecture with several directions.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="options">Seed and budget.</param>
    /// <param name="torus">The points in every direction for cyclic padding; null for none.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <exception cref="ArgumentException">The torus does not fit the architecture.</exception>
    /// <exception cref="TimeBudgetException">The architecture is too large for the budget.</exception>
    public static GridDescribeDocument Describe(GridArchitecture net, StudyOptions options, ImmutableArray<int>? torus = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(options);
        TimeBudgetException.Require($"The generic count of {net}", Math.Pow(net.EntryCounts.Sum() - net.Depth, 3) * SecondsPerCubicDegree, options);
        var cyclic = torus is { } points ? new CyclicNetwork(net, points) : null;
        var space = net.FunctionSpace();
        return new GridDescribeDocument
        {
            Inputs = InputsOf(net) with { Circular = torus },
            Seed = options.Seed,
            Notes =
            [
                .. space.MembershipIsOpen is { } open ? (ImmutableArray<string>)[$"Membership of a filter is not decided: {open}."] : [],
                .. cyclic is null ? (ImmutableArray<string>)[] : [NoteOnCyclicData(cyclic)],
            ],
            EndToEnd = new GridEndToEndSection(net.EndToEndSize, net.EndToEndStride),
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
                Reason = space.ZariskiClosed.Reason,
            },
            Reduction = ReductionOf(net, space),
            Blocks =
            [
                .. space.Blocks.Select(block => new GridBlockRow
                {
                    Layers = OneBased(block.Layers),
                    Kind = block.Kind,
                    Direction = block.Direction + 1,
                    Dimension = block.RootCount + 1,
                }),
            ],
            CriticalPoints = new CriticalPointsSection(space.GenericCriticalPoints(token)),
            ConservationLaws = space.ConservationLaws,
            RiemannianFlow = GridRiemannianFlow.Of(space),
            Circular = cyclic is null ? null : CircularOf(cyclic, options, token),
        };
    }

    /// <summary>The architecture's card, with what carries over to cyclic padding.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="circle">The number of points of the circle: a multiple of the end-to-end stride.</param>
    /// <param name="options">Seed and budget.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <exception cref="ArgumentException">The strides do not divide the number of points, or there are too many.</exception>
    /// <exception cref="TimeBudgetException">The architecture is too large for the budget.</exception>
    public static DescribeDocument Describe(Architecture net, int circle, StudyOptions options, CancellationToken token = default)
    {
        var card = Describe(net, options, token);
        var cyclic = new CyclicNetwork(net, circle);
        return card with
        {
            Inputs = card.Inputs with { Circular = [circle] },
            Notes = card.Notes.Add(NoteOnCyclicData(cyclic)),
            Circular = CircularOf(cyclic, options, token),
        };
    }

    /// <summary>Is a filter with several directions representable, with its factors and a factorization as witness.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="filter">The entries of the end-to-end tensor in C order.</param>
    /// <param name="options">Seed and budget.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <exception cref="ArgumentException">The filter has another length.</exception>
    /// <exception cref="NotSupportedException">Layers overlap and act in several directions.</exception>
    public static GridMemberDocument Member(GridArchitecture net, ImmutableArray<Rational> filter, StudyOptions options, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(options);
        foreach (var direction in net.Directions) RequireAffordableRoots(direction, options);
        var membership = net.FunctionSpace().Contains(filter, token);
        var factorization = membership.Verdict == Verdict.Holds && membership.Position != StratumPosition.Zero ? GridFactorization.Of(net, membership, token) : null;
        return new GridMemberDocument
        {
            Inputs = InputsOf(net) with { Filter = Scalars(filter) },
            Seed = options.Seed,
            Verdict = membership.Verdict.Kind,
            Position = membership.Position,
            InZariskiClosure = membership.InZariskiClosure.Kind,
            Evidence = membership.Evidence,
            Witness = new GridMemberWitness
            {
                Smooth = membership.Smooth?.Kind,
                Obstruction = membership.Obstruction,
                Equation = membership.Equation is { } equation ? new GridEquationRow(equation.Expression, equation.Value) : null,
                Factors = membership.Factors.IsEmpty ? null :
                [
                    .. membership.Factors.Select(factor => new GridFactorRow
                    {
                        Layers = OneBased(factor.Block.Layers),
                        Filter = Scalars(factor.Filter),
                        Verdict = factor.Membership?.Verdict.Kind ?? VerdictKind.Holds,
                        RealPattern = factor.Membership?.Pattern?.ToString(),
                    }),
                ],
                Count = factorization?.Count,
                Factorization = factorization?.ToRow(),
            },
        };
    }

    private static DocumentInputs InputsOf(GridArchitecture net) => new() { GridFilters = net.Filters, GridStrides = net.Strides };

    private static ImmutableArray<int> OneBased(ImmutableArray<int> layers) => [.. layers.Select(layer => layer + 1)];

    private static GridReductionSection ReductionOf(GridArchitecture net, GridFunctionSpace space)
    {
        GridLineRow LineOf(int direction) => new(direction + 1, net.Directions[direction].Filters, net.Directions[direction].Strides);
        var active = net.ActiveDirections;
        if (active.Length <= 1)
        {
            var only = active is [var one] ? one : 0;
            return new GridReductionSection
            {
                Kind = "oneDirection",
                Sentence = $"All layers act along direction {only + 1}: this is the network {net.Directions[only]} of one dimension.",
                Lines = [LineOf(only)],
            };
        }

        if (net.IsSeparable)
        {
            return new GridReductionSection
            {
                Kind = "separable",
                Sentence = $"Every layer acts along one direction: end-to-end filters are the outer products of filters of {Listed([.. active.Select(direction => net.Directions[direction].ToString())])}.",
                Lines = [.. active.Select(LineOf)],
            };
        }

        var lines = space.Blocks.Where(block => block.Kind == GridBlockKind.Line).Select(block => new GridLineRow(block.Direction!.Value + 1, block.Line!.Filters, block.Line.Strides));
        return space.MembershipIsOpen is null
            ? new GridReductionSection
            {
                Kind = "product",
                Sentence = $"The layers meet only along single directions: end-to-end filters are the outer products of filters of {space.Blocks.Length} {(space.Blocks.Length == 1 ? "block" : "blocks")}, at separate places.",
                Lines = [.. lines],
            }
            : new GridReductionSection
            {
                Kind = "none",
                Sentence = "Layers overlap in several directions: end-to-end filters are products of polynomials in several variables.",
                Lines = [],
            };
    }

    private static string Listed(ImmutableArray<string> names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
