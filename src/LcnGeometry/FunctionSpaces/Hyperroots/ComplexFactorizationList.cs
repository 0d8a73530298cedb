using System.Collections;
using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The complex factorizations of a filter in a fixed order, built one after the other, conjugate ones side by side.</summary>
internal sealed class ComplexFactorizationList(Architecture net, FilterHyperroots hyperroots, Rational leading, CancellationToken token) : IEnumerable<ComplexFactorization>
{
    private readonly ComplexLayerBuilder[] _builders = [.. Enumerable.Range(0, hyperroots.Blocks.Length).Select(hyperroots.ComplexBuilderOf)];

    public IEnumerator<ComplexFactorization> GetEnumerator()
    {
        var place = 0;
        foreach (var assignments in hyperroots.ComplexChoices(token).SelectMany(choice => Within(choice, 0, [])))
        {
            // Of two conjugate ones that of the smaller name brings the other with it.
            var order = Compare(assignments, hyperroots);
            if (order > 0) continue;
            var filters = Build(assignments);
            var critical = hyperroots.IsCritical(assignments);
            var squarefree = assignments.All(a => a.IsSquarefree);
            yield return new ComplexFactorization(filters, order == 0, critical, squarefree, order == 0 ? place : place + 1);
            if (order < 0) yield return new ComplexFactorization([.. filters.Select(f => f.Conjugate())], false, critical, squarefree, place);
            place += order == 0 ? 1 : 2;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The order of an assignment and its conjugate: zero when they are the same.</summary>
    private static int Compare(ImmutableArray<RootAssignment> assignments, FilterHyperroots hyperroots)
    {
        for (var b = 0; b < assignments.Length; b++)
        {
            foreach (var copies in assignments[b].Copies)
            {
                for (var root = 0; root < copies.Length; root++)
                {
                    var order = copies[root].CompareTo(copies[hyperroots.ConjugateOf(b, root)]);
                    if (order != 0) return order;
                }
            }
        }

        return 0;
    }

    private IEnumerable<ImmutableArray<RootAssignment>> Within(ImmutableArray<ImmutableArray<int>> choice, int block, ImmutableArray<RootAssignment> assignments)
    {
        if (block == choice.Length)
        {
            yield return assignments;
            yield break;
        }

        foreach (var assignment in RootAssignment.Enumerate(hyperroots.GroupsOf(block, choice[block], real: false), hyperroots.RoomOf(block), token))
        {
            foreach (var whole in Within(choice, block + 1, assignments.Add(assignment))) yield return whole;
        }
    }

    private ImmutableArray<ComplexLayerFilter> Build(ImmutableArray<RootAssignment> assignments)
    {
        var filters = new ComplexLayerFilter[net.Depth];
        Array.Fill(filters, ComplexLayerFilter.OfReal(new LayerFilter([RationalInterval.One])));
        for (var b = 0; b < assignments.Length; b++)
        {
            var layers = hyperroots.Blocks[b].Layers;
            for (var i = 0; i < layers.Length; i++) filters[layers[i]] = _builders[b].Build(assignments[b].Copies[i], token);
        }

        filters[0] = filters[0].Scale(leading);
        return [.. filters];
    }
}
