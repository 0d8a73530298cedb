using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>The best filter that a network with a single block could represent over the complex numbers, exactly: the target, or its projection to filters in x^S.</summary>
internal sealed class TargetFunction
{
    private TargetFunction(ImmutableArray<Rational> filter, ImmutableArray<Rational> form, ImmutableArray<CriticalRoot> roots, RootPattern pattern)
    {
        Filter = filter;
        Form = form;
        Roots = roots;
        Pattern = pattern;
    }

    /// <summary>The end-to-end filter.</summary>
    public ImmutableArray<Rational> Filter { get; }

    /// <summary>Its coefficients that are not zero by structure: the form of the block.</summary>
    public ImmutableArray<Rational> Form { get; }

    /// <summary>The roots of the form, if they are simple and doubles suffice to isolate them; else default.</summary>
    public ImmutableArray<CriticalRoot> Roots { get; }

    /// <summary>The exact root pattern of the form.</summary>
    public RootPattern Pattern { get; }

    /// <summary>The target of a network with at most one block; the loss is not smallest at zero.</summary>
    public static TargetFunction Of(ImmutableArray<LayerBlock> blocks, QuadraticLoss loss, ImmutableArray<Rational> linear, CancellationToken token)
    {
        var (step, degree) = blocks.IsEmpty ? (1, 0) : ((int)blocks[0].Step, blocks[0].Degree);
        var form = loss.Target;
        var filter = loss.Target;
        if (step > 1)
        {
            form = LinearSystems.Solve(
                new Matrix<Rational>(degree + 1, degree + 1, (i, j) => loss.Q[i * step, j * step]), [.. Enumerable.Range(0, degree + 1).Select(i => linear[i * step])], token);
            var spread = new Rational[loss.Size];
            for (var i = 0; i <= degree; i++) spread[i * step] = form[i];
            filter = [.. spread];
        }

        if (degree > 0 && EnclosedRoots.TryIsolate([.. form.Select(Interval.Enclose)], out var roots, token))
        {
            var pattern = new RootPattern(roots.Where(r => r.IsReal).Select(_ => 1), roots.Where(r => !r.IsReal).Select(_ => 1));
            return new TargetFunction(filter, form, [.. roots.Select(r => new CriticalRoot(0, 1, r))], pattern);
        }

        return new TargetFunction(filter, form, default, RootPattern.Of(new BinaryForm(form.AsSpan()), token));
    }

    /// <summary>Whether a box holds this function; exactly one box of its stratum does if the stratum's list is complete.</summary>
    public bool IsIn(SolutionBox box, CriticalStratum stratum, CancellationToken token)
    {
        var factors = Factors(token);
        var coordinate = 0;
        var product = Polynomial<Rational>.One;
        for (var f = 0; f < stratum.Factors.Length; f++)
        {
            var (_, multiplicity, degree) = stratum.Factors[f];
            var coefficients = factors[multiplicity].CoefficientsPadded(degree + 1);
            var unit = coefficients[box.Charts[f]];
            if (unit.IsZero) return false;
            for (var i = 0; i <= degree; i++)
            {
                if (i != box.Charts[f] && !Holds(box.Coordinates[coordinate++], coefficients[i] / unit)) return false;
            }

            product *= Polynomial<Rational>.Pow(factors[multiplicity].Map(c => c / unit), multiplicity);
        }

        var top = product.Degree;
        return Holds(box.Coordinates[^1], Form[top] / product[top]);
    }

    /// <summary>For each multiplicity the product of the linear factors of that multiplicity; infinity lowers the degree only.</summary>
    private Dictionary<int, Polynomial<Rational>> Factors(CancellationToken token)
    {
        var factors = Pattern.Complex.Distinct().ToDictionary(m => m, _ => Polynomial<Rational>.One);
        foreach (var factor in SquarefreeDecomposition.Of(new Polynomial<Rational>(Form.AsSpan()), token)) factors[factor.Multiplicity] = factor.Factor.Map(Rational.FromInteger);
        return factors;
    }

    private static bool Holds(BoxCoordinate box, Rational value) => Rational.Abs(value - box.Re) <= box.Radius && Rational.Abs(box.Im) <= box.Radius;
}
