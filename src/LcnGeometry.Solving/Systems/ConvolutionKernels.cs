namespace LcnGeometry.Solving;

/// <summary>Products and correlations of coefficient vectors, for any arithmetic; nothing is allocated.</summary>
/// <typeparam name="T">The arithmetic of the parts.</typeparam>
internal static class ConvolutionKernels<T>
    where T : struct, IScalar<T>
{
    /// <summary><c>target = dense(x) * sparse(x^step)</c>; the target is as long as the product.</summary>
    public static void Multiply(ReadOnlySpan<ComplexNumber<T>> dense, ReadOnlySpan<ComplexNumber<T>> sparse, int step, Span<ComplexNumber<T>> target)
    {
        var first = sparse[0];
        for (var i = 0; i < dense.Length; i++) target[i] = first * dense[i];
        target[dense.Length..].Clear();
        for (var j = 1; j < sparse.Length; j++)
        {
            var factor = sparse[j];
            var window = target.Slice(j * step, dense.Length);
            for (var i = 0; i < dense.Length; i++) window[i] = ComplexNumber<T>.MultiplyAdd(factor, dense[i], window[i]);
        }
    }

    /// <summary><c>Σ_i left[i] right[offset + i]</c> over the length of <paramref name="left"/>.</summary>
    public static ComplexNumber<T> Correlate(ReadOnlySpan<ComplexNumber<T>> left, ReadOnlySpan<ComplexNumber<T>> right, int offset)
    {
        var window = right.Slice(offset, left.Length);
        var sum = left[0] * window[0];
        for (var i = 1; i < left.Length; i++) sum = ComplexNumber<T>.MultiplyAdd(left[i], window[i], sum);
        return sum;
    }
}
