using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The equations of the critical parameters, as a straight-line program of exact polynomials.</summary>
/// <remarks>
/// Unknowns: w_l_i, entry i of the filter of layer l (l from 1, i from 0), in the chart, and the scale t. Layers of size one are scaled to 1.
/// Named: the last entries of the filters; p_l_j, entry j of the product of all filters but that of layer l; f_j, entry j of the product of all;
/// g_j, entry j of D Q (t f - u); d_l_i, the derivative of the loss by w_l_i, divided by 2 t / D. Names that would be zero are left out.
/// </remarks>
internal sealed class ParameterSystem
{
    private readonly ImmutableArray<int> _layers;
    private readonly Polynomial<MultivariatePolynomial<Rational>>[] _complements;
    private readonly CancellationToken _token;

    public ParameterSystem(Architecture net, QuadraticLoss loss, CancellationToken token)
    {
        Architecture = net;
        Loss = loss;
        _token = token;
        _layers = [.. Enumerable.Range(0, net.Depth).Where(layer => net.Filters[layer] > 1)];
        Unknowns = VariableList.Create([.. _layers.SelectMany(FreeEntries).Select(entry => Entry(entry.Layer, entry.Index)), "t"]);
        Expected = CriticalPointCount.OnParameters(net.Filters, token);

        VariableList all = VariableList.Create([.. _layers.SelectMany(layer => Enumerable.Range(0, net.Filters[layer]).Select(i => Entry(layer, i)))]);
        var filters = new FilterStack<MultivariatePolynomial<Rational>>(net, [.. Enumerable.Range(0, net.Depth).Select(layer => net.Filters[layer] == 1
            ? ImmutableArray.Create(MultivariatePolynomial<Rational>.One)
            : [.. Enumerable.Range(0, net.Filters[layer]).Select(i => MultivariatePolynomial<Rational>.Variable(all, Entry(layer, i)))])]);
        _complements = ParameterizationMap.Complements(filters);

        var image = loss.Q.Multiply(loss.Target.AsSpan());
        Integer denominator = 1;
        for (var i = 0; i < loss.Size; i++)
        {
            denominator = Integer.LeastCommonMultiple(denominator, image[i].Denominator);
            for (var j = 0; j < loss.Size; j++) denominator = Integer.LeastCommonMultiple(denominator, loss.Q[i, j].Denominator);
        }

        Denominator = denominator;
        Image = image;
    }

    public Architecture Architecture { get; }

    public QuadraticLoss Loss { get; }

    /// <summary>The free entries, layer by layer, then t.</summary>
    public VariableList Unknowns { get; }

    /// <summary>The number of solutions for generic data.</summary>
    public Integer Expected { get; }

    /// <summary>D, which clears the denominators of Q and of Q u.</summary>
    public Integer Denominator { get; }

    private ImmutableArray<Rational> Image { get; }

    /// <summary>The last entries of the filters, from the chart.</summary>
    public IEnumerable<SystemDefinition> LastEntries()
    {
        foreach (var layer in _layers)
        {
            var free = FreeEntries(layer).ToArray();
            var names = VariableList.Create([.. free.Select(entry => Entry(layer, entry.Index))]);
            var value = MultivariatePolynomial<Rational>.One;
            foreach (var entry in free) value -= entry.Chart * MultivariatePolynomial<Rational>.Variable(names, Entry(layer, entry.Index));
            yield return new SystemDefinition(Entry(layer, free.Length), value);
        }
    }

    /// <summary>The products p_l_j of all filters but one.</summary>
    public IEnumerable<SystemDefinition> Complements() =>
        from layer in _layers
        from j in ComplementIndices(layer)
        select new SystemDefinition(Complement(layer, j), _complements[layer][j]);

    /// <summary>The end-to-end filter f_j, up to scale.</summary>
    public IEnumerable<SystemDefinition> EndToEnd()
    {
        if (_layers.IsEmpty)
        {
            yield return new SystemDefinition(Product(0), MultivariatePolynomial<Rational>.One);
            yield break;
        }

        var first = _layers[0];
        for (var j = 0; j < Architecture.EndToEndSize; j++)
        {
            var pairs = Enumerable.Range(0, Architecture.Filters[first])
                .Select(i => (Entry(first, i), Index: j - (i * Step(first))))
                .Where(pair => pair.Index >= 0 && !_complements[first][pair.Index].IsZero)
                .Select(pair => (pair.Item1, Complement(first, pair.Index)));
            if (Pairs(pairs) is { IsZero: false } value) yield return new SystemDefinition(Product(j), value);
        }
    }

