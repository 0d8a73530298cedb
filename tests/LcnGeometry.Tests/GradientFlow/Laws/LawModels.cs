using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Tests;

/// <summary>Models that are no convolutional networks, as references.</summary>
internal static class LawModels
{
    /// <summary>Dense linear <c>U Vᵀ</c>: U is n × r, V is m × r.</summary>
    public static PolynomialModel Linear(int n, int m, int r)
    {
        var variables = Names(n, m, r);
        return new PolynomialModel($"linear {n} {m} {r}", variables,
        [
            .. from i in Enumerable.Range(0, n)
               from j in Enumerable.Range(0, m)
               select Enumerable.Range(0, r).Select(k => Product(variables, i, j, k)).Aggregate((sum, term) => sum + term),
        ]);
    }

    /// <summary>Two-layer ReLU where every unit is active on its own data: all products of one unit.</summary>
    public static PolynomialModel Relu(int n, int m, int r)
    {
        var variables = Names(n, m, r);
        return new PolynomialModel($"ReLU {n} {m} {r}", variables,
        [
            .. from k in Enumerable.Range(0, r)
               from i in Enumerable.Range(0, n)
               from j in Enumerable.Range(0, m)
               select Product(variables, i, j, k),
        ]);
    }

    public static PolynomialModel Parse(string variables, params string[] coordinates)
    {
        var list = VariableList.Create(variables.Split(' '));
        return new PolynomialModel(string.Join("; ", coordinates), list, [.. coordinates.Select(text => Polynomial(text, list))]);
    }

    public static MultivariatePolynomial<Integer> Polynomial(string text, VariableList variables) =>
        MultivariatePolynomial.Parse(text, variables).Map(coefficient => coefficient.IsInteger ? coefficient.Numerator : throw new FormatException(text));

    private static VariableList Names(int n, int m, int r) => VariableList.Create(
    [
        .. from k in Enumerable.Range(0, r) from i in Enumerable.Range(0, n) select $"u_{i}_{k}",
        .. from k in Enumerable.Range(0, r) from j in Enumerable.Range(0, m) select $"v_{j}_{k}",
    ]);

    private static MultivariatePolynomial<Integer> Product(VariableList variables, int i, int j, int k) =>
        MultivariatePolynomial<Integer>.Variable(variables, $"u_{i}_{k}") * MultivariatePolynomial<Integer>.Variable(variables, $"v_{j}_{k}");
}
