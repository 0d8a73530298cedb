using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    private const double MostShiftVectors = 2e5;
    private const int MostNodalRows = 1000;
    private const double SecondsPerBitOfCount = 1e-10;

    /// <summary>The card of an architecture, with a section on the network with the activation z^r.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">Seed and budget.</param>
    /// <param name="confirm">Whether to find the degree and the numbers of critical points by solving equations as well; what is stopped is missing from the list.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <exception cref="TimeBudgetException">The architecture is too large for the budget.</exception>
    /// <exception cref="ArgumentException">Equations are to be solved for a linear network, or for one that is too large.</exception>
    public static DescribeDocument Describe(MonomialNetwork network, StudyOptions options, bool confirm = false, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        var net = network.Architecture;
        double roots = net.RootCount, bits = (net.Depth - 1) * Math.Log2(network.Power) * (roots + 1);
        TimeBudgetException.Require($"The generic count of {network}", (roots + 1) * (roots + 1) * bits * SecondsPerBitOfCount, options);
        var card = Describe(net, options, token);
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add("Only the section on the activation is about the network with activation; the rest of the card is about the same architecture without one.");
        var section = SectionOf(network, options, notes, token);
        if (confirm) section = section with { Confirmed = Confirmed(network, options, notes, token) };
        return card with
        {
            Inputs = card.Inputs with { Activation = network.Power },
            Notes = card.Notes.AddRange(notes),
            Activation = section,
        };
    }

    private static ActivationSection SectionOf(MonomialNetwork network, StudyOptions options, ImmutableArray<string>.Builder notes, CancellationToken token)
    {
        var isExpandable = network.Expandable;
        if (isExpandable.Reason is { } reason) notes.Add($"The monomials are not listed and the rank is not computed: {reason}.");
        var map = isExpandable == Verdict.Holds ? network.CoefficientMap() : null;
        return new ActivationSection
        {
            Degree = network.Power,
            PolynomialDegree = network.PolynomialDegree,
            LayerDegrees = network.LayerDegrees,
            Variables = network.VariableCount,
            Monomials = map?.Monomials.Length,
            Dimension = network.Dimension,
            NeurovarietyDegree = network.NeurovarietyDegree,
            GenericPreimages = network.GenericPreimages,
            Immersion = network.Immersion.Kind,
            ZariskiClosed = network.ZariskiClosed.Kind,
            SmoothAwayFromZero = network.SmoothAwayFromZero.Kind,
            Reason = network.ZariskiClosed.Reason,
            Singular = NodalRows(network, notes, token),
            CriticalPoints = new ActivationCriticalSection(network.GenericCriticalPoints(token), network.Dimension),
            Hypotheses = network.Power > 1
                ? "Proved for any filter sizes and strides and every exponent above 1; counts are over the complex numbers, modulo layer scalings, with nonzero functions."
                : "The linear network: proved for any filter sizes and strides; counts are over the complex numbers, modulo layer scalings, with nonzero functions.",
            Witness = map is null ? null : WitnessOf(map, options, token),
        };
    }

    private static ImmutableArray<ActivationCheckRow>? Confirmed(MonomialNetwork network, StudyOptions options, ImmutableArray<string>.Builder notes, CancellationToken token)
    {
        if (network.Power == 1) throw new ArgumentException($"The network {network} is linear: its critical points are found without confirming them.", nameof(network));
        ImmutableArray<ActivationCheck> checks = [ActivationCheck.Degree, ActivationCheck.CriticalPoints, ActivationCheck.CriticalPointsOfData];
        TimeBudgetException.Require($"Solving for the critical points of {network}", ActivationCounts.SecondsToConfirm(network, token), options);
        var rows = ImmutableArray.CreateBuilder<ActivationCheckRow>();
        foreach (var check in checks)
        {
            if (UnlessStopped(() => ActivationCounts.Confirm(network, check, options.Seed, token), "solving for the " + (check == ActivationCheck.Degree ? "degree" : "critical points"), notes) is not { } found) continue;
            rows.Add(new ActivationCheckRow
            {
                Count = check,
                Expected = found.Expected,
                Found = found.Found,
                Certified = found.Certified,
                Verdict = found.Verdict.Kind,
                Reason = found.Verdict.Reason,
                Source = found.Source,
            });
        }

        return rows.Count > 0 ? rows.ToImmutable() : null;
    }

    private static ImmutableArray<NodalRow>? NodalRows(MonomialNetwork network, ImmutableArray<string>.Builder notes, CancellationToken token)
    {
        if (network.Power == 1) return null;
        if (network.SmoothAwayFromZero == Verdict.Holds) return [];
        if (network.Architecture.Filters.Aggregate(1.0, (product, k) => product * ((2 * k) - 1)) > MostShiftVectors)
        {
            notes.Add("The singular families are not listed: there are too many ways to move zeros between the filters.");
            return null;
        }

        var families = network.NodalSubnetworks(token);
        if (families.Length > MostNodalRows) notes.Add($"Of {families.Length} singular families the first {MostNodalRows} are listed.");
        return
        [
            .. families.Take(MostNodalRows).Select(family => new NodalRow
            {
                Filters = family.Filters,
                Shifts = family.Shifts,
                Offset = family.Offset,
                Dimension = family.Dimension,
                Codimension = family.Codimension,
                Preimages = family.Preimages,
            }),
        ];
    }

    /// <summary>The exact rank at random small filters; it never exceeds the dimension, so it proves it when it is that.</summary>
    private static ActivationWitnessRow WitnessOf(CoefficientMap map, StudyOptions options, CancellationToken token)
    {
        var random = new CounterRandom(options.Seed, 0);
        var net = map.Network.Architecture;
        var filters = new FilterStack<Integer>(net, [.. net.Filters.Select(size => Enumerable.Range(0, size).Select(_ => (Integer)(1 + (int)(random.NextWord() % 9))).ToImmutableArray())]);
        return new ActivationWitnessRow(filters.Filters, FractionFree.Rank(map.Jacobian(filters), token));
    }
}
