using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>What an isolation of a squarefree polynomial found: roots met exactly, and intervals for the rest.</summary>
/// <param name="Points">Rational roots, in any order.</param>
/// <param name="Rest">The polynomial without the linear factors of those roots; primitive.</param>
/// <param name="Intervals">Isolating intervals of the other roots; their ends are not roots of the rest.</param>
internal sealed record IsolatedRoots(ImmutableArray<Rational> Points, Polynomial<Integer> Rest, ImmutableArray<RationalInterval> Intervals)
{
    /// <summary>The roots of a primitive squarefree polynomial as exact numbers, in any order.</summary>
    public static List<RealAlgebraicNumber> Numbers(Polynomial<Integer> squarefree, CancellationToken token)
    {
        var numbers = new List<RealAlgebraicNumber>();
        var (points, rest, intervals) = DescartesIsolation.IsolateSquarefree(squarefree, token);
        foreach (var point in points) numbers.Add(RealAlgebraicNumber.FromRational(point));

        var irrational = new List<RationalInterval>();
        var mayBeRational = RationalRoot.IsPossible(rest);
        foreach (var rational in intervals)
        {
            token.ThrowIfCancellationRequested();
            var interval = DyadicInterval.Inside(rest, rational);
            Rational? value = interval.IsPoint ? interval.Lower
                : mayBeRational ? RationalRoot.Find(rest, new RootBracket(rest, interval), token)
                : null;
            if (value is null) irrational.Add(interval);
            else numbers.Add(RealAlgebraicNumber.FromRational(value.Value));
        }

        foreach (var number in numbers.Skip(points.Length)) rest = Polynomial<Integer>.DivideExactly(rest, number.DefiningPolynomial);
        foreach (var interval in irrational) numbers.Add(RealAlgebraicNumber.FromIrrational(rest, interval));
        return numbers;
    }

    /// <summary>Ascending disjoint intervals: a point for each root met exactly, otherwise intervals whose ends are not roots of the whole polynomial.</summary>
    public ImmutableArray<RationalInterval> Separated()
    {
        var all = Points.Select(point => new RationalInterval(point)).ToList();
        foreach (var interval in Intervals)
        {
            all.Add(Points.Contains(interval.Lower) || Points.Contains(interval.Upper) ? AwayFromPoints(interval) : interval);
        }

        all.Sort(static (a, b) => a.Lower.CompareTo(b.Lower) is var byLower && byLower != 0 ? byLower : a.Upper.CompareTo(b.Upper));
        return [.. all];
    }

    private RationalInterval AwayFromPoints(RationalInterval interval)
    {
        var bracket = new RootBracket(Rest, DyadicInterval.Inside(Rest, interval));
        while (Points.Contains(bracket.Interval.Lower) || Points.Contains(bracket.Interval.Upper)) bracket.Shrink();
        return bracket.Interval;
    }
}
