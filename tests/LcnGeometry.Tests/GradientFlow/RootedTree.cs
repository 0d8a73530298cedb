using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.GradientFlow;

/// <summary>A rooted tree: the shape of one term in the Taylor series of the solution of a differential equation.</summary>
internal sealed class RootedTree
{
    private readonly RootedTree[] _children;

    private RootedTree(params RootedTree[] children) => _children = children;

    /// <summary>The number of vertices.</summary>
    public int Order => 1 + _children.Sum(child => child.Order);

    /// <summary>The density: the order times the densities of the children.</summary>
    public Rational Density => _children.Aggregate((Rational)Order, (product, child) => product * child.Density);

    /// <summary>All rooted trees of an order: 1, 1, 2, 4, 9, 20, 48, 115, 286, ...</summary>
    public static List<RootedTree> All(int order)
    {
        var byOrder = new List<List<RootedTree>> { new() };
        for (var n = 1; n <= order; n++) byOrder.Add([.. Forests(n - 1, byOrder, n - 1, int.MaxValue).Select(forest => new RootedTree([.. forest]))]);
        return byOrder[order];
    }

    /// <summary>The stage values whose weighted sum is the elementary weight of the tree.</summary>
    public Rational[] Stages(Rational[][] matrix)
    {
        var product = Enumerable.Repeat((Rational)1, matrix.Length).ToArray();
        foreach (var child in _children)
        {
            var inner = child.Stages(matrix);
            for (var i = 0; i < product.Length; i++)
            {
                Rational sum = 0;
                for (var j = 0; j < matrix[i].Length; j++) sum += matrix[i][j] * inner[j];
                product[i] *= sum;
            }
        }

        return product;
    }

    /// <summary>Multisets of trees with so many vertices in all, each tree not after the one before it in the order of (size, place).</summary>
    private static IEnumerable<List<RootedTree>> Forests(int vertices, List<List<RootedTree>> byOrder, int largest, int place)
    {
        if (vertices == 0)
        {
            yield return [];
            yield break;
        }

        for (var size = Math.Min(vertices, largest); size >= 1; size--)
        {
            var last = size == largest ? Math.Min(place, byOrder[size].Count - 1) : byOrder[size].Count - 1;
            for (var i = last; i >= 0; i--)
            {
                foreach (var rest in Forests(vertices - size, byOrder, size, i)) yield return [byOrder[size][i], .. rest];
            }
        }
    }
}
