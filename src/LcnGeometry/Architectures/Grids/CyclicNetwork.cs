using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A network with cyclic padding: the signal lies on a circle of n points, with several directions on a torus, and filters wrap around.</summary>
/// <remarks>
/// Layer l maps the circle of <c>n / S_l</c> points to that of <c>n / S_(l+1)</c>. The composition is one cyclic convolution with the end-to-end filter
/// folded modulo n, which the operator determines: the product of the layers in <c>R[x] / (x^n - 1)</c> (D9 of the theory, for all strides and directions).
/// </remarks>
public sealed class CyclicNetwork
{
    private readonly int[] _fold;

    /// <summary>Puts a network on a torus.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="points">The number of points in every direction: a multiple of the end-to-end stride, so that every layer acts on a whole circle.</param>
    /// <exception cref="ArgumentException">The number of directions differs, there are too many points, or the strides do not divide their number.</exception>
    public CyclicNetwork(GridArchitecture architecture, ImmutableArray<int> points)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        if (points.IsDefault || points.Length != architecture.Directions.Length)
        {
            throw new ArgumentException($"The torus has {(points.IsDefault ? 0 : points.Length)} directions; {architecture} has {architecture.Directions.Length}.", nameof(points));
        }

        Integer total = 1;
        for (var direction = 0; direction < points.Length; direction++)
        {
            var stride = architecture.EndToEndStride[direction];
            if (points[direction] < 1 || !Integer.DivideWithRemainder(points[direction], stride).Remainder.IsZero)
            {
                throw new ArgumentException($"A circle of {points[direction]} points does not fit {architecture}: the number must be a multiple of the product of all strides, {stride}.", nameof(points));
            }

            total *= points[direction];
        }

        if (total > LcnGeometry.Architecture.LargestEndToEndSize)
        {
            throw new ArgumentException($"The torus would have {total} points; at most {LcnGeometry.Architecture.LargestEndToEndSize} are accepted.", nameof(points));
        }

