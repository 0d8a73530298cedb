using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Filters of a network with as few real roots as its layers allow, all of them negative; the plainest ones first.</summary>
internal static class StrictnessSample
{
    private const int MostAttempts = 60, MostRootsForPlain = 12;

    /// <summary>The first sample with a property that almost all of them have.</summary>
    /// <exception cref="InvariantViolationException">None of many has it.</exception>
    public static FilterStack<Rational> First(Architecture net, Func<FilterStack<Rational>, bool> accept, CancellationToken token)
    {
        // Plain ones have special roots; with many roots they fail, and slowly.
        for (var attempt = net.RootCount <= MostRootsForPlain ? 0 : 3; attempt < MostAttempts; attempt++)
        {
            token.ThrowIfCancellationRequested();
            var random = new CounterRandom(seed: 1, item: attempt);
            var place = 0;
            var sample = new FilterStack<Rational>(net, [.. net.Filters.Select(size => Layer(size, attempt, ref place, random))]);
            if (accept(sample)) return sample;
        }

        throw new InvariantViolationException($"one of {MostAttempts} filters with few real roots is a witness", net.ToString());
    }

    private static ImmutableArray<Rational> Layer(int size, int attempt, ref int place, CounterRandom random)
    {
        var product = Polynomial<Rational>.One;
        if (size % 2 == 0) product *= new Polynomial<Rational>(Root(attempt, ++place, random), Rational.One);
        for (var pair = 0; pair < (size - 1) / 2; pair++) product *= Pair(attempt, ++place, random);
        return product.CoefficientsPadded(size);
    }

    private static Rational Root(int attempt, int place, CounterRandom random) => attempt switch
    {
        0 => Rational.One,
        1 or 2 => place,
        _ => 1 + Number(10 * (attempt + place), random),
    };

    // x^2 + 2bx + b^2 + c with c > 0: no real root.
    private static Polynomial<Rational> Pair(int attempt, int place, CounterRandom random)
    {
        var (b, c) = attempt switch
        {
            0 => (0, 1),
            1 => (0, place),
            2 => (1, place),
            _ => (1 + Number(4 + attempt, random), 1 + Number(10 * (attempt + place), random)),
        };
        return new Polynomial<Rational>((Rational)((b * b) + c), (Rational)(2 * b), Rational.One);
    }

    private static int Number(int below, CounterRandom random) => (int)(random.NextWord() % (uint)below);
}
