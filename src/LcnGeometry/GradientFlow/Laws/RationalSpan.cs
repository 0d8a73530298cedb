using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The span, over the rationals, of sparse vectors that are added one after another; exact.</summary>
internal sealed class RationalSpan
{
    private readonly Dictionary<int, SortedDictionary<int, Rational>> _rows = []; // by pivot, which is one

    /// <summary>Adds a vector.</summary>
    /// <returns>Whether it was not in the span before.</returns>
    public bool Add(IEnumerable<(int Place, Integer Value)> vector)
    {
        var rest = new SortedDictionary<int, Rational>();
        foreach (var (place, value) in vector) rest.Add(place, value);
        while (rest.Count > 0)
        {
            var (pivot, leading) = rest.First();
            if (!_rows.TryGetValue(pivot, out var row))
            {
                _rows.Add(pivot, new SortedDictionary<int, Rational>(rest.ToDictionary(entry => entry.Key, entry => entry.Value / leading)));
                return true;
            }

            foreach (var (place, value) in row)
            {
                var difference = (rest.TryGetValue(place, out var entry) ? entry : Rational.Zero) - (leading * value);
                if (difference.IsZero) rest.Remove(place);
                else rest[place] = difference;
            }
        }

        return false;
    }
}
