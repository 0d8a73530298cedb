using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Random expressions in the syntax that this library and Python share: + - * / ** and parentheses, every sign written.</summary>
internal static class RandomExpression
{
    public static string NextExpression(this TestRandom random, VariableList variables, int depth)
    {
        if (depth == 0 || random.Chance(0.2)) return Leaf(random, variables);
        string Inner() => random.NextExpression(variables, depth - 1);
        return random.Between(0, 7) switch
        {
            0 or 1 => $"{Inner()} + {Inner()}",
            2 => $"{Inner()} - {Inner()}",
            3 => $"-{Inner()}",
            4 => $"({Inner()})*({Inner()})",
            5 => $"{Leaf(random, variables)}*{Leaf(random, variables)}",
            6 => $"({Inner()})**{random.Between(0, 3)}",
            _ => $"({Inner()})/{random.Between(1, 9)}",
        };
    }

    private static string Leaf(TestRandom random, VariableList variables) => random.Between(0, 5) switch
    {
        0 => $"{random.Between(0, 99)}",
        1 => $"{random.Between(0, 9)}.{random.Between(0, 99):00}",
        2 => $"{random.Pick(variables)}**{random.Between(0, 4)}",
        _ => random.Pick(variables),
    };
}
