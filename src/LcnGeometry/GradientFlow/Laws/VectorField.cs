using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A polynomial vector field: one polynomial for each parameter.</summary>
internal sealed class VectorField
{
    private readonly VariableList _variables;

    public VectorField(VariableList variables, ImmutableArray<MultivariatePolynomial<Integer>> components)
    {
        (_variables, Components) = (variables, components);
        Terms = [.. components.Select(MonomialTerm.Of)];
    }

    public ImmutableArray<MultivariatePolynomial<Integer>> Components { get; }

    /// <summary>The terms of each component.</summary>
    public ImmutableArray<ImmutableArray<MonomialTerm>> Terms { get; }

    /// <summary>The gradient of a function.</summary>
    public static VectorField Gradient(VariableList variables, MultivariatePolynomial<Integer> function) =>
        new(variables, [.. variables.Select(function.Derivative)]);

    /// <summary>The bracket <c>[A, B] = DB A - DA B</c>.</summary>
    public static VectorField Bracket(VectorField left, VectorField right)
    {
        var components = ImmutableArray.CreateBuilder<MultivariatePolynomial<Integer>>(left.Components.Length);
        for (var k = 0; k < left.Components.Length; k++) components.Add(right.Along(k, left) - left.Along(k, right));
        return new VectorField(left._variables, components.MoveToImmutable());
    }

    /// <summary>The value and the derivatives at a point.</summary>
    public FieldJet At(SamplePoint point)
    {
        var field = point.Field;
        var value = new ulong[Terms.Length];
        var slopes = new (int Variable, ulong Value)[Terms.Length][];
        var slope = new Dictionary<int, ulong>();
        for (var k = 0; k < value.Length; k++)
        {
            slope.Clear();
            foreach (var term in Terms[k])
            {
                var coefficient = field.Reduce(term.Coefficient);
                for (var skipped = -1; skipped < term.Factors.Length; skipped++)
                {
                    var product = coefficient;
                    for (var i = 0; i < term.Factors.Length; i++)
                    {
                        if (i != skipped) product = field.Multiply(product, point.Coordinates[term.Factors[i]]);
                    }

                    if (skipped < 0) value[k] = field.Add(value[k], product);
                    else slope[term.Factors[skipped]] = field.Add(slope.GetValueOrDefault(term.Factors[skipped]), product);
                }
            }

            slopes[k] = [.. slope.Select(entry => (entry.Key, entry.Value))];
        }

        return new FieldJet(field, value, slopes);
    }

    /// <summary>The derivative of one component along another field.</summary>
    private MultivariatePolynomial<Integer> Along(int component, VectorField direction)
    {
        var sum = MultivariatePolynomial<Integer>.Zero;
        foreach (var variable in Terms[component].SelectMany(term => term.Factors).Distinct().Order())
        {
            if (direction.Components[variable].IsZero) continue;
            sum += Components[component].Derivative(_variables[variable]) * direction.Components[variable];
        }

        return sum;
    }
}
