using System.Collections;
using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The real factorizations of a filter in a fixed order, built one after the other.</summary>
internal sealed class FactorizationList(Architecture net, FilterHyperroots hyperroots, Rational leading, int relativeBits, CancellationToken token) : IEnumerable<Factorization>
{
    private readonly LayerFilterBuilder[] _builders = [.. Enumerable.Range(0, hyperroots.Blocks.Length).Select(block => hyperroots.BuilderOf(block, relativeBits))];
    private readonly ImmutableArray<ImmutableArray<int>> _names = hyperroots.RealRootNames(token);

    public IEnumerator<Factorization> GetEnumerator() => hyperroots.RealChoices(token).SelectMany(choice => Within(choice, 0, [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<Factorization> Within(ImmutableArray<ImmutableArray<int>> choice, int block, ImmutableArray<RootAssignment> assignments)
    {
        if (block == choice.Length)
        {
            yield return Build(assignments);
            yield break;
        }

        foreach (var assignment in RootAssignment.Enumerate(hyperroots.GroupsOf(block, choice[block], real: true), hyperroots.RoomOf(block), token))
        {
            foreach (var factorization in Within(choice, block + 1, assignments.Add(assignment))) yield return factorization;
        }
    }

    private Factorization Build(ImmutableArray<RootAssignment> assignments)
    {
        var filters = new LayerFilter[net.Depth];
        var held = new string?[net.Depth];
        Array.Fill(filters, new LayerFilter([RationalInterval.One]));
        for (var b = 0; b < assignments.Length; b++)
        {
            var layers = hyperroots.Blocks[b].Layers;
            for (var i = 0; i < layers.Length; i++)
            {
                var copies = assignments[b].Copies[i];
                filters[layers[i]] = _builders[b].Build(copies, token);
                held[layers[i]] = string.Join(' ', copies.Select((n, g) => (Name: _names[b][g], Copies: n)).Where(root => root.Copies > 0).Order());
            }
        }

        filters[0] = filters[0].Scale(leading);
        return new Factorization([.. filters], [.. held], assignments.All(a => a.IsSquarefree), Repeated(held)) { IsCoprime = assignments.All(a => a.IsCoprime) };
    }

    /// <summary>Pairs of layers, 1-based, that hold the same roots; layers of size one hold none and do not count.</summary>
    private static ImmutableArray<ImmutableArray<int>> Repeated(string?[] held)
    {
        var pairs = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var i = 0; i < held.Length; i++)
        {
            for (var j = i + 1; j < held.Length; j++)
            {
                if (held[i] is not null && held[i] == held[j]) pairs.Add([i + 1, j + 1]);
            }
        }

        return pairs.ToImmutable();
    }
}