    /// <summary>The gradient g_j of the loss by the end-to-end filter, times D / 2.</summary>
    public IEnumerable<SystemDefinition> Gradient()
    {
        var used = ProductIndices().ToArray();
        var names = VariableList.Create(["t", .. used.Select(Product)]);
        for (var i = 0; i < Architecture.EndToEndSize; i++)
        {
            _token.ThrowIfCancellationRequested();
            var terms = new List<PolynomialTerm<Rational>> { new(-Denominator * Image[i], Exponents(names.Count)) };
            for (var j = 0; j < used.Length; j++)
            {
                terms.Add(new PolynomialTerm<Rational>(Denominator * Loss.Q[i, used[j]], Exponents(names.Count, 0, j + 1)));
            }

            yield return new SystemDefinition(Gradient(i), MultivariatePolynomial<Rational>.FromTerms(names, terms));
        }
    }

    /// <summary>The derivatives d_l_i of the loss by every filter entry.</summary>
    public IEnumerable<SystemDefinition> Derivatives() =>
        from layer in _layers
        from i in Enumerable.Range(0, Architecture.Filters[layer])
        select new SystemDefinition(Derivative(layer, i), Pairs(ComplementIndices(layer).Select(j => (Complement(layer, j), Gradient(j + (i * Step(layer)))))));

    /// <summary>The left sides of the equations, as many as there are unknowns: by the scale, then along the chart by every free entry.</summary>
    public IEnumerable<MultivariatePolynomial<Rational>> Equations()
    {
        yield return Pairs(ProductIndices().Select(j => (Product(j), Gradient(j))));
        foreach (var entry in _layers.SelectMany(FreeEntries))
        {
            VariableList names = [Derivative(entry.Layer, entry.Index), Derivative(entry.Layer, Architecture.Filters[entry.Layer] - 1)];
            var derivatives = MultivariatePolynomial<Rational>.AllVariables(names);
            yield return derivatives[0] - (entry.Chart * derivatives[1]);
        }
    }

    private static string Entry(int layer, int i) => FormattableString.Invariant($"w_{layer + 1}_{i}");

    private static string Complement(int layer, int j) => FormattableString.Invariant($"p_{layer + 1}_{j}");

    private static string Product(int j) => FormattableString.Invariant($"f_{j}");

    private static string Gradient(int j) => FormattableString.Invariant($"g_{j}");

    private static string Derivative(int layer, int i) => FormattableString.Invariant($"d_{layer + 1}_{i}");

    /// <summary>A sum of products of two names each.</summary>
    private static MultivariatePolynomial<Rational> Pairs(IEnumerable<(string Left, string Right)> pairs)
    {
        var list = pairs.ToArray();
        var names = VariableList.Create([.. list.Select(pair => pair.Left), .. list.Select(pair => pair.Right)]);
        return MultivariatePolynomial<Rational>.FromTerms(
            names, list.Select((_, k) => new PolynomialTerm<Rational>(Rational.One, Exponents(names.Count, k, list.Length + k))));
    }

    private static ImmutableArray<int> Exponents(int count, params ReadOnlySpan<int> ones)
    {
        var exponents = new int[count];
        foreach (var one in ones) exponents[one] = 1;
        return [.. exponents];
    }

    private IEnumerable<(int Layer, int Index, Rational Chart)> FreeEntries(int layer)
    {
        var before = _layers.Where(earlier => earlier < layer).Sum(earlier => Architecture.Filters[earlier] - 1);
        return Enumerable.Range(0, Architecture.Filters[layer] - 1).Select(i => (layer, i, ParameterChart.Coefficient(before + i)));
    }

    private IEnumerable<int> ComplementIndices(int layer) =>
        Enumerable.Range(0, _complements[layer].Degree + 1).Where(j => !_complements[layer][j].IsZero);

    /// <summary>The entries of the end-to-end filter that are not structurally zero.</summary>
    private IEnumerable<int> ProductIndices() => _layers.IsEmpty
        ? [0]
        : Enumerable.Range(0, Architecture.EndToEndSize).Where(j => Enumerable.Range(0, Architecture.Filters[_layers[0]])
            .Any(i => j >= i * Step(_layers[0]) && !_complements[_layers[0]][j - (i * Step(_layers[0]))].IsZero));

    private int Step(int layer) => (int)Architecture.StrideProducts[layer];
}
