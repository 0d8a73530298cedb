using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>How the values of iterated brackets at random points span more and more directions.</summary>
internal sealed class BracketLadder(ImmutableArray<VectorField> fields)
{
    private readonly Dictionary<(VectorField Left, VectorField Right), VectorField> _brackets = [];

    /// <summary>The rank of the fields at a point, then with one more bracket each time, until a step adds nothing.</summary>
    /// <remarks>
    /// A bracket whose value adds nothing is dropped: at a generic point it is then a combination of the others with rational
    /// functions as coefficients, and so are its brackets. The rank modulo a prime at any point never exceeds the generic rank.
    /// </remarks>
    public ImmutableArray<int> At(SamplePoint point, CancellationToken token)
    {
        var span = new ModularSpan(point.Field);
        ImmutableArray<FieldJet> original = [.. fields.Select(field => field.At(point))];
        List<(VectorField Field, FieldJet Jet)> newest = [];
        for (var i = 0; i < fields.Length; i++)
        {
            if (span.Add(original[i].Value)) newest.Add((fields[i], original[i]));
        }

        var ranks = ImmutableArray.CreateBuilder<int>();
        ranks.Add(span.Rank);
        do
        {
            List<(VectorField Left, VectorField Right)> kept = [];
            foreach (var (field, jet) in newest)
            {
                token.ThrowIfCancellationRequested();
                for (var i = 0; i < fields.Length; i++)
                {
                    if (span.Add(FieldJet.Bracket(jet, original[i]))) kept.Add((field, fields[i]));
                }
            }

            ranks.Add(span.Rank);
            newest = [.. kept.Select(pair => Bracket(pair, token)).Select(field => (field, field.At(point)))];
        }
        while (newest.Count > 0);
        return ranks.ToImmutable();
    }

    // Other points mostly keep the same brackets.
    private VectorField Bracket((VectorField Left, VectorField Right) pair, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (!_brackets.TryGetValue(pair, out var bracket)) _brackets.Add(pair, bracket = VectorField.Bracket(pair.Left, pair.Right));
        return bracket;
    }
}
