namespace LcnGeometry.Solving.Tests.Homotopies;

public class GenericCountsTests
{
    // From the table of Lee and Sturmfels, Duality of multiple root loci, and eliminations recorded in the theory.
    [Theory]
    [InlineData(1, new[] { 1, 1, 1 })]
    [InlineData(4, new[] { 2 })]
    [InlineData(7, new[] { 2, 1 })]
    [InlineData(7, new[] { 3 })]
    [InlineData(10, new[] { 2, 1, 1 })]
    [InlineData(13, new[] { 2, 2 })]
    [InlineData(12, new[] { 3, 1 })]
    [InlineData(10, new[] { 4 })]
    public void The_formula_gives_the_known_values(int count, int[] parts) => Assert.Equal(count, GenericCounts.OfPattern(parts));

    // Hooks have the closed form (2a-1)n - 2(a-1)^2.
    [Fact]
    public void Hooks_have_a_closed_form()
    {
        for (var n = 2; n <= 9; n++)
        {
            for (var a = 2; a <= n; a++) Assert.Equal((((2 * a) - 1) * n) - (2 * (a - 1) * (a - 1)), GenericCounts.OfPattern([a, .. Enumerable.Repeat(1, n - a)]));
        }
    }

    [Fact]
    public void There_are_as_many_partitions_as_Euler_says() =>
        Assert.Equal([1, 1, 2, 3, 5, 7, 11, 15, 22, 30], Enumerable.Range(0, 10).Select(n => GenericCounts.Partitions(n).Count()));
}
