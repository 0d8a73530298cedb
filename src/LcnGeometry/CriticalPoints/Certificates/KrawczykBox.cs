using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A box around an approximate solution of a stratum's system, and Krawczyk's operator on it.</summary>
/// <remarks>
/// With Y close to the inverse of the Jacobian, every solution z in the box and every x in it satisfy
/// <c>z - x = -Y F(x) + A (z - x)</c> with a matrix A from the enclosure of <c>I - Y J</c> over the box, because the mean value of the
/// Jacobian between x and z lies in its enclosure. So bounds on the entries of A give existence and uniqueness if the right side, for the
/// center x, stays strictly inside the box; they exclude solutions if it leaves the box altogether; and they shrink the box around a solution.
/// A wide box may defeat them; then a solution is found in a tiny box inside, and the matrix between this solution and any other in the wide
/// box is bounded by the mean over the segment, which is only half as far from the identity, and without regard to the shape of the box.
/// </remarks>
internal sealed class KrawczykBox
{
    private const int MostRounds = 3;

    private const int MostTerms = 64;

    private readonly StratumSystem _system;
    private readonly CriticalStratum _stratum;
    private readonly CertificateSolution _claim;
    private readonly int _bits;
    private readonly int[] _leftOut;
    private readonly ImmutableArray<(int Block, int Power)> _equations;
    private readonly FixedComplex[] _center;
    private readonly BigInteger[] _outer;
    private readonly (FixedComplex[,] Inverse, BigInteger[,] Contraction)? _map;
    private FixedComplex[] _foundCenter;
    private BigInteger[] _foundRadius;

    /// <summary>Rounds the box of a claim outward.</summary>
    internal KrawczykBox(StratumSystem system, CriticalStratum stratum, CertificateSolution claim, int bits)
    {
        (_system, _stratum, _claim, _bits) = (system, stratum, claim, bits);
        _center = [.. claim.Center.Select(entry => new FixedComplex(FixedComplex.Floor(entry.Re, bits).Units, FixedComplex.Floor(entry.Im, bits).Units, bits))];
        _outer = [.. claim.Radius.Select(radius => FixedComplex.Ceiling(radius, bits) + 1)];
        (_foundCenter, _foundRadius) = (_center, _outer);
        _leftOut = [.. At(_center).Radicals.Select(LargestIndex)];
        _equations = system.Equations(_leftOut);
        _map = Operator(_center, _outer);
    }

    /// <summary>Holds if the box holds exactly one solution of the square system, a simple one; fails if it holds none.</summary>
    internal VerdictKind Inclusion()
    {
        if (_map is not { } map) return VerdictKind.Undecided;
        var step = Step(map.Inverse, _center);
        for (var i = 0; i < step.Length; i++)
        {
            if (step[i].Center.Largest - step[i].Radius > _outer[i] + Spread(map.Contraction, i, _outer)) return VerdictKind.Fails;
        }

        if (IsInside(step, map.Contraction, _outer, [.. _claim.Radius.Select(radius => FixedComplex.Floor(radius, _bits).Units - 1)])) return VerdictKind.Holds;
        return FindInside() && IsOnlyOne() ? VerdictKind.Holds : VerdictKind.Undecided;
    }

    /// <summary>Squares around the coordinates of the one solution, as small as the precision allows; to be called when the inclusion holds.</summary>
    internal ComplexSquare[] Tighten()
    {
        var (center, radius) = (_foundCenter, _foundRadius);
        for (var round = 0; round < MostRounds; round++)
        {
            if ((center == _center ? _map : Operator(center, radius)) is not { } map) break;
            var (better, step) = Iterate(map.Inverse, center, radius);

            // Around the new center the solution is at most this far away to begin with.
            var bound = new BigInteger[radius.Length];
            for (var i = 0; i < bound.Length; i++) bound[i] = radius[i] + (better[i] - center[i]).Largest;
            Shrink(bound, step, map.Contraction);
            (center, radius) = (better, bound);
            if (radius.All(r => r.GetBitLength() <= _bits / 4)) break;
        }

        return [.. center.Zip(radius, (c, r) => new ComplexSquare(c, r))];
    }

