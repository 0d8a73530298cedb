using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving.Tests.Systems;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Homotopies;

public class RandomDataTests
{
    private static readonly CriticalSystemSolver Solver = new();

    // A positive definite form with small entries and a small target are generic enough for every pattern up to degree 5.
    [Fact]
    public void Random_data_are_answered_completely() => PropertyRun.Trials(100, random =>
    {
        var n = random.Between(2, 5);
        var parts = random.Pick([.. GenericCounts.Partitions(n)]);
        var map = RandomMaps.OfPattern(parts);
        var (form, linear) = Draw(random, n + 1);
        var answer = Solver.Solve(map, form, linear, GenericCounts.OfPattern(parts));
        Assert.True(answer.IsComplete, $"[{string.Join(',', parts)}]: {answer.Boxes.Length} of {answer.Expected}, {string.Join(", ", answer.Lost)}");
        SolverChecks.IsSound(answer, form, linear, exact: 1);
        Assert.True(SolverChecks.HasPairs(answer.Boxes));
        Assert.Equal(answer.Expected % 2, answer.Boxes.Count(b => b.IsReal) % 2);
    });

    [Theory]
    [InlineData(6, new[] { 2, 2 }, new[] { 1 }, new[] { 1 })]
    [InlineData(10, new[] { 3, 2 }, new[] { 1, 1 }, new[] { 1 })]
    [InlineData(39, new[] { 3, 3 }, new[] { 1, 1 }, new[] { 1, 1 })]
    public void Strided_data_are_answered_completely(int expected, int[] sizes, int[] first, int[] second) => PropertyRun.Trials(3, random =>
    {
        Assert.Equal(sizes.Select(k => k - 1), new[] { first.Sum(), second.Sum() });
        var map = RandomMaps.OfBlocks((1, first), (2, second));
        var (form, linear) = Draw(random, map.Size);
        var answer = Solver.Solve(map, form, linear, expected);
        Assert.True(answer.IsComplete, $"{map}: {answer.Boxes.Length} of {answer.Expected}");
        SolverChecks.IsSound(answer, form, linear, exact: 1);
        Assert.True(SolverChecks.HasPairs(answer.Boxes));
    });

    [Fact]
    public void Three_strided_layers_are_answered_completely() => PropertyRun.Trials(2, random =>
    {
        var map = RandomMaps.OfBlocks((1, [1]), (2, [1]), (4, [1]));
        var (form, linear) = Draw(random, map.Size);
        var answer = Solver.Solve(map, form, linear, 34);
        Assert.True(answer.IsComplete);
        SolverChecks.IsSound(answer, form, linear, exact: 1);
    });

    // Exchanging x and y reverses form, target and solutions.
    [Fact]
    public void Reversed_data_have_the_reversed_solutions() => PropertyRun.Trials(6, random =>
    {
        var n = random.Between(2, 4);
        var parts = random.Pick([.. GenericCounts.Partitions(n)]);
        var map = RandomMaps.OfPattern(parts);
        var (form, linear) = Draw(random, n + 1);
        var expected = GenericCounts.OfPattern(parts);
        var answer = Solver.Solve(map, form, linear, expected);
        var reversed = Solver.Solve(map, new Matrix<Rational>(n + 1, n + 1, (i, j) => form[n - i, n - j]), [.. linear.Reverse()], expected);
        Matches(answer.Boxes, reversed.Boxes, product => [.. product.Reverse()]);
    });

