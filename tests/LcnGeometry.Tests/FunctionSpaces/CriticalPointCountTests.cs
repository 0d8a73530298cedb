using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

public class CriticalPointCountTests
{
    // S2, the table found by symbolic elimination.
    [Theory]
    [InlineData("2", 4)]
    [InlineData("2,1", 7)]
    [InlineData("3", 7)]
    [InlineData("2,1,1", 10)]
    [InlineData("2,2", 13)]
    [InlineData("3,1", 12)]
    [InlineData("4", 10)]
    [InlineData("1,1,1,1", 1)]
    public void Strata_agree_with_elimination(string pattern, int expected) =>
        Assert.Equal((Integer)expected, CriticalPointCount.OnStratum([.. pattern.Split(',').Select(int.Parse)]));

    // S2: the coefficient of the product of h_j^m_j in sum_i C(nu+1, i) g^i v^(nu-i), expanded one variable at a time.
    [Fact]
    public void Strata_agree_with_the_coefficient_formula()
    {
        foreach (var partition in Enumerable.Range(1, 10).SelectMany(n => Partitions(n, n)))
        {
            Assert.Equal(ByExpansion(partition), CriticalPointCount.OnStratum(partition));
        }
    }

    // S2: hooks (a, 1^(n-a)) have (2a-1)n - 2(a-1)^2 critical points; the discriminant 3n-2.
    [Fact]
    public void Hooks_have_a_closed_form()
    {
        for (var n = 2; n <= 30; n++)
        {
            for (var a = 2; a <= n; a++)
            {
                Assert.Equal((Integer)((((2 * a) - 1) * n) - (2 * (a - 1) * (a - 1))), CriticalPointCount.OnStratum([a, .. Enumerable.Repeat(1, n - a)]));
            }
        }
    }

    [Theory]
    [InlineData("2,2", 6)]
    [InlineData("3,2", 10)]
    [InlineData("4,2", 14)]
    [InlineData("2,2,2", 34)]
    [InlineData("3,3", 39)]
    [InlineData("3,2,2", 100)]
    [InlineData("2,3,2", 100)]
    [InlineData("7", 1)]
    [InlineData("1", 1)]
    [InlineData("3,1,2", 10)]
    public void Parameters_agree_with_elimination(string filters, int expected) =>
        Assert.Equal((Integer)expected, CriticalPointCount.OnParameters(Architecture.Parse(filters).Filters));

    [Fact]
    public void Two_factors_one_of_size_two_have_a_closed_form()
    {
        for (var n = 1; n <= 60; n++) Assert.Equal((Integer)((4 * n) + 2), CriticalPointCount.OnParameters([2, n + 1]));
    }

    // S3: two independent counts of the same critical points. Every composition of every degree up to 8.
    [Fact]
    public void Sum_over_strata_equals_the_count_on_the_Segre_variety()
    {
        for (var degree = 1; degree <= 8; degree++)
        {
            var partitions = Partitions(degree, degree).ToArray();
            foreach (var filters in RandomNetworks.Compositions(degree))
            {
                Integer sum = 0;
                foreach (var partition in partitions)
                {
                    sum += CriticalPointCount.SquarefreeFactorizations(partition, filters) * CriticalPointCount.OnStratum(partition);
                }

                Assert.Equal(CriticalPointCount.OnParameters(filters), sum);
            }
        }
    }

    [Fact]
    public void Squarefree_factorizations_are_zero_one_matrices() => PropertyRun.Trials(150, random =>
    {
        var filters = random.NextStrideOne(6).Filters;
        var partition = random.Pick(Partitions(filters.Sum(k => k - 1), 6).DefaultIfEmpty([]).ToArray());
        Assert.Equal((Integer)ZeroOneMatrices(partition, [.. filters.Select(k => k - 1)], 0), CriticalPointCount.SquarefreeFactorizations(partition, filters));
    });

    internal static IEnumerable<ImmutableArray<int>> Partitions(int n, int largest)
    {
        if (n == 0)
        {
            yield return [];
            yield break;
        }

        for (var part = Math.Min(n, largest); part >= 1; part--)
        {
            foreach (var rest in Partitions(n - part, part)) yield return rest.Insert(0, part);
        }
    }

    // One column at a time: every subset of the rows with room.
    private static int ZeroOneMatrices(ImmutableArray<int> columns, int[] room, int column)
    {
        if (column == columns.Length) return room.All(r => r == 0) ? 1 : 0;
        var count = 0;
        for (var subset = 0; subset < 1 << room.Length; subset++)
        {
            if (int.PopCount(subset) != columns[column]) continue;
            int[] left = [.. room.Select((r, l) => r - ((subset >> l) & 1))];
            if (left.All(r => r >= 0)) count += ZeroOneMatrices(columns, left, column + 1);
        }

        return count;
    }

    private static Integer ByExpansion(ImmutableArray<int> partition)
    {
        var parts = partition.GroupBy(j => j).Select(g => (Part: g.Key, Count: g.Count())).ToArray();
        int[] powers = [.. parts.Select(p => p.Count)];
        var nu = partition.Length;
        Integer total = 0, binomial = 1;
        for (var i = 0; i <= nu; i++)
        {
            var factors = Enumerable.Repeat(1, i).Concat(Enumerable.Repeat(0, nu - i)).ToArray();
            total += binomial * Coefficient(factors, 0, powers);
            binomial = Integer.DivideExactly(binomial * (nu + 1 - i), i + 1);
        }

        return total;

        // Choose a variable from each linear factor: j - 1 of h_j in g, j of h_j in v.
        Integer Coefficient(int[] factors, int index, int[] left)
        {
            if (index == factors.Length) return left.All(p => p == 0) ? 1 : 0;
            Integer sum = 0;
            for (var v = 0; v < left.Length; v++)
            {
                if (left[v] == 0) continue;
                left[v]--;
                sum += (Integer)(parts[v].Part - factors[index]) * Coefficient(factors, index + 1, left);
                left[v]++;
            }

            return sum;
        }
    }
}