    /// <summary>Whether squares with as many binary digits as this box certainly lie inside it.</summary>
    internal bool Holds(ComplexSquare[] coordinates)
    {
        for (var i = 0; i < coordinates.Length; i++)
        {
            if ((coordinates[i].Center - _center[i]).Largest + coordinates[i].Radius >= FixedComplex.Floor(_claim.Radius[i], _bits).Units - 1) return false;
        }

        return true;
    }

    /// <summary>Whether the equations that were left out hold too at a solution of the others.</summary>
    internal bool LeftOutEquationsFollow(StratumPoint point)
    {
        for (var b = 1; b < _leftOut.Length; b++)
        {
            if (!point.Radicals[b][_leftOut[b]].ExcludesZero) return false;
        }

        return true;
    }

    /// <summary>Looks for a solution in a tiny box inside this one.</summary>
    private bool FindInside()
    {
        var (center, none) = (_center, new BigInteger[_outer.Length]);
        for (var round = 0; round < MostRounds; round++)
        {
            if (Operator(center, none) is not { } map) return false;
            center = Iterate(map.Inverse, center, _outer).Center;
        }

        if (Operator(center, none) is not { } there) return false;
        var radius = Step(there.Inverse, center).Select(entry => (entry.Largest << 2) + (BigInteger.One << (_bits / 4))).ToArray();
        if (!Holds([.. center.Zip(radius, (c, r) => new ComplexSquare(c, r))]) || Operator(center, radius) is not { } map2) return false;
        (_foundCenter, _foundRadius) = (center, radius);
        return IsInside(Step(map2.Inverse, center), map2.Contraction, radius, radius);
    }

    /// <summary>Whether no other solution is in the box than the one that was found inside.</summary>
    private bool IsOnlyOne()
    {
        // Of any two solutions the difference d satisfies d = (I - Y S) d with the mean S of the Jacobian over the segment between them.
        if (Operator(_foundCenter, _foundRadius) is not { } map) return false;
        var mean = new ComplexSquare[_outer.Length, _outer.Length];
        foreach (var quarter in (int[])[1, 2, 3, 4])
        {
            var jacobian = _system.Jacobian(Point([.. _center.Select((c, i) => Quarter(c, i, quarter))]), _equations, _claim.Charts);
            for (var i = 0; i < _outer.Length; i++)
            {
                for (var j = 0; j < _outer.Length; j++) mean[i, j] = quarter == 1 ? jacobian[i, j] : mean[i, j] + jacobian[i, j];
            }
        }

        for (var i = 0; i < _outer.Length; i++)
        {
            for (var j = 0; j < _outer.Length; j++) mean[i, j] = mean[i, j].DividedByFour();
        }

        // It is zero if a positive vector shrinks under the bounds: then their spectral radius is below one.
        var bounds = ApproximateInverse.Defect(map.Inverse, mean);
        var vector = (BigInteger[])_outer.Clone();
        for (var k = 0; k < MostTerms; k++)
        {
            var image = vector.Select((_, i) => Spread(bounds, i, vector)).ToArray();
            if (image.Zip(vector).All(pair => pair.First < pair.Second)) return true;
            vector = [.. image.Zip(_outer, (x, r) => x + r)];
        }

        return false;
    }

    /// <summary>A square around a coordinate of all points of the box that are up to some quarters of the way from the solution found to any point.</summary>
    private ComplexSquare Quarter(FixedComplex center, int coordinate, int quarters)
    {
        var way = center - _foundCenter[coordinate];
        var at = new FixedComplex((way.Re * quarters) >> 2, (way.Im * quarters) >> 2, _bits);
        return new ComplexSquare(_foundCenter[coordinate] + at, _foundRadius[coordinate] + ((_outer[coordinate] * quarters) >> 2) + (way.Largest >> 2) + 4);
    }

