using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The squared loss as a function of the end-to-end filter w: (w - u)^T Q (w - u) + constant, exactly.</summary>
/// <remarks>A sum, not a mean, without a factor one half (S1 of the theory). Q is symmetric positive definite.</remarks>
public sealed partial class QuadraticLoss
{
    private QuadraticLoss(Matrix<Rational> q, ImmutableArray<Rational> target, Rational constant, int? samples, Rational? mean)
    {
        Q = q;
        Target = target;
        Constant = constant;
        Samples = samples;
        Mean = mean;
    }

    /// <summary>The quadratic form.</summary>
    public Matrix<Rational> Q { get; }

    /// <summary>u, the unconstrained minimizer.</summary>
    public ImmutableArray<Rational> Target { get; }

    /// <summary>The loss at the unconstrained minimizer.</summary>
    public Rational Constant { get; }

    /// <summary>The number of data pairs; null when target and metric were given.</summary>
    public int? Samples { get; }

    /// <summary>The mean that was subtracted from a series.</summary>
    public Rational? Mean { get; }

    /// <summary>The number of coefficients of the end-to-end filter.</summary>
    public int Size => Target.Length;

    /// <summary>The loss of the zero filter.</summary>
    public Rational AtZero => Evaluate([.. Enumerable.Repeat(Rational.Zero, Size)]);

    /// <summary>A loss with a given minimizer.</summary>
    /// <param name="target">k̄ coefficients, index = exponent of x.</param>
    /// <param name="metric">The quadratic form, k̄ by k̄.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static QuadraticLoss FromTarget(ImmutableArray<Rational> target, Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (target.IsDefaultOrEmpty) throw new ArgumentException("A target has at least one coefficient.", nameof(target));
        return new QuadraticLoss(metric.OfSize(target.Length).Matrix, target, Rational.Zero, null, null);
    }

    /// <summary>The loss of an end-to-end filter, exactly.</summary>
    /// <param name="filter">k̄ coefficients.</param>
    /// <exception cref="ArgumentException">The filter has another length.</exception>
    public Rational Evaluate(ImmutableArray<Rational> filter)
    {
        if (filter.Length != Size) throw new ArgumentException($"The filter has {filter.Length} entries; the loss is about filters of {Size}.", nameof(filter));
        Rational[] difference = [.. filter.Select((w, i) => w - Target[i])];
        var image = Q.Multiply(difference);
        var sum = Constant;
        for (var i = 0; i < Size; i++) sum += difference[i] * image[i];
        return sum;
    }

    /// <summary>The gradient 2 Q (w - u) at an end-to-end filter, exactly.</summary>
    /// <param name="filter">k̄ coefficients.</param>
    /// <exception cref="ArgumentException">The filter has another length.</exception>
    public ImmutableArray<Rational> Gradient(ImmutableArray<Rational> filter)
    {
        if (filter.Length != Size) throw new ArgumentException($"The filter has {filter.Length} entries; the loss is about filters of {Size}.", nameof(filter));
        return [.. Q.Multiply([.. filter.Select((w, i) => w - Target[i])]).Select(x => (Rational)2 * x)];
    }
}