    // w^T (aQ) w - 2 (ab)^T w has the same solutions, and b alone scales them; powers of two without any rounding.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-3, 40)]
    [InlineData(200, 0)]
    [InlineData(0, 200)]
    [InlineData(-200, 200)]
    [InlineData(200, -200)]
    [InlineData(-1100, -1090)]
    public void Scaled_data_have_exactly_scaled_solutions(int formExponent, int linearExponent) => PropertyRun.Trials(3, random =>
    {
        var n = random.Between(2, 4);
        var parts = random.Pick([.. GenericCounts.Partitions(n)]);
        var map = RandomMaps.OfPattern(parts);
        var (form, linear) = Draw(random, n + 1);
        var expected = GenericCounts.OfPattern(parts);
        var answer = Solver.Solve(map, form, linear, expected);
        var scaled = Solver.Solve(
            map, Rational.PowerOfTwo(formExponent) * form, [.. linear.Select(b => b * Rational.PowerOfTwo(linearExponent))], expected);
        var factor = Rational.PowerOfTwo(linearExponent - formExponent);
        Assert.Equal(answer.Boxes.Length, scaled.Boxes.Length);
        foreach (var (plain, other) in answer.Boxes.Zip(scaled.Boxes))
        {
            Assert.Equal(plain.IsReal, other.IsReal);
            Assert.True(plain.Charts.SequenceEqual(other.Charts));
            Assert.Equal(plain.Coordinates.SkipLast(1), other.Coordinates.SkipLast(1));
            var last = plain.Coordinates[^1];
            Assert.Equal(new BoxCoordinate(last.Re * factor, last.Im * factor, last.Radius * factor), other.Coordinates[^1]);
            Assert.Equal(plain.Factors.SelectMany(f => f), other.Factors.SelectMany(f => f));
            foreach (var (p, q) in plain.Product.Append(plain.Scale).Zip(other.Product.Append(other.Scale)))
            {
                Assert.False((Interval.Enclose(factor) * p.Re).IsDisjoint(q.Re));
                Assert.False((Interval.Enclose(factor) * p.Im).IsDisjoint(q.Im));
            }
        }
    });

    [Fact]
    public void The_same_data_have_the_same_bytes_from_every_solver_and_thread()
    {
        var random = new TestRandom(77);
        int[] parts = [2, 2, 1];
        var map = RandomMaps.OfPattern(parts);
        var (form, linear) = Draw(random, 6);
        var expected = GenericCounts.OfPattern(parts);
        var first = Text(new CriticalSystemSolver().Solve(map, form, linear, expected));
        Assert.Equal(first, Text(Solver.Solve(map, form, linear, expected)));
        Assert.Equal(first, Text(Solver.Solve(map, form, linear, expected)));
        var solver = new CriticalSystemSolver();
        var answers = new string[4];
        Parallel.For(0, answers.Length, i => answers[i] = Text(solver.Solve(map, form, linear, expected)));
        Assert.All(answers, text => Assert.Equal(first, text));
    }

    [Fact]
    public void Data_of_the_wrong_size_are_refused()
    {
        var map = RandomMaps.OfPattern(2);
        var identity = Matrix<Rational>.Identity(3);
        Assert.Throws<ArgumentException>(() => Solver.Solve(map, Matrix<Rational>.Identity(2), [1, 2, 3], 4));
        Assert.Throws<ArgumentException>(() => Solver.Solve(map, identity, [1, 2], 4));
        Assert.Throws<ArgumentNullException>(() => Solver.Solve(null!, identity, [1, 2, 3], 4));
        Assert.Throws<ArgumentNullException>(() => Solver.Solve(map, null!, [1, 2, 3], 4));
    }

    [Fact]
    public void A_stopped_search_can_be_begun_again()
    {
        var solver = new CriticalSystemSolver();
        var map = RandomMaps.OfPattern(2, 2);
        var (form, linear) = Draw(new TestRandom(3), 5);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => solver.Solve(map, form, linear, 13, source.Token));
        Assert.True(solver.Solve(map, form, linear, 13).IsComplete);
    }

    internal static (Matrix<Rational> Form, ImmutableArray<Rational> Linear) Draw(TestRandom random, int size)
    {
        var form = random.NextForm(size);
        return (form, form.Multiply(random.NextVector(size).AsSpan()));
    }

    private static void Matches(ImmutableArray<SolutionBox> left, ImmutableArray<SolutionBox> right, Func<ImmutableArray<ComplexNumber<Interval>>, ImmutableArray<ComplexNumber<Interval>>> change)
    {
        Assert.Equal(left.Length, right.Length);
        foreach (var box in left)
        {
            var image = change(box.Product);
            var partner = Assert.Single(right, r => !r.Product.Zip(image).Any(p => p.First.Re.IsDisjoint(p.Second.Re) || p.First.Im.IsDisjoint(p.Second.Im)));
            Assert.Equal(box.IsReal, partner.IsReal);
        }
    }

    private static string Text(SolutionSet answer) => string.Join('\n', answer.Boxes.Select(b =>
        $"{b.IsReal} {string.Join(' ', b.Charts)} {string.Join(' ', b.Coordinates)} {string.Join(' ', b.Product)} {b.Scale} {string.Join(' ', b.Factors.SelectMany(f => f))}"));
}