    /// <summary>Whether the image of a box under Krawczyk's operator lies strictly inside given radii.</summary>
    private bool IsInside(ComplexSquare[] step, BigInteger[,] contraction, BigInteger[] radius, BigInteger[] inner)
    {
        for (var i = 0; i < step.Length; i++)
        {
            if (step[i].Largest + Spread(contraction, i, radius) >= inner[i]) return false;
        }

        return true;
    }

    /// <summary>An approximate inverse of the Jacobian at the center of a box, and bounds on the entries of the identity minus its product with the Jacobian over the box.</summary>
    private (FixedComplex[,] Inverse, BigInteger[,] Contraction)? Operator(FixedComplex[] center, BigInteger[] radius)
    {
        var box = Point([.. center.Zip(radius, (c, r) => new ComplexSquare(c, r))]);
        var jacobian = _system.Jacobian(box, _equations, _claim.Charts);
        return ApproximateInverse.Of(ApproximateInverse.CentersOf(jacobian)) is { } inverse ? (inverse, ApproximateInverse.Defect(inverse, jacobian)) : null;
    }

    /// <summary>The inverse times the values of the equations at a point.</summary>
    private ComplexSquare[] Step(FixedComplex[,] inverse, FixedComplex[] at)
    {
        var values = _system.Values(At(at), _equations);
        var step = SquareForms.Zeros(values.Length, _bits);
        for (var i = 0; i < step.Length; i++)
        {
            for (var j = 0; j < values.Length; j++) step[i] += new ComplexSquare(inverse[i, j], 0) * values[j];
        }

        return step;
    }

    /// <summary>Newton steps with a fixed inverse, as long as they become smaller and stay in the box; returns the last point and the step that would follow.</summary>
    private (FixedComplex[] Center, ComplexSquare[] Step) Iterate(FixedComplex[,] inverse, FixedComplex[] start, BigInteger[] radius)
    {
        var (center, step) = (start, Step(inverse, start));
        for (var k = 0; k < MostRounds; k++)
        {
            var next = center.Zip(step, (c, s) => c - s.Center).ToArray();
            if (next.Zip(start, (x, c) => (x - c).Largest).Where((distance, i) => distance > radius[i]).Any()) break;
            var following = Step(inverse, next);
            if (Total(following) >= Total(step)) break;
            (center, step) = (next, following);
        }

        return (center, step);
    }

    private void Shrink(BigInteger[] bound, ComplexSquare[] step, BigInteger[,] contraction)
    {
        // Every round is a valid bound; it ends when rounding or a slow contraction gains less than a quarter.
        while (true)
        {
            var next = new BigInteger[bound.Length];
            for (var i = 0; i < bound.Length; i++) next[i] = BigInteger.Min(bound[i], step[i].Largest + Spread(contraction, i, bound));
            var isWorthwhile = Sum(next) << 2 < Sum(bound) * 3;
            next.CopyTo(bound, 0);
            if (!isWorthwhile) return;
        }
    }

    private BigInteger Spread(BigInteger[,] contraction, int row, BigInteger[] radius)
    {
        var sum = BigInteger.Zero;
        for (var j = 0; j < radius.Length; j++) sum += contraction[row, j] * radius[j];
        return (sum >> _bits) + 1;
    }

    private StratumPoint At(FixedComplex[] point) => Point([.. point.Select(c => new ComplexSquare(c, 0))]);

    private StratumPoint Point(ComplexSquare[] coordinates) => StratumPoint.Of(_stratum, _claim.Charts, coordinates);

    private static BigInteger Total(ComplexSquare[] step) => step.Aggregate(BigInteger.Zero, (sum, entry) => sum + entry.Center.Largest);

    private static BigInteger Sum(BigInteger[] values) => values.Aggregate(BigInteger.Zero, (sum, value) => sum + value);

    private static int LargestIndex(ComplexSquare[] form)
    {
        var largest = 0;
        for (var i = 1; i < form.Length; i++)
        {
            if (form[i].Center.Largest > form[largest].Center.Largest) largest = i;
        }

        return largest;
    }
}
