using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving.Tests.Systems;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Homotopies;

/// <summary>What must not change an answer, or only in a known way.</summary>
public class DataSymmetryTests
{
    private static readonly CriticalSystemSolver Solver = new();

    // Exchanging x and y reverses form, target and solutions.
    [Fact]
    public void Reversed_data_have_the_reversed_solutions() => PropertyRun.Trials(4, random =>
    {
        var n = random.Between(2, 4);
        var parts = random.Pick([.. GenericCounts.Partitions(n)]);
        var map = RandomMaps.OfPattern(parts);
        var (form, linear) = RandomDataTests.Draw(random, n + 1);
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
        var (form, linear) = RandomDataTests.Draw(random, n + 1);
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
        var (form, linear) = RandomDataTests.Draw(random, 6);
        var expected = GenericCounts.OfPattern(parts);
        var first = Text(new CriticalSystemSolver().Solve(map, form, linear, expected));
        Assert.Equal(first, Text(Solver.Solve(map, form, linear, expected)));
        Assert.Equal(first, Text(Solver.Solve(map, form, linear, expected)));
        var solver = new CriticalSystemSolver();
        var answers = new string[4];
        Parallel.For(0, answers.Length, i => answers[i] = Text(solver.Solve(map, form, linear, expected)));
        Assert.All(answers, text => Assert.Equal(first, text));
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
