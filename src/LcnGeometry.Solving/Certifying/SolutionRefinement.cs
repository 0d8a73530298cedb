using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>Encloses a proved solution more tightly.</summary>
public static class SolutionRefinement
{
    /// <summary>The same solution with enclosures that are as tight as doubles allow, computed with more digits.</summary>
    /// <param name="box">A proved solution.</param>
    /// <param name="form">Q of its data.</param>
    /// <param name="linear">b of its data.</param>
    /// <param name="token">Stops before the work.</param>
    /// <returns>A box inside the given one; the given one itself if none could be proved.</returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> the box returned lies inside the given one and holds exactly one solution, so it is the same solution.</para>
    /// <para><b>Method:</b> Newton's method and Krawczyk's test from the center of the box, in intervals of about 100 bits.</para>
    /// <para><b>Cost:</b> some ten evaluations of the system with its Jacobian.</para>
    /// <para><b>Source:</b> R. Krawczyk, <i>Newton-Algorithmen zur Bestimmung von Nullstellen mit Fehlerschranken</i>, Computing 4, 1969.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var squares = new ProductMap([new ProductBlock(1, [new ProductFactor(Degree: 1, Exponent: 2)])]);
    /// var form = new Matrix&lt;Rational&gt;(3, 3, (i, j) =&gt; i == j ? i + 1 : new Rational(1, 3));
    /// var boxes = new CriticalSystemSolver().Solve(squares, form, linear: [1, 0, 2], expected: 4).Boxes;
    /// Console.WriteLine(SolutionRefinement.Refine(boxes[0], form, linear: [1, 0, 2]).IsReal == boxes[0].IsReal);   // True
    /// </code>
    /// </example>
    public static SolutionBox Refine(SolutionBox box, Matrix<Rational> form, ImmutableArray<Rational> linear, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(box);
        ArgumentNullException.ThrowIfNull(form);
        token.ThrowIfCancellationRequested();
        var data = DataScaling.Normalize(form, linear, out var units);
        var test = new KrawczykTest<WideInterval>(box.Map, data, Math.ScaleB(1, -100));
        var refined = test.Certify(Center(box.InUnitsOf(units.Inverse)), box.IsReal, out _)?.InUnitsOf(units);
        return refined is not null && IsInside(refined, box) ? refined : box;
    }

    private static PathEnd Center(SolutionBox box)
    {
        var point = new List<Complex>();
        var low = new List<Complex>();
        var next = 0;
        for (var f = 0; f < box.Charts.Length; f++)
        {
            for (var k = 0; k <= box.Map.Factors[f].Degree; k++)
            {
                if (k == box.Charts[f]) Append(Rational.One, Rational.Zero);
                else Append(box.Coordinates[next].Re, box.Coordinates[next++].Im);
            }
        }

        Append(box.Coordinates[^1].Re, box.Coordinates[^1].Im);
        Append(Rational.One, Rational.Zero);
        return new PathEnd(PathStatus.Arrived, [.. point], [.. low], 0, 0, 0);

        void Append(Rational re, Rational im)
        {
            var high = new Complex(re.ToDouble(), im.ToDouble());
            point.Add(high);
            low.Add(new Complex((re - Rational.RationalizeExactly(high.Real)).ToDouble(), (im - Rational.RationalizeExactly(high.Imaginary)).ToDouble()));
        }
    }

    private static bool IsInside(SolutionBox inner, SolutionBox outer)
    {
        if (!inner.Charts.SequenceEqual(outer.Charts)) return false;
        for (var i = 0; i < inner.Coordinates.Length; i++)
        {
            BoxCoordinate a = inner.Coordinates[i], b = outer.Coordinates[i];
            if (Rational.Abs(a.Re - b.Re) + a.Radius > b.Radius || Rational.Abs(a.Im - b.Im) + a.Radius > b.Radius) return false;
        }

        return true;
    }
}
