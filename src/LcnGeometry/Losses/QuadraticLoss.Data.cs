using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class QuadraticLoss
{
    /// <summary>The squared loss of a network on data pairs, as a function of its end-to-end filter.</summary>
    /// <param name="inputs">X: one sample per row, d_0 columns.</param>
    /// <param name="outputs">Y: one sample per row, d_L columns, with d_0 = s̄ (d_L - 1) + k̄.</param>
    /// <param name="architecture">The network, for the end-to-end size k̄ and stride s̄.</param>
    /// <returns>The loss with Q, target and constant exact, so that it equals the sum of squared errors of the network.</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ or the numbers of columns do not fit.</exception>
    /// <exception cref="SingularLossException">Q is singular: the data do not determine a target.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact.</para>
    /// <para><b>Method:</b> Q and b collect the windows of each sample; u solves Q u = b; the constant is the sum of squares of Y less b·u.</para>
    /// <para><b>Cost:</b> samples × d_L × k̄² exact multiplications and one k̄ × k̄ solve.</para>
    /// <para><b>Source:</b> S1 of the theory.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = Architecture.Parse("2,1");
    /// var x = MatrixText.Parse("[[1,0],[0,1],[1,1]]");
    /// var y = MatrixText.Parse("[[1],[2],[3]]");
    /// QuadraticLoss.FromData(x, y, net).Target;   // 1, 2
    /// </code>
    /// </example>
    public static QuadraticLoss FromData(Matrix<Rational> inputs, Matrix<Rational> outputs, Architecture architecture)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(architecture);
        if (inputs.Rows != outputs.Rows) throw new ArgumentException($"X has {inputs.Rows} rows and Y has {outputs.Rows}; each row is one sample of both.", nameof(outputs));
        if (inputs.Rows == 0 || outputs.Columns == 0) throw new ArgumentException("The data hold no samples.", nameof(inputs));
        var expected = (architecture.EndToEndStride * (outputs.Columns - 1)) + architecture.EndToEndSize;
        if (inputs.Columns != expected)
        {
            throw new ArgumentException(
                $"X has {inputs.Columns} {(inputs.Columns == 1 ? "column" : "columns")}; with {outputs.Columns} {(outputs.Columns == 1 ? "column" : "columns")} of Y, end-to-end size {architecture.EndToEndSize} and stride {architecture.EndToEndStride} it must have {expected}.", nameof(inputs));
        }

        var stride = outputs.Columns == 1 ? 0 : (int)architecture.EndToEndStride;
        var sums = new NormalEquations(architecture.EndToEndSize);
        for (var row = 0; row < inputs.Rows; row++)
        {
            var sample = inputs.Row(row).AsSpan();
            for (var t = 0; t < outputs.Columns; t++) sums.Add(sample.Slice(t * stride, architecture.EndToEndSize), outputs[row, t]);
        }

        return sums.Solve(inputs.Rows, null);
    }

    /// <summary>The loss of linear prediction: the network predicts the next value of a series from the k̄ values before it.</summary>
    /// <param name="series">The series.</param>
    /// <param name="architecture">The network, for the end-to-end size k̄.</param>
    /// <param name="center">Whether to subtract the mean of the series first.</param>
    /// <returns>The loss over all windows, exact; coefficient k̄ - 1 multiplies the latest value.</returns>
    /// <exception cref="ArgumentException">The series is too short.</exception>
    /// <exception cref="SingularLossException">Q is singular: the series does not determine a predictor.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact.</para>
    /// <para><b>Method:</b> every window of k̄ values is a sample with the next value as output; no wrap-around, no scaling.</para>
    /// <para><b>Cost:</b> windows × k̄² exact multiplications and one k̄ × k̄ solve.</para>
    /// <para><b>Source:</b> least-squares autoregression as Yule did for sunspots; S1 of the theory.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var series = new TimeSeries("Fibonacci", [1, 1, 2, 3, 5, 8, 13]);
    /// QuadraticLoss.FromSeries(series, Architecture.Parse("2"), center: false).Target;   // 1, 1
    /// </code>
    /// </example>
    public static QuadraticLoss FromSeries(TimeSeries series, Architecture architecture, bool center = true)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(architecture);
        var size = architecture.EndToEndSize;
        var windows = series.Values.Length - size;
        if (windows < size)
        {
            throw new ArgumentException(
                $"The series is too short: {series.Values.Length} values give {Math.Max(0, windows)} {(windows == 1 ? "window" : "windows")} of {size} with a next value; at least {2L * size} values are needed.", nameof(series));
        }

        var mean = center ? series.Mean : Rational.Zero;
        Rational[] values = [.. series.Values.Select(x => x - mean)];
        var sums = new NormalEquations(size);
        for (var t = 0; t < windows; t++) sums.Add(values.AsSpan(t, size), values[t + size]);
        return sums.Solve(windows, center ? mean : null);
    }

    /// <summary>The sums of a least-squares problem.</summary>
    private sealed class NormalEquations(int size)
    {
        private readonly Rational[,] _q = new Rational[size, size];
        private readonly Rational[] _b = new Rational[size];
        private Rational _total;

        public void Add(ReadOnlySpan<Rational> window, Rational output)
        {
            for (var i = 0; i < size; i++)
            {
                if (window[i].IsZero) continue;
                for (var j = i; j < size; j++) _q[i, j] += window[i] * window[j];
                _b[i] += window[i] * output;
            }

            _total += output * output;
        }

        public QuadraticLoss Solve(int samples, Rational? mean)
        {
            var q = new Matrix<Rational>(size, size, (i, j) => i <= j ? _q[i, j] : _q[j, i]);
            var flat = FractionFree.Nullspace(q);
            if (!flat.IsEmpty) throw new SingularLossException(flat);
            var target = LinearSystems.Solve(q, [.. _b]);
            var constant = _total;
            for (var i = 0; i < size; i++) constant -= _b[i] * target[i];
            return new QuadraticLoss(q, target, constant, samples, mean);
        }
    }
}
