using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A quadratic form divided by its largest eigenvalue.</summary>
internal static class UnitForm
{
    /// <summary>The form in doubles; exactly as it is when it is diagonal with largest entry one.</summary>
    /// <exception cref="ArgumentException">The form is not square of the given size.</exception>
    public static double[,] Of(Matrix<Rational> q, int size)
    {
        ArgumentNullException.ThrowIfNull(q);
        if (q.Rows != size || q.Columns != size) throw new ArgumentException($"The form is {q.Rows} by {q.Columns}; the end-to-end filter has {size} entries.", nameof(q));
        var form = new double[size, size];

        // One division by the largest diagonal entry in exact arithmetic keeps the rest in the range of doubles.
        var largest = Enumerable.Range(0, size).Select(i => q[i, i]).Aggregate((a, b) => a > b ? a : b);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) form[i, j] = (q[i, j] / largest).ToDouble();
        }

        var eigenvalue = LargestEigenvalue(form, size);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) form[i, j] /= eigenvalue;
        }

        return form;
    }

    private static double LargestEigenvalue(double[,] form, int size)
    {
        var diagonal = true;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) diagonal &= i == j || form[i, j] == 0;
        }

        return diagonal ? 1 : SymmetricEigenbasis.Of([.. form.Cast<double>()], size).Values.Max();
    }
}
