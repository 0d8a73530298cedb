namespace LcnGeometry.Algebra;

public sealed partial class MultivariatePolynomial<T>
{
    /// <summary>The largest sum of the exponents of a term; -1 for the zero polynomial.</summary>
    public int TotalDegree => IsZero ? -1 : PackedExponents.TotalDegree(Monomial(0));

    /// <summary>Whether all terms have the same total degree; the zero polynomial is homogeneous.</summary>
    public bool IsHomogeneous => IsZero || PackedExponents.TotalDegree(Monomial(TermCount - 1)) == TotalDegree;

    /// <summary>The largest exponent of one variable; -1 for the zero polynomial.</summary>
    /// <param name="variable">One of the variables; for a constant any name.</param>
    public int DegreeIn(string variable)
    {
        if (IsConstant) return TotalDegree;
        var index = Variables.Require(variable);
        var degree = 0;
        for (var i = 0; i < TermCount; i++) degree = Math.Max(degree, PackedExponents.Exponent(Monomial(i), Variables.Count, index));
        return degree;
    }

    /// <summary>The degrees of the terms when each variable counts with a weight.</summary>
    /// <param name="weights">One weight of any sign for each variable; for a constant any number of them.</param>
    /// <returns>The distinct weighted degrees, ascending; none for the zero polynomial, one if it is homogeneous for the weights.</returns>
    public IReadOnlyList<long> WeightedDegrees(params ReadOnlySpan<int> weights)
    {
        if (!IsConstant) RequireLength(weights.Length, nameof(weights));
        var degrees = new SortedSet<long>();
        var exponents = new int[Variables.Count];
        for (var i = 0; i < TermCount; i++)
        {
            PackedExponents.Unpack(Monomial(i), exponents);
            var degree = 0L;
            for (var j = 0; j < exponents.Length; j++) degree += (long)weights[j] * exponents[j];
            degrees.Add(degree);
        }

        return [.. degrees];
    }

    /// <summary>The same polynomial in another list of variables: a larger one, a reordered one, or one without variables that do not occur.</summary>
    /// <exception cref="ArgumentException">A variable that occurs is missing from the new list.</exception>
    public MultivariatePolynomial<T> WithVariables(VariableList variables)
    {
        if (IsConstant || variables == Variables) return this;
        var target = new int[Variables.Count];
        for (var j = 0; j < target.Length; j++) target[j] = variables.IndexOf(Variables[j]);
        var builder = new Builder(variables, TermCount);
        var exponents = new int[Variables.Count];
        var moved = new int[variables.Count];
        var packed = new ulong[PackedExponents.WordsFor(variables.Count)];
        for (var i = 0; i < TermCount; i++)
        {
            PackedExponents.Unpack(Monomial(i), exponents);
            Array.Clear(moved);
            for (var j = 0; j < exponents.Length; j++)
            {
                if (exponents[j] == 0) continue;
                if (target[j] < 0) throw new ArgumentException($"The variable '{Variables[j]}' occurs but is not among {variables}.", nameof(variables));
                moved[target[j]] = exponents[j];
            }

            PackedExponents.Pack(moved, packed);
            builder.Add(packed, _coefficients[i]);
        }

        return builder.ToSorted();
    }
}
