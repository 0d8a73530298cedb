namespace LcnGeometry.Algebra;

/// <summary>The arithmetic behind the parser, with a bound on the work that a short text can ask for.</summary>
/// <remarks>
/// A step is about a nanosecond: a word of a coefficient costs a few, a term costs a fixed number besides.
/// The budget lasts for a second or so, and since every result is paid for by the steps that made it, it bounds the memory too.
/// </remarks>
internal sealed class PolynomialExpansion(PolynomialSource source, int variables)
{
    private const long Budget = 1_000_000_000;
    private const int StepsPerWord = 16;
    private readonly int _stepsPerTerm = 200 + PackedExponents.WordsFor(variables);
    private long _steps;

    /// <summary>The sum, by halves, so that many small summands cost little more than their terms.</summary>
    public MultivariatePolynomial<Rational> Sum(List<MultivariatePolynomial<Rational>> summands, PolynomialToken place)
    {
        for (var width = 1; width < summands.Count; width *= 2)
        {
            for (var i = 0; i + width < summands.Count; i += 2 * width) summands[i] = Add(summands[i], summands[i + width], place);
        }

        return summands[0];
    }

    public MultivariatePolynomial<Rational> Multiply(MultivariatePolynomial<Rational> left, MultivariatePolynomial<Rational> right, PolynomialToken place)
    {
        if (left.TotalDegree + right.TotalDegree > PackedExponents.LargestDegree)
        {
            throw source.Error(place, $"a total degree of at most {PackedExponents.LargestDegree}");
        }

        var (leftSize, rightSize) = (Size(left), Size(right));
        Charge(((long)left.TermCount * right.TermCount * _stepsPerTerm) + (StepsPerWord * leftSize.Total * rightSize.Total), place);
        return left * right;
    }

    public MultivariatePolynomial<Rational> Power(MultivariatePolynomial<Rational> value, int exponent, PolynomialToken place)
    {
        var result = MultivariatePolynomial<Rational>.One;
        if (value.TermCount > 1)
        {
            // A root of multiplicity k takes more than k terms, so this much work is certain: refuse before doing a part of it.
            if ((long)exponent * exponent / 2 * value.TermCount > Budget / _stepsPerTerm) throw TooMuch(place);
            for (var i = 0; i < exponent; i++) result = Multiply(result, value, place);
            return result;
        }

        for (var square = value; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result = Multiply(result, square, place);
            if (exponent > 1) square = Multiply(square, square, place);
        }

        return result;
    }

    private MultivariatePolynomial<Rational> Add(MultivariatePolynomial<Rational> left, MultivariatePolynomial<Rational> right, PolynomialToken place)
    {
        var (leftSize, rightSize) = (Size(left), Size(right));
        var coefficients = Math.Min(leftSize.Largest * rightSize.Total, leftSize.Total * rightSize.Largest);
        Charge((((long)left.TermCount + right.TermCount) * _stepsPerTerm) + (StepsPerWord * coefficients), place);
        return left + right;
    }

    private void Charge(long steps, PolynomialToken place)
    {
        _steps += steps;
        if (_steps > Budget) throw TooMuch(place);
    }

    private PolynomialSyntaxException TooMuch(PolynomialToken place) => source.Error(place, "an expression that takes less work to expand");

    /// <summary>Machine words of all coefficients together and of the largest.</summary>
    private static (long Total, long Largest) Size(MultivariatePolynomial<Rational> value)
    {
        long total = 0, largest = 0;
        foreach (var coefficient in value.Coefficients)
        {
            var words = 1 + ((coefficient.Numerator.BitLength + (long)coefficient.Denominator.BitLength) / 64);
            total += words;
            largest = Math.Max(largest, words);
        }

        return (total, largest);
    }
}
