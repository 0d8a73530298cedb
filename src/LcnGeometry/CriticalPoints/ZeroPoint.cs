using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>The zero function as a critical point (C8).</summary>
internal sealed class ZeroPoint(Architecture net, QuadraticLoss loss, ImmutableArray<Rational> linear, CancellationToken token)
{
    private readonly Dictionary<(int Size, int Step), (int Dimension, ImmutableArray<Rational>? Form)> _kernels = [];

    /// <summary>Whether the gradient at zero vanishes on every filter of the network: then nothing is better than zero.</summary>
    public static bool IsMinimum(Architecture net, ImmutableArray<Rational> linear)
    {
        var reached = FilterSupport.Of(net);
        for (var i = 0; i < reached.Length; i++)
        {
            if (reached[i] && !linear[i].IsZero) return false;
        }

        return true;
    }

    /// <summary>The point, or null if the zero function is not critical.</summary>
    public CriticalPoint? Build(bool isMinimum)
    {
        if (net.Depth == 1 && !isMinimum) return null;
        return new CriticalPoint
        {
            Function = [.. Enumerable.Repeat(Interval.FromDouble(0), loss.Size)],
            ExactFunction = [.. Enumerable.Repeat(Rational.Zero, loss.Size)],
            Loss = Interval.Enclose(loss.AtZero),
            Kind = CriticalPointKind.Zero,
            Zero = new ZeroCriticality(net.Depth > 1, net.Depth == 1 ? [] : [.. Enumerable.Range(0, net.Depth).Select(Layer)], isMinimum),
        };
    }

    private ApolarLayer Layer(int layer)
    {
        token.ThrowIfCancellationRequested();
        var size = net.Filters[layer];
        var step = size == 1 ? 1 : (int)net.StrideProducts[layer];
        if (!_kernels.TryGetValue((size, step), out var kernel)) _kernels.Add((size, step), kernel = Kernel(size, step));
        return new ApolarLayer(layer + 1, kernel.Dimension, kernel.Form, Exists(layer, kernel.Dimension, kernel.Form));
    }

    /// <summary>The forms that the gradient at zero annihilates together with all their products with filters of the layer.</summary>
    private (int Dimension, ImmutableArray<Rational>? Form) Kernel(int size, int step)
    {
        var columns = net.EndToEndSize - ((size - 1) * step);
        if (linear.All(c => c.IsZero)) return (columns, columns == 1 ? [Rational.One] : null);
        var gradient = PolynomialContent.Of(new Polynomial<Rational>(linear.AsSpan())).Primitive;
        var matrix = new Matrix<Integer>(size, columns, (i, j) => gradient[(i * step) + j]);
        var dimension = columns - FractionFree.Rank(matrix, token);
        return (dimension, dimension == 1 ? [.. FractionFree.Nullspace(matrix, token)[0].Select(c => (Rational)c)] : null);
    }

    private Verdict Exists(int layer, int dimension, ImmutableArray<Rational>? form)
    {
        if (dimension == 0) return Verdict.Fails;
        if (!net.IsStrideOne) return Verdict.Undecided("the factors of apolar forms were not sought in a strided network");
        var others = new Architecture(net.Filters.RemoveAt(layer)).FunctionSpace();
        if (others.Filling.Kind == VerdictKind.Holds) return Verdict.Holds;
        return form is { } single
            ? others.Contains(single, token).Verdict
            : Verdict.Undecided($"the apolar forms have dimension {dimension}; whether one has enough real roots was not sought");
    }
}
