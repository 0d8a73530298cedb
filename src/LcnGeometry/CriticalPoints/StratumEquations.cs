using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The critical equations of a stratum, exactly, with one factor of simple roots and the scale eliminated: they enter linearly.</summary>
/// <remarks>
/// The filter is P = W f, where f is the factor of simple roots that has the largest degree (a constant if there is none) times the scale, and W is the
/// product of all other factors. The equations <c>(QP - Qu)·E = 0</c> of the block of f are linear in f; Cramer's rule gives f as a quotient of polynomials in
/// the coefficients of the other factors, and the equations that are left over give conditions on these coefficients alone.
/// </remarks>
internal sealed class StratumEquations
{
    private readonly CriticalStratum _stratum;
    private readonly Matrix<Integer> _q;
    private readonly ImmutableArray<Integer> _b;
    private readonly int[] _steps;
    private readonly int _linear; // index of the factor f, or -1

    public StratumEquations(CriticalStratum stratum, QuadraticLoss loss)
    {
        _stratum = stratum;
        _steps = [.. stratum.Blocks.Select(block => (int)block.Step)];
        var image = loss.Q.Multiply([.. loss.Target]);
        var (metricScale, targetScale) = (CommonDenominator(Entries(loss.Q)), CommonDenominator(image));
        _q = loss.Q.Map(entry => (entry * metricScale).Numerator);
        _b = [.. image.Select(entry => (entry * targetScale).Numerator)];
        Scale = new Rational(metricScale, targetScale);

        _linear = -1;
        for (var i = 0; i < stratum.Factors.Length; i++)
        {
            if (stratum.Factors[i].Multiplicity == 1 && (_linear < 0 || stratum.Factors[i].Degree > LinearDegree)) _linear = i;
        }

        Others = [.. stratum.Factors.Where((_, i) => i != _linear)];
    }

    /// <summary>The number by which the filters of these equations, whose coefficients are made integers, must be multiplied.</summary>
    public Rational Scale { get; }

    /// <summary>The number of coefficients of the filter.</summary>
    public int Size => _b.Length;

    /// <summary>The degree of f.</summary>
    public int LinearDegree => _linear < 0 ? 0 : _stratum.Factors[_linear].Degree;

    /// <summary>The block of f, which decides which equations are linear.</summary>
    public int LinearBlock => _linear < 0 ? 0 : _stratum.Factors[_linear].Block;

    /// <summary>The factors whose coefficients are the unknowns that are left.</summary>
    public ImmutableArray<StratumFactor> Others { get; }

    /// <summary>How many unknowns are left.</summary>
    public int Unknowns => Others.Sum(factor => factor.Degree);

    /// <summary>The product W of all factors but f, each upsampled.</summary>
    public Polynomial<T> Cofactor<T>(ImmutableArray<Polynomial<T>> others)
        where T : IIntegralDomain<T> => Product(others, factor => factor.Multiplicity);

    /// <summary>The filter W f, up to <see cref="Scale"/>.</summary>
    public Polynomial<T> Filter<T>(ImmutableArray<Polynomial<T>> others, ImmutableArray<T> linear)
        where T : IIntegralDomain<T> => Cofactor(others) * new Polynomial<T>(linear.AsSpan()).Upsample(_steps.Length == 0 ? 1 : _steps[LinearBlock]);

    /// <summary>
    /// The equations of the block of f: one row for each, the coefficients of f first, then the right-hand side. There are as many rows as f has coefficients,
    /// and one more for each unknown in the same block.
    /// </summary>
    public Matrix<T> LinearPart<T>(ImmutableArray<Polynomial<T>> others)
        where T : IIntegralDomain<T>
    {
        var step = _steps.Length == 0 ? 1 : _steps[LinearBlock];
        var cofactor = Cofactor(others);
        var test = Product(others, factor => factor.Block == LinearBlock ? factor.Multiplicity - 1 : factor.Multiplicity);
        var roots = LinearDegree + Others.Where(factor => factor.Block == LinearBlock).Sum(factor => factor.Degree);
        var images = Enumerable.Range(0, LinearDegree + 1).Select(j => Image(Shift(cofactor, step * j))).ToArray();
        return new Matrix<T>(roots + 1, LinearDegree + 2, (k, j) => j <= LinearDegree
            ? Pair(images[j], test, step * k)
            : Pair(_b, test, step * k));
    }

