using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving.Tests.Systems;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Homotopies;

/// <summary>Data on which solvers lose or invent solutions: answered completely, or the shortfall is said, and never a wrong box.</summary>
public class HardDataTests
{
    private static readonly CriticalSystemSolver Solver = new();

    public static TheoryData<int[]> Patterns => [.. Enumerable.Range(2, 3).SelectMany(n => GenericCounts.Partitions(n)).Where(p => p[0] > 1)];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Targets_with_roots_of_very_different_sizes_are_answered_completely(int[] parts) => PropertyRun.Trials(2, random =>
    {
        var n = parts.Sum();
        Rational[] sizes = [new(1, 1000000), 1000000, new(1, 300), 7];
        var target = FromRoots(sizes[..n].Select(r => random.Chance(0.5) ? r : -r));
        Complete(parts, random.Chance(0.5) ? random.NextForm(n + 1) : Matrix<Rational>.Identity(n + 1), target);
    });

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Targets_with_nearly_coincident_roots_are_answered_completely(int[] parts) => PropertyRun.Trials(2, random =>
    {
        var n = parts.Sum();
        Rational gap = new(1, 100000000);
        Rational[] roots = [1 + gap, 1 - gap, -2, -2 + gap];
        Complete(parts, random.NextForm(n + 1), FromRoots(roots[..n]));
    });

    // The Hilbert matrix of size 7 has condition 5e8, the Hankel matrix below of size 5 more than 1e10.
    [Theory]
    [InlineData(new[] { 2 })]
    [InlineData(new[] { 2, 1 })]
    [InlineData(new[] { 2, 2 })]
    [InlineData(new[] { 3, 1, 1 })]
    [InlineData(new[] { 2, 2, 2 })]
    public void Hilbert_matrices_are_answered_soundly(int[] parts) => PropertyRun.Trials(1, random =>
    {
        var size = parts.Sum() + 1;
        Sound(parts, new Matrix<Rational>(size, size, (i, j) => new Rational(1, i + j + 1)), random.NextVector(size));
    });

    [Theory]
    [InlineData(new[] { 2, 1 })]
    [InlineData(new[] { 3, 1 })]
    [InlineData(new[] { 2, 2, 1 })]
    public void Hankel_like_matrices_of_condition_1e10_are_answered_soundly(int[] parts) => PropertyRun.Trials(1, random =>
    {
        // Moments of a few points close to each other, as a short smooth series has.
        var size = parts.Sum() + 1;
        Rational[] nodes = [.. Enumerable.Range(0, size + 2).Select(i => 1 + new Rational(i * i, 40))];
        var form = new Matrix<Rational>(size, size, (i, j) => nodes.Aggregate(Rational.Zero, (sum, x) => sum + Rational.Pow(x, i + j)));
        Sound(parts, form, random.NextVector(size));
    });

    // Where PHCpack loses a solution: a triple root far out, here put there by exact construction.
    [Theory]
    [InlineData(690)]
    [InlineData(-690)]
    [InlineData(1000000)]
    public void A_triple_root_far_out_is_found(int root) => PropertyRun.Trials(3, random =>
    {
        int[] parts = [3];
        var form = random.NextForm(4);
        var known = Rational.Pow(new Rational(1, root), 3) * Polynomial<Rational>.Pow(new Polynomial<Rational>(root, 1), 3);
        var rest = Orthogonal(parts, [new Polynomial<Rational>(root, 1)], 4);
        var linear = Combine(form, known, rest.Select(v => (v, (Rational)random.Between(1, 5))));
        var answer = Complete(parts, form, linear, isLinear: true);
        Assert.Contains(answer.Boxes, b => b.IsReal && Holds(b, known));
    });

    // Two solutions far out at once on a stratum of degree six.
    [Theory]
    [InlineData(690, -1500)]
    [InlineData(-690, -700)]
    public void Two_solutions_far_out_in_degree_six_are_found(int first, int second) => PropertyRun.Trials(1, random =>
    {
        int[] parts = [4, 2];
        var form = random.NextForm(7);
        Polynomial<Rational>[] firstFactors = [new(-2, 1), new(first, 1)], secondFactors = [new(3, 1), new(second, 1)];
        Polynomial<Rational> one = Known(firstFactors, first), other = Known(secondFactors, second);
        ImmutableArray<Rational>[] left = Orthogonal(parts, firstFactors, 7), right = Orthogonal(parts, secondFactors, 7);

        // Q P - v is the same for both: eight unknowns, seven equations; the last unknown is set to one.
        var difference = form.Multiply(one.CoefficientsPadded(7).AsSpan()).Zip(form.Multiply(other.CoefficientsPadded(7).AsSpan()), (a, b) => a - b).ToArray();
        ImmutableArray<Rational>[] columns = [.. left, .. right.Select(v => v.Select(x => -x).ToImmutableArray())];
        Assert.Equal(8, columns.Length);
        var solution = LinearSystems.Solve(new Matrix<Rational>(7, 7, (i, j) => columns[j][i]), [.. difference.Select((d, i) => d - columns[7][i])]);
        var linear = Combine(form, one, left.Zip(solution.AsEnumerable()));
        var answer = Complete(parts, form, linear, isLinear: true);
        Assert.Contains(answer.Boxes, b => b.IsReal && Holds(b, one));
        Assert.Contains(answer.Boxes, b => b.IsReal && Holds(b, other));

        static Polynomial<Rational> Known(Polynomial<Rational>[] factors, int root) =>
            Rational.Pow(new Rational(1, root), 4) * (Polynomial<Rational>.Pow(factors[0], 2) * Polynomial<Rational>.Pow(factors[1], 4));
    });

