using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The tangent kernel <c>K = J J^T</c> of a network at given filters, J the Jacobian matrix of the end-to-end filter.</summary>
/// <remarks>Along gradient flow the end-to-end filter w moves with the velocity <c>-K grad loss(w)</c>.</remarks>
public sealed class TangentKernel
{
    /// <summary>Relative accuracy of the arithmetic unless more is needed.</summary>
    internal const int UsualBits = 72;

    private readonly Matrix<Rational> _jacobian;

    private TangentKernel(Matrix<RationalInterval> enclosure, ImmutableArray<RationalInterval> squaredNorms, Matrix<Rational> jacobian, Evidence evidence)
    {
        Enclosure = enclosure;
        SquaredNorms = squaredNorms;
        _jacobian = jacobian;
        Evidence = evidence;
    }

    /// <summary>An enclosure of each entry of the symmetric matrix, k̄ × k̄, index = exponent of x; single points if the entries are known exactly.</summary>
    public Matrix<RationalInterval> Enclosure { get; }

    /// <summary>An enclosure of the squared norm of each layer's filter.</summary>
    public ImmutableArray<RationalInterval> SquaredNorms { get; }

    /// <summary>Exact or certified for exact or enclosed filters; numerical for floating-point ones.</summary>
    public Evidence Evidence { get; }

    /// <summary>An enclosure of the trace.</summary>
    public RationalInterval Trace => Enumerable.Range(0, Enclosure.Rows).Aggregate(RationalInterval.Zero, (sum, i) => sum + Enclosure[i, i]);

    /// <summary>The kernel at exact or enclosed filters.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="filters">One filter per layer, index = exponent of x.</param>
    /// <returns>An enclosure of every entry; exact for exact filters.</returns>
    /// <exception cref="ArgumentException">The filters do not fit the architecture.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> the true kernel of every choice of filters in the enclosures lies in the result.</para>
    /// <para><b>Method:</b> the sum over the layers of <c>T_l T_l^T</c>, where T_l multiplies by the product of the other layers, in interval arithmetic with rational endpoints rounded outward.</para>
    /// <para><b>Cost:</b> k̄ squared times the number of parameters.</para>
    /// <para><b>Source:</b> G2 of the theory; Kohn, Merkh, Montúfar, Trager, <i>Geometry of Linear Convolutional Networks</i>, arXiv 2108.01538.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = Architecture.Parse("2,2");
    /// var ways = net.FunctionSpace().Factor([3, 10, 8]).Factorizations;
    /// var trace = TangentKernel.Of(net, ways[0].Filters).Trace;
    /// </code>
    /// </example>
    public static TangentKernel Of(Architecture net, ImmutableArray<LayerFilter> filters)
    {
        ArgumentNullException.ThrowIfNull(net);
        return Weighted(net, filters, [.. filters.Select(_ => RationalInterval.One)], null, UsualBits);
    }

    /// <summary>The kernel at floating-point filters.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="filters">One filter per layer, index = exponent of x.</param>
    /// <returns>The kernel at exactly these numbers, marked as numerical because they stand for others.</returns>
    /// <exception cref="ArgumentException">The filters do not fit the architecture, or a number is not finite.</exception>
    public static TangentKernel Approximate(Architecture net, ImmutableArray<ImmutableArray<double>> filters)
    {
        ArgumentNullException.ThrowIfNull(net);
        if (filters.SelectMany(filter => filter).Any(entry => !double.IsFinite(entry))) throw new ArgumentException("A filter entry is not finite.", nameof(filters));
        var exact = Of(net, [.. filters.Select(filter => new LayerFilter([.. filter.Select(entry => new RationalInterval(Rational.RationalizeExactly(entry)))]))]);
        return new TangentKernel(exact.Enclosure, exact.SquaredNorms, exact._jacobian, Evidence.Numerical);
    }

    /// <summary>The eigenvalues in descending order, computed in floating point as squared singular values of the Jacobian matrix: zero where rounding cannot tell them from it.</summary>
    public ImmutableArray<double> ApproximateEigenvalues() => JacobianSpectrum.Of(_jacobian);

    /// <summary>The rates at which the end-to-end filter approaches a critical function with zero gradient, in descending order: the eigenvalues of <c>2 K Q</c>.</summary>
    /// <param name="loss">The loss <c>(w-u)^T Q (w-u)</c>.</param>
    /// <returns>k̄ numbers; those of directions that leave the function space are zero. Floating point.</returns>
    /// <exception cref="ArgumentException">The loss has another size.</exception>
    public ImmutableArray<double> ApproximateRates(QuadraticLoss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (loss.Size != Enclosure.Rows) throw new ArgumentException($"The loss is on filters with {loss.Size} entries; the kernel has {Enclosure.Rows}.", nameof(loss));

        return JacobianSpectrum.Of(_jacobian, 2 * loss.Q);
    }

