using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>Proved solutions, pairwise distinct.</summary>
internal sealed class CertifiedCollection
{
    private readonly List<SolutionBox> _boxes = [];

    /// <summary>The number of different solutions.</summary>
    public int Count => _boxes.Count;

    /// <summary>Adds a solution unless it may be one of those here; returns its index, or that of the one it may be.</summary>
    public int Add(SolutionBox box)
    {
        for (var i = 0; i < _boxes.Count; i++)
        {
            if (!AreDistinct(_boxes[i], box)) return i;
        }

        _boxes.Add(box);
        return _boxes.Count - 1;
    }

    /// <summary>The solutions in an order that does not depend on how they were found, in the units of the caller.</summary>
    public ImmutableArray<SolutionBox> InOrder(DataUnits units) =>
        [.. _boxes.OrderBy(b => b, Comparer<SolutionBox>.Create(Compare)).Select(b => b.InUnitsOf(units))];

    private static int Compare(SolutionBox left, SolutionBox right)
    {
        if (left.IsReal != right.IsReal) return left.IsReal ? -1 : 1;
        for (var i = 0; i < left.Product.Length; i++)
        {
            var re = Compare(left.Product[i].Re, right.Product[i].Re);
            if (re != 0) return re;
            var im = Compare(left.Product[i].Im, right.Product[i].Im);
            if (im != 0) return im;
        }

        return 0;
    }

    private static int Compare(Interval left, Interval right) => left.IsDisjoint(right) ? left.Midpoint.CompareTo(right.Midpoint) : 0;

    /// <summary>Whether the solutions are proved to differ, by their products or, where doubles cannot tell these apart, by a factor.</summary>
    public static bool AreDistinct(SolutionBox left, SolutionBox right)
    {
        for (var i = 0; i < left.Product.Length; i++)
        {
            if (left.Product[i].Re.IsDisjoint(right.Product[i].Re) || left.Product[i].Im.IsDisjoint(right.Product[i].Im)) return true;
        }

        return left.Factors.Zip(right.Factors).Any(pair => AreIndependent(pair.First, pair.Second));
    }

    /// <summary>Whether two factors, each up to scale, are proved to differ: some minor of their coefficients is not zero.</summary>
    private static bool AreIndependent(ImmutableArray<ComplexNumber<Interval>> left, ImmutableArray<ComplexNumber<Interval>> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var minor = ComplexNumber<Interval>.SubtractProduct(left[j], right[i], left[i] * right[j]);
                if (minor.Re.ExcludesZero || minor.Im.ExcludesZero) return true;
            }
        }

        return false;
    }
}
