using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

public static partial class MultivariatePolynomial
{
    /// <summary>The matrix of the partial derivatives of a polynomial map.</summary>
    /// <param name="map">The components, constants or polynomials in <paramref name="variables"/>.</param>
    /// <param name="variables">The variables of the domain of the map.</param>
    /// <returns>A row for each component, a column for each variable.</returns>
    /// <exception cref="VariableMismatchException">A component has other variables.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact.</para>
    /// <para><b>Method:</b> each entry is differentiated term by term.</para>
    /// <para><b>Cost:</b> one coefficient product for each term of the map and each variable.</para>
    /// <para><b>Source:</b> the definition.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// VariableList variables = ["x", "y"];
    /// var jacobian = MultivariatePolynomial.Jacobian([MultivariatePolynomial.Parse("x^2 y", variables)], variables);
    /// Console.WriteLine(jacobian);   // [[2*x*y, x^2]]
    /// </code>
    /// </example>
    public static Matrix<MultivariatePolynomial<T>> Jacobian<T>(ImmutableArray<MultivariatePolynomial<T>> map, VariableList variables)
        where T : IIntegralDomain<T>
    {
        foreach (var component in map)
        {
            if (!component.IsConstant && component.Variables != variables) throw new VariableMismatchException(component.Variables, variables);
        }

        return new Matrix<MultivariatePolynomial<T>>(map.Length, variables.Count, (i, j) => map[i].Derivative(variables[j]));
    }
}