        Architecture = architecture;
        Points = points;
        TotalPoints = (int)total;
        var steps = GridOffsets.Steps(points);
        _fold = [.. GridOffsets.Indices(architecture.EndToEndSize).Select(index => index.Select((i, direction) => i % points[direction] * steps[direction]).Sum())];
    }

    /// <summary>Puts a network with one direction on a circle.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="points">The number of points: a multiple of the end-to-end stride.</param>
    /// <exception cref="ArgumentException">There are too many points, or the strides do not divide their number.</exception>
    public CyclicNetwork(Architecture architecture, int points)
        : this(GridArchitecture.Of(architecture), [points])
    {
    }

    /// <summary>The network.</summary>
    public GridArchitecture Architecture { get; }

    /// <summary>The number of points in every direction.</summary>
    public ImmutableArray<int> Points { get; }

    /// <summary>The number of all points: the number of entries of an operator's filter.</summary>
    public int TotalPoints { get; }

    /// <summary>Whether what is known without padding holds on the torus too: exactly when the end-to-end filter fits it in every direction.</summary>
    /// <remarks>
    /// If it fits, the folded filter is the end-to-end filter with zeros appended. If it does not, <see cref="Witness"/> has two different end-to-end
    /// filters of the network that are the same operator.
    /// </remarks>
    public Verdict CarriesOver => Verdict.Of(!Enumerable.Range(0, Points.Length).Any(Wraps));

    /// <summary>The filter of the operator: the end-to-end filter folded onto the torus, in C order.</summary>
    /// <typeparam name="T">The coefficients.</typeparam>
    /// <param name="endToEnd">An end-to-end filter, in C order.</param>
    /// <exception cref="ArgumentException">The filter has another length.</exception>
    public ImmutableArray<T> Fold<T>(ImmutableArray<T> endToEnd)
        where T : IIntegralDomain<T>
    {
        if (endToEnd.IsDefault || endToEnd.Length != _fold.Length)
        {
            throw new ArgumentException($"The filter has {(endToEnd.IsDefault ? 0 : endToEnd.Length)} entries; the end-to-end filter of {Architecture} has {_fold.Length}.", nameof(endToEnd));
        }

        var folded = new T[TotalPoints];
        Array.Fill(folded, T.Zero);
        for (var place = 0; place < _fold.Length; place++) folded[_fold[place]] += endToEnd[place];
        return [.. folded];
    }

    /// <summary>Two stacks of filters with different end-to-end filters and the same operator; null if nothing wraps.</summary>
    public CyclicWitness? Witness
    {
        get
        {
            var direction = Enumerable.Range(0, Points.Length).FirstOrDefault(Wraps, -1);
            return direction < 0 ? null : new CyclicWitness(Shift(direction, 0), Shift(direction, Points[direction]));
        }
    }

    /// <summary>Is every operator on the torus representable?</summary>
    /// <remarks>
    /// <para>
    /// On a circle of n points with stride one: exactly when Σ(k_l - 1) - max(0, e - 1) is at least n - 1, with e the number of even filter sizes. If it is,
    /// all but one of the even layers may give up an entry, and every polynomial of the remaining degree factors. If it is not, averaging is out of reach: its
    /// filter of ones vanishes at every n-th root of unity but 1, and a real layer vanishes at no more than (k_l - 1)/2 conjugate pairs of them.
    /// </para>
    /// <para>
    /// Upsampled layers do not help when the others have degree a below n - 1 together. With s the smallest step above one, let a filter c be one at all places that are a + 1
    /// modulo s, and vanish at no n-th root of unity. If c = A(x) B(x^s), then B has an inverse b, and c b = A has no entry at a + 1; so the entries of b add up to zero, and b has none.
    /// </para>
    /// </remarks>
    public Verdict Filling
    {
        get
        {
            if (CarriesOver == Verdict.Holds) return TotalPoints == Architecture.EndToEndEntries ? Architecture.FunctionSpace().Filling : Verdict.Fails;
            if (Enumerable.Range(0, Architecture.Depth).Any(CoversTorus)) return Verdict.Holds;
            if (LargestDimension < TotalPoints) return Verdict.Fails;
            if (Architecture.Directions is not [var circle]) return Verdict.Undecided("the layers may reach as many dimensions as there are points; no criterion is known here for several directions");
            var (degree, evens) = WithoutUpsampling(circle);
            if (degree - Math.Max(0, evens - 1) >= TotalPoints - 1) return Verdict.Holds;
            return circle.IsStrideOne || degree < TotalPoints - 1
                ? Verdict.Fails
                : Verdict.Undecided("the layers that are not upsampled have enough entries, but too many of them have even size; no criterion is known here for the help of the others");
        }
    }

    /// <summary>The filter of an operator that the network cannot represent although it wraps, on a circle; null where none is known.</summary>
    public ImmutableArray<Integer>? OutOfReach
    {
        get
        {
            if (CarriesOver == Verdict.Holds || Architecture.Directions is not [var circle] || Filling != Verdict.Fails) return null;
            if (circle.IsStrideOne) return [.. Enumerable.Repeat(Integer.One, TotalPoints)];
            var step = (int)Enumerable.Range(0, circle.Depth).Where(layer => circle.Filters[layer] > 1).Select(layer => circle.StrideProducts[layer]).First(product => !product.IsOne);
            var (place, filter) = ((WithoutUpsampling(circle).Degree + 1) % step, new Integer[TotalPoints]);
            for (var i = place; i < filter.Length; i += step) filter[i] = 1;

            // One entry that outweighs all others: the filter vanishes at no root of unity.
            filter[place == 0 ? 1 : 0] = (TotalPoints / step) + 1;
            return [.. filter];
        }
    }

    /// <summary>No more dimensions than this.</summary>
    internal int LargestDimension => CyclicDimension.Bound(this);

    /// <summary>The degree of the layers without upsampling together, and how many of them have even size.</summary>
    private static (int Degree, int Evens) WithoutUpsampling(Architecture circle)
    {
        var plain = Enumerable.Range(0, circle.Depth).Where(layer => circle.StrideProducts[layer].IsOne).Select(layer => circle.Filters[layer]).ToArray();
        return (plain.Sum(size => size - 1), plain.Count(size => size % 2 == 0));
    }

    private bool CoversTorus(int layer) => Enumerable.Range(0, Points.Length)
        .All(direction => Points[direction] == 1 || (Architecture.Directions[direction].StrideProducts[layer].IsOne && Architecture.Filters[layer][direction] >= Points[direction]));

    private bool Wraps(int direction) => Architecture.Directions[direction].EndToEndSize > Points[direction];

    /// <summary>Filters of single ones whose end-to-end filter is a single one at a given place along one direction.</summary>
    private GridFilterStack<Integer> Shift(int direction, Integer place)
    {
        var net = Architecture.Directions[direction];
        var filters = new ImmutableArray<Integer>[Architecture.Depth];
        for (var layer = Architecture.Depth - 1; layer >= 0; layer--)
        {
            // The strides divide each other and what wraps has no gap, so the largest step that fits leaves a rest that the others reach.
            var step = net.Filters[layer] == 1 ? 0 : Min(Integer.DivideWithRemainder(place, net.StrideProducts[layer]).Quotient, net.Filters[layer] - 1);
            place -= step * net.StrideProducts[layer];
            var position = step * GridOffsets.Steps(Architecture.Filters[layer])[direction];
            filters[layer] = [.. Enumerable.Range(0, Architecture.EntryCounts[layer]).Select(entry => entry == position ? Integer.One : Integer.Zero)];
        }

        return place.IsZero
            ? new GridFilterStack<Integer>(Architecture, [.. filters])
            : throw new InvariantViolationException("the filters of single ones reach every place up to the last that has no gap below", $"{Architecture} on {GridText.Of(Points)} points");

        static int Min(Integer left, int right) => left < right ? (int)left : right;
    }
}

/// <summary>Two stacks of filters of one network that are different without padding and the same operator on a torus.</summary>
/// <param name="Filters">One of them.</param>
/// <param name="Others">The other one.</param>
public sealed record CyclicWitness(GridFilterStack<Integer> Filters, GridFilterStack<Integer> Others);