    /// <summary>The kernel at rescaled filters: the product of the other layers has the squared scale <paramref name="weights"/>[l].</summary>
    internal static TangentKernel Weighted(
        Architecture net, ImmutableArray<LayerFilter> filters, ImmutableArray<RationalInterval> weights, ImmutableArray<RationalInterval>? squaredNorms, int bits)
    {
        var stack = new FilterStack<RationalInterval>(net, [.. filters.Select(filter => filter.Coefficients.Select(c => SignificantBits.Widen(c, bits)).ToImmutableArray())]);
        var complements = ParameterizationMap.Complements(stack);
        var size = net.EndToEndSize;
        var entries = new RationalInterval[size, size];
        var columns = ImmutableArray.CreateBuilder<(Rational Scale, CommonDenominator Others, int Shift)>(net.ParameterCount);
        for (var layer = 0; layer < net.Depth; layer++)
        {
            var room = net.Filters[layer];
            var step = room == 1 ? 0 : (int)net.StrideProducts[layer];
            var other = CommonDenominator.Of(complements[layer].CoefficientsPadded(size - ((room - 1) * step)));
            var weight = weights[layer] * other.Unit * other.Unit;
            var products = other.Products();
            var scale = SignificantBits.SquareRoot(weights[layer], UsualBits).Midpoint;
            for (var i = 0; i < room; i++) columns.Add((scale, other, i * step));
            for (var row = 0; row < size; row++)
            {
                for (var column = row; column < size; column++)
                {
                    Integer lower = 0, upper = 0;
                    for (var i = 0; i < room; i++)
                    {
                        int a = row - (i * step), b = column - (i * step);
                        if (a < 0 || b >= other.Length) continue;
                        lower += products[a, b].Lower;
                        upper += products[a, b].Upper;
                    }

                    if (!lower.IsZero || !upper.IsZero) entries[row, column] += new RationalInterval(lower, upper) * weight;
                }
            }
        }

        var enclosure = new Matrix<RationalInterval>(size, size, (i, j) => SignificantBits.Widen(entries[Math.Min(i, j), Math.Max(i, j)], bits));
        var norms = squaredNorms ?? [.. filters.Select(filter => SquaredNorm(filter, bits))];
        var isExact = norms.All(n => n.IsPoint) && Enumerable.Range(0, size).All(i => enclosure.Row(i).All(entry => entry.IsPoint));
        var jacobian = new Matrix<Rational>(size, columns.Count, (row, column) => columns[column].Others.Midpoint(row - columns[column].Shift) * columns[column].Scale);
        return new TangentKernel(enclosure, norms, jacobian, isExact ? Evidence.Exact : Evidence.Certified);
    }

    /// <summary>An enclosure of the squared norm of a filter.</summary>
    internal static RationalInterval SquaredNorm(LayerFilter filter, int bits) => SignificantBits.Widen(
        filter.Coefficients.Aggregate(RationalInterval.Zero, (sum, c) => sum + RationalInterval.Pow(SignificantBits.Widen(c, bits), 2)), bits);

    internal KernelRow ToRow(int? factorization)
    {
        var trace = SignificantBits.Widen(Trace, UsualBits);
        ImmutableArray<LayerFilter> rows = [.. Enumerable.Range(0, Enclosure.Rows).Select(i => new LayerFilter(Enclosure.Row(i)))];
        LayerFilter sum = new([trace]), norms = new(SquaredNorms);
        return new KernelRow
        {
            Factorization = factorization,
            Matrix = [.. rows.Select(row => Evidence == Evidence.Numerical ? [.. row.ToScalars().Select(entry => (Scalar)entry.ToDouble())] : row.ToScalars())],
            Trace = Evidence == Evidence.Numerical ? sum.ToScalars()[0].ToDouble() : sum.ToScalars()[0],
            SquaredNorms = Evidence == Evidence.Numerical ? [.. norms.ToScalars().Select(entry => (Scalar)entry.ToDouble())] : norms.ToScalars(),
            Evidence = Evidence,
            Radius = Evidence == Evidence.Certified ? rows.Append(sum).Max(row => row.Radius()) : null,
            NormRadii = Evidence == Evidence.Certified ? [.. SquaredNorms.Select(norm => new LayerFilter([norm]).Radius())] : null,
            Eigenvalues = ApproximateEigenvalues(),
        };
    }

    /// <summary>Enclosures as pairs of integers times one unit: sums of products then need no common denominators.</summary>
    private sealed class CommonDenominator(ImmutableArray<(Integer Lower, Integer Upper)> entries, Rational unit)
    {
        public Rational Unit { get; } = unit;

        public int Length => entries.Length;

        public static CommonDenominator Of(ImmutableArray<RationalInterval> values)
        {
            var denominator = values.Aggregate(Integer.One, (d, v) => Integer.LeastCommonMultiple(Integer.LeastCommonMultiple(d, v.Lower.Denominator), v.Upper.Denominator));
            return new CommonDenominator([.. values.Select(v => (Rational.Floor(v.Lower * denominator), Rational.Floor(v.Upper * denominator)))], new Rational(1, denominator));
        }

        /// <summary>The middle of an enclosure; zero outside the list.</summary>
        public Rational Midpoint(int place) => place < 0 || place >= Length ? Rational.Zero : (entries[place].Lower + entries[place].Upper) * Unit / 2;

        /// <summary>The products of all pairs; squares on the diagonal.</summary>
        public (Integer Lower, Integer Upper)[,] Products()
        {
            var products = new (Integer Lower, Integer Upper)[Length, Length];
            for (var i = 0; i < Length; i++)
            {
                for (var j = i; j < Length; j++)
                {
                    var (left, right) = (entries[i], entries[j]);
                    Integer a = left.Lower * right.Lower, b = left.Lower * right.Upper, c = left.Upper * right.Lower, d = left.Upper * right.Upper;
                    Integer lower = Min(Min(a, b), Min(c, d)), upper = Max(Max(a, b), Max(c, d));
                    if (i == j && lower.Sign < 0) lower = 0;
                    products[i, j] = (lower, upper);
                }
            }

            return products;
        }

        private static Integer Min(Integer left, Integer right) => left <= right ? left : right;

        private static Integer Max(Integer left, Integer right) => left >= right ? left : right;
    }
}
