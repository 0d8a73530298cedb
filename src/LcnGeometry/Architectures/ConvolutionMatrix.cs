using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>One convolutional layer as a matrix.</summary>
public static class ConvolutionMatrix
{
    /// <summary>The generalized Toeplitz matrix of a filter.</summary>
    /// <typeparam name="T">The coefficients.</typeparam>
    /// <param name="filter">k entries.</param>
    /// <param name="stride">At least 1.</param>
    /// <param name="outputs">The number d' of outputs, at least 1.</param>
    /// <returns>The d' × (stride (d' - 1) + k) matrix with entry <c>filter[j - stride i]</c> in row i and column j.</returns>
    /// <exception cref="ArgumentException">The filter is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The stride or the number of outputs is below 1.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact.</para>
    /// <para><b>Method:</b> the definition of a cross-correlation without padding.</para>
    /// <para><b>Cost:</b> one entry at a time.</para>
    /// <para><b>Source:</b> D1 of the theory.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// ConvolutionMatrix.Of&lt;Integer&gt;([1, 2], stride: 1, outputs: 2);   // [[1, 2, 0], [0, 1, 2]]
    /// </code>
    /// </example>
    public static Matrix<T> Of<T>(ReadOnlySpan<T> filter, int stride, int outputs)
        where T : IIntegralDomain<T>
    {
        if (filter.IsEmpty) throw new ArgumentException("A filter has at least one entry.", nameof(filter));
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        var entries = filter.ToArray();
        return new Matrix<T>(outputs, (stride * (outputs - 1)) + entries.Length, (i, j) =>
        {
            var offset = j - (stride * i);
            return offset >= 0 && offset < entries.Length ? entries[offset] : T.Zero;
        });
    }
}