    // A target inside the stratum is itself critical, with value zero.
    [Fact]
    public void Targets_on_the_stratum_are_found_themselves() => PropertyRun.Trials(6, random =>
    {
        int[] parts = [2, 1];
        var target = Polynomial<Rational>.Pow(new Polynomial<Rational>(random.Between(1, 9), random.Between(1, 9)), 2) * new Polynomial<Rational>(random.Between(-9, -1), 1);
        var answer = Sound(parts, random.NextForm(4), target.CoefficientsPadded(4));
        Assert.Contains(answer.Boxes, b => b.IsReal && Holds(b, target));
    });

    [Theory]
    [InlineData("0 0 0 0")]
    [InlineData("1 0 0 0")]
    [InlineData("0 1 0 0")]
    [InlineData("0 0 1 -2")]
    [InlineData("1 0 0 1")]
    [InlineData("1 3 3 1")]
    [InlineData("1 1 1 1")]
    [InlineData("-1 0 1 0")]
    public void Targets_with_zeros_and_symmetries_are_answered_soundly(string text)
    {
        ImmutableArray<Rational> target = [.. text.Split(' ').Select(Rational.Parse)];
        foreach (var form in new[] { Matrix<Rational>.Identity(4), Matrix<Rational>.Diagonal([1, 2, 2, 1]), new TestRandom(9).NextForm(4) })
        {
            foreach (var parts in GenericCounts.Partitions(3)) Sound(parts, form, target);
        }
    }

    [Fact]
    public void Forms_that_are_not_definite_are_answered_soundly()
    {
        ImmutableArray<Rational> target = [3, 1, -4];
        foreach (var form in new[]
        {
            Matrix<Rational>.Zero(3, 3), Matrix<Rational>.Diagonal([1, 0, 0]), Matrix<Rational>.Diagonal([1, -1, 1]), Matrix<Rational>.Diagonal([0, 1, 0]),
            new Matrix<Rational>(3, 3, (i, j) => 1), new Matrix<Rational>(3, 3, (i, j) => i + j == 2 ? 1 : 0),
        })
        {
            Sound([2], form, target, isLinear: true);
            Sound([1, 1], form, target, isLinear: true);
        }
    }

    private static SolutionSet Complete(int[] parts, Matrix<Rational> form, ImmutableArray<Rational> target, bool isLinear = false)
    {
        var answer = Sound(parts, form, target, isLinear);
        Assert.True(answer.IsComplete, $"[{string.Join(',', parts)}]: {answer.Boxes.Length} of {answer.Expected}, {string.Join(", ", answer.Lost)}");
        Assert.True(SolverChecks.HasPairs(answer.Boxes));
        return answer;
    }

    private static SolutionSet Sound(int[] parts, Matrix<Rational> form, ImmutableArray<Rational> target, bool isLinear = false)
    {
        ImmutableArray<Rational> linear = isLinear ? target : [.. form.Multiply(target.AsSpan())];
        var answer = Solver.Solve(RandomMaps.OfPattern(parts), form, linear, GenericCounts.OfPattern(parts));
        SolverChecks.IsSound(answer, form, linear, exact: 2);
        return answer;
    }

    private static ImmutableArray<Rational> FromRoots(IEnumerable<Rational> roots)
    {
        var product = roots.Aggregate(Polynomial<Rational>.One, (p, r) => p * new Polynomial<Rational>(-r, 1));
        return product.CoefficientsPadded(product.Degree + 1);
    }

    /// <summary>The vectors orthogonal to R x^k, k = 0..ν, for factors that stand in ascending order of their exponents.</summary>
    private static ImmutableArray<Rational>[] Orthogonal(int[] parts, Polynomial<Rational>[] factors, int size)
    {
        var exponents = parts.Order().ToArray();
        var rest = factors.Zip(exponents).Aggregate(Polynomial<Rational>.One, (p, f) => p * Polynomial<Rational>.Pow(f.First, f.Second - 1));
        var rows = Enumerable.Range(0, parts.Length + 1).Select(k => (rest * Polynomial<Rational>.Monomial(1, k)).CoefficientsPadded(size)).ToArray();
        return [.. FractionFree.Nullspace(Matrix<Rational>.FromRows(rows))];
    }

    private static ImmutableArray<Rational> Combine(Matrix<Rational> form, Polynomial<Rational> known, IEnumerable<(ImmutableArray<Rational> Vector, Rational Weight)> rest)
    {
        var linear = form.Multiply(known.CoefficientsPadded(form.Rows).AsSpan()).ToArray();
        foreach (var (vector, weight) in rest)
        {
            for (var i = 0; i < linear.Length; i++) linear[i] -= weight * vector[i];
        }

        return [.. linear];
    }

    private static bool Holds(SolutionBox box, Polynomial<Rational> known) => Enumerable.Range(0, box.Product.Length).All(i =>
        !box.Product[i].Re.IsDisjoint(Interval.Enclose(known[i])) && !box.Product[i].Im.IsDisjoint(Interval.FromDouble(0)));
}
