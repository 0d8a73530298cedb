using System.Collections.Immutable;

namespace LcnGeometry.Solving;

/// <summary>A simple root (X : Y) of a real form: one coordinate is exactly one, the other is enclosed and has modulus at most about one.</summary>
/// <param name="X">The coordinate of x.</param>
/// <param name="Y">The coordinate of y; zero for the root at infinity.</param>
/// <param name="IsReal">Whether the root is real; if not, this is the one of its pair with positive imaginary part of X / Y.</param>
public readonly record struct EnclosedRoot(ComplexNumber<Interval> X, ComplexNumber<Interval> Y, bool IsReal)
{
    /// <summary>The real form with this root: linear if it is real, else the quadratic form of the pair. Index = exponent of x.</summary>
    public ImmutableArray<Interval> ToForm() => IsReal
        ? [-X.Re, Y.Re]
        : [Modulus(X), -(Interval.FromDouble(2) * ((X.Re * Y.Re) + (X.Im * Y.Im))), Modulus(Y)];

    private static Interval Modulus(ComplexNumber<Interval> z) => z.Re.Square() + z.Im.Square();
}

/// <summary>The roots of forms whose coefficients are only known to lie in intervals.</summary>
public static class EnclosedRoots
{
    /// <summary>Encloses all roots, if they can be proved to be simple.</summary>
    /// <param name="form">The coefficients, index = exponent of x: at least two.</param>
    /// <param name="roots">The real roots by ascending x/y, a root that may be infinite last; then one root of each complex pair.</param>
    /// <param name="token">Stops the approximation.</param>
    /// <returns>Whether it succeeded; if not, a root may be multiple, or the intervals are too wide.</returns>
    /// <exception cref="ArgumentException">There are fewer than two coefficients.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> every form with coefficients in the intervals has exactly one root in each enclosure, and no other roots up
    /// to conjugation; so which roots are real is proved. The root at infinity is a root like any other.</para>
    /// <para><b>Method:</b> approximate roots of the form in the middle; Krawczyk's test in one variable for each, in the chart in which it
    /// is small; they are as many as the degree says, and pairwise different.</para>
    /// <para><b>Cost:</b> O(n²) interval operations, and n² for the comparison.</para>
    /// <para><b>Source:</b> R. Krawczyk, <i>Newton-Algorithmen zur Bestimmung von Nullstellen mit Fehlerschranken</i>, Computing 4, 1969.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// // x^2 - 2 y^2, coefficients known to 1e-9
    /// EnclosedRoots.TryIsolate([Interval.Around(-2, 1e-9), Interval.Around(0, 1e-9), Interval.Around(1, 1e-9)], out var roots);
    /// Console.WriteLine(roots.Length);   // 2
    /// </code>
    /// </example>
    public static bool TryIsolate(ReadOnlySpan<Interval> form, out ImmutableArray<EnclosedRoot> roots, CancellationToken token = default)
    {
        if (form.Length < 2) throw new ArgumentException("A form without roots has nothing to isolate; give at least two coefficients.", nameof(form));
        return RootIsolator<Interval>.TryIsolate(form, Math.ScaleB(1, -52), out roots, token);
    }
}