    /// <summary>
    /// For a numerator n and a denominator d of f, the left-hand sides of the equations of another block times d squared: one for each power x^k, k = 0..ν_b.
    /// </summary>
    public ImmutableArray<T> Residuals<T>(int block, ImmutableArray<Polynomial<T>> others, ImmutableArray<T> numerator, T denominator)
        where T : IIntegralDomain<T>
    {
        var roots = Others.Where(factor => factor.Block == block).Sum(factor => factor.Degree);
        var linear = new Polynomial<T>(numerator.AsSpan()).Upsample(_steps[LinearBlock]);
        var test = Product(others, factor => factor.Block == block ? factor.Multiplicity - 1 : factor.Multiplicity) * linear;
        var image = Image(Cofactor(others) * linear);
        return
        [
            .. Enumerable.Range(0, roots + 1).Select(k =>
                Pair(image, test, _steps[block] * k) - (denominator * Pair(_b, test, _steps[block] * k))),
        ];
    }

    /// <summary>
    /// With two unknowns left and two linear equations: the number of points at which both right-hand sides vanish for generic data, a product of classes of divisors.
    /// </summary>
    public int ZerosOfTheTarget()
    {
        int[] classes = [.. Others.Select(factor => factor.Block == LinearBlock ? factor.Multiplicity - 1 : factor.Multiplicity)];
        return classes.Length == 1 ? classes[0] * classes[0] : 2 * classes[0] * classes[1];
    }

    /// <summary>The blocks without f.</summary>
    public IEnumerable<int> OtherBlocks => Enumerable.Range(0, _steps.Length).Where(block => block != LinearBlock);

    private Polynomial<T> Product<T>(ImmutableArray<Polynomial<T>> others, Func<StratumFactor, int> power)
        where T : IIntegralDomain<T>
    {
        var product = Polynomial<T>.One;
        for (var i = 0; i < Others.Length; i++) product *= Polynomial<T>.Pow(others[i].Upsample(_steps[Others[i].Block]), power(Others[i]));
        return product;
    }

    private T[] Image<T>(Polynomial<T> filter)
        where T : IIntegralDomain<T>
    {
        var image = new T[_b.Length];
        for (var i = 0; i < image.Length; i++)
        {
            var sum = T.Zero;
            for (var j = 0; j <= filter.Degree; j++)
            {
                if (!_q[i, j].IsZero) sum += T.FromInteger(_q[i, j]) * filter[j];
            }

            image[i] = sum;
        }

        return image;
    }

    private static Polynomial<T> Shift<T>(Polynomial<T> filter, int by)
        where T : IIntegralDomain<T> => filter * Polynomial<T>.Monomial(T.One, by);

    private static T Pair<T>(T[] image, Polynomial<T> test, int shift)
        where T : IIntegralDomain<T>
    {
        var sum = T.Zero;
        for (var i = 0; i <= test.Degree; i++) sum += image[i + shift] * test[i];
        return sum;
    }

    private static T Pair<T>(ImmutableArray<Integer> image, Polynomial<T> test, int shift)
        where T : IIntegralDomain<T> => Pair([.. image.Select(T.FromInteger)], test, shift);

    private static IEnumerable<Rational> Entries(Matrix<Rational> matrix) =>
        Enumerable.Range(0, matrix.Rows).SelectMany(i => matrix.Row(i));

    private static Integer CommonDenominator(IEnumerable<Rational> values) =>
        values.Aggregate(Integer.One, (common, value) => Integer.LeastCommonMultiple(common, value.Denominator));
}
