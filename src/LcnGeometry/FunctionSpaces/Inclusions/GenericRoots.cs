namespace LcnGeometry;

/// <summary>The roots of a generic filter of one network, grouped by hyperroots, as another network sees them.</summary>
/// <remarks>
/// A hyperroot of order T is the set of the T roots x with x^T = a. For generic weights quotients of roots of different hyperroots are no roots of unity, so
/// each hyperroot of a smaller order S lies in one of them, and S divides T. Which of the smaller ones are real is the same for all positive a, and for all negative a.
/// </remarks>
internal sealed class GenericRoots
{
    private readonly Dictionary<int, Hyperroots> _byOrder = [];

    /// <summary>The roots of generic weights with as few real hyperroots as the layers allow, all of them negative.</summary>
    /// <remarks>Every other generic filter can be handed to any network in at least as many ways: real hyperroots do all that pairs and negative ones can.</remarks>
    public static GenericRoots FewestReal(Architecture net)
    {
        var roots = new GenericRoots();
        foreach (var block in LayerBlock.Of(net))
        {
            var real = block.EvenFilters(net);
            roots._byOrder.Add((int)block.Step, new Hyperroots(0, real, (block.Degree - real) / 2));
        }

        return roots;
    }

    /// <summary>Splits all hyperroots whose order is a multiple of the given one into hyperroots of that order.</summary>
    public Hyperroots Split(int order)
    {
        Hyperroots sum = default;
        foreach (var (larger, hyperroots) in _byOrder.Where(entry => entry.Key % order == 0).ToArray())
        {
            sum += hyperroots.Split(larger / order);
            _byOrder.Remove(larger);
        }

        _byOrder[order] = sum;
        return sum;
    }

    /// <summary>Takes hyperroots of an order away: as few real ones as are needed, negative ones first.</summary>
    /// <returns>Whether there were enough.</returns>
    public bool TryTake(int order, int degree, int real)
    {
        var have = _byOrder[order];
        if (have.Degree < degree) return false;
        var used = Math.Max(real, degree - (2 * have.Pairs));
        if (used > have.Real) return false;
        var negative = Math.Min(used, have.Negative);
        _byOrder[order] = new Hyperroots(have.Positive - (used - negative), have.Negative - negative, have.Pairs - ((degree - used) / 2));
        return true;
    }
}

/// <summary>Numbers of hyperroots of one order.</summary>
/// <param name="Positive">Positive ones.</param>
/// <param name="Negative">Negative ones.</param>
/// <param name="Pairs">Pairs of complex conjugate ones.</param>
internal readonly record struct Hyperroots(int Positive, int Negative, int Pairs)
{
    public int Real => Positive + Negative;

    /// <summary>All of them, a pair twice.</summary>
    public int Degree => Real + (2 * Pairs);

    public static Hyperroots operator +(Hyperroots left, Hyperroots right) =>
        new(left.Positive + right.Positive, left.Negative + right.Negative, left.Pairs + right.Pairs);

    /// <summary>
    /// The b with b^ratio = a, for each a of these. Odd: one is real and has the sign of a. Even: two are real, of both signs, if a is positive; none if it is negative.
    /// </summary>
    public Hyperroots Split(int ratio) => ratio % 2 == 1
        ? new Hyperroots(Positive, Negative, (Pairs * ratio) + (Real * (ratio / 2)))
        : new Hyperroots(Positive, Positive, (Pairs * ratio) + (Positive * ((ratio / 2) - 1)) + (Negative * (ratio / 2)));
}
