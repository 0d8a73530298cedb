using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Cuts lines of a plane of forms at the discriminant and counts real roots between the cuts, exactly.</summary>
internal sealed class SliceScanner
{
    private readonly Rational[] _origin;
    private readonly Rational[][] _directions;

    public SliceScanner(ImmutableArray<double> origin, ImmutableArray<ImmutableArray<double>> directions)
    {
        _origin = [.. origin.Select(Rational.RationalizeExactly)];
        _directions = [.. directions.Select(d => d.Select(Rational.RationalizeExactly).ToArray())];
    }

    /// <summary>
    /// The line where one coordinate is fixed: the discriminant's zeros along the other coordinate within ±range,
    /// and the number of distinct real roots in each gap. Null when the whole line lies in the discriminant.
    /// </summary>
    /// <param name="axis">The coordinate that runs: 0 or 1.</param>
    /// <param name="offset">The value of the other coordinate.</param>
    /// <param name="range">Half the length of the line.</param>
    /// <param name="token">Stops a long computation.</param>
    public (ImmutableArray<double> Breaks, ImmutableArray<int> RealRoots)? Scan(int axis, double offset, double range, CancellationToken token)
    {
        var fixedOffset = Rational.RationalizeExactly(offset);
        Rational[] start = [.. _origin.Select((c, i) => c + (fixedOffset * _directions[1 - axis][i]))];
        Rational reach = Rational.RationalizeExactly(range);

        // In the coordinate t = (x / range) the line runs from -1 to 1.
        Rational[] step = [.. _directions[axis].Select(d => d * reach)];
        if (LineInterpolation.ZerosInside(DiscriminantAlong(start, step), token) is not { } cuts) return null;
        Rational[] stops = [-1, .. cuts, 1];
        var counts = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i + 1 < stops.Length; i++)
        {
            token.ThrowIfCancellationRequested();
            var middle = (stops[i] + stops[i + 1]) / 2;
            counts.Add(DistinctRealRoots([.. start.Select((c, j) => c + (middle * step[j]))]));
        }

        return ([.. cuts.Select(t => t.ToDouble() * range)], counts.ToImmutable());
    }

    private static int DistinctRealRoots(Rational[] coefficients)
    {
        var form = new BinaryForm(coefficients);
        return form.IsZero ? 0 : RootPattern.Of(form).DistinctRealRoots;
    }

    /// <summary>The discriminant of start + t step as a polynomial in t.</summary>
    private static Polynomial<Rational> DiscriminantAlong(Rational[] start, Rational[] step)
    {
        var degree = start.Length - 1;
        return LineInterpolation.Of((2 * degree) - 2, t => Resultants.Discriminant(new Polynomial<Rational>([.. start.Select((c, j) => c + (t * step[j]))]), degree));
    }
}
